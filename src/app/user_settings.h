#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace palpate::app {

// Where somebody left a practice. The client is a number that means nothing outside it: never a code or name.
struct LastUse {
    core::ClientId client;  // 0 = none
    clinic::Author author = clinic::Author::Therapist;
    std::filesystem::path sheetFolder;  // where the last sheet went; empty = the usual folder
    std::int64_t opened = 0;            // UTC milliseconds when it was opened last; 0 = not known

    friend bool operator==(const LastUse&, const LastUse&) = default;
};

// What the program remembers of its use between two runs. Nothing in here is needed: without it everything
// begins as it did the first time.
struct UserSettings {
    std::map<std::string, LastUse> practices;  // by the full path of the vault

    friend bool operator==(const UserSettings&, const UserSettings&) = default;
};

// $XDG_CONFIG_HOME/palpate/settings.json, else ~/.config/palpate/settings.json; empty without a home folder.
[[nodiscard]] std::filesystem::path settingsFile();

// What of `file` can be understood; the rest is as it is the first time. Any bytes are safe.
[[nodiscard]] UserSettings readSettings(const std::filesystem::path& file);
// Makes the folder if it is not there; readable by its owner only. Errors: a folder or file that cannot be
// written.
[[nodiscard]] core::Result<void> writeSettings(const std::filesystem::path& file,
                                               const UserSettings& settings);

// The practices that were used, the one opened last first.
[[nodiscard]] std::vector<std::filesystem::path> recentPractices(const UserSettings& settings);

// The name under which a vault is remembered.
[[nodiscard]] std::string practiceKey(const std::filesystem::path& vault);

}  // namespace palpate::app
