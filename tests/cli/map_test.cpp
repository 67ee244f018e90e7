#include "body/body_model.h"
#include "cli/fresh_map.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate::test;
using doctest::Approx;

namespace {

constexpr const char* kFillRight = R"({"tool":"fill","layer":"pain","level":4,"region":"upper_trap_R"})";
constexpr const char* kEraseLeft = R"({"tool":"erase","layer":"pain","region":"upper_trap_L"})";

// A brush stroke through points of the skin's front, straight ahead of (x, y).
std::string brushAt(double x, double y, double diameterCm, int level) {
    static const auto body = palpate::body::loadStandardBody(std::string(PALPATE_TEST_RESOURCES) + "/models");
    REQUIRE(body.has_value());
    const auto hit =
        (*body)->bvh().firstHit({{static_cast<float>(x), static_cast<float>(y), 5.0F}, {0.0F, 0.0F, -1.0F}});
    REQUIRE(hit.has_value());
    const auto at = (*body)->mesh().position(hit->point);
    const Json stroke{{"tool", "brush"},
                      {"layer", "pain"},
                      {"level", level},
                      {"diameter_cm", diameterCm},
                      {"points", {{at.x, at.y, at.z}}}};
    return stroke.dump() + "\n";
}

}  // namespace

TEST_CASE("strokes are committed one by one and measured as painted") {
    const DemoVault demo;
    const Ran painted = paintFresh(demo, std::string(kFillLeft) + "\n\n" + kFillRight + "\r\n");
    INFO(painted.err);
    CHECK(painted.status == 0);
    CHECK(painted.out == "committed 1\ncommitted 2\n");

    const Json map = measureFresh(demo);
    checkKeys(map, {"visit", "author", "layers"});
    CHECK(map.at("visit") == demo.first());
    CHECK(map.at("author") == "therapist");
    const Json& pain = map.at("layers").at("pain");
    checkKeys(pain, {"extent_cm2", "extent_percent", "mean", "peak", "load_percent", "clusters",
                     "left_right_ratio", "front_back_ratio", "words", "places", "regions"});
    CHECK(pain.at("peak") == 7.0);
    CHECK(pain.at("left_right_ratio").get<double>() == Approx(1.0).epsilon(0.01));
    REQUIRE(pain.at("regions").size() == 2);
    const Json& left = pain.at("regions").at(0).at("id") == "upper_trap_L" ? pain.at("regions").at(0)
                                                                           : pain.at("regions").at(1);
    checkKeys(left, {"id", "name", "extent_cm2", "percent_of_region", "mean", "peak", "words"});
    CHECK(left.at("percent_of_region").get<double>() == Approx(100.0));
    CHECK(left.at("words") == Json::array({"aching"}));
    CHECK(pain.at("words").at("aching") == left.at("extent_cm2"));
    REQUIRE(pain.at("places").size() == 2);
    checkKeys(pain.at("places").at(0), {"words", "depth", "extent_cm2", "peak", "text"});
    CHECK(pain.at("places").at(0).at("depth") == "muscle");
    CHECK(pain.at("places").at(0).at("text") ==
          "Left top of the shoulder (upper trapezius), 7 out of 10, aching, in the muscle");
    const double extent = pain.at("regions").at(0).at("extent_cm2").get<double>() +
                          pain.at("regions").at(1).at("extent_cm2").get<double>();
    CHECK(pain.at("extent_cm2").get<double>() == Approx(extent));
    CHECK(map.at("layers").at("tension").at("extent_cm2") == 0.0);
    CHECK(map.at("layers").at("tension").at("left_right_ratio").is_null());
}

TEST_CASE("a dab of 6 cm covers about the area of its disc") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, brushAt(0.05, 1.05, 6.0, 5)).status == 0);
    const Json pain = measureFresh(demo).at("layers").at("pain");
    // Half a level is reached in the rim at 98 % of the radius or nearer; the client may be larger or smaller
    // than the figure.
    CHECK(pain.at("extent_cm2").get<double>() > 0.6 * 28.3);
    CHECK(pain.at("extent_cm2").get<double>() < 1.5 * 28.3);
    CHECK(pain.at("clusters") == 1);
    CHECK(pain.at("left_right_ratio").is_null());  // nothing on the right to divide by
}

TEST_CASE("painting in two calls gives the map of one call") {
    const DemoVault once, twice;
    const std::string first = brushAt(0.05, 1.05, 6.0, 5), second = brushAt(0.07, 1.07, 4.0, 8);
    REQUIRE(paintFresh(once, first + second).status == 0);
    REQUIRE(paintFresh(twice, first).status == 0);
    REQUIRE(paintFresh(twice, second).status == 0);
    CHECK(measureFresh(once) == measureFresh(twice));
}

