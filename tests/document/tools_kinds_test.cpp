#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "document/tool_scene.h"
#include "map/stroke_painter.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace palpate;
using namespace palpate::test;
using clinic::Author;

TEST_CASE_FIXTURE(test::ToolScene,
                  "a press with fill paints the region under it, with ctrl it makes it bare") {
    document::selectTool(document, document::PaintTool::Fill);
    document::setLevel(document, 6);
    CHECK(document.tool.tool == document::PaintTool::Fill);
    CHECK(drag(tool, document, {chest, kOffBody, chest}) == ToolResponse::Commit);
    CHECK(therapists(document).history.undoSteps() == 1);
    const auto& atlas = document.body->atlas();
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        const bool inside = atlas.region(atlas.regionOf(v)).id == "chest_L";
        CHECK(values[v] == (inside ? map::valueOf(6) : 0));
    }
    ToolInput press = input(Kind::Press, chest);
    press.ctrl = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Commit);
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a press with edit chooses what is painted there, pins first, and paints nothing") {
    drag(tool, document, {chest, chest + glm::vec2(10.0F, 0.0F)});
    const map::BodyMap before = therapists(document).map;
    document::selectTool(document, document::PaintTool::Edit);
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    REQUIRE(document.selection.has_value());
    CHECK(*document.selection == document::Selection(document::PlaceChoice{map::LayerKind::Pain, 1}));
    CHECK(document::selectedPlace(document) != nullptr);
    CHECK(therapists(document).map == before);
    drag(tool, document, {onPicture(document, test::kThigh), onPicture(document, test::kThigh)});
    CHECK_FALSE(document.selection.has_value());
    // Another layer is chosen where the active one is bare.
    document::selectLayer(document, map::LayerKind::Tension);
    drag(tool, document, {chest, chest});
    CHECK(document.tool.layer == map::LayerKind::Pain);
    CHECK(document::selectedPlace(document) != nullptr);
    document::selectTool(document, document::PaintTool::Pin);
    CHECK_FALSE(document::selectedPlace(document) != nullptr);
    document::select(document, std::nullopt);
    drag(tool, document, {chest, chest});
    REQUIRE(therapists(document).map.pins().rows().size() == 1);
    drag(tool, document, {chest, chest});
    CHECK(therapists(document).map.pins().rows().size() == 1);
    CHECK(document::selectedPin(document) != nullptr);
    ToolInput press = input(Kind::Press, chest);
    press.ctrl = true;
    CHECK(tool.handle(document, press) == ToolResponse::Commit);
    CHECK(therapists(document).map.pins().isEmpty());
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "the tool that was in hand before a place was taken up from a list comes back") {
    using document::PaintTool;
    const auto& atlas = document.body->atlas();
    drag(tool, document, {chest, chest});
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    for (const PaintTool before : {PaintTool::Brush, PaintTool::Erase, PaintTool::Band, PaintTool::Fill}) {
        CAPTURE(static_cast<int>(before));
        document::selectTool(document, before);
        REQUIRE(document::openFinding(document, *atlas.find("chest_L")));
        CHECK(document.tool.tool == PaintTool::Edit);
        document::select(document, std::nullopt);
        CHECK(document.tool.tool == before);
    }
    document::selectTool(document, PaintTool::Brush);
    document::setCamera(document, document::standardView(document, body::StandardView::Front));
    REQUIRE(document::takeUp(document, {map::LayerKind::Pain, 1}));
    SUBCASE("also when the place is taken away") {
        REQUIRE(document::removeSelected(document).has_value());
        CHECK(document.tool.tool == PaintTool::Brush);
    }
    SUBCASE("and when the visit is left") {
        document::closeVisit(document);
        CHECK(document.tool.tool == PaintTool::Brush);
    }
    SUBCASE("on bare skin it shows and paints at once, on another place the editing goes on") {
        chest = onPicture(document, test::kChest);
        tool.handle(document, input(Kind::Move, chest));
        CHECK(document::toolInHand(document) == PaintTool::Edit);
        drag(tool, document, {chest, chest});
        CHECK(document.tool.tool == PaintTool::Edit);
        const glm::vec2 bare = onPicture(document, test::kThigh);
        tool.handle(document, input(Kind::Move, bare));
        CHECK(document::toolInHand(document) == PaintTool::Brush);
        const std::size_t steps = therapists(document).history.undoSteps();
        CHECK(drag(tool, document, {bare, bare}) == ToolResponse::Commit);
        CHECK(therapists(document).history.undoSteps() == steps + 1);
        CHECK(document.tool.tool == PaintTool::Brush);
        CHECK_FALSE(document.selection.has_value());
    }
    SUBCASE("but not where the tool that changes places was chosen") {
        document::selectTool(document, PaintTool::Edit);
        const std::size_t steps = therapists(document).history.undoSteps();
        drag(tool, document, {thigh, thigh});
        CHECK(therapists(document).history.undoSteps() == steps);
        CHECK(document.tool.tool == PaintTool::Edit);
    }
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "Ctrl beside a place that was taken up erases a spot, as its ring shows, and no region") {
    using document::PaintTool;
    drag(tool, document, {chest, chest});
    const glm::vec2 beside = chest + glm::vec2(0.0F, 120.0F);  // bare skin of the same region
    document::selectTool(document, PaintTool::Fill);
    REQUIRE(document::takeUp(document, {map::LayerKind::Pain, 1}));
    const auto under = document::pick(document, beside);
    REQUIRE(under.has_value());
    REQUIRE(under->region == document::pick(document, chest)->region);
    REQUIRE_FALSE(document::selectionUnder(document, under->point).has_value());
    ToolInput erase = input(Kind::Press, beside);
    erase.ctrl = true;
    tool.handle(document, erase);
    tool.handle(document, input(Kind::Release, beside));
    CHECK_FALSE(therapists(document).map.isEmpty());
}

