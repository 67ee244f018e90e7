#include "document/edit.h"
#include "document/selection.h"
#include "document/tool_scene.h"
#include "map/stroke_painter.h"

#include <doctest/doctest.h>

#include <vector>

using namespace palpate;
using namespace palpate::test;
using clinic::Author;

TEST_CASE_FIXTURE(test::ToolScene, "holding control erases what the brush painted") {
    drag(tool, document, {chest, chest + glm::vec2(30.0F, 0.0F)});
    REQUIRE_FALSE(therapists(document).map.isEmpty());
    document::setDiameter(document, 20.0);
    ToolInput press = input(Kind::Press, chest + glm::vec2(15.0F, 0.0F));
    press.ctrl = true;
    tool.handle(document, press);
    CHECK(tool.handle(document, input(Kind::Release, press.position)) == ToolResponse::Commit);
    CHECK(test::paintedVertices(therapists(document)) == 0);
    CHECK(document.tool.tool == document::PaintTool::Brush);
}

TEST_CASE_FIXTURE(test::ToolScene, "a quick drag paints everything that it passed over") {
    const glm::vec2 from = onPicture(document, {0.0F, 1.35F, 0.1F}),
                    to = onPicture(document, {0.0F, 0.95F, 0.1F});
    drag(tool, document, {from, to});
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    for (float share = 0.1F; share < 0.95F; share += 0.1F) {
        const auto under = document::pick(document, glm::mix(from, to, share));
        REQUIRE(under.has_value());
        CHECK(map::isPainted(values[document.body->mesh().nearestVertex(under->point)]));
    }
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "crossing from the arm over the gap to the trunk leaves the skin between alone") {
    document::setDiameter(document, 2.0);
    const float y = 1.0F;
    const glm::vec2 arm = onPicture(document, {0.26F, y, 0.1F}),
                    trunk = onPicture(document, {0.08F, y, 0.1F});
    drag(tool, document, {arm, trunk});
    const auto values = therapists(document).map.layer(map::LayerKind::Pain).values();
    const auto& mesh = document.body->mesh();
    // The sides that face each other across the gap lie out of sight of the pointer.
    const auto inner = document.body->bvh().nearest({0.2275F, y, -0.02F}, 0.1F);
    REQUIRE(inner.has_value());
    CHECK_FALSE(map::isPainted(values[mesh.nearestVertex(inner->point)]));
    CHECK(test::paintedVertices(therapists(document)) > 0);
}

TEST_CASE_FIXTURE(test::ToolScene, "escape gives the running stroke up") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    CHECK(document.painting);
    CHECK(tool.handle(document, input(Kind::Cancel, chest)) == ToolResponse::Cancel);
    CHECK(therapists(document).map.isEmpty());
    CHECK_FALSE(document.painting);
    CHECK(tool.handle(document, input(Kind::Release, chest)) == ToolResponse::Nothing);
    CHECK(vault->maps.empty());
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "the therapist's pointer on the client's map says why nothing is painted") {
    document::showMapOf(document, Author::Client);
    CHECK(drag(tool, document, {chest, chest + glm::vec2(20.0F, 0.0F)}) == ToolResponse::Nothing);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK(therapists(document).map.isEmpty());
    REQUIRE(document.notices.size() == 1);
    CHECK(document.notices[0].text.find("client's map") != std::string::npos);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a drag that leaves the skin and comes back is one step to undo, also after a restart") {
    const glm::vec2 thigh = onPicture(document, test::kThigh);
    drag(tool, document,
         {chest, chest + glm::vec2(10.0F, 0.0F), kOffBody, thigh, thigh + glm::vec2(0.0F, 20.0F)});
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(document).entries >= 2);
    const map::BodyMap painted = therapists(document).map;
    Document restarted = test::openVault(vault);
    CHECK(therapists(restarted).map == painted);
    CHECK(therapists(restarted).history.undoSteps() == 1);
    REQUIRE(document::undo(restarted));
    CHECK(therapists(restarted).map.isEmpty());
    REQUIRE(document::redo(restarted));
    CHECK(therapists(restarted).map == painted);
    CHECK(therapists(test::openVault(vault)).map == painted);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "a running drag is written down every quarter of a second, and is one step all the same") {
    tool.handle(document, input(Kind::Press, chest));
    CHECK(tool.keepTime(10.0) == 10.25);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    CHECK(tool.keepTime(10.1) == 10.25);
    CHECK(vault->maps.empty());
    CHECK_FALSE(tool.keepTime(10.25).has_value());
    CHECK(therapists(document).entries == 1);
    // What is on the disk now is all that was painted so far.
    const Document killed = test::openVault(vault);
    CHECK(therapists(killed).map == therapists(document).map);
    CHECK(document.painting);
    CHECK_FALSE(tool.keepTime(11.0).has_value());  // nothing new was painted
    CHECK(therapists(document).entries == 1);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 40.0F)));
    tool.handle(document, input(Kind::Release, chest + glm::vec2(20.0F, 40.0F)));
    CHECK(therapists(document).history.undoSteps() == 1);
    CHECK(therapists(document).map.layer(map::LayerKind::Pain).places().size() == 1);
    SUBCASE("in pieces it paints what it paints in one go") {
        ToolScene whole;
        drag(whole.tool, whole.document,
             {chest, chest + glm::vec2(20.0F, 0.0F), chest + glm::vec2(20.0F, 40.0F)});
        CHECK(therapists(whole.document).map == therapists(document).map);
    }
    SUBCASE("undo takes all of it back") {
        REQUIRE(document::undo(document));
        CHECK(therapists(document).map.isEmpty());
        CHECK(therapists(test::openVault(vault)).map.isEmpty());
    }
}

