#include "app/user_folders.h"

#include "core/atomic_file.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;
using namespace palpate;

namespace {

// A home folder for one test; the environment is put back afterwards.
class TemporaryHome {
public:
    TemporaryHome() {
        fs::remove_all(m_home);
        fs::create_directories(m_home);
        setenv("HOME", m_home.c_str(), 1);
        unsetenv("XDG_DATA_HOME");
        unsetenv("XDG_CONFIG_HOME");
    }
    TemporaryHome(const TemporaryHome&) = delete;
    TemporaryHome& operator=(const TemporaryHome&) = delete;
    ~TemporaryHome() {
        for (const auto& [name, value] : m_before)
            value ? setenv(name, value->c_str(), 1) : unsetenv(name);
        fs::remove_all(m_home);
    }
    [[nodiscard]] const fs::path& path() const { return m_home; }

private:
    static std::pair<const char*, std::optional<std::string>> kept(const char* name) {
        const char* value = std::getenv(name);
        return {name, value == nullptr ? std::nullopt : std::optional<std::string>(value)};
    }
    fs::path m_home = fs::path(PALPATE_TEST_OUTPUT) / "home";
    std::vector<std::pair<const char*, std::optional<std::string>>> m_before{
        kept("HOME"), kept("XDG_DATA_HOME"), kept("XDG_CONFIG_HOME")};
};

}  // namespace

TEST_CASE("the practice lives in the data folder that the desktop names") {
    TemporaryHome home;
    CHECK(*app::dataFolder() == home.path() / ".local/share/palpate");
    CHECK(fs::is_directory(home.path() / ".local/share/palpate"));
    setenv("XDG_DATA_HOME", (home.path() / "data").c_str(), 1);
    CHECK(*app::dataFolder() == home.path() / "data/palpate");
    setenv("XDG_DATA_HOME", "relative", 1);  // to be ignored
    CHECK(*app::dataFolder() == home.path() / ".local/share/palpate");
}

TEST_CASE("without a home, or where a file is in the way, the person is told to name a practice") {
    TemporaryHome home;
    REQUIRE(core::writeFileAtomically(home.path() / "file", "x"));
    setenv("XDG_DATA_HOME", (home.path() / "file").c_str(), 1);
    const auto blocked = app::dataFolder();
    REQUIRE_FALSE(blocked.has_value());
    CHECK(blocked.error().message().find("--vault") != std::string::npos);
    unsetenv("XDG_DATA_HOME");
    unsetenv("HOME");
    REQUIRE_FALSE(app::dataFolder().has_value());
    CHECK(app::dataFolder().error().message().find("--vault") != std::string::npos);
}

TEST_CASE("sheets go into the documents folder, else beside the practice") {
    TemporaryHome home;
    CHECK(app::sheetFolder("/somewhere/practice.palpate") == "/somewhere");
    CHECK(app::sheetFolder("practice.palpate") == ".");
    fs::create_directories(home.path() / "Documents");
    CHECK(app::sheetFolder("/somewhere/practice.palpate") == home.path() / "Documents");
    fs::create_directories(home.path() / ".config");
    fs::create_directories(home.path() / "Dokumente");
    REQUIRE(core::writeFileAtomically(home.path() / ".config/user-dirs.dirs",
                                      "# comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n"));
    CHECK(app::sheetFolder("/somewhere/practice.palpate") == home.path() / "Dokumente");
}

TEST_CASE("a file that is there already is never the one that is written to") {
    TemporaryHome home;
    const fs::path wanted = home.path() / "C-0142_S07.png";
    for (const char* name : {"C-0142_S07.png", "C-0142_S07_2.png", "C-0142_S07_3.png"}) {
        CHECK(app::freePath(wanted) == home.path() / name);
        REQUIRE(core::writeFileAtomically(home.path() / name, "x"));
    }
}