TEST_CASE("erasing what was painted leaves nothing, and the map is still there") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n" + kEraseLeft + "\n").status == 0);
    CHECK(measureFresh(demo).at("layers").at("pain").at("extent_cm2") == 0.0);
}

TEST_CASE("a stroke that cannot be painted is refused with its line, and those before it stay") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> wrong{
        {R"({"tool":"brush","layer":"pain","level":5,"diameter_cm":6,"points":[[2,1,0]]})",
         {"cm away from the skin"}},
        {R"({"tool":"fill","layer":"pain","level":11,"region":"upper_trap_R"})", {"11"}},
        {R"({"tool":"fill","layer":"pain","level":0,"region":"upper_trap_R"})", {"0"}},
        {R"({"tool":"fill","layer":"treated","level":6,"region":"upper_trap_R"})", {"6"}},
        {R"({"tool":"fill","layer":"pain","level":5,"region":"third_arm_L"})", {"third_arm_L"}},
        {R"({"tool":"fill","layer":"pain","level":5,"words":["hurty"],"region":"upper_trap_R"})", {"hurty"}},
        {R"({"tool":"fill","layer":"joy","level":5,"region":"upper_trap_R"})", {"joy"}},
        {R"({"tool":"spray","layer":"pain","level":5,"region":"upper_trap_R"})", {"spray"}},
        {R"({"tool":"fill","layer":"pain","level":5,"region":"upper_trap_R","colour":"red"})", {"colour"}},
        {R"({"tool":"brush","layer":"pain","level":5,"diameter_cm":6,"points":[{"triangle":99999999,"barycentric":[1,0,0]}]})",
         {"99999999"}},
        {R"({"tool":"fill",)", {}},
        {"paint it black", {}},
    };
    for (const auto& [line, parts] : wrong) {
        const DemoVault demo;
        std::string lines = kFillLeft;
        lines.append("\n").append(line).append("\n").append(kFillRight).append("\n");
        const Ran ran = paintFresh(demo, lines);
        CAPTURE(line);
        CAPTURE(ran.err);
        CHECK(ran.status == 1);
        CHECK(ran.out == "committed 1\n");
        CHECK(ran.says({"line 2", "The stroke before it is kept"}));
        CHECK(ran.says(parts));
        const Json regions = measureFresh(demo).at("layers").at("pain").at("regions");
        REQUIRE(regions.size() == 1);
        CHECK(regions.at(0).at("id") == "upper_trap_L");
    }
}

TEST_CASE("a first stroke that is refused leaves no map behind") {
    const DemoVault demo;
    CHECK(paintFresh(demo, "{}\n").status == 1);
    const Ran ran = call({"map", "measure"}, freshMap(demo));
    CHECK(ran.status == 1);
    CHECK(ran.says({"nothing was painted or finished"}));
}

TEST_CASE("strokes on another figure than the client's become part of the same map") {
    const DemoVault demo;
    std::vector<std::string> words{"map", "paint", "--strokes", "-", "--figure", "child"};
    for (const std::string& word : freshMap(demo))
        words.push_back(word);
    const Ran onChild = runCli(
        words,
        {.input = R"({"tool":"brush","layer":"pain","level":5,"diameter_cm":6,"points":[[0.05,0.8,0.1]]})"});
    INFO(onChild.err);
    REQUIRE(onChild.status == 0);
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const Json pain = measureFresh(demo).at("layers").at("pain");
    CHECK(pain.at("clusters") == 2);
    CHECK(pain.at("places").size() == 2);
}

TEST_CASE("a missing file of strokes and an unknown figure are named") {
    const DemoVault demo;
    Ran ran = call({"map", "paint", "--strokes", "missing.jsonl"}, freshMap(demo));
    CHECK(ran.status == 1);
    CHECK(ran.says({"missing.jsonl"}));
    ran = call({"map", "paint", "--strokes", "-", "--figure", "dragon"}, freshMap(demo));
    CHECK(ran.status == 2);
    CHECK(ran.says({"dragon", "neutral"}));
}

TEST_CASE("no map at all is an error, a finished empty one means that nothing hurts") {
    const DemoVault demo;
    Ran ran = call({"map", "measure", "--json"}, freshMap(demo));
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.says({"Visit " + std::to_string(demo.first()), "therapist", "after", "map complete"}));

    REQUIRE(call({"map", "complete"}, freshMap(demo)).status == 0);
    const Json map = measureFresh(demo);
    CHECK(map.at("completed") == true);
    CHECK(map.at("layers").at("pain").at("extent_cm2") == 0.0);
    CHECK(map.at("layers").at("pain").at("peak") == 0.0);
    CHECK(map.at("layers").at("pain").at("load_percent") == 0.0);
    // The map is the therapist's, and what hurts was not asked.
    CHECK(call({"map", "measure"}, freshMap(demo)).out.find("Nothing hurts") == std::string::npos);
    CHECK(call({"map", "measure"}, freshMap(demo)).out.find("not recorded") != std::string::npos);
}

