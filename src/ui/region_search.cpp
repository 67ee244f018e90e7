#include "ui/region_search.h"

#include <cctype>
#include <sstream>

namespace palpate::ui {
namespace {

std::string lowered(std::string text) {
    for (char& letter : text)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

}  // namespace

bool isFound(const body::Region& region, const std::string& search) {
    const std::string names = " " + lowered(region.name + " " + region.clinical);
    std::istringstream words(lowered(search));
    for (std::string word; words >> word;) {
        const bool begins = names.find(" " + word) != std::string::npos;
        if (!begins && names.find("(" + word) == std::string::npos) return false;
    }
    return true;
}

}  // namespace palpate::ui
