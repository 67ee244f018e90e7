#include "cli/run_cli.h"

#include "records/meddling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace palpate::test;

namespace {

// The subjects of all rows of that kind.
std::vector<std::string> logged(const std::string& vault, const std::string& kind) {
    std::vector<std::string> subjects;
    const Json log =
        runCli({"vault", "audit", "--vault", vault, "--json", "--count", "1000"}).json().at("log");
    for (const Json& row : log) {
        if (row.at("kind") == kind) subjects.push_back(row.at("subject"));
    }
    return subjects;
}

std::string codeOfFirstClient(const std::string& vault) {
    return runCli({"client", "list", "--vault", vault, "--json"}).json().at("clients").at(0).at("code");
}

}  // namespace

TEST_CASE("a damaged map or visit is named and costs the list and the frequency nothing but itself") {
    const DemoVault demo;
    const Meddler meddler(demo.file);
    meddler.damage("map/1/client/before");
    const Ran listed = runCli({"visit", "list", "--vault", demo.file, "--json"});
    CHECK(listed.status == 1);
    CHECK(listed.says({"visit record 1", "not affected"}));
    CHECK(listed.json().at("visits").size() == 6);
    const Ran counted = runCli({"map", "frequency", "--vault", demo.file, "--json"});
    CHECK(counted.status == 1);
    CHECK(counted.says({"visit record 1"}));
    CHECK(counted.json().at("visits") == 6);
    CHECK(counted.json().at("unreadable") == 1);
    CHECK(counted.json().at("maps").get<int>() >= 4);
    meddler.damage("visit/2");
    const Ran without = runCli({"visit", "list", "--vault", demo.file, "--json"});
    CHECK(without.status == 1);
    CHECK(without.json().at("visits").size() == 5);
    CHECK(runCli({"client", "list", "--vault", demo.file}).says({"visit record 2"}));
}

TEST_CASE("a flipped bit in any saved picture of a map is caught by its seal, and the count is as before") {
    const DemoVault demo;
    const std::vector<std::string> count{"map", "frequency", "--vault", demo.file, "--json"};
    const Json before = runCli(count).json();
    const Meddler meddler(demo.file);
    int damaged = 0;
    for (int visit = 1; visit <= 6; ++visit) {
        const std::string item = "snapshot/" + std::to_string(visit) + "/client/before";
        if (!meddler.has(item)) continue;
        meddler.damage(item);
        ++damaged;
    }
    REQUIRE(damaged > 3);
    const Ran counted = runCli(count);
    CHECK(counted.status == 1);
    CHECK(counted.says({"saved picture"}));
    const Json after = counted.json();
    CHECK(after.at("unreadable") == damaged);  // each was told, and the journal stood in for it
    CHECK(after.at("maps") == before.at("maps"));
    CHECK((after.at("regions") == before.at("regions")));
}

TEST_CASE("what says whose a visit is costs nothing and is mended, so that the next list is whole") {
    const DemoVault demo;
    Meddler(demo.file).damage("visit-owner/1");
    const Ran mending = runCli({"visit", "list", "--vault", demo.file, "--json"});
    CHECK(mending.json().at("visits").size() == 6);
    CHECK(runCli({"visit", "list", "--vault", demo.file}).status == 0);
    CHECK(runCli({"vault", "check", "--vault", demo.file}).status == 0);
}

TEST_CASE("a client whose record is damaged is erased by its number") {
    const DemoVault demo;
    Meddler(demo.file).damage("client/1");
    CHECK(runCli({"client", "erase", "--vault", demo.file, "--yes"}).status == 2);
    CHECK(runCli({"client", "erase", "--vault", demo.file, "--number", "1"}).status == 2);
    CHECK(runCli({"client", "erase", "--vault", demo.file, "--number", "99", "--yes"}).says({"99"}));
    const Json erased =
        runCli({"client", "erase", "--vault", demo.file, "--number", "1", "--yes", "--json"}).json();
    CHECK(erased.at("visits") == 3);
    const Ran left = runCli({"client", "list", "--vault", demo.file, "--json"});
    CHECK(left.status == 0);
    CHECK(left.json().at("clients").size() == 1);
}

TEST_CASE("the log says whose records were looked at and what left the practice in a file") {
    const DemoVault demo;
    const std::string code = codeOfFirstClient(demo.file);
    CHECK(logged(demo.file, "viewed").empty());
    CHECK(runCli({"client", "show", "--vault", demo.file, "--client", code}).status == 0);
    const std::string visit = std::to_string(demo.first());
    CHECK(runCli({"map", "measure", "--vault", demo.file, "--visit", visit, "--json"}).status == 0);
    const std::vector<std::string> viewed = logged(demo.file, "viewed");
    REQUIRE(viewed.size() == 2);
    CHECK(viewed[0] == "client " + code);
    CHECK(viewed[1] == "visit " + visit + " of client " + code);
    const std::string csv = (demo.folder / "course.csv").string();
    CHECK(runCli({"history", "--vault", demo.file, "--client", code, "--csv", csv}).status == 0);
    const std::vector<std::string> exported = logged(demo.file, "exported");
    REQUIRE(exported.size() == 1);
    CHECK(exported[0] == "client " + code + " as course.csv");
    CHECK(runCli({"vault", "check", "--vault", demo.file}).status == 0);
}

