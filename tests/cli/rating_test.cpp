#include "cli/run_cli.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate::test;

namespace {

std::vector<std::string> on(const DemoVault& demo, std::vector<std::string> words) {
    words.insert(words.end(), {"--vault", demo.file, "--visit", std::to_string(demo.first())});
    return words;
}

Ran run(const DemoVault& demo, const std::vector<std::string>& words, const RunOptions& options = {}) {
    return runCli(on(demo, words), options);
}

Json rate(const DemoVault& demo, std::vector<std::string> words) {
    words.insert(words.begin(), {"visit", "rate", "--json"});
    return run(demo, words).json()["ratings"];
}

Json score(const DemoVault& demo, std::vector<std::string> words = {}) {
    words.insert(words.begin(), {"score", "--json"});
    return run(demo, words).json();
}

const Json* areaOf(const Json& form, const std::string& id) {
    for (const Json& area : form["areas"]) {
        if (area["id"] == id) return &area;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("ratings are kept, shown again, changed and taken back") {
    const DemoVault demo;
    const Json first = rate(demo, {"--pain-now", "6", "--sleep", "3"});
    CHECK(first["pain_now"] == 6);
    CHECK(rate(demo, {"--pain-now", "4", "--gcps-days", "30"})["sleep"] == 3);
    const Json all = rate(demo, {});
    CHECK(all.dump() == R"({"gcps_days":30,"pain_now":4,"sleep":3})");
    CHECK(rate(demo, {"--clear", "pain-now", "sleep"}).dump() == R"({"gcps_days":30})");
    CHECK(run(demo, {"visit", "rate"}).out.find("not a diagnosis") != std::string::npos);
}

TEST_CASE("ranges of motion are kept, shown again with the visit and over time, and taken back") {
    const DemoVault demo;
    const auto motions = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"visit", "rate", "--json"});
        return run(demo, words).json()["range_of_motion"].dump();
    };
    CHECK(motions({"--rom", "neck_rotation:right=60", "--rom", "neck_rotation:left:after=70", "--rom",
                   "elbow_extension:left:passive=-5"}) ==
          R"({"elbow_extension:left:passive":-5,"neck_rotation:left:after":70,"neck_rotation:right":60})");
    CHECK(motions({"--pain-now", "4", "--clear", "elbow_extension:passive:left"}) ==
          R"({"neck_rotation:left:after":70,"neck_rotation:right":60})");
    const Json shown = run(demo, {"visit", "show", "--json"}).json();
    CHECK(shown["range_of_motion"]["neck_rotation:right"] == 60);
    CHECK(shown["ratings"]["pain_now"] == 4);
    CHECK(run(demo, {"visit", "show"}).out.find("Neck: rotation, right: 60\u00b0") != std::string::npos);
    CHECK(run(demo, {"visit", "rate"}).out.find("Neck: rotation, left, after the treatment") !=
          std::string::npos);
}

TEST_CASE("a range of motion that is impossible is wrong usage, says why, and nothing of the line is kept") {
    const DemoVault demo;
    const struct {
        const char *motion, *says;
    } cases[]{{"neck_twist:left=60", "no movement of that name"},
              {"neck_rotation=60", "neck_rotation:left or neck_rotation:right"},
              {"neck_flexion:left=60", "no left or right"},
              {"neck_rotation:left=111", "0 to 110"},
              {"neck_rotation:left=", "whole degrees"},
              {"neck_rotation:left", "whole degrees"},
              {"neck_rotation:left=60.5", "whole degrees"}};
    for (const auto& one : cases) {
        CAPTURE(one.motion);
        const Ran ran =
            run(demo, {"visit", "rate", "--rom", "neck_flexion=40", "--pain-now", "9", "--rom", one.motion});
        CHECK(ran.status == 2);
        CHECK(ran.err.find(one.says) != std::string::npos);
    }
    const Json kept = run(demo, {"visit", "rate", "--json"}).json();
    CHECK(kept["range_of_motion"].empty());
    CHECK(kept["ratings"].value("pain_now", 0) != 9);
}

