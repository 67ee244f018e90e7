#include "app/user_settings.h"

#include "core/atomic_file.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <type_traits>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kMostBytes = 1U << 20U;
// Practices on sticks come and go; what is forgotten only begins anew.
constexpr std::size_t kMostPractices = 50;

template <typename T>
T valueOr(const Json& json, const char* name, T otherwise) {
    const auto found = json.find(name);
    if (found == json.end()) return otherwise;
    const bool fits = std::is_same_v<T, std::string> ? found->is_string() : found->is_number();
    return fits ? found->template get<T>() : otherwise;
}

LastUse lastUseFrom(const Json& json) {
    LastUse use;
    use.client = core::ClientId{valueOr(json, "client", std::int64_t{0})};
    use.author = clinic::authorFromId(valueOr(json, "author", std::string())).value_or(use.author);
    use.sheetFolder = valueOr(json, "sheet_folder", std::string());
    use.opened = valueOr(json, "opened", std::int64_t{0});
    return use;
}

Json toJson(const LastUse& use) {
    Json json{{"client", use.client.value}, {"author", clinic::authorId(use.author)}};
    if (!use.sheetFolder.empty()) json["sheet_folder"] = use.sheetFolder.string();
    if (use.opened != 0) json["opened"] = use.opened;
    return json;
}

}  // namespace

fs::path settingsFile() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    if (config != nullptr && fs::path(config).is_absolute())
        return fs::path(config) / "palpate" / "settings.json";
    const char* home = std::getenv("HOME");
    if (home == nullptr || !fs::path(home).is_absolute()) return {};
    return fs::path(home) / ".config" / "palpate" / "settings.json";
}

UserSettings readSettings(const fs::path& file) {
    UserSettings settings;
    const auto text = core::readTextFile(file, kMostBytes);
    if (!text) return settings;
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) return settings;
    const auto practices = json.find("practices");
    if (practices == json.end() || !practices->is_object()) return settings;
    for (const auto& [vault, use] : practices->items()) {
        if (use.is_object()) settings.practices[vault] = lastUseFrom(use);
    }
    return settings;
}

core::Result<void> writeSettings(const fs::path& file, const UserSettings& settings) {
    Json json{{"practices", Json::object()}};
    std::size_t count = 0;
    for (const auto& [vault, use] : settings.practices) {
        if (count++ < kMostPractices) json["practices"][vault] = toJson(use);
    }
    std::error_code code;
    fs::create_directories(file.parent_path(), code);
    // A path may be any bytes; what is no text is replaced, and that practice then begins anew.
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    return core::writeFileAtomically(file, text, core::FileAccess::OwnerOnly);
}

std::vector<fs::path> recentPractices(const UserSettings& settings) {
    std::vector<std::pair<std::int64_t, fs::path>> known;
    for (const auto& [vault, use] : settings.practices)
        known.emplace_back(use.opened, vault);
    std::stable_sort(known.begin(), known.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<fs::path> recent;
    for (auto& [opened, vault] : known)
        recent.push_back(std::move(vault));
    return recent;
}

std::string practiceKey(const fs::path& vault) {
    std::error_code code;
    const fs::path full = fs::weakly_canonical(vault, code);
    return (code ? vault : full).string();
}

}  // namespace palpate::app