TEST_CASE_FIXTURE(test::ToolScene, "what a place stood for is not shown any longer once it is let go of") {
    using document::PaintTool;
    drag(tool, document, {chest, chest});
    REQUIRE(document::takeUp(document, {map::LayerKind::Pain, 1}));
    tool.handle(document, input(Kind::Move, onPicture(document, test::kThigh)));
    REQUIRE(document::toolInHand(document) == PaintTool::Brush);
    document::select(document, std::nullopt);
    document::selectTool(document, PaintTool::Band);
    CHECK(document::toolInHand(document) == PaintTool::Band);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "what is chosen after a stroke is recorded with the next place, on every layer") {
    document::selectLayer(document, map::LayerKind::Treated);
    document::setLevel(document, 3);
    drag(tool, document, {chest, chest});
    map::PlaceEdit edit;
    edit.techniques = std::vector<std::string>{"friction"};
    edit.minutes = 5;
    REQUIRE(document::changePlace(document, edit));
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    drag(tool, document, {thigh, thigh});
    const auto& places = therapists(document).map.layer(map::LayerKind::Treated).places();
    REQUIRE(places.size() == 2);
    CHECK(places.begin()->second.techniques.empty());
    CHECK(places.rbegin()->second.techniques == std::vector<std::string>{"friction"});
    CHECK(places.rbegin()->second.minutes == 5);
}

TEST_CASE_FIXTURE(test::ToolScene, "holding a key shows the tool that a press would use") {
    ToolInput over = input(Kind::Move, chest);
    over.ctrl = true;
    CHECK(tool.handle(document, over) == ToolResponse::Preview);
    CHECK(document::toolInHand(document) == document::PaintTool::Erase);
    over.ctrl = false;
    over.shift = true;
    tool.handle(document, over);
    CHECK(document::toolInHand(document) == document::PaintTool::Soften);
    tool.handle(document, input(Kind::Move, chest));
    CHECK(document::toolInHand(document) == document::PaintTool::Brush);
}

TEST_CASE_FIXTURE(test::ToolScene, "a press with the band sets one band, however far it is dragged") {
    document::selectTool(document, document::PaintTool::Band);
    document::setLevel(document, 6);
    CHECK(document.tool.tool == document::PaintTool::Band);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(0.0F, 40.0F), kOffBody, chest}) ==
          ToolResponse::Commit);
    CHECK(therapists(document).history.undoSteps() == 1);
    const auto under = document::pick(document, chest);
    REQUIRE(under.has_value());
    map::BodyMap expected(therapists(document).map.topologyId(), therapists(document).map.vertexCount());
    map::Stroke stroke = document::strokeHeader(document);
    CHECK(stroke.tool == map::Tool::Band);
    CHECK(stroke.level == 6);
    stroke.points = {under->point};
    REQUIRE(map::paintStroke(*document.body, expected, stroke).has_value());
    CHECK(therapists(document).map == expected);
}

TEST_CASE_FIXTURE(test::ToolScene, "a press with the pin sets one pin where it was pressed") {
    document::selectTool(document, document::PaintTool::Pin);
    document::setMirror(document, true);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)}) == ToolResponse::Commit);
    REQUIRE(therapists(document).map.pins().rows().size() == 1);
    CHECK(therapists(document).map.pins().find(1)->at == document::pick(document, chest)->point);
    CHECK(test::paintedVertices(therapists(document)) == 0);
}