TEST_CASE("pain is set against the newest earlier visit that was asked, with what such a change means") {
    const DemoVault demo;
    const auto visit = [&](std::size_t index, std::vector<std::string> words) {
        words.insert(words.end(), {"--vault", demo.file, "--visit", std::to_string(demo.visits[index])});
        return runCli(words);
    };
    REQUIRE(demo.visits.size() >= 3);
    const std::size_t last = demo.visits.size() - 1;
    for (std::size_t i = 0; i <= last; ++i)
        REQUIRE(visit(i, {"visit", "rate", "--clear", "pain-now"}).status == 0);
    CHECK(visit(last, {"score", "--json"}).json()["pain_changes"].contains("pain_now") == false);
    REQUIRE(visit(last - 1, {"visit", "rate", "--pain-now", "6"}).status == 0);
    REQUIRE(visit(last, {"visit", "rate", "--pain-now", "4"}).status == 0);
    const Json change = visit(last, {"score", "--json"}).json()["pain_changes"]["pain_now"];
    CHECK(change["points"] == -2);
    CHECK(change["mark"] == "much better");
    CHECK(change["since_visit"] == last);  // visits are numbered from 1
    CHECK(visit(last, {"score"}).out.find("4 of 10, -2 since visit") != std::string::npos);
}

TEST_CASE("symptoms as flags beside the three scales: one that is left out says no") {
    const DemoVault demo;
    CHECK(score(demo)["sss"].is_null());
    rate(demo, {"--fatigue", "2", "--unrefreshed", "2", "--cognitive", "1", "--headache", "--months", "6"});
    const Json sss = score(demo)["sss"];
    CHECK(sss["score"] == 6);
    CHECK(sss["headache"] == true);
    CHECK(sss["cramps"] == false);
    CHECK(sss["months"] == 6);
}

TEST_CASE("a symptom score with an answer missing stays open") {
    const DemoVault demo;
    rate(demo, {"--fatigue", "2", "--no-headache"});
    const Json sss = score(demo)["sss"];
    CHECK(sss["score"].is_null());
    CHECK(sss["least"] == 2);
    CHECK(sss["most"] == 2 + 3 + 3 + 1 + 1);
    CHECK(sss["headache"] == false);
    CHECK(sss["cramps"].is_null());
}

TEST_CASE("questionnaires are summed up where they were answered") {
    const DemoVault demo;
    const Json open = score(demo);
    CHECK(open["peg"]["mean"].is_null());
    CHECK(open["phq4"].is_null());
    CHECK(open["gcps"]["grade"].is_null());
    rate(demo, {"--peg-pain", "6", "--peg-enjoyment", "4", "--peg-activity", "5", "--phq4-nervous", "2",
                "--phq4-worry", "2", "--phq4-interest", "1", "--phq4-low-mood", "1"});
    rate(demo, {"--gcps-now", "6", "--gcps-worst", "8", "--gcps-average", "7", "--gcps-daily", "5",
                "--gcps-social", "5", "--gcps-work", "5", "--gcps-days", "2"});
    const Json scored = score(demo);
    CHECK(scored["peg"]["mean"] == 5.0);
    CHECK(scored["phq4"]["score"] == 6.0);
    CHECK(scored["phq4"]["band"] == "moderate");
    CHECK(scored["gcps"]["points"] == 3);
    CHECK(scored["gcps"]["grade"] == 3);
}

