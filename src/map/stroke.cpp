#include "map/stroke.h"

#include <cstddef>

namespace palpate::map {

namespace {

// In the order of Tool.
constexpr std::array<const char*, kTools.size()> kIds{"brush", "erase", "fill", "soften",
                                                      "band",  "edit",  "pin",  "unpin"};

}  // namespace

const char* toolId(Tool tool) {
    return kIds[static_cast<std::size_t>(tool)];
}

std::optional<Tool> toolFromId(std::string_view id) {
    for (const Tool tool : kTools) {
        if (id == toolId(tool)) return tool;
    }
    return std::nullopt;
}

}  // namespace palpate::map