TEST_CASE_FIXTURE(test::ToolScene, "holding shift softens, and where nothing can be softened says why") {
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    const std::size_t painted = test::paintedVertices(therapists(document));
    const map::BodyMap before = therapists(document).map;
    ToolInput press = input(Kind::Press, chest);
    press.shift = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Commit);
    CHECK_FALSE(therapists(document).map == before);
    CHECK(test::paintedVertices(therapists(document)) == painted);
    document::selectLayer(document, map::LayerKind::Avoid);
    CHECK(tool.handle(document, press) == ToolResponse::Nothing);
    CHECK_FALSE(tool.isBusy());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("nothing to soften") != std::string::npos);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "words belong to the place that is being painted, and another place begins without them") {
    const auto wordsOf = [&](const glm::vec2& at) {
        const map::Layer& layer = therapists(document).map.layer(map::LayerKind::Pain);
        return layer.places().at(document::placeUnder(document, document::pick(document, at)->point)).words;
    };
    REQUIRE(document::setDiameter(document, 8.0));
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    const std::vector<std::string> aching{"aching"};
    REQUIRE(document::toggleWord(document, "aching"));
    REQUIRE(document::setDepth(document, map::Depth::Muscle));
    REQUIRE(drag(tool, document, {chest, chest + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
    CHECK(wordsOf(chest) == aching);
    // Going on with the same place keeps them, also from beside it.
    REQUIRE(drag(tool, document, {chest + glm::vec2(8.0F, 0.0F), chest + glm::vec2(14.0F, 0.0F)}) ==
            ToolResponse::Commit);
    CHECK(document.tool.brush().place.words == aching);
    SUBCASE("another place") {
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(document.tool.brush().place == map::Place{});
        CHECK(wordsOf(thigh).empty());
        CHECK(wordsOf(chest) == aching);
    }
    SUBCASE("words chosen in between are for the next place") {
        REQUIRE(document::toggleWord(document, "aching"));
        REQUIRE(document::toggleWord(document, "burning"));
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(wordsOf(thigh) == std::vector<std::string>{"burning"});
    }
    SUBCASE("what was undone is painted once more with the words that were chosen for it") {
        while (document::undo(document)) {
        }
        REQUIRE(drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)}) == ToolResponse::Commit);
        CHECK(wordsOf(thigh) == aching);
    }
    SUBCASE("another map") {
        document::paintAs(document, Author::Client);
        CHECK(document.tool.brush().place == map::Place{});
    }
    SUBCASE("a region of the list") {
        const auto& atlas = document.body->atlas();
        const auto stroke = test::dab(document, test::kBack);
        const auto triangle = document.body->mesh().triangles()[stroke.points.front().triangle];
        REQUIRE(document::fillRegion(document, atlas.region(atlas.regionOf(triangle[0])).id));
        CHECK(document.tool.brush().place == map::Place{});
    }
    SUBCASE("an eraser takes none of them away") {
        document::selectTool(document, document::PaintTool::Erase);
        drag(tool, document, {thigh, thigh + glm::vec2(4.0F, 0.0F)});
        CHECK(document.tool.brush().place.words == aching);
    }
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "how hard a pen presses sets the size of the brush, if the therapist wants that") {
    document::setDiameter(document, 8.0);
    const auto press = [&](float pressure) {
        ToolInput made = input(Kind::Press, chest);
        made.pressure = pressure;
        tool.handle(document, made);
        tool.handle(document, input(Kind::Release, chest));
        const std::size_t painted = test::paintedVertices(therapists(document));
        document::undo(document);
        return painted;
    };
    const std::size_t full = press(0.0F);
    CHECK(press(0.4F) == full);  // off, as it is at first
    document::Appearance look = document.appearance;
    look.penSizes = true;
    document::setAppearance(document, look);
    CHECK(press(1.0F) == full);
    std::size_t smaller = 0;
    for (const float pressure : {0.0F, 0.2F, 0.4F, 0.6F, 0.8F, 1.0F}) {
        const std::size_t painted = press(pressure);
        CHECK(painted >= smaller);
        smaller = painted;
    }
    CHECK(press(0.0F) < full);
    CHECK(press(0.5F) < full);
    // Half the width is what the lightest touch has: the same paint as a brush of that size.
    const std::size_t lightest = press(0.0F);
    document::setDiameter(document, 4.0);
    CHECK(press(1.0F) == lightest);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a drag that is pressed harder and lighter is one step, and the same after a restart") {
    document::Appearance look = document.appearance;
    look.penSizes = true;
    document::setAppearance(document, look);
    document::setDiameter(document, 6.0);
    ToolInput made = input(Kind::Press, chest);
    made.pressure = 0.0F;
    tool.handle(document, made);
    for (int i = 1; i <= 20; ++i) {
        made = input(Kind::Move, chest + glm::vec2(0.0F, 3.0F * static_cast<float>(i)));
        made.pressure = 0.5F - 0.5F * std::cos(0.3F * static_cast<float>(i));
        tool.handle(document, made);
    }
    tool.handle(document, input(Kind::Release, chest + glm::vec2(0.0F, 60.0F)));
    CHECK(therapists(document).entries > 3);  // pieces of several sizes
    CHECK(therapists(document).entries < 20);
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(test::openVault(vault)).map == therapists(document).map);
    REQUIRE(document::undo(document));
    CHECK(therapists(document).map.isEmpty());
}

TEST_CASE("a pen that trembles keeps its size, one that is pressed harder gets a larger one") {
    double share = 1.0;
    for (int i = 0; i <= 100; ++i) {
        const auto pressure = static_cast<float>(i) / 100.0F;
        share = document::sizeForPressure(pressure, i == 0 ? 1.0 : share);
        CHECK(share >= 0.5);
        CHECK(share <= 1.0);
        CHECK(std::abs(share - (0.5 + 0.5 * static_cast<double>(pressure))) <= 0.075 + 1e-9);
        for (const float tremble : {-0.03F, 0.03F}) {
            const double now = document::sizeForPressure(pressure + tremble, share);
            CHECK(document::sizeForPressure(pressure, now) == now);
        }
    }
}
