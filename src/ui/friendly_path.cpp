#include "ui/friendly_path.h"

#include <cstdlib>
#include <string_view>

namespace palpate::ui {

std::string friendlyPath(const std::filesystem::path& path) {
    const std::string text = path.string();
    const char* value = std::getenv("HOME");
    std::string_view home = value == nullptr ? "" : value;
    while (home.size() > 1 && home.ends_with('/'))
        home.remove_suffix(1);
    // A folder that only begins with the same letters is another one.
    const bool isWithin =
        home.size() > 1 && text.starts_with(home) && (text.size() == home.size() || text[home.size()] == '/');
    return isWithin ? "~" + text.substr(home.size()) : text;
}

}  // namespace palpate::ui
