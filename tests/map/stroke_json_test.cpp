#include "map/stroke_json.h"

#include "core/text.h"
#include "map/paint_support.h"

#include <cmath>
#include <string>

using namespace palpate;
using namespace palpate::map;
using core::Random;

namespace {

core::Error refusal(const std::string& line) {
    const auto stroke = strokeFromJson(line, test::littleMan());
    REQUIRE_MESSAGE(!stroke.has_value(), line);
    CHECK(stroke.error().hint != "");
    return stroke.error();
}

Stroke accepted(const std::string& line) {
    const auto stroke = strokeFromJson(line, test::littleMan());
    REQUIRE_MESSAGE(stroke.has_value(), (stroke ? "" : stroke.error().message()));
    return *stroke;
}

bool says(const core::Error& error, const std::string& text) {
    return error.message().find(text) != std::string::npos;
}

// A brush stroke on the pain layer with `extra` put in.
std::string brush(const std::string& extra, const std::string& points = "[[0.15,1.0,0.0]]") {
    return R"({"tool":"brush","layer":"pain","diameter_cm":6,)" + extra + R"("points":)" + points + "}";
}

}  // namespace

TEST_CASE("a stroke that is written and read back is the same stroke, bit for bit") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Stroke stroke = randomStroke(test::littleMan(), random);
        if (!laysPaint(stroke.tool)) stroke.level = Stroke{}.level;
        const std::string line = toJson(stroke);
        CHECK(line.find('\n') == std::string::npos);
        CHECK(accepted(line) == stroke);
        CHECK(toJson(accepted(line)) == line);
    }
}

TEST_CASE("awkward floats survive") {
    Stroke stroke = strokeOn(test::littleMan());
    stroke.diameterCm = 0.1 + 0.7;
    const float tiny = std::nextafter(0.0F, 1.0F);
    const float third = 1.0F / 3.0F;
    stroke.points = {{0, {tiny, 1.0F, 0.0F}},
                     {1, {third, third, third}},
                     {2, {std::nextafter(0.1F, 1.0F), 0.5F, 0.4F}},
                     {3, {1.0e-7F, 1.17549435e-38F, 1.0F}}};
    CHECK(accepted(toJson(stroke)) == stroke);
}

TEST_CASE("every kind of stroke of the language that is built is read") {
    const Stroke brushed =
        accepted(brush(R"("level":7,"words":["tender","aching"],"depth":"muscle","mirror":false,)"));
    CHECK(brushed.tool == Tool::Brush);
    CHECK(brushed.level == 7);
    CHECK(brushed.diameterCm == 6.0);
    CHECK(brushed.place.words == std::vector<std::string>{"aching", "tender"});
    CHECK(brushed.place.depth == Depth::Muscle);
    CHECK(brushed.figure == "neutral");
    CHECK(brushed.topologyId == test::littleMan().mesh().topologyId());
    const Stroke erased =
        accepted(R"({"tool":"erase","layer":"pain","diameter_cm":4,"points":[[0.15,1.0,0.0]]})");
    CHECK(erased.tool == Tool::Erase);
    const Stroke cleared = accepted(R"({"tool":"erase","layer":"pain","region":"chest_L"})");
    CHECK(cleared.isByRegion());
    const Stroke filled =
        accepted(R"({"tool":"fill","layer":"tension","level":6,"region":"chest_L","words":["spasm"]})");
    CHECK(filled.region == "chest_L");
    const Stroke treated = accepted(
        R"({"tool":"brush","layer":"treated","level":3,"techniques":["myofascial release"],"minutes":5,)"
        R"("response":"eased","diameter_cm":8,"points":[[0.15,1.0,0.0]]})");
    CHECK(treated.place.techniques == std::vector<std::string>{"myofascial release"});
    CHECK(treated.place.minutes == 5);
    CHECK(treated.place.response == "eased");
    const Stroke avoided =
        accepted(R"({"tool":"fill","layer":"avoid","reason":"recent surgery","region":"shin_R"})");
    CHECK(avoided.level == 1);
    CHECK(avoided.place.reason == "recent surgery");
}

