#include "core/random.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/test_documents.h"
#include "document/tools.h"
#include "map/stroke_rules.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using document::ToolInput;

namespace {

struct Practice {
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    Document document = test::openVault(vault);
    document::PointerTool tool;

    void send(ToolInput::Kind kind, glm::vec2 position, ToolInput::Button button) {
        ToolInput input;
        input.kind = kind;
        input.button = button;
        input.position = position;
        tool.handle(document, input);
    }
    void drag(glm::vec2 from, glm::vec2 to, ToolInput::Button button = ToolInput::Button::Left) {
        send(ToolInput::Kind::Press, from, button);
        send(ToolInput::Kind::Move, to, ToolInput::Button::None);
        send(ToolInput::Kind::Release, to, button);
    }
    [[nodiscard]] const map::Layer& pain() const {
        return test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain);
    }
};

glm::vec2 randomPixel(core::Random& random) {
    return {random.between(0.0, 800.0), random.between(0.0, 800.0)};
}

}  // namespace

TEST_CASE_FIXTURE(Practice, "nothing that is hidden is picked, from wherever one looks") {
    REQUIRE(document::showOnly(document, "left_arm"));
    core::Random random(3);
    int picked = 0;
    for (int i = 0; i < 4000; ++i) {
        if (i % 100 == 0) {
            document::turn(document, static_cast<float>(random.between(-90.0, 90.0)),
                           static_cast<float>(random.between(-40.0, 40.0)));
        }
        const auto under = document::pick(document, randomPixel(random));
        if (!under) continue;
        ++picked;
        CHECK(document.part->shows(document.body->mesh(), under->point));
    }
    CHECK(picked > 100);
}

TEST_CASE_FIXTURE(Practice, "nothing that is hidden is painted, by no brush and no mirror") {
    document::Appearance still = document.appearance;
    still.reduceMotion = true;
    document::setAppearance(document, still);
    document::setDiameter(document, 20.0);
    document::setMirror(document, true);
    for (const char* part : {"left_arm", "trunk", "right_leg", "head"}) {
        CAPTURE(part);
        REQUIRE(document::showOnly(document, part));
        const std::vector<map::Value> before(pain().values().begin(), pain().values().end());
        core::Random random(4);
        for (int i = 0; i < 40; ++i) {
            const glm::vec2 at = randomPixel(random);
            drag(at, at + glm::vec2(random.between(-60.0, 60.0), random.between(-60.0, 60.0)));
        }
        bool painted = false;
        for (std::uint32_t v = 0; v < before.size(); ++v) {
            const bool changed = pain().values()[v] != before[v];
            painted |= changed;
            if (changed) CHECK(document.part->shows(v));
        }
        CHECK(painted);
        document::setCamera(document, document::standardView(document, body::StandardView::Front));
    }
}

TEST_CASE_FIXTURE(Practice,
                  "what was painted on a part is the same after a restart, and can be undone there") {
    document::setDiameter(document, 20.0);
    REQUIRE(document::showOnly(document, "trunk"));
    drag({400.0F, 300.0F}, {440.0F, 500.0F});
    REQUIRE(test::paintedVertices(test::mapOf(document, Author::Therapist)) > 0);
    Document again = test::openVault(vault);
    CHECK(again.part == nullptr);
    CHECK(test::mapOf(again, Author::Therapist).map == test::mapOf(document, Author::Therapist).map);
    while (test::mapOf(again, Author::Therapist).history.undoSteps() > 0)
        REQUIRE(document::undo(again));
    CHECK(test::mapOf(again, Author::Therapist).map.isEmpty());
}

TEST_CASE_FIXTURE(Practice, "showing a part brings all of it into the picture, and back all of the body") {
    document::Appearance still = document.appearance;
    still.reduceMotion = true;
    document::setAppearance(document, still);
    const body::Camera whole = document.camera;
    REQUIRE(document::showOnly(document, "left_arm"));
    CHECK(document.camera.height < whole.height);
    for (std::uint32_t v = 0; v < document.body->mesh().vertexCount(); ++v) {
        if (!document.part->shows(v)) continue;
        const glm::vec2 at =
            document.camera.project(document.body->mesh().positions()[v], document.viewportSize);
        const bool isInside = at.x >= 0.0F && at.y >= 0.0F && at.x <= 800.0F && at.y <= 800.0F;
        if (!isInside) CHECK_MESSAGE(false, "vertex ", v, " at ", at.x, ", ", at.y);
    }
    REQUIRE(document::showOnly(document, ""));
    CHECK(document.part == nullptr);
    CHECK(document.camera.height == doctest::Approx(static_cast<double>(whole.height)));
    CHECK_FALSE(document::showOnly(document, "tail").has_value());
}

TEST_CASE_FIXTURE(Practice, "a region asked for by name comes into sight again before it is filled") {
    REQUIRE(document::showOnly(document, "left_arm"));
    REQUIRE(document::fillRegion(document, "shin_L"));
    CHECK(document.part == nullptr);
    REQUIRE(document::showOnly(document, "left_leg"));
    REQUIRE(document::fillRegion(document, "quad_mid_L"));
    CHECK(document.part != nullptr);
    const body::Atlas& atlas = document.body->atlas();
    for (std::uint32_t v = 0; v < document.body->mesh().vertexCount(); ++v) {
        const std::string& id = atlas.region(atlas.regionOf(v)).id;
        CHECK(map::isPainted(pain().values()[v]) == (id == "shin_L" || id == "quad_mid_L"));
    }
}

