#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/child_process.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

using namespace palpate;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

void executeIn(const fs::path& file, const std::string& sql) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE_MESSAGE(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK,
                    std::string(sqlite3_errmsg(handle)));
    sqlite3_close(handle);
}

// Opens `file` in `folder`, which must be refused with `words` in the sentence, a place and something to do;
// nothing in the folder may change by it.
void checkRefused(const TemporaryFolder& folder, const fs::path& file, const std::string& words) {
    CAPTURE(file.string());
    const auto before = test::filesIn(folder.path());
    const auto opened = records::openPractice(file);
    REQUIRE_FALSE(opened.has_value());
    CAPTURE(opened.error().message());
    CHECK(opened.error().what.find(words) != std::string::npos);
    CHECK(opened.error().where.find(folder.path().string()) == 0);
    CHECK(file.string().find(opened.error().where) == 0);
    CHECK_FALSE(opened.error().hint.empty());
    CHECK(test::filesIn(folder.path()) == before);
}

// Runs `work` as a user to whom file permissions apply.
std::string withoutPrivileges(const std::function<std::string()>& work) {
    return test::inChild([&]() -> std::string {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
            return "cannot give up rights";
        return work();
    });
}

std::string openingError(const fs::path& vault) {
    const auto opened = records::openPractice(vault);
    return opened ? "opened" : opened.error().message();
}

}  // namespace

TEST_CASE("a vault that is not there, or whose folder is not, is refused") {
    const TemporaryFolder folder;
    checkRefused(folder, folder / "none.palpate", "no such vault");
    checkRefused(folder, folder.path() / "missing" / "none.palpate", "no such folder");
    CHECK(test::filesIn(folder.path()).empty());
}

TEST_CASE("a folder is not a vault") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "f.palpate");
    checkRefused(folder, folder / "f.palpate", "is a folder");
}

TEST_CASE("an empty file, a text and a picture are not vaults and stay as they are") {
    const TemporaryFolder folder;
    test::writeContent(folder / "empty.palpate", "");
    checkRefused(folder, folder / "empty.palpate", "empty");
    test::writeContent(folder / "text.palpate", "Dear diary, my shoulder hurts.\n");
    checkRefused(folder, folder / "text.palpate", "not a Palpate vault");
    test::writeContent(folder / "short.palpate", "hm");
    checkRefused(folder, folder / "short.palpate", "not a Palpate vault");
    test::writeContent(folder / "picture.palpate", "\x89PNG\r\n\x1a\n" + std::string(5000, '\7'));
    checkRefused(folder, folder / "picture.palpate", "not a Palpate vault");
}

TEST_CASE("another SQLite database is said to be one and stays as it is") {
    const TemporaryFolder folder;
    executeIn(folder / "other.palpate",
              "CREATE TABLE client (id INTEGER PRIMARY KEY); INSERT INTO client VALUES (1)");
    checkRefused(folder, folder / "other.palpate", "SQLite database but not a Palpate vault");
    executeIn(folder / "wal.palpate",
              "PRAGMA journal_mode = WAL; CREATE TABLE t (x); PRAGMA user_version = 9");
    checkRefused(folder, folder / "wal.palpate", "SQLite database but not a Palpate vault");
}

TEST_CASE("a vault of a newer format is refused and stays as it is") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    executeIn(folder / "p.palpate", "PRAGMA user_version = 1");
    checkRefused(folder, folder / "p.palpate", "newer version of Palpate");
}

TEST_CASE("a vault with other tables, or with something added to its tables, is refused and stays as it is") {
    const TemporaryFolder folder;
    const std::vector<std::string> changes{
        "DROP TABLE snapshot",
        "ALTER TABLE client ADD COLUMN phone TEXT",
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER sly AFTER INSERT ON journal BEGIN DELETE FROM journal; END",
        "CREATE VIEW sly AS SELECT * FROM client",
    };
    for (const std::string& change : changes) {
        CAPTURE(change);
        fs::remove(folder / "p.palpate");
        test::makeSampleVault(folder / "p.palpate");
        executeIn(folder / "p.palpate", change);
        checkRefused(folder, folder / "p.palpate", "another preliminary version");
    }
}