TEST_CASE("points in metres are moved to the nearest skin, and triangles are taken as they are") {
    const glm::vec3 above(0.15F, 1.0F, 0.02F);
    const Stroke stroke =
        accepted(brush(R"("level":7,)", R"([[0.15,1.0,0.02],{"triangle":5,"barycentric":[0.5,0.25,0.25]}])"));
    const auto nearest = test::littleMan().bvh().nearest(above, 0.05F);
    REQUIRE(nearest.has_value());
    CHECK(stroke.points[0] == nearest->point);
    CHECK(stroke.points[1] == body::SkinPoint{5, {0.5F, 0.25F, 0.25F}});
}

TEST_CASE("a point too far from the skin is refused with its distance") {
    const glm::vec3 off(0.15F, 1.0F, 0.5F);
    const auto nearest = test::littleMan().bvh().nearest(off, 10.0F);
    REQUIRE(nearest.has_value());
    const auto error = refusal(brush(R"("level":7,)", "[[0.15,1.0,0.0],[0.15,1.0,0.5]]"));
    CHECK(says(error, core::decimal(static_cast<double>(nearest->distance) * 100.0, 1) + " cm"));
    CHECK(error.where == "point 2");
    CHECK(says(refusal(brush(R"("level":7,)", "[[0,1000000,0]]")), "more than 10 m"));
    CHECK(says(refusal(brush(R"("level":7,)", "[[1e300,0,0]]")), "more than 10 m"));
    CHECK(says(refusal(brush(R"("level":7,)", "[[0,50,0]]")), "more than 10 m"));
}

TEST_CASE("what a stroke may not say is refused by name") {
    const struct {
        std::string line;
        std::string named;
    } cases[] = {
        {brush(R"("level":7,"colour":"red",)"), "\"colour\""},
        {brush(R"("level":7,"minutes":5,)"), "\"minutes\""},
        {brush(R"("level":7,"words":["achy"],)"), "\"achy\""},
        {brush(R"("level":7,"words":["spasm"],)"), "\"spasm\""},
        {brush(R"("level":7,"words":"aching",)"), "\"words\" is not a list"},
        {brush(R"("level":7,"depth":"bone",)"), "\"bone\""},
        {brush(R"("level":7,"depth":"",)"), "depth"},
        {brush(R"("level":11,)"), "Level 11 is outside the scale of the pain layer"},
        {brush(R"("level":0,)"), "from 1 to 10"},
        {brush(R"("level":7.5,)"), "\"level\" is not a whole number"},
        {brush(R"("level":"7",)"), "\"level\" is not a whole number"},
        {brush(R"("level":1e99,)"), "\"level\""},
        {brush(""), "needs \"level\""},
        {brush(R"("level":7,"mirror":"yes",)"), "\"mirror\" is not true or false"},
        {brush(R"("level":7,"figure":"child",)"), "\"child\""},
        {brush(R"("level":7,"topology":"feed",)"), "feed"},
        {brush(R"("level":7,"note":7,)"), "\"note\" is not a text"},
        {brush(R"("level":7,)", "[]"), "without points"},
        {brush(R"("level":7,)", "7"), "\"points\" is not a list"},
        {brush(R"("level":7,)", "[[1,2]]"), "point 1"},
        {brush(R"("level":7,)", R"([{"triangle":5}])"), "point 1"},
        {brush(R"("level":7,)", R"([{"triangle":-5,"barycentric":[1,0,0]}])"), "point 1"},
        {brush(R"("level":7,)", R"([{"triangle":4000000000,"barycentric":[1,0,0]}])"),
         "no triangle 4000000000"},
        {brush(R"("level":7,)", R"([{"triangle":99999999999999,"barycentric":[1,0,0]}])"), "no triangle"},
        {brush(R"("level":7,)", R"([{"triangle":5,"barycentric":[1,1,0]}])"), "weights"},
        {brush(R"("level":7,)", R"([{"triangle":5,"barycentric":[1e300,0,0]}])"), "weights"},
        {R"({"tool":"brush","layer":"pain","level":7,"diameter_cm":25,"points":[[0.15,1,0]]})", "25.00 cm"},
        {R"({"tool":"brush","layer":"pain","level":7,"diameter_cm":0.4,"points":[[0.15,1,0]]})", "0.40 cm"},
        {R"({"tool":"brush","layer":"pain","level":7,"points":[[0.15,1,0]]})", "needs \"diameter_cm\""},
        {R"({"tool":"brush","layer":"pain","level":7,"diameter_cm":6})", "needs \"points\""},
        {R"({"tool":"brush","layer":"pain","level":7,"diameter_cm":6,"points":[[0.15,1,0]],"region":"chest_L"})",
         "\"region\""},
        {R"({"tool":"brush","layer":"treated","level":6,"diameter_cm":6,"points":[[0.15,1,0]]})",
         "from 1 to 5"},
        {R"({"tool":"brush","layer":"avoid","level":2,"diameter_cm":6,"points":[[0.15,1,0]]})",
         "Its only level is 1"},
        {R"({"tool":"brush","layer":"treated","level":3,"words":["aching"],"diameter_cm":6,"points":[[0.15,1,0]]})",
         "\"words\""},
        {R"({"tool":"brush","layer":"treated","level":3,"minutes":-1,"diameter_cm":6,"points":[[0.15,1,0]]})",
         "-1 minutes"},
        {R"({"tool":"brush","layer":"pane","level":7})", "\"pane\""},
        {R"({"tool":"brush","level":7})", "needs \"layer\""},
        {R"({"tool":"spray","layer":"pain"})", "no tool \"spray\""},
        {R"({"layer":"pain"})", "needs \"tool\""},
        {R"({"tool":7,"layer":"pain"})", "\"tool\""},
        {R"({"tool":"fill","layer":"pain","level":7})", "needs \"region\""},
        {R"({"tool":"fill","layer":"pain","level":7,"region":"chest"})", "Did you mean chest_L, chest_R?"},
        {R"({"tool":"fill","layer":"pain","level":7,"region":"left arm"})", "\"left arm\""},
        {R"({"tool":"fill","layer":"pain","level":7,"region":"chest_L","points":[]})", "\"points\""},
        {R"({"tool":"erase","layer":"pain","region":"chest_L","diameter_cm":6})", "\"diameter_cm\""},
        {R"({"tool":"erase","layer":"pain","level":7,"diameter_cm":6,"points":[[0.15,1,0]]})", "\"level\""},
        {"[1,2]", "not a JSON object"},
        {"{\"tool\":", "not valid JSON"},
        {"", "not valid JSON"},
        {"{\"tool\":\"\xff\"}", "not valid JSON"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.line);
        const std::string message = refusal(one.line).message();
        CAPTURE(message);
        CHECK(message.find(one.named) != std::string::npos);
    }
}