TEST_CASE_FIXTURE(test::ToolScene, "escape gives up what was written down already, too") {
    tool.handle(document, input(Kind::Press, chest));
    static_cast<void>(tool.keepTime(1.0));
    static_cast<void>(tool.keepTime(2.0));
    tool.handle(document, input(Kind::Move, chest + glm::vec2(20.0F, 0.0F)));
    REQUIRE(therapists(document).entries == 1);
    CHECK(tool.handle(document, input(Kind::Cancel, chest)) == ToolResponse::Cancel);
    CHECK(therapists(document).map.isEmpty());
    CHECK(therapists(document).history.undoSteps() == 0);
    CHECK(therapists(document).history.redoSteps() == 0);
    CHECK(therapists(test::openVault(vault)).map.isEmpty());
}

TEST_CASE_FIXTURE(test::ToolScene, "the same recorded pointer gives the same map") {
    const std::vector<glm::vec2> way{chest, chest + glm::vec2(13.0F, 4.0F), chest + glm::vec2(22.0F, 31.0F)};
    drag(tool, document, way);
    ToolScene other;
    drag(other.tool, other.document, way);
    CHECK(therapists(document).map == therapists(other.document).map);
    const Document restarted = test::openVault(vault);
    CHECK(therapists(restarted).map == therapists(document).map);
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "off the skin a held drag keeps the maps closed until the button is let go") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, kOffBody));
    CHECK(document.painting);
    CHECK_FALSE(document::paintAs(document, Author::Client));
    CHECK_FALSE(document::undo(document));
    tool.handle(document, input(Kind::Move, chest));
    CHECK(document.painting);
    SUBCASE("by a release") {
        tool.handle(document, input(Kind::Move, kOffBody));
        CHECK(tool.handle(document, input(Kind::Release, kOffBody)) == ToolResponse::Commit);
    }
    SUBCASE("by escape") {
        tool.handle(document, input(Kind::Cancel, kOffBody));
    }
    CHECK_FALSE(document.painting);
    CHECK(document::paintAs(document, Author::Client));
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "the rest of a drag paints nothing where its map can no longer be painted on") {
    tool.handle(document, input(Kind::Press, chest));
    tool.handle(document, input(Kind::Move, kOffBody));
    const map::BodyMap before = therapists(document).map;
    SUBCASE("its layer was hidden") {
        document::showLayer(document, map::LayerKind::Pain, false);
    }
    SUBCASE("another person paints") {
        document.author = document.shown = Author::Client;
    }
    SUBCASE("another visit is open") {
        document.visit = core::VisitId{2};
    }
    tool.handle(document, input(Kind::Move, chest + glm::vec2(0.0F, 60.0F)));
    tool.handle(document, input(Kind::Release, chest + glm::vec2(0.0F, 60.0F)));
    CHECK(therapists(document).map == before);
    CHECK(test::mapOf(document, Author::Client).map.isEmpty());
    CHECK_FALSE(document.painting);
    CHECK_FALSE(tool.isBusy());
}

TEST_CASE_FIXTURE(test::ToolScene,
                  "what a stroke has to tell waits for its end: the picture stays under the hand") {
    map::Stroke avoid = test::dab(document, test::kChest, 1, 4.0);
    avoid.layer = map::LayerKind::Avoid;
    REQUIRE(*document::paint(document, avoid));
    document::selectLayer(document, map::LayerKind::Treated);
    tool.handle(document, input(Kind::Press, chest));
    REQUIRE(document.noticesInStroke.has_value());
    // Its first piece is kept, and warns.
    tool.keepTime(0.0);
    tool.keepTime(10.0);
    tool.handle(document, input(Kind::Move, chest + glm::vec2(8.0F, 0.0F)));
    REQUIRE_FALSE(document.notices.empty());
    CHECK(document.noticesInStroke->empty());
    tool.handle(document, input(Kind::Release, chest + glm::vec2(8.0F, 0.0F)));
    CHECK_FALSE(document.noticesInStroke.has_value());
    CHECK_FALSE(document.notices.empty());
}
