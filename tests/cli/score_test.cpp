#include "cli/fresh_map.h"
#include "cli/run_cli.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate::test;

namespace {

std::string fill(const char* region) {
    return std::string(R"({"tool":"fill","layer":"pain","level":6,"region":")") + region + "\"}";
}

Ran onFreshMap(const DemoVault& demo, std::vector<std::string> words, const RunOptions& options = {}) {
    for (const std::string& word : freshMap(demo))
        words.push_back(word);
    return runCli(words, options);
}

Json scoreOf(const DemoVault& demo, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"score", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return onFreshMap(demo, words).json();
}

void paint(const DemoVault& demo, const std::string& strokes) {
    REQUIRE(onFreshMap(demo, {"map", "paint", "--strokes", "-"}, {.input = strokes}).status == 0);
}

}  // namespace

TEST_CASE("a score names the areas that fed it and says why the criteria are not met") {
    const DemoVault demo;
    paint(demo, fill("upper_trap_L") + "\n" + fill("lumbar_L") + "\n");
    const Json score = scoreOf(demo);
    CHECK(score["wpi"]["score"] == 2);
    CHECK(score["wpi"]["regions_with_pain"] == 2);
    CHECK(score["wpi"]["generalized"] == false);
    CHECK(score["sss"].is_null());
    CHECK(score["fibromyalgia_2016"]["met"] == false);
    CHECK(score["fibromyalgia_2016"]["why"].get<std::string>().find("below 4") != std::string::npos);
    CHECK(score["wp2019"]["met"] == false);
    CHECK(score["choir"]["score"].get<int>() >= 2);
    CHECK(score["michigan"]["score"].get<int>() >= 2);
    CHECK(score["lund_browder"]["percent"].get<double>() > 0.5);
    for (const Json& area : score["wpi"]["areas"])
        CHECK_FALSE(area["places"].empty());
}

TEST_CASE("how much paint an area needs can be changed") {
    const DemoVault demo;
    paint(demo, fill("lumbar_L") + "\n");
    CHECK(scoreOf(demo)["wpi"]["score"] == 1);
    CHECK(scoreOf(demo, {"--area-cm2", "1000", "--area-percent", "100"})["wpi"]["score"] == 0);
    CHECK(runCli({"score", "--vault", demo.file, "--visit", "1", "--area-cm2", "0"}).status == 2);
}

TEST_CASE("numbers of CHOIR areas are written in those of the other drawing") {
    // The published conversion of six numbers; the others are the same on both drawings.
    const Ran male = runCli({"score", "codes", "--codes", "112,114,101", "--json"});
    CHECK(male.json()["codes"] == "101,112,116");
    CHECK(male.json()["drawing"] == "male");
    const Ran back = runCli({"score", "codes", "--codes", "101,112,116", "--from", "male", "--to", "female"});
    CHECK(back.out == "101,112,114\n");
    const Ran wrong = runCli({"score", "codes", "--codes", "999"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("999") != std::string::npos);
    CHECK(runCli({"score", "codes", "--codes", "101", "--from", "junior"}).status == 2);
}

TEST_CASE("a map without any pain recorded on it is not scored 0") {
    const DemoVault demo;
    paint(demo, R"({"tool":"fill","layer":"tension","level":3,"region":"lumbar_L"})"
                "\n");
    const Json score = scoreOf(demo);
    CHECK(score["recorded"] == false);
    for (const char* form : {"wpi", "michigan", "choir"})
        CHECK(score[form]["score"].is_null());
    CHECK(score["choir"]["codes"].is_null());
    CHECK(score["wpi"]["generalized"].is_null());
    CHECK(score["fibromyalgia_2016"]["met"].is_null());
    CHECK(score["wp2019"]["met"].is_null());
    CHECK(score["lund_browder"]["percent"].is_null());
    const std::string text = onFreshMap(demo, {"score"}).out;
    CHECK(text.find("Widespread pain index: not recorded") != std::string::npos);
    CHECK(text.find("0 of 19") == std::string::npos);
    REQUIRE(onFreshMap(demo, {"score", "correct", "--area", "jaw_L", "--hurts"}).status == 0);
    CHECK(scoreOf(demo)["wpi"]["score"] == 1);
    CHECK(scoreOf(demo)["michigan"]["score"].is_null());
}

TEST_CASE("a finished map without paint scores nothing, and no map is an error") {
    const DemoVault demo;
    CHECK(onFreshMap(demo, {"score"}).status == 1);
    REQUIRE(onFreshMap(demo, {"map", "complete"}).status == 0);
    const Json score = scoreOf(demo);
    for (const char* form : {"wpi", "michigan", "choir"})
        CHECK(score[form]["score"] == 0);
    CHECK(score["recorded"] == true);
    CHECK(score["choir"]["codes"] == "");
    CHECK(onFreshMap(demo, {"score"}).out.find("not a diagnosis") != std::string::npos);
}
