#include "records/practice.h"
#include "records/sample_practice.h"
#include "records/vault.h"
#include "support/child_process.h"
#include "support/practice_dump.h"
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
    const auto opened = test::openPractice(file);
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

// What can be seen of the sample vault, why it can only be read, and that it really can only be read.
std::string openedReadOnly(const fs::path& vault) {
    const auto opened = test::openPractice(vault);
    if (!opened) return opened.error().message();
    const auto map = (*opened)->loadMap({{1}, clinic::Author::Client, clinic::Moment::Before});
    if (!map || (*opened)->addClient(test::sampleClient("C-0009")).has_value()) return "written to";
    if (!(*opened)->damagedRecords().empty()) return "damaged";
    if (!(*opened)->audit(records::AuditKind::Viewed, "client C-0001")) return "the log stands in the way";
    return std::to_string((*opened)->clients()->size()) + " clients, " +
           std::to_string((*map)->entries.size()) + " steps. " + (*opened)->info().readOnly;
}

}  // namespace

TEST_CASE("a vault that is not there, or whose folder is not, is refused") {
    const TemporaryFolder folder;
    checkRefused(folder, folder / "none.palpate", "no such practice");
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
    checkRefused(folder, folder / "text.palpate", "not a practice of Palpate");
    test::writeContent(folder / "short.palpate", "hm");
    checkRefused(folder, folder / "short.palpate", "not a practice of Palpate");
    test::writeContent(folder / "picture.palpate", "\x89PNG\r\n\x1a\n" + std::string(5000, '\7'));
    checkRefused(folder, folder / "picture.palpate", "not a practice of Palpate");
}

TEST_CASE("another SQLite database is said to be one and stays as it is") {
    const TemporaryFolder folder;
    executeIn(folder / "other.palpate",
              "CREATE TABLE client (id INTEGER PRIMARY KEY); INSERT INTO client VALUES (1)");
    checkRefused(folder, folder / "other.palpate", "SQLite database but not a practice of Palpate");
    executeIn(folder / "wal.palpate",
              "PRAGMA journal_mode = WAL; CREATE TABLE t (x); PRAGMA user_version = 9");
    checkRefused(folder, folder / "wal.palpate", "SQLite database but not a practice of Palpate");
}

TEST_CASE("a vault of a newer format opens to be read only, or is refused if it is laid out otherwise") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const std::string written = test::dumpPractice(*test::openOrThrow(folder / "p.palpate"));
    executeIn(folder / "p.palpate", "PRAGMA user_version = 2");
    const auto before = test::filesIn(folder.path());
    {
        const auto face = records::lookAtVault(folder / "p.palpate");
        CHECK(face->newer);
        CHECK(face->formatVersion == 2);
        const auto practice = test::openOrThrow(folder / "p.palpate");
        CHECK(practice->info().readOnly.find("newer version of Palpate") != std::string::npos);
        CHECK(test::dumpPractice(*practice) == written);
        CHECK_FALSE(practice->addClient(test::sampleClient("C-0009")).has_value());
        CHECK(test::filesIn(folder.path()) == before);
    }
    executeIn(folder / "p.palpate", "CREATE TABLE extra (x)");
    checkRefused(folder, folder / "p.palpate", "newer version of Palpate");
}

TEST_CASE("a vault of the unsealed format 0 is refused in words and stays as it is") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    executeIn(folder / "p.palpate", "PRAGMA user_version = 0");
    CHECK(records::lookAtVault(folder / "p.palpate")->unsealed);
    checkRefused(folder, folder / "p.palpate", "before practices were sealed");
}

TEST_CASE("a vault with other tables, or with something added to its tables, is refused and stays as it is") {
    const TemporaryFolder folder;
    const std::vector<std::string> changes{
        "DROP TABLE inbox",
        "ALTER TABLE item ADD COLUMN phone TEXT",
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER sly AFTER INSERT ON body BEGIN DELETE FROM body; END",
        "CREATE VIEW sly AS SELECT * FROM body",
    };
    for (const std::string& change : changes) {
        CAPTURE(change);
        fs::remove(folder / "p.palpate");
        test::makeSampleVault(folder / "p.palpate");
        executeIn(folder / "p.palpate", change);
        checkRefused(folder, folder / "p.palpate", "tables of this practice");
    }
}

