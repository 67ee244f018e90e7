#include "app/user_folders.h"

#include "core/atomic_file.h"
#include "core/text.h"

#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

// The XDG base directory specification says that a path that is not absolute is to be ignored.
std::optional<fs::path> absoluteFromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || !fs::path(value).is_absolute()) return std::nullopt;
    return fs::path(value);
}

// A line such as XDG_DOCUMENTS_DIR="$HOME/Dokumente".
std::optional<fs::path> documentsOfLine(std::string_view line, const fs::path& home) {
    constexpr std::string_view kName = "XDG_DOCUMENTS_DIR=\"", kHome = "$HOME/";
    if (!line.starts_with(kName) || !line.ends_with('"')) return std::nullopt;
    line = line.substr(kName.size(), line.size() - kName.size() - 1);
    if (line.starts_with(kHome)) return home / line.substr(kHome.size());
    return fs::path(line).is_absolute() ? std::optional(fs::path(line)) : std::nullopt;
}

std::optional<fs::path> documentsFolder() {
    const auto home = absoluteFromEnvironment("HOME");
    if (!home) return std::nullopt;
    const fs::path config = absoluteFromEnvironment("XDG_CONFIG_HOME").value_or(*home / ".config");
    if (const auto text = core::readTextFile(config / "user-dirs.dirs")) {
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);) {
            if (auto folder = documentsOfLine(line, *home)) return folder;
        }
    }
    return *home / "Documents";
}

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

}  // namespace

core::Result<fs::path> dataFolder() {
    fs::path folder;
    if (const auto data = absoluteFromEnvironment("XDG_DATA_HOME")) {
        folder = *data / "palpate";
    } else if (const auto home = absoluteFromEnvironment("HOME")) {
        folder = *home / ".local" / "share" / "palpate";
    } else {
        return core::Error{core::tr("There is no home folder to keep a practice in"), "",
                           core::tr("Name a practice with --vault FILE.")};
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return core::Error{core::trf("The folder for practices cannot be made: {0}", {error.message()}),
                           folder.string(), core::tr("Name a practice elsewhere with --vault FILE.")};
    }
    return folder;
}

fs::path sheetFolder(const fs::path& vault) {
    const auto documents = documentsFolder();
    if (documents && isFolder(*documents)) return *documents;
    const fs::path beside = vault.parent_path();
    return beside.empty() ? fs::path(".") : beside;
}

fs::path freePath(const fs::path& wanted) {
    fs::path path = wanted;
    std::error_code ignored;
    for (int number = 2; fs::exists(path, ignored); ++number) {
        path.replace_filename(wanted.stem().string() + "_" + std::to_string(number) +
                              wanted.extension().string());
    }
    return path;
}

}  // namespace palpate::app
