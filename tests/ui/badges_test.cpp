#include "ui/badges.h"

#include "document/selection.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace palpate;

namespace {

ui::Badge badgeAt(float x, float y, float reach) {
    ui::Badge badge;
    badge.x = badge.atX = x;
    badge.y = badge.atY = y;
    badge.reach = reach;
    return badge;
}

// The consultation over one place of 8 on the chest, in the picture that the window has.
struct Numbered : test::ScreenWindow {
    Numbered() {
        REQUIRE(document::paint(document(), test::dab(document(), test::kChest, 8)));
        const ui::Rect picture = settled().find("viewport")->rect;
        document::setViewport(document(), {picture.width, picture.height});
        document::setAppearance(document(), {.reduceMotion = true});
        document::viewFrom(document(), body::StandardView::Front);
    }
    std::string badge() {
        for (const ui::UiRects::Item& item : settled().items()) {
            if (ui::isBadge(item.name)) return item.name;
        }
        return {};
    }
};

}  // namespace

TEST_CASE(
    "numbers that would hide their marks stand beside them, within the picture, apart from each other") {
    constexpr float kHalf = 16.0F;
    std::vector<ui::Badge> badges{badgeAt(300.0F, 200.0F, 12.0F), badgeAt(310.0F, 230.0F, 12.0F),
                                  badgeAt(300.0F, 260.0F, 12.0F), badgeAt(8.0F, 8.0F, 10.0F),
                                  badgeAt(500.0F, 300.0F, 60.0F)};
    ui::layBeside(badges, kHalf, 350.0F, 700.0F, 500.0F);
    for (std::size_t i = 0; i < 4; ++i) {
        CAPTURE(i);
        CHECK(badges[i].isBeside());
        const glm::vec2 at(badges[i].atX, badges[i].atY);
        const float distance = glm::distance(at, {badges[i].x, badges[i].y});
        CHECK(distance >= badges[i].reach + kHalf);  // the mark is seen
        CHECK(distance <= badges[i].reach + 30.0F);  // and near
        CHECK(at.x >= kHalf);
        CHECK(at.y >= kHalf);
        for (std::size_t k = 0; k < i; ++k)
            CHECK(glm::distance(at, {badges[k].atX, badges[k].atY}) >= 2.0F * kHalf);
    }
    CHECK(badges[0].atX < badges[0].x);  // away from the middle of the body
    CHECK_FALSE(badges[4].isBeside());   // it is seen around its number
}

TEST_CASE("a number stands farther off where all around its mark are other marks, and never over the edge") {
    constexpr float kHalf = 16.0F, kMark = 10.0F, kFar = 36.0F;
    std::vector<ui::Badge> badges{badgeAt(300.0F, 200.0F, kMark)};
    for (const glm::vec2 way : {glm::vec2(1, 0), {-1, 0}, {0, 1}, {0, -1}})
        badges.push_back(badgeAt(300.0F + kFar * way.x, 200.0F + kFar * way.y, kMark));
    badges.push_back(badgeAt(695.0F, 300.0F, 60.0F));
    ui::layBeside(badges, kHalf, 350.0F, 700.0F, 500.0F);
    for (std::size_t mark = 1; mark < 5; ++mark) {
        CAPTURE(mark);
        CHECK(glm::distance(glm::vec2(badges[0].atX, badges[0].atY), {badges[mark].x, badges[mark].y}) >=
              kMark + kHalf);
    }
    CHECK(badges[5].atX == 700.0F - kHalf);
}

TEST_CASE("a number on the body takes up its place instead of being painted over") {
    Numbered window;
    const std::string name = window.badge();
    REQUIRE(name.rfind("badge.pain_", 0) == 0);
    const map::BodyMap before = document::shownMap(window.document())->map;
    window.pressAndApply(name);
    CHECK(window.document().tool.tool == document::PaintTool::Edit);
    CHECK(document::selectedPlace(window.document()) != nullptr);
    CHECK(document::shownMap(window.document())->map == before);
    window.pressAndApply("level.3");
    CHECK(window.badge() == name);
    CHECK(
        ui::makeViewportModel(window.document(), window.readings.of(window.document())).badges.front().text ==
        "3");
}

TEST_CASE("the press that paints a place does not take up the number that comes with it") {
    Numbered window;
    const auto bare = [](ui::Ui&) { return std::optional<ui::Action>(); };
    const ui::Rect badge = window.settled().find(window.badge())->rect;
    // The pointer goes down where there is no number yet; the next frame has it.
    window.headless.frame(bare);
    window.headless.pointAt(badge.centreX(), badge.centreY());
    window.headless.frame(bare);
    ui::compat::feedMouseButton(0, true);
    const auto draw = window.drawing();
    CHECK_FALSE(window.headless.frame(draw).has_value());
    ui::compat::feedMouseButton(0, false);
    CHECK_FALSE(window.headless.frame(draw).has_value());
    CHECK_FALSE(window.headless.frame(draw).has_value());
    window.headless.pointAt(-100.0F, -100.0F);
    CHECK(window.press(window.badge()).empty());  // the second half of a double click on the body
    for (int i = 0; i < 30; ++i)
        window.headless.frame(draw);
    CHECK(window.press(window.badge()).size() == 1);  // meant for it
}

TEST_CASE("what wipes, softens or sets pins passes a number by, and so does what may not be changed") {
    using document::PaintTool;
    Numbered window;
    for (const PaintTool tool : document::kPaintTools) {
        CAPTURE(static_cast<int>(tool));
        document::selectTool(window.document(), tool);
        const bool passes = tool == PaintTool::Erase || tool == PaintTool::Soften || tool == PaintTool::Pin;
        CHECK(window.badge().empty() == passes);
    }
    document::selectTool(window.document(), PaintTool::Brush);
    REQUIRE(document::completeMap(window.document()));
    CHECK(window.badge().empty());
}

TEST_CASE("the body below a number turns and comes nearer as it does beside it") {
    Numbered window;
    const ui::UiRects& rects = window.settled();
    const ui::Rect badge = rects.find(window.badge())->rect;
    const float x = badge.centreX(), y = badge.centreY();
    CHECK(ui::pictureAt(window.headless.ui().rects, x, y) == nullptr);
    REQUIRE(ui::pictureBelowBadges(window.headless.ui().rects, x, y) != nullptr);
    CHECK(ui::pictureBelowBadges(window.headless.ui().rects, x, y)->name == "viewport");
    const ui::Rect level = window.headless.ui().rects.find("level.3")->rect;
    CHECK(ui::pictureBelowBadges(window.headless.ui().rects, level.centreX(), level.centreY()) == nullptr);
}
