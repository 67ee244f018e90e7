#include "cli/run_cli.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate::test;

TEST_CASE("the version is one line") {
    const Ran ran = runCli({"--version"});
    CHECK(ran.status == 0);
    CHECK(ran.out.starts_with("palpate-cli "));
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 1);
    CHECK(ran.err.empty());
}

TEST_CASE("help names every command, and each command explains itself") {
    const Ran ran = runCli({"--help"});
    CHECK(ran.status == 0);
    for (const std::vector<std::string>& command :
         std::vector<std::vector<std::string>>{{"demo", "create"},
                                               {"client", "list"},
                                               {"visit", "list"},
                                               {"map", "paint"},
                                               {"map", "measure"},
                                               {"map", "compare"},
                                               {"map", "complete"},
                                               {"render"},
                                               {"render", "compare"},
                                               {"sheet"},
                                               {"body", "info"},
                                               {"body", "export"},
                                               {"command", "list"}}) {
        std::string name;
        std::vector<std::string> call = command;
        for (const std::string& word : command)
            name += (name.empty() ? "" : " ") + word;
        CHECK_MESSAGE(ran.out.find("  " + name + " ") != std::string::npos, name);
        call.emplace_back("--help");
        const Ran help = runCli(call);
        CHECK_MESSAGE(help.status == 0, name);
        CHECK_MESSAGE(help.out.find("palpate-cli " + name) != std::string::npos, name);
    }
}

TEST_CASE("wrong usage exits with 2 and one line that says what is wrong and where help is") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{}, "subcommand"},
        {{"juggle"}, "juggle"},
        {{"map"}, "subcommand"},
        {{"map", "juggle"}, "juggle"},
        {{"map", "measure", "--vault", "v"}, "--visit is required"},
        {{"map", "measure", "--visit", "1"}, "--vault is required"},
        {{"map", "measure", "--vault", "v", "--visit", "one"}, "\"one\""},
        {{"map", "measure", "--vault", "v", "--visit", "-1"}, "\"-1\""},
        {{"map", "measure", "--vault", "v", "--visit", "1", "--author", "nobody"}, "client or therapist"},
        {{"map", "measure", "--vault", "v", "--visit", "1", "--moment", "never"}, "before or after"},
        {{"map", "measure", "--vault", "v", "--visit", "1", "--colour", "red"}, "--colour"},
        {{"map", "compare", "--vault", "v", "--from", "1:client:before:x", "--to", "2"},
         "VISIT[:author[:moment]]"},
        {{"map", "compare", "--vault", "v", "--from", "1", "--to", "2", "--layer", "joy"}, "\"joy\""},
        {{"map", "paint", "--vault", "v", "--visit", "1", "--strokes", "s"}, "--author is required"},
        {{"render", "--vault", "v", "--visit", "1", "--view", "inside", "--size", "99x99", "--output",
          "a.png"},
         "\"inside\""},
        {{"render", "--vault", "v", "--visit", "1", "--view", "front", "--size", "99", "--output", "a.png"},
         "1600x900"},
        {{"render", "--vault", "v", "--visit", "1", "--view", "front", "--size", "0x9", "--output", "a.png"},
         "16384"},
        {{"render", "--vault", "v", "--visit", "1", "--view", "front", "--size", "99x99"},
         "--output is required"},
        {{"render", "--vault", "v", "--visit", "1", "--view", "front", "--size", "99x99", "--output",
          "a.jpg"},
         ".png"},
        {{"render", "--vault", "v", "--visit", "1", "--view", "front", "--size", "99x99", "--output", "a.png",
          "--layers", "pain,joy"},
         "\"joy\""},
        {{"render", "compare", "--vault", "v", "--from", "1", "--to", "2", "--mode", "blink", "--view",
          "back", "--size", "99x99", "--output", "a.png"},
         "blink"},
        {{"sheet", "--vault", "v", "--visit", "1", "--output", "a.pdf"}, ".png"},
        {{"body", "export"}, "--output is required"},
    };
    for (const auto& [call, part] : wrong) {
        const Ran ran = runCli(call);
        CAPTURE(part);
        CAPTURE(ran.err);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.starts_with("palpate-cli: "));
        CHECK(ran.says({part}));
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    }
}

TEST_CASE("an answer that cannot be written down is a failure") {
    const DemoVault demo;
    const Ran ran = runCli({"visit", "list", "--vault", demo.file}, {.output = "/dev/full"});
    CHECK(ran.status == 1);
    CHECK(ran.says({"standard output"}));
}

TEST_CASE("every command of the window is listed with its shortcut") {
    const Ran ran = runCli({"command", "list", "--json"});
    CHECK(ran.status == 0);
    const Json commands = ran.json().at("commands");
    const auto undo = std::find_if(commands.begin(), commands.end(),
                                   [](const Json& command) { return command.at("name") == "map.undo"; });
    REQUIRE(undo != commands.end());
    CHECK(undo->at("shortcuts").at(0) == "Ctrl+Z");
    CHECK(runCli({"command", "list"}).out.find("map.undo") != std::string::npos);
}