TEST_CASE("an answer that is impossible is wrong usage and nothing is kept") {
    const DemoVault demo;
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{"--pain-now", "11"},
                                                                                       {"--pain-now", "-1"},
                                                                                       {"--pain-now", "6.5"},
                                                                                       {"--fatigue", "4"},
                                                                                       {"--months", "many"},
                                                                                       {"--gcps-days", "31"},
                                                                                       {"--clear", "hope"},
                                                                                       {"--hope", "3"}}) {
        std::vector<std::string> call{"visit", "rate", "--sleep", "3"};
        call.insert(call.end(), words.begin(), words.end());
        CAPTURE(words.front());
        CAPTURE(words.back());
        const Ran ran = run(demo, call);
        CHECK(ran.status == 2);
        CHECK_FALSE(ran.err.empty());
    }
    CHECK(rate(demo, {}).empty());
    CHECK(runCli({"visit", "rate", "--vault", demo.file, "--visit", "999", "--sleep", "3"}).status == 1);
}

TEST_CASE("an area that is corrected by hand changes its score, says who said so, and goes back") {
    const DemoVault demo;
    const int before = score(demo)["wpi"]["score"];
    REQUIRE(run(demo, {"score", "correct", "--area", "jaw_L", "--hurts"}).status == 0);
    const Json corrected = score(demo);
    CHECK(corrected["wpi"]["score"] == before + 1);
    const Json* jaw = areaOf(corrected["wpi"], "jaw_L");
    REQUIRE(jaw != nullptr);
    CHECK((*jaw)["endorsed"] == true);
    CHECK((*jaw)["from_paint"] == false);
    CHECK((*jaw)["by_hand"]["by"] == "therapist");
    CHECK((*jaw)["by_hand"]["hurts"] == true);

    REQUIRE(run(demo, {"score", "correct", "--area", "jaw_L", "--hurts-not", "--by", "client"}).status == 0);
    CHECK((*areaOf(score(demo)["wpi"], "jaw_L"))["by_hand"]["by"] == "client");
    const Ran back = run(demo, {"score", "correct", "--area", "jaw_L", "--as-painted"});
    CHECK(back.status == 0);
    CHECK(back.out.find("as painted again") != std::string::npos);
    CHECK(areaOf(score(demo)["wpi"], "jaw_L") == nullptr);
    CHECK(score(demo)["wpi"]["score"] == before);
}

TEST_CASE(
    "areas of other forms are corrected by name or number, and unknown ones are refused with what there is") {
    const DemoVault demo;
    const int before = score(demo)["choir"]["score"];
    REQUIRE(run(demo, {"score", "correct", "--form", "choir", "--area", "238", "--hurts"}).status == 0);
    const Json scored = score(demo);
    CHECK(scored["choir"]["score"] == before + 1);
    CHECK(scored["choir"]["codes"].get<std::string>().find("238") != std::string::npos);

    const Ran unknown = run(demo, {"score", "correct", "--area", "tail", "--hurts"});
    CHECK(unknown.status == 2);
    CHECK(unknown.says({"tail", "jaw_L"}));
    CHECK(run(demo, {"score", "correct", "--area", "jaw_L"}).status == 2);
    CHECK(run(demo, {"score", "correct", "--area", "jaw_L", "--hurts", "--as-painted"}).status == 2);
    CHECK(run(demo, {"score", "correct", "--form", "tarot", "--area", "jaw_L", "--hurts"}).status == 2);
}

TEST_CASE("the threshold holds for one answer, or for the practice from now on") {
    const DemoVault demo;
    const auto rule = [&](const std::vector<std::string>& words) {
        return score(demo, words)["endorsed_from"];
    };
    CHECK(rule({})["cm2"] == 10.0);
    CHECK(rule({"--threshold", "25,50"})["percent_of_area"] == 50.0);
    CHECK(rule({})["cm2"] == 10.0);
    CHECK(rule({"--threshold", "12.5", "--keep-threshold"})["cm2"] == 12.5);
    CHECK(rule({})["cm2"] == 12.5);
    CHECK(rule({})["percent_of_area"] == 10.0);
    for (const char* wrong : {"0", "ten", "10,", "10,0", "1001", "10,10,10"}) {
        CAPTURE(wrong);
        CHECK(run(demo, {"score", "--threshold", wrong}).status == 2);
    }
}