TEST_CASE("a vault cut short anywhere is refused and stays as it is") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    const std::string whole = test::contentOf(folder / "p.palpate");
    const std::size_t size = whole.size();
    REQUIRE(size > 3 * 4096);
    for (std::size_t length = 16; length < size; length += length < 4200 ? 83 : 797) {
        CAPTURE(length);
        test::writeContent(folder / "cut.palpate", std::string_view(whole).substr(0, length));
        checkRefused(folder, folder / "cut.palpate", "cut short");
    }
}

TEST_CASE("a vault in a folder that may not be written to opens to be read only and stays as it is") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    const fs::path inside = folder / "locked";
    fs::create_directory(inside);
    test::makeSampleVault(inside / "p.palpate");
    fs::permissions(inside / "p.palpate", fs::perms(0666));
    const auto before = test::filesIn(inside);
    fs::permissions(inside, fs::perms(0555));
    const std::string opened = withoutPrivileges([&] { return openedReadOnly(inside / "p.palpate"); });
    CHECK_MESSAGE(
        opened.find("2 clients, 6 steps. The folder " + inside.string() + " cannot be written to") == 0,
        opened);
    const std::string made = withoutPrivileges([&]() -> std::string {
        const auto created = test::createPractice(inside / "new.palpate", "");
        return created ? "made" : created.error().message();
    });
    CHECK_MESSAGE(made.find("folder cannot be written to") != std::string::npos, made);
    fs::permissions(inside, fs::perms(0755));
    CHECK(test::filesIn(inside) == before);
}

TEST_CASE("what is still in the log of a vault that was not closed is read where nothing can be written") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    const fs::path inside = folder / "locked";
    fs::create_directory(inside);
    {
        const TemporaryFolder elsewhere;
        test::makeSampleVault(elsewhere / "p.palpate");
        const auto practice = test::openOrThrow(elsewhere / "p.palpate");
        REQUIRE(
            practice->append({{1}, clinic::Author::Client, clinic::Moment::Before}, test::strokeEntry("x"))
                .has_value());
        for (const char* name : {"p.palpate", "p.palpate-wal"}) {
            test::writeContent(inside / name, test::contentOf(elsewhere / name));
            fs::permissions(inside / name, fs::perms(0644));
        }
    }
    const auto before = test::filesIn(inside);
    fs::permissions(inside, fs::perms(0555));
    const std::string opened = withoutPrivileges([&] { return openedReadOnly(inside / "p.palpate"); });
    CHECK_MESSAGE(opened.find("2 clients, 7 steps.") == 0, opened);
    fs::permissions(inside, fs::perms(0755));
    CHECK(test::filesIn(inside) == before);
}

TEST_CASE("a vault file that may not be written to is read only, and one that may not be read is refused") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0777));
    test::makeSampleVault(folder / "p.palpate");
    const auto before = test::filesIn(folder.path());
    fs::permissions(folder / "p.palpate", fs::perms(0444));
    const std::string readOnly = withoutPrivileges([&] { return openedReadOnly(folder / "p.palpate"); });
    CHECK_MESSAGE(readOnly.find("p.palpate cannot be written to") != std::string::npos, readOnly);
    fs::permissions(folder / "p.palpate", fs::perms(0000));
    const std::string unreadable = withoutPrivileges([&] { return openedReadOnly(folder / "p.palpate"); });
    CHECK_MESSAGE(unreadable.find("could not be read") != std::string::npos, unreadable);
    fs::permissions(folder / "p.palpate", fs::perms(0600));
    CHECK(test::filesIn(folder.path()) == before);
}

TEST_CASE("making a vault never replaces a file and needs a folder") {
    const TemporaryFolder folder;
    test::writeContent(folder / "there.palpate", "mine");
    const auto replaced = test::createPractice(folder / "there.palpate", "");
    REQUIRE_FALSE(replaced.has_value());
    CHECK(replaced.error().what.find("already") != std::string::npos);
    CHECK(test::contentOf(folder / "there.palpate") == "mine");
    const auto nowhere = test::createPractice(folder.path() / "missing" / "p.palpate", "");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().what.find("no such folder") != std::string::npos);
    CHECK(test::filesIn(folder.path()).size() == 1);
}

TEST_CASE("a file that appears while a vault is being made is not replaced") {
    const TemporaryFolder folder;
    const auto made = test::createFilledPractice(folder / "p.palpate", "", [&](records::Practice&) {
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
