#include "ui/region_search.h"
#include "core/text.h"

#include <cctype>
#include <sstream>

namespace palpate::ui {
namespace {}  // namespace

bool isFound(const body::Region& region, const std::string& search) {
    const std::string names = " " + core::lowered(region.name + " " + region.clinical);
    std::istringstream words(core::lowered(search));
    for (std::string word; words >> word;) {
        const bool begins = names.find(" " + word) != std::string::npos;
        if (!begins && names.find("(" + word) == std::string::npos) return false;
    }
    return true;
}

}  // namespace palpate::ui