TEST_CASE("soften, band, edit, pin and unpin are read, and written and read back the same") {
    const std::string at = "[[0.15,1.0,0.0]]";
    const Stroke softened =
        accepted(R"({"tool":"soften","layer":"treated","diameter_cm":4,"mirror":true,"points":)" + at + "}");
    CHECK(softened.tool == Tool::Soften);
    CHECK(softened.mirror);
    const Stroke band = accepted(
        R"({"tool":"band","layer":"pain","level":4,"width_cm":5,"words":["aching"],"points":)" + at + "}");
    CHECK(band.diameterCm == 5.0);
    CHECK(band.place.words == std::vector<std::string>{"aching"});
    const Stroke edit = accepted(
        R"({"tool":"edit","layer":"pain","at":[0.15,1.0,0.0],"level":4,"words":["tender","stiff"],"depth":"joint"})");
    CHECK(edit.points.size() == 1);
    CHECK(edit.edit.level == 4);
    CHECK(edit.edit.words == std::vector<std::string>{"stiff", "tender"});
    CHECK(edit.edit.depth == Depth::Joint);
    CHECK_FALSE(edit.edit.note.has_value());
    const Stroke cleared =
        accepted(R"({"tool":"edit","layer":"pain","at":[0.15,1,0],"words":[],"depth":""})");
    CHECK(cleared.edit.words == std::vector<std::string>{});
    CHECK(cleared.edit.depth == Depth::Unstated);
    const Stroke treated = accepted(
        R"({"tool":"edit","layer":"treated","at":[0.15,1,0],"techniques":["friction"],"minutes":0,"response":"","note":"n"})");
    CHECK(treated.edit.minutes == 0);
    const Stroke avoided = accepted(R"({"tool":"edit","layer":"avoid","at":[0.15,1,0],"reason":"bruise"})");
    const Stroke pin = accepted(
        R"({"tool":"pin","label":"trigger point","grade":2,"note":"refers to the temple","points":)" + at +
        "}");
    CHECK(pin.pin == Pin{{}, PinKind::TriggerPoint, 2, "refers to the temple"});
    const Stroke scar = accepted(R"({"tool":"pin","label":"scar","points":)" + at + "}");
    CHECK_FALSE(scar.pin.grade.has_value());
    const Stroke unpin = accepted(R"({"tool":"unpin","points":)" + at + "}");
    CHECK(unpin.tool == Tool::Unpin);
    for (const Stroke& stroke : {softened, band, edit, cleared, treated, avoided, pin, scar, unpin}) {
        const std::string line = toJson(stroke);
        CAPTURE(line);
        CHECK(accepted(line) == stroke);
        CHECK(toJson(accepted(line)) == line);
    }
}