TEST_CASE("painting on a finished map makes it unfinished and says so, and it can be finished again") {
    const DemoVault demo;
    const auto shown = [&demo] {
        return runCli({"visit", "show", "--vault", demo.file, "--visit", std::to_string(demo.first())}).out;
    };
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    CHECK(shown().find("therapist after (not finished)") != std::string::npos);
    REQUIRE(call({"map", "complete"}, freshMap(demo)).status == 0);
    CHECK(shown().find("therapist after (finished)") != std::string::npos);
    CHECK(call({"map", "words"}, freshMap(demo)).out.find(", finished\n") != std::string::npos);
    const Ran painted = paintFresh(demo, std::string(kFillRight) + "\n" + kFillLeft + "\n");
    REQUIRE(painted.status == 0);
    CHECK(painted.err.find("not any more") != std::string::npos);
    CHECK(painted.err.find("not any more") == painted.err.rfind("not any more"));  // once
    CHECK(shown().find("therapist after (not finished)") != std::string::npos);
    CHECK(measureFresh(demo).at("completed") == false);
    CHECK(call({"map", "words"}, freshMap(demo)).out.find(", not finished\n") != std::string::npos);
    REQUIRE(call({"map", "complete"}, freshMap(demo)).status == 0);
    CHECK(measureFresh(demo).at("completed") == true);
}

TEST_CASE("muscles and dermatomes below the paint are measured, with how far it reaches into them") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const Json map = measureFresh(demo);
    const double extent = map.at("layers").at("pain").at("extent_cm2").get<double>();
    double shared = 0.0;
    for (const Json& dermatome : map.at("dermatomes")) {
        checkKeys(dermatome, {"layer", "id", "name", "clinical", "extent_cm2", "percent_of_dermatome", "mean",
                              "peak", "weight", "verified"});
        if (dermatome.at("layer") == "pain") shared += dermatome.at("extent_cm2").get<double>();
    }
    CHECK(shared == doctest::Approx(extent));
    bool hasTrapezius = false;
    for (const Json& muscle : map.at("muscles")) {
        checkKeys(muscle, {"layer", "id", "name", "clinical", "extent_cm2", "percent_of_muscle", "mean",
                           "peak", "weight"});
        CHECK(muscle.at("weight").get<double>() > 0.0);
        CHECK(muscle.at("weight").get<double>() <= 1.0);
        if (muscle.at("id") != "trapezius_upper_L" || muscle.at("layer") != "pain") continue;
        hasTrapezius = true;
        CHECK(muscle.at("weight") == 1.0);
        CHECK(muscle.at("peak") == 7.0);
        CHECK(muscle.at("extent_cm2").get<double>() <= extent);
    }
    CHECK(hasTrapezius);
    CHECK(map.at("dermatomes_rule").get<std::string>().find("usually") != std::string::npos);
    const std::string text = call({"map", "measure"}, freshMap(demo)).out;
    CHECK(text.find("Upper trapezius, left") != std::string::npos);
    CHECK(text.find("Usual dermatome") != std::string::npos);
    CHECK(text.find("never a diagnosis") != std::string::npos);
}

TEST_CASE("measures and comparisons read well without --json") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const std::string text = call({"map", "measure"}, freshMap(demo)).out;
    CHECK(text.find("Left top of the shoulder (upper trapezius), 7 out of 10, aching, in the muscle") !=
          std::string::npos);
    CHECK(text.find("Top of the shoulder (upper trapezius), left") != std::string::npos);
    const std::string visit = std::to_string(demo.first());
    const Ran compared = runCli({"map", "compare", "--vault", demo.file, "--from", visit, "--to", visit});
    CHECK(compared.status == 0);
    CHECK(compared.out.find("Jaccard 1.00") != std::string::npos);
}

