#include "cli/run_cli.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate::test;

namespace {

struct SharedVault : DemoVault {
    SharedVault() {
        for (const char* name : {"Ada Example", "Bo Muster"})
            REQUIRE(run({"practitioner", "add", "--name", name}).status == 0);
    }
    [[nodiscard]] Ran run(std::vector<std::string> words, const RunOptions& options = {}) const {
        words.insert(words.end(), {"--vault", file});
        return runCli(words, options);
    }
    // The newest rows of the log but for that of looking at it.
    [[nodiscard]] Json log(std::size_t rows) const {
        Json all = run({"vault", "audit", "--json", "--count", "1000"}).json().at("log");
        Json newest = Json::array();
        for (std::size_t i = all.size() - 1 - rows; i + 1 < all.size(); ++i)
            newest.push_back(all[i]);
        return newest;
    }
};

}  // namespace

TEST_CASE("practitioners are added, listed, renamed, and leave and come back") {
    const DemoVault demo;
    const auto run = [&demo](std::vector<std::string> words) {
        words.insert(words.end(), {"--vault", demo.file});
        return runCli(words);
    };
    CHECK(run({"practitioner", "list"}).out.find("Nobody is recorded") != std::string::npos);
    CHECK(run({"practitioner", "list", "--json"}).json() == Json{{"practitioners", Json::array()}});
    CHECK(run({"practitioner", "add", "--name", "Ada Example", "--json"}).json() ==
          Json{{"id", 1}, {"name", "Ada Example"}});
    CHECK(run({"practitioner", "add", "--name", "Bo Muster"}).out == "Added practitioner Bo Muster.\n");
    CHECK(run({"practitioner", "edit", "--name", "Bo Muster", "--new-name", "Bo Neumann"}).status == 0);
    CHECK(run({"practitioner", "edit", "--name", "Bo Neumann", "--retire"}).status == 0);
    const Json listed = run({"practitioner", "list", "--json"}).json().at("practitioners");
    CHECK(listed == Json::array({{{"id", 1}, {"name", "Ada Example"}, {"retired", false}},
                                 {{"id", 2}, {"name", "Bo Neumann"}, {"retired", true}}}));
    CHECK(run({"practitioner", "list"}).out.find("no longer") != std::string::npos);
    CHECK(run({"practitioner", "edit", "--name", "Bo Neumann", "--back"}).out ==
          "Bo Neumann works here again.\n");
    CHECK(run({"vault", "info", "--json"}).json().at("practitioners") == 2);
    CHECK(run({"vault", "check", "--json"}).json().at("practitioners") == 2);
}

TEST_CASE("what cannot be done with a practitioner is said, with what to do") {
    const SharedVault vault;
    const Ran nothing = vault.run({"practitioner", "edit", "--name", "Bo Muster"});
    CHECK(nothing.status == 2);
    CHECK(nothing.says({"Nothing was stated", "practitioner edit --help"}));
    const Ran both = vault.run({"practitioner", "edit", "--name", "Bo Muster", "--retire", "--back"});
    CHECK(both.status == 2);
    const Ran unknown = vault.run({"practitioner", "edit", "--name", "Cleo", "--retire"});
    CHECK(unknown.status == 1);
    CHECK(unknown.says({"no practitioner called Cleo", "practitioner list"}));
    const Ran taken = vault.run({"practitioner", "add", "--name", "Ada Example"});
    CHECK(taken.status == 2);
    CHECK(taken.says({"called Ada Example already", "another name"}));
    CHECK(vault.run({"practitioner", "add", "--name", ""}).status == 2);
    CHECK(vault.run({"practitioner", "add"}).says({"--name is required"}));
    const Ran stranger = vault.run({"client", "list", "--practitioner", "Cleo"});
    CHECK(stranger.status == 1);
    CHECK(stranger.says({"Nobody called Cleo works in this practice", vault.file, "spelling"}));
    REQUIRE(vault.run({"practitioner", "edit", "--name", "Bo Muster", "--retire"}).status == 0);
    const Ran gone = vault.run({"client", "list", "--practitioner", "Bo Muster"});
    CHECK(gone.status == 1);
    CHECK(gone.says({"does not work in this practice any more"}));
    CHECK(gone.out.empty());
}

TEST_CASE("the log and visits name who worked, and show a dash where nobody is known") {
    const SharedVault vault;
    const std::string client = vault.run({"client", "list", "--json"}).json().at("clients").at(0).at("code");
    const auto add = [&](const std::vector<std::string>& more, const RunOptions& options = {}) {
        std::vector<std::string> words{"visit", "add", "--client", client, "--json"};
        words.insert(words.end(), more.begin(), more.end());
        return vault.run(words, options).json().at("id").get<int>();
    };
    const int byBo = add({"--practitioner", "Bo Muster"});
    for (const Json& row : vault.log(2))
        CHECK(row.at("practitioner") == "Bo Muster");
    const int byAda = add({}, {.environment = {{"PALPATE_PRACTITIONER", "Ada Example"}}});
    const int byNobody = add({});
    CHECK(vault.log(1).at(0).at("practitioner") == nullptr);
    const auto giver = [&vault](int visit) {
        return vault.run({"visit", "show", "--visit", std::to_string(visit), "--json"})
            .json()
            .at("practitioner");
    };
    CHECK(giver(byBo) == "Bo Muster");
    CHECK(giver(byAda) == "Ada Example");
    CHECK(giver(byNobody) == nullptr);
    CHECK(giver(vault.first()) == nullptr);
    REQUIRE(vault
                .run({"practitioner", "edit", "--name", "Bo Muster", "--new-name", "Bo Neumann",
                      "--practitioner", "Bo Muster"})
                .status == 0);
    // Who is the only one left need not be named.
    REQUIRE(vault.run({"practitioner", "edit", "--name", "Ada Example", "--retire"}).status == 0);
    CHECK(giver(byBo) == "Bo Neumann");
    CHECK(vault.log(1).at(0).at("practitioner") == "Bo Neumann");
    const std::string shown = vault.run({"visit", "show", "--visit", std::to_string(byAda)}).out;
    CHECK(shown.find("Given by: Ada Example\n") != std::string::npos);
    const std::string list = vault.run({"visit", "list"}).out;
    CHECK(list.find("  Bo Neumann\n") != std::string::npos);
    CHECK(list.find("  \u2013\n") != std::string::npos);
    const std::string log = vault.run({"vault", "audit", "--count", "1000"}).out;
    CHECK(log.find("  Bo Neumann  ") != std::string::npos);
    CHECK(log.find("  \u2013") != std::string::npos);
}

TEST_CASE("a practice can begin with a name") {
    const TemporaryFolder folder;
    const std::string vault = (folder / "p.palpate").string();
    writeText(folder / "words", "correct horse battery\n");
    const std::string words = (folder / "words").string();
    REQUIRE(runCli({"vault", "create", "--vault", vault, "--passphrase-file", words, "--practitioner",
                    "Ada Example"})
                .status == 0);
    const Json log =
        runCli({"vault", "audit", "--vault", vault, "--passphrase-file", words, "--json"}).json().at("log");
    REQUIRE(log.size() >= 2);
    for (const Json& row : log)
        CHECK(row.at("practitioner") == "Ada Example");
}