TEST_CASE("a course says what its shares are shares of") {
    const DemoVault demo;
    const std::string code = codeOfFirstClient(demo.file);
    const std::vector<std::string> call{"history", "--vault", demo.file, "--client", code, "--json"};
    CHECK(runCli(call).json().at("percent_of") == "body");
    std::vector<std::string> ofRegion = call;
    ofRegion.insert(ofRegion.end(), {"--region", "upper_trap_L"});
    CHECK(runCli(ofRegion).json().at("percent_of") == "region");
}

TEST_CASE("a backup of a damaged practice says that it cannot be restored as it is") {
    const DemoVault demo;
    Meddler(demo.file).damage("map/1/client/before");
    const Ran made = runCli({"vault", "backup", "--vault", demo.file, "--json"});
    CHECK(made.status == 0);
    CHECK(made.json().at("damaged").size() == 1);
    CHECK(runCli({"vault", "backup", "--vault", demo.file}).out.find("cannot be restored") !=
          std::string::npos);
}

TEST_CASE(
    "a wrong passphrase leaves a backup as it was, and a restore tells what it cannot know of erasures") {
    const TemporaryFolder folder;
    const std::string vault = (folder / "p.palpate").string(), backup = (folder / "b.palpate").string();
    for (const char* name : {"first", "second"})
        writeText(folder / name, std::string(name) + " passphrase");
    const std::string first = (folder / "first").string(), second = (folder / "second").string();
    REQUIRE(runCli({"vault", "create", "--vault", vault, "--passphrase-file", first}).status == 0);
    for (const char* code : {"C-0001", "C-0002"})
        REQUIRE(
            runCli({"client", "add", "--vault", vault, "--passphrase-file", first, "--code", code}).status ==
            0);
    fs::copy_file(vault, backup);
    const std::string bytes = bytesOf(backup);
    CHECK(runCli({"vault", "restore", "--vault", vault, "--backup", backup, "--passphrase-file", second})
              .status == 1);
    CHECK(bytesOf(backup) == bytes);
    REQUIRE(runCli({"vault", "rekey", "--rotate-keys", "--vault", vault, "--passphrase-file", first,
                    "--new-passphrase-file", second})
                .status == 0);
    REQUIRE(runCli({"client", "erase", "--vault", vault, "--passphrase-file", second, "--client", "C-0001",
                    "--yes"})
                .status == 0);
    const Ran restored = runCli(
        {"vault", "restore", "--vault", vault, "--backup", backup, "--passphrase-file", first, "--json"});
    INFO(restored.err);
    CHECK(restored.status == 0);
    CHECK(restored.json().at("erasures_unknown").get<std::string>().find("erased") != std::string::npos);
    CHECK(runCli({"client", "list", "--vault", vault, "--passphrase-file", first, "--json"})
              .json()
              .at("clients")
              .size() == 2);
}

TEST_CASE(
    "a restore erases again who was erased since, also after the keys were rotated under one passphrase") {
    const TemporaryFolder folder;
    const std::string vault = (folder / "p.palpate").string(), backup = (folder / "b.palpate").string();
    const std::string words = (folder / "words").string();
    writeText(words, "one passphrase");
    REQUIRE(runCli({"vault", "create", "--vault", vault, "--passphrase-file", words}).status == 0);
    for (const char* code : {"C-0001", "C-0002"})
        REQUIRE(
            runCli({"client", "add", "--vault", vault, "--passphrase-file", words, "--code", code}).status ==
            0);
    fs::copy_file(vault, backup);
    REQUIRE(runCli({"vault", "rekey", "--rotate-keys", "--vault", vault, "--passphrase-file", words,
                    "--new-passphrase-file", words})
                .status == 0);
    REQUIRE(runCli({"client", "erase", "--vault", vault, "--passphrase-file", words, "--client", "C-0001",
                    "--yes"})
                .status == 0);
    const Ran restored = runCli(
        {"vault", "restore", "--vault", vault, "--backup", backup, "--passphrase-file", words, "--json"});
    INFO(restored.err);
    CHECK(restored.json().at("erased_again") == 1);
    CHECK(restored.json().at("erasures_unknown").is_null());
}