TEST_CASE("what the tools beside the brush may not say is refused by name") {
    const std::string points = R"("points":[[0.15,1.0,0.0]]})";
    const std::string at = R"("at":[0.15,1.0,0.0]})";
    const struct {
        std::string line;
        std::string named;
    } cases[] = {
        {R"({"tool":"soften","layer":"pain","level":3,"diameter_cm":4,)" + points, "\"level\""},
        {R"({"tool":"soften","layer":"avoid","diameter_cm":4,)" + points, "nothing to soften"},
        {R"({"tool":"soften","layer":"pain",)" + points, "needs \"diameter_cm\""},
        {R"({"tool":"soften","layer":"pain","diameter_cm":4,"region":"chest_L",)" + points, "\"region\""},
        {R"({"tool":"band","layer":"pain","level":4,)" + points, "needs \"width_cm\""},
        {R"({"tool":"band","layer":"pain","level":4,"diameter_cm":5,)" + points, "\"diameter_cm\""},
        {R"({"tool":"band","layer":"pain","level":4,"width_cm":21,)" + points, "A band 21.00 cm wide"},
        {R"({"tool":"band","layer":"pain","width_cm":5,)" + points, "needs \"level\""},
        {R"({"tool":"band","layer":"pain","level":4,"width_cm":5,"points":[]})", "without points"},
        {R"({"tool":"edit","layer":"pain","level":4})", "needs \"at\""},
        {R"({"tool":"edit","layer":"pain",)" + at, "changes nothing"},
        {R"({"tool":"edit","layer":"pain","level":11,)" + at, "from 1 to 10"},
        {R"({"tool":"edit","layer":"pain","level":-1,)" + at, "from 1 to 10"},
        {R"({"tool":"edit","layer":"pain","words":["spasm"],)" + at, "\"spasm\""},
        {R"({"tool":"edit","layer":"pain","minutes":4,)" + at, "\"minutes\""},
        {R"({"tool":"edit","layer":"tension","depth":"",)" + at, "\"depth\""},
        {R"({"tool":"edit","layer":"pain","depth":"bone",)" + at, "\"bone\""},
        {R"({"tool":"edit","layer":"treated","minutes":-2,)" + at, "-2 minutes"},
        {R"({"tool":"edit","layer":"pain","level":4,"mirror":true,)" + at, "\"mirror\""},
        {R"({"tool":"edit","layer":"pain","level":4,)" + points, "\"points\""},
        {R"({"tool":"edit","layer":"pain","level":4,"at":[[0.15,1,0]]})", "at"},
        {R"({"tool":"edit","layer":"pain","level":4,"at":[0.15,1,0.5]})", " cm away from the skin"},
        {R"({"tool":"pin",)" + points, "needs \"label\""},
        {R"({"tool":"pin","label":"mole",)" + points, "\"mole\""},
        {R"({"tool":"pin","label":"scar","grade":1,)" + points, "A scar has no grade"},
        {R"({"tool":"pin","label":"tender point","grade":5,)" + points, "no grade 5"},
        {R"({"tool":"pin","label":"tender point","grade":-1,)" + points, "no grade -1"},
        {R"({"tool":"pin","label":"tender point","grade":"II",)" + points, "\"grade\" is not a whole number"},
        {R"({"tool":"pin","layer":"pain","label":"scar",)" + points, "A pin stroke has no \"layer\""},
        {R"({"tool":"pin","label":"scar","mirror":true,)" + points, "\"mirror\""},
        {R"({"tool":"pin","label":"scar","points":[[0.15,1,0],[0.15,1.1,0]]})", "takes one point, not 2"},
        {R"({"tool":"pin","label":"scar","points":[]})", "without points"},
        {R"({"tool":"unpin","label":"scar",)" + points, "\"label\""},
        {R"({"tool":"unpin"})", "needs \"points\""},
        {R"({"tool":"stamp","layer":"pain"})", "brush, erase, fill, soften, band, edit, pin, unpin"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.line);
        const std::string message = refusal(one.line).message();
        CAPTURE(message);
        CHECK(message.find(one.named) != std::string::npos);
    }
}