TEST_CASE_FIXTURE(Practice, "another client begins with a whole body") {
    REQUIRE(document::showOnly(document, "head"));
    REQUIRE(document::openClient(document, document.client));
    CHECK(document.part == nullptr);
}

TEST_CASE_FIXTURE(Practice, "a client turns the body upright only, and comes four times nearer at most") {
    REQUIRE(document::paintAs(document, Author::Client));
    drag({20.0F, 20.0F}, {120.0F, 220.0F});
    CHECK(document.camera.pitchDegrees == 0.0F);
    CHECK(document.camera.yawDegrees != 0.0F);
    document::zoomBy(document, 100.0F);
    CHECK(document.camera.height ==
          doctest::Approx(static_cast<double>(document::fitHeight(document)) / 4.0));
    REQUIRE(document::paintAs(document, Author::Therapist));
    drag({20.0F, 20.0F}, {20.0F, 720.0F}, ToolInput::Button::Right);
    CHECK(document.camera.pitchDegrees == doctest::Approx(89.0));
}

TEST_CASE_FIXTURE(Practice, "the wheel keeps the skin under the pointer where it is") {
    core::Random random(6);
    for (int i = 0; i < 200; ++i) {
        document::setCamera(document, document::standardView(document, body::StandardView::Front));
        document::turn(document, static_cast<float>(random.between(-180.0, 180.0)), 10.0F);
        document::tick(document, 1.0);
        document::tick(document, 9.0);
        const glm::vec2 at = randomPixel(random);
        const auto under = document::pick(document, at);
        if (!under) continue;
        const glm::vec3 skin = document.body->mesh().position(under->point);
        document::zoomAt(document, 1.15F * 1.15F, at);
        const glm::vec2 now = document.camera.project(skin, document.viewportSize);
        CHECK(std::abs(now.x - at.x) < 1.0F);
        CHECK(std::abs(now.y - at.y) < 1.0F);
    }
}

TEST_CASE_FIXTURE(Practice, "what lies flat is pushed about and never turned") {
    REQUIRE(document::setFlat(document, true));
    core::Random random(9);
    for (int i = 0; i < 60; ++i) {
        const auto button = i % 2 == 0 ? ToolInput::Button::Right : ToolInput::Button::Middle;
        drag(randomPixel(random), randomPixel(random), button);
        document::useFlatSide(document, i % 3 == 0 ? body::StandardView::Back : body::StandardView::Front);
        document::zoomBy(document, static_cast<float>(random.between(0.7, 1.5)));
        CHECK(std::fmod(document.camera.yawDegrees, 180.0F) == 0.0F);
        CHECK(document.camera.pitchDegrees == 0.0F);
        CHECK(document.camera.projection == body::Camera::Projection::Orthographic);
    }
    CHECK_FALSE(document::turn(document, 15.0F, 0.0F));
    CHECK(test::mapOf(document, Author::Therapist).map.isEmpty());
}

TEST_CASE_FIXTURE(Practice, "front and back lie side by side at the same height, each from its own side") {
    REQUIRE(document::setFlat(document, true));
    document::zoomAt(document, 3.0F, {300.0F, 250.0F});
    const body::Camera front = document::flatCamera(document, body::StandardView::Front);
    const body::Camera back = document::flatCamera(document, body::StandardView::Back);
    CHECK(front.target == back.target);
    CHECK(front.height == back.height);
    CHECK(front.yawDegrees == 0.0F);
    CHECK(back.yawDegrees == 180.0F);
    CHECK(document::useFlatSide(document, body::StandardView::Back));
    CHECK(document.camera == back);
    CHECK_FALSE(document::useFlatSide(document, body::StandardView::Back));
    document::viewFrom(document, body::StandardView::Left);
    CHECK_FALSE(document.flat);
    CHECK_FALSE(document::useFlatSide(document, body::StandardView::Back));
}

TEST_CASE_FIXTURE(
    Practice, "a region asked for by name is painted on both sides with the mirror, also from a part alone") {
    const body::Atlas& atlas = document.body->atlas();
    body::RegionIndex region = 0;
    while (!atlas.region(region).mirror || atlas.region(region).side != body::Side::Left)
        ++region;
    document::setMirror(document, true);
    REQUIRE(document::showOnly(document, "left_arm"));
    bool asList = false;
    SUBCASE("from the list of regions") {
        asList = true;
    }
    SUBCASE("one by its name") {}
    if (asList) {
        REQUIRE(*document::fillRegions(document, std::vector<body::RegionIndex>{region}));
    } else {
        REQUIRE(*document::fillRegion(document, atlas.region(region).id));
    }
    CHECK(document.part == nullptr);  // what is painted is in sight
    const body::RegionIndex partner = *atlas.region(region).mirror;
    for (std::uint32_t v = 0; v < document.body->mesh().vertexCount(); ++v) {
        const body::RegionIndex own = atlas.regionOf(v);
        CHECK(map::isPainted(pain().values()[v]) == (own == region || own == partner));
    }
}

TEST_CASE("what is done at one point is never kept to a part: such a stroke could not be read again") {
    const Document document = test::openVault(test::makeVault());
    map::Stroke edit = test::dab(document, test::kChest, 5, 8.0, map::Tool::Edit);
    edit.place = {};
    edit.edit.level = 0;
    REQUIRE(map::validate(edit, *document.body));
    edit.only = "trunk";
    const auto refused = map::validate(edit, *document.body);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where == "only");
}
