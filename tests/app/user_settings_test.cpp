#include "app/user_settings.h"

#include "core/atomic_file.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using namespace palpate;

TEST_CASE("what is remembered is there again, and only its owner can read it") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "palpate" / "settings.json";
    app::UserSettings settings;
    settings.practices["/somewhere/a.palpate"] = {{7}, clinic::Author::Client, "/somewhere/sheets"};
    settings.practices["/somewhere/b.palpate"] = {{2}, clinic::Author::Therapist, {}};
    REQUIRE(app::writeSettings(file, settings));
    CHECK(app::readSettings(file) == settings);
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("settings that cannot be understood are as they are the first time") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "settings.json";
    CHECK(app::readSettings(file) == app::UserSettings{});
    for (const std::string text :
         {"", "[]", "{", "7", "{\"practices\": [1]}", "{\"practices\": {\"/a\": 4}}"}) {
        CAPTURE(text);
        REQUIRE(core::writeFileAtomically(file, text));
        CHECK(app::readSettings(file) == app::UserSettings{});
    }
    REQUIRE(core::writeFileAtomically(file, std::string("{\"practices\": {\"/a\": {\"author\": \"nobody\", "
                                                        "\"client\": \"x\"}}}")));
    const app::UserSettings held = app::readSettings(file);
    CHECK(held.practices.at("/a") == app::LastUse{});
}