TEST_CASE("soften, band, edit, pin and unpin are painted from a file like every other stroke") {
    const DemoVault demo;
    const std::string dab = brushAt(0.05, 1.05, 6.0, 3);
    const Json at = Json::parse(dab).at("points").at(0);
    const auto line = [&](Json stroke) {
        stroke[stroke.at("tool") == "edit" ? "at" : "points"] =
            stroke.at("tool") == "edit" ? at : Json::array({at});
        return stroke.dump() + "\n";
    };
    const Ran ran =
        paintFresh(demo, line({{"tool", "band"}, {"layer", "pain"}, {"level", 8}, {"width_cm", 6}}) + dab +
                             line({{"tool", "soften"}, {"layer", "pain"}, {"diameter_cm", 8}}) +
                             line({{"tool", "edit"}, {"layer", "pain"}, {"level", 5}, {"words", {"stiff"}}}) +
                             line({{"tool", "pin"}, {"label", "trigger point"}, {"grade", 2}}) +
                             line({{"tool", "unpin"}}));
    CAPTURE(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.out.find("committed 6\n") != std::string::npos);
    CHECK(ran.err.empty());
    const Json pain = measureFresh(demo).at("layers").at("pain");
    // 6 cm round a trunk.
    CHECK(pain.at("extent_cm2").get<double>() > 250.0);
    CHECK(pain.at("peak").get<double>() == 5.0);
}

TEST_CASE("the pins of a map are part of what is measured") {
    const DemoVault demo;
    const Json at = Json::parse(brushAt(0.05, 1.05, 6.0, 3)).at("points");
    Json tender{
        {"tool", "pin"}, {"label", "tender point"}, {"grade", 2}, {"note", "since May"}, {"points", at}};
    REQUIRE(paintFresh(demo, tender.dump() + "\n").status == 0);
    const Json pins = measureFresh(demo).at("pins");
    REQUIRE(pins.size() == 1);
    CHECK(pins.at(0).at("kind") == "tender point");
    CHECK(pins.at(0).at("grade") == 2);
    CHECK(pins.at(0).at("note") == "since May");
    CHECK(pins.at(0).at("point").at(0).get<double>() == Approx(0.05).epsilon(0.02));
    CHECK(pins.at(0).at("region") == "abdomen_mid");
    Json scar{{"tool", "pin"}, {"label", "scar"}, {"points", at}};
    REQUIRE(paintFresh(demo, scar.dump() + "\n").status == 0);  // on the very same point: it takes its place
    CHECK(measureFresh(demo).at("pins").at(0).at("grade").is_null());
}

TEST_CASE("treating what is to be avoided is done with a warning that says why it was to be avoided") {
    const DemoVault demo;
    const Ran ran = paintFresh(
        demo,
        std::string(R"({"tool":"fill","layer":"avoid","reason":"recent surgery","region":"upper_trap_L"})") +
            "\n" + R"({"tool":"fill","layer":"treated","level":2,"region":"upper_trap_R"})" + "\n" +
            R"({"tool":"fill","layer":"treated","level":3,"region":"upper_trap_L"})" + "\n");
    CHECK(ran.status == 0);
    CHECK(ran.out == "committed 1\ncommitted 2\ncommitted 3\n");
    CHECK(ran.err == "Warning: This was painted as treated on skin to avoid: recent surgery.\n");
}

TEST_CASE("measuring tells each connected patch with its centre, and the area by depth") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const Json pain = measureFresh(demo).at("layers").at("pain");
    CHECK(pain.at("depths").at("muscle") == pain.at("extent_cm2"));
    REQUIRE(pain.at("patches").size() == pain.at("clusters").get<std::size_t>());
    const Json patch = pain.at("patches").at(0);
    checkKeys(patch, {"extent_cm2", "mean", "peak", "centre", "words", "text"});
    CHECK(patch.at("centre").at("region") == "upper_trap_L");
    CHECK(patch.at("centre").at("point").at(0).get<double>() > 0.0);  // the person's left
    CHECK(patch.at("text") == "Left top of the shoulder (upper trapezius), 7 out of 10, aching");
}

TEST_CASE("a map is said in plain words, the same as JSON, and a bare one is not taken for nothing hurts") {
    const DemoVault demo;
    REQUIRE(paintFresh(demo, std::string(kFillLeft) + "\n").status == 0);
    const Ran said = call({"map", "words"}, freshMap(demo));
    INFO(said.err);
    REQUIRE(said.status == 0);
    CHECK(said.out.find("upper trapezius") != std::string::npos);
    CHECK(said.out.find("7 out of 10") != std::string::npos);
    auto words = freshMap(demo);
    words.emplace_back("--json");
    const Json json = call({"map", "words"}, words).json();
    checkKeys(json, {"visit", "client", "author", "moment", "completed", "nothing_hurts", "layers"});
    CHECK(json.at("completed") == false);
    CHECK(said.out.find(", not finished\n") != std::string::npos);
    CHECK(json.at("nothing_hurts") == false);
    REQUIRE(json.at("layers").at("pain").size() == 1);
    CHECK(said.out.find(json.at("layers").at("pain").at(0).get<std::string>()) != std::string::npos);
    CHECK(call({"map", "words"}, {"--vault", demo.file, "--visit", "9999"}).status == 1);
}
