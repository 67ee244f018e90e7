#include "records/migration.h"

#include "records/sample_practice.h"
#include "records/vault.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <vector>

using namespace palpate;
using records::Connection;
using records::Migration;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

int versionOf(const fs::path& vault) {
    return records::lookAtVault(vault)->formatVersion;
}

core::Result<void> addTable(Connection& connection, const char* name) {
    return connection.execute((std::string("CREATE TABLE ") + name + " (x INTEGER) STRICT").c_str());
}

bool hasTable(const fs::path& vault, const char* name) {
    const auto connection = *Connection::peek(vault);
    auto rows = *connection->query("SELECT 1 FROM sqlite_schema WHERE name = ?", std::string_view(name));
    return *rows.step();
}

core::Result<void> run(const fs::path& vault, const std::vector<Migration>& steps, int to) {
    const auto key = records::unlockDemo(vault);
    const auto connection = *Connection::open(vault);
    if (auto logged = connection->startLog(); !logged) return logged;
    return records::migrate(*connection, *key, steps, 1, to);
}

std::vector<Migration> twoSteps() {
    return {{1, [](Connection& c, const auto&) { return addTable(c, "second"); }},
            {2, [](Connection& c, const auto&) { return addTable(c, "third"); }}};
}

}  // namespace

TEST_CASE("a vault is brought up step by step, and a copy of it as it was stays beside it") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const std::string before = test::contentOf(vault);
    REQUIRE(run(vault, twoSteps(), 3).has_value());
    CHECK(versionOf(vault) == 3);
    CHECK(hasTable(vault, "second"));
    CHECK(hasTable(vault, "third"));
    CHECK(test::contentOf(records::copyBeforeMigration(vault, 1)) == before);
    CHECK(test::filesIn(folder.path()).size() == 2);
}

TEST_CASE("a step that fails never happened, and the ones before it stay") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    auto steps = twoSteps();
    steps[1].run = [](Connection& c, const auto&) -> core::Result<void> {
        if (auto made = addTable(c, "third"); !made) return made;
        return core::Error{"the third step", "", ""};
    };
    CHECK(run(vault, steps, 3).error().what == "the third step");
    CHECK(versionOf(vault) == 2);
    CHECK(hasTable(vault, "second"));
    CHECK_FALSE(hasTable(vault, "third"));
}

TEST_CASE(
    "a key of another practice brings nothing up to date, and nothing is written in or beside the file") {
    const TemporaryFolder folder, elsewhere;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    test::makeSampleVault(elsewhere / "o.palpate");
    const auto other = records::unlockDemo(elsewhere / "o.palpate");
    REQUIRE(other.has_value());
    const auto before = test::filesIn(folder.path());
    bool ran = false;
    const std::vector<Migration> steps{{1, [&](Connection&, const auto&) -> core::Result<void> {
                                            ran = true;
                                            return {};
                                        }}};
    {
        const auto connection = *Connection::open(vault);
        REQUIRE(connection->startLog().has_value());
        const auto refused = records::migrate(*connection, *other, steps, 1, 2);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().what.find("not the one of this practice") != std::string::npos);
        // Also where there is no way at all: who has no key learns nothing.
        CHECK(records::migrate(*connection, *other, {}, 1, 2).error().what == refused.error().what);
    }
    CHECK_FALSE(ran);
    CHECK(test::filesIn(folder.path()) == before);
    CHECK(versionOf(vault) == 1);
}

TEST_CASE("without a way to the present format nothing is touched") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const auto before = test::filesIn(folder.path());
    CHECK(run(vault, {twoSteps()[1]}, 3).error().what.find("cannot bring a practice of format 1") !=
          std::string::npos);
    CHECK(test::filesIn(folder.path()) == before);
}

TEST_CASE(
    "a program that is killed in the middle of a step leaves the vault before that step, with its copy") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "p.palpate";
    test::makeSampleVault(vault);
    const std::string records = test::dumpPractice(*test::openOrThrow(vault));
    auto steps = twoSteps();
    steps[1].run = [](Connection& c, const auto&) -> core::Result<void> {
        (void)addTable(c, "third");
        ::raise(SIGKILL);
        return {};
    };
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        (void)run(vault, steps, 3);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    {
        const auto connection = *Connection::open(vault);  // reads the log that was left
        REQUIRE(connection->startLog().has_value());
    }
    CHECK(versionOf(vault) == 2);
    CHECK_FALSE(hasTable(vault, "third"));
    const fs::path copy = records::copyBeforeMigration(vault, 1);
    REQUIRE(fs::exists(copy));
    CHECK(test::dumpPractice(*test::openOrThrow(copy)) == records);
}