TEST_CASE("a vault cut short anywhere is refused and stays as it is") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const std::string whole = test::contentOf(folder / "p.palpate");
    const std::size_t size = whole.size();
    REQUIRE(size > 3 * 4096);
    for (const std::size_t length :
         {std::size_t{16}, std::size_t{71}, std::size_t{72}, std::size_t{99}, std::size_t{100},
          std::size_t{4095}, std::size_t{4096}, size / 2, size - 4096, size - 1}) {
        CAPTURE(length);
        test::writeContent(folder / "cut.palpate", std::string_view(whole).substr(0, length));
        checkRefused(folder, folder / "cut.palpate", "cut short");
    }
}

TEST_CASE("a vault in a folder that may not be written to is refused in words and stays as it is") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    const fs::path inside = folder / "locked";
    fs::create_directory(inside);
    test::makeSampleVault(inside / "p.palpate");
    fs::permissions(inside / "p.palpate", fs::perms(0666));
    const auto before = test::filesIn(inside);
    fs::permissions(inside, fs::perms(0555));
    const std::string opened = withoutPrivileges([&] { return openingError(inside / "p.palpate"); });
    CHECK_MESSAGE(opened.find("folder cannot be written to") != std::string::npos, opened);
    CHECK(opened.find(inside.string()) != std::string::npos);
    const std::string made = withoutPrivileges([&]() -> std::string {
        const auto created = records::createPractice(inside / "new.palpate", "", false);
        return created ? "made" : created.error().message();
    });
    CHECK_MESSAGE(made.find("folder cannot be written to") != std::string::npos, made);
    fs::permissions(inside, fs::perms(0755));
    CHECK(test::filesIn(inside) == before);
}

TEST_CASE("a vault file that may not be written to, or not even read, is refused in words") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0777));
    test::makeSampleVault(folder / "p.palpate");
    const auto before = test::filesIn(folder.path());
    fs::permissions(folder / "p.palpate", fs::perms(0444));
    const std::string readOnly = withoutPrivileges([&] { return openingError(folder / "p.palpate"); });
    CHECK_MESSAGE(readOnly.find("cannot be written to") != std::string::npos, readOnly);
    fs::permissions(folder / "p.palpate", fs::perms(0000));
    const std::string unreadable = withoutPrivileges([&] { return openingError(folder / "p.palpate"); });
    CHECK_MESSAGE(unreadable.find("could not be read") != std::string::npos, unreadable);
    fs::permissions(folder / "p.palpate", fs::perms(0600));
    CHECK(test::filesIn(folder.path()) == before);
}

TEST_CASE("making a vault never replaces a file and needs a folder") {
    const TemporaryFolder folder;
    test::writeContent(folder / "there.palpate", "mine");
    const auto replaced = records::createPractice(folder / "there.palpate", "", false);
    REQUIRE_FALSE(replaced.has_value());
    CHECK(replaced.error().what.find("already") != std::string::npos);
    CHECK(test::contentOf(folder / "there.palpate") == "mine");
    const auto nowhere = records::createPractice(folder.path() / "missing" / "p.palpate", "", false);
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().what.find("no such folder") != std::string::npos);
    CHECK(test::filesIn(folder.path()).size() == 1);
}

TEST_CASE("a file that appears while a vault is being made is not replaced") {
    const TemporaryFolder folder;
    const auto made = records::createFilledPractice(folder / "p.palpate", "", false, [&](records::Practice&) {
        test::writeContent(folder / "p.palpate", "faster");
        return core::Result<void>();
    });
    CHECK_FALSE(made.has_value());
    REQUIRE(test::filesIn(folder.path()).size() == 1);
    CHECK(test::contentOf(folder / "p.palpate") == "faster");
}

TEST_CASE("a vault is found by a relative path and through a link") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "far");
    test::makeSampleVault(folder.path() / "far" / "p.palpate");
    fs::create_symlink(folder.path() / "far" / "p.palpate", folder / "link.palpate");
    CHECK(test::openOrThrow(folder / "link.palpate")->clients()->size() == 2);
    const std::string seen = test::inChild([&] {
        fs::current_path(folder / "far");
        return std::to_string(test::openOrThrow("p.palpate")->clients()->size());
    });
    CHECK(seen == "2");
}
