#include "cli/run_cli.h"

#include "core/time.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <set>

using namespace palpate::test;

namespace {

// Everything that the practice shows of itself.
std::string everything(const std::string& vault) {
    std::string text = runCli({"client", "list", "--vault", vault, "--json", "--with-name"}).out;
    const Ran visits = runCli({"visit", "list", "--vault", vault, "--json"});
    text += visits.out;
    const Json list = visits.json().at("visits");
    for (const Json& visit : list) {
        for (const Json& map : visit.at("maps")) {
            text += runCli({"map", "measure", "--vault", vault, "--visit",
                            std::to_string(visit.at("id").get<int>()), "--author", map.at("author"),
                            "--moment", map.at("moment"), "--json"})
                        .out;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a demo has three clients with eight visits each unless told otherwise") {
    const TemporaryFolder folder;
    const std::string vault = (folder / "demo.palpate").string();
    const Ran made = runCli({"demo", "create", "--vault", vault});
    INFO(made.err);
    CHECK(made.status == 0);
    const Json clients = runCli({"client", "list", "--vault", vault, "--json"}).json().at("clients");
    REQUIRE(clients.size() == 3);
    std::set<std::string> codes;
    for (const Json& client : clients) {
        codes.insert(client.at("code").get<std::string>());
        CHECK(client.at("visits") == 8);
        CHECK_FALSE(client.contains("name"));
    }
    CHECK(codes.size() == 3);
}

TEST_CASE("visits are listed with number, client and time, for all clients or for one") {
    const DemoVault demo;
    const Json all = runCli({"visit", "list", "--vault", demo.file, "--json"}).json().at("visits");
    CHECK(all.size() == 6);
    std::set<int> ids;
    for (const Json& visit : all) {
        ids.insert(visit.at("id").get<int>());
        CHECK(palpate::core::fromIso(visit.at("at").get<std::string>()).has_value());
        CHECK(visit.at("client").is_string());
    }
    CHECK(ids.size() == 6);
    const std::string code = all.at(0).at("client");
    const Json list =
        runCli({"visit", "list", "--vault", demo.file, "--client", code, "--json"}).json().at("visits");
    for (const Json& visit : list)
        CHECK(visit.at("client") == code);
    const Ran nobody = runCli({"visit", "list", "--vault", demo.file, "--client", "C-9999"});
    CHECK(nobody.status == 1);
    CHECK(nobody.says({"C-9999"}));
}

TEST_CASE("slow: the same seed gives the same practice, another seed another one") {
    const TemporaryFolder folder;
    const auto make = [&](const std::string& name, const std::string& seed) {
        const std::string vault = (folder / name).string();
        REQUIRE(
            runCli({"demo", "create", "--vault", vault, "--seed", seed, "--clients", "2", "--visits", "2"})
                .status == 0);
        return everything(vault);
    };
    const std::string first = make("a", "7");
    CHECK(make("b", "7") == first);
    CHECK(make("c", "8") != first);
}

TEST_CASE("a practice is never written over") {
    const TemporaryFolder folder;
    writeText(folder / "there", "something else");
    const Ran ran = runCli({"demo", "create", "--vault", (folder / "there").string()});
    CHECK(ran.status == 1);
    CHECK(ran.says({"there"}));
    CHECK(bytesOf(folder / "there") == "something else");
}

TEST_CASE("a demo that cannot be written leaves nothing behind") {
    const TemporaryFolder folder;
    const Ran ran = runCli({"demo", "create", "--vault", (folder / "missing" / "a.palpate").string()});
    CHECK(ran.status == 1);
    CHECK(ran.says({"missing"}));
    CHECK(fs::is_empty(folder.path()));
    const Ran proc = runCli({"demo", "create", "--vault", "/proc/a.palpate"});
    CHECK(proc.status == 1);
    CHECK(proc.says({"/proc"}));
}

TEST_CASE("a vault that is not there, or is something else, is said to be") {
    const TemporaryFolder folder;
    const auto listing = [&](const std::string& name) {
        return runCli({"visit", "list", "--vault", (folder / name).string()});
    };
    const Ran none = listing("none.palpate");
    CHECK(none.status == 1);
    CHECK(none.says({"none.palpate"}));

    writeText(folder / "notes.txt",
              "Buy milk, and write this line long enough to hold a header of any database.\n");
    CHECK(listing("notes.txt").status == 1);
    CHECK(listing("notes.txt").says({"notes.txt"}));

    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open((folder / "other.db").c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, "CREATE TABLE cake(id); INSERT INTO cake VALUES (1)", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    sqlite3_close(database);
    const std::string before = bytesOf(folder / "other.db");
    const Ran foreign = listing("other.db");
    CHECK(foreign.status == 1);
    CHECK(foreign.says({"other.db", "SQLite"}));
    CHECK(bytesOf(folder / "other.db") == before);
}

TEST_CASE("the records of a vault are not changed by looking at them") {
    const DemoVault demo;
    const std::string before = everything(demo.file);
    REQUIRE(runCli({"visit", "list", "--vault", demo.file}).status == 0);
    REQUIRE(
        runCli({"map", "measure", "--vault", demo.file, "--visit", std::to_string(demo.first())}).status ==
        0);
    CHECK(everything(demo.file) == before);
}

TEST_CASE("a visit that is not there is named") {
    const DemoVault demo;
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"map", "measure"}, {"map", "complete", "--author", "client"}, {"sheet", "--output", "a.png"}}) {
        std::vector<std::string> call = command;
        call.insert(call.end(), {"--vault", demo.file, "--visit", "4711"});
        const Ran ran = runCli(call);
        CHECK(ran.status == 1);
        CHECK(ran.says({"4711"}));
    }
}

TEST_CASE("it works from any folder, with paths as they are seen from there") {
    const DemoVault demo;
    const Ran ran = runCli(
        {"map", "measure", "--vault", "practice.palpate", "--visit", std::to_string(demo.first()), "--json"},
        {.folder = demo.folder.path()});
    CHECK(ran.status == 0);
    CHECK(runCli({"body", "info"}, {.folder = "/"}).status == 0);
}
