#include "cli/visit_maps.h"

#include "core/text.h"

namespace palpate::cli {

std::string mapsText(const std::vector<records::MapInfo>& maps) {
    std::string text;
    for (const records::MapInfo& map : maps) {
        const char* pattern = map.completed ? "{0} {1} (finished)" : "{0} {1} (not finished)";
        text += (text.empty() ? "" : ", ") +
                core::trf(pattern, {clinic::authorId(map.key.author), clinic::momentId(map.key.moment)});
    }
    return text;
}

}  // namespace palpate::cli