TEST_CASE("a line that goes on and on, or nests deeply, is refused and does no harm") {
    refusal(std::string(100000, '['));
    refusal(brush(R"("level":7,"note":")" + std::string(kLongestText + 1, 'n') + R"(",)"));
    CHECK(accepted(brush(R"("level":7,"note":")" + std::string(kLongestText, 'n') + R"(",)"))
              .place.note.size() == kLongestText);
}

TEST_CASE("every truncation of a stroke's line is refused") {
    Random random(11);
    Stroke stroke = strokeOn(test::littleMan(),
                             {randomSkin(test::littleMan(), random), randomSkin(test::littleMan(), random)});
    const std::string line = toJson(stroke);
    for (std::size_t size = 0; size < line.size(); ++size)
        REQUIRE_FALSE(strokeFromJson(line.substr(0, size), test::littleMan()).has_value());
}

TEST_CASE("a stroke made in code is held to the same rules") {
    Random random(12);
    const Stroke good = strokeOn(test::littleMan(), {randomSkin(test::littleMan(), random)});
    CHECK(validate(good, test::littleMan()).has_value());
    const auto refused = [&](auto change) {
        Stroke stroke = good;
        change(stroke);
        BodyMap map = bareMap(test::littleMan());
        const bool isRefused =
            !validate(stroke, test::littleMan()) && !paintStroke(test::littleMan(), map, stroke);
        return isRefused && map == bareMap(test::littleMan());
    };
    CHECK(refused([](Stroke& s) { s.points[0].barycentric.x = std::nanf(""); }));
    CHECK(refused([](Stroke& s) { s.diameterCm = std::nan(""); }));
    CHECK(refused([](Stroke& s) { s.place.techniques = {"friction"}; }));
    CHECK(refused([](Stroke& s) { s.place.reason = "because"; }));
    CHECK(refused([](Stroke& s) { s.place.note = "\xff"; }));
    CHECK(refused([](Stroke& s) { s.layer = LayerKind::Tension, s.place.depth = Depth::Skin; }));
    CHECK(refused([](Stroke& s) { s.layer = LayerKind::Treated, s.level = 3, s.place.techniques = {""}; }));
    CHECK(refused([](Stroke& s) {
        s.layer = LayerKind::Treated, s.level = 3, s.place.techniques.assign(17, "friction");
    }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Fill, s.region = "chest_L"; }));
    CHECK(refused([](Stroke& s) { s.topologyId = "other"; }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Edit; }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Pin, s.mirror = true; }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Pin, s.pin.note = "\xff"; }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Pin, s.pin.kind = PinKind::Scar, s.pin.grade = 0; }));
    CHECK(refused([](Stroke& s) { s.tool = Tool::Soften, s.layer = LayerKind::Avoid; }));
}

TEST_CASE("the rest of a stroke says that it goes on") {
    const auto body = test::makeTestBody();
    Stroke stroke = strokeOn(*body, {skinAt(*body, {0.06F, 1.25F, 0.2F})});
    CHECK_FALSE(continuesAnother(toJson(stroke)));
    stroke.continues = true;
    const std::string line = toJson(stroke);
    CHECK(continuesAnother(line));
    const auto read = strokeFromJson(line, *body);
    REQUIRE(read.has_value());
    CHECK(*read == stroke);
    CHECK_FALSE(continuesAnother("not a stroke"));
}
