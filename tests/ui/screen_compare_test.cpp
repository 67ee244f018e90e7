#include "document/compare.h"
#include "document/open.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

using namespace palpate;
using test::PaintedWindow;

TEST_CASE("every control of the compare view answers, side by side and as a difference") {
    PaintedWindow window;
    REQUIRE(document::openCompare(window.document()));
    test::checkNothingOverlaps(window.settled());
    test::checkInside(window.headless.ui().rects, window.headless.size());
    CHECK(window.headless.ui().rects.find("viewport.from")->rect.width >= 400.0F);
    test::checkEveryControlAnswers(window);
    document::setCompareMode(window.document(), document::CompareMode::Difference);
    CHECK(window.settled().find("viewport.difference")->rect.width >= 900.0F);
    test::checkEveryControlAnswers(window);
}

TEST_CASE("every control of the wipe and of the onion skin answers, and they take the whole picture") {
    for (const auto mode : {document::CompareMode::Wipe, document::CompareMode::Onion}) {
        PaintedWindow window;
        REQUIRE(document::openCompare(window.document()));
        document::setCompareMode(window.document(), mode);
        const bool wipes = mode == document::CompareMode::Wipe;
        const auto* picture = window.settled().find(wipes ? "viewport.wipe" : "viewport.onion");
        REQUIRE(picture != nullptr);
        CHECK(picture->rect.width >= 900.0F);
        CHECK((window.settled().find("compare.divider") != nullptr) == wipes);
        CHECK(window.settled().find("compare.share") != nullptr);
        CHECK(window.settled().find("compare.link") == nullptr);
        test::checkNothingOverlaps(window.settled());
        test::checkInside(window.headless.ui().rects, window.headless.size());
        test::checkEveryControlAnswers(window);
    }
}

TEST_CASE("the line of the wipe follows the pointer that drags it") {
    PaintedWindow window;
    REQUIRE(document::openCompare(window.document()));
    document::setCompareMode(window.document(), document::CompareMode::Wipe);
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const ui::Rect line = window.headless.ui().rects.find("compare.divider")->rect;
    const ui::Rect picture = window.headless.ui().rects.find("viewport.wipe")->rect;
    CHECK(line.centreX() == doctest::Approx(picture.centreX()).epsilon(0.01));
    CHECK(ui::pictureAt(window.headless.ui().rects, line.centreX(), line.centreY()) == nullptr);
    window.headless.pointAt(line.centreX(), line.centreY());
    CHECK_FALSE(window.headless.frame(draw).has_value());
    ui::compat::feedMouseButton(0, true);
    CHECK_FALSE(window.headless.frame(draw).has_value());
    const float wanted = picture.x + 0.25F * picture.width;
    window.headless.pointAt(wanted, line.centreY());
    const auto asked = window.headless.frame(draw);
    ui::compat::feedMouseButton(0, false);
    REQUIRE(asked.has_value());
    const auto* set = std::get_if<ui::action::SetCompareShare>(&*asked);
    REQUIRE(set != nullptr);
    CHECK(set->share == doctest::Approx(0.25).epsilon(0.01));
}

TEST_CASE("ticking a third visit puts it beside the others, and the last two stay") {
    PaintedWindow window;
    REQUIRE(document::addVisit(window.document(), {1'763'800'000'000, 60}));
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.ticks", draw).empty());
    const auto id = [&](std::size_t visit) {
        return "compare.tick." + std::to_string(window.document().visits.at(visit).id.value);
    };
    const auto asked = window.headless.press(id(0), draw);
    REQUIRE(test::as<ui::action::CompareVisits>(asked));
    CHECK(test::as<ui::action::CompareVisits>(asked)->visits.size() == 3);
    // One of two cannot be taken away.
    CHECK(window.headless.press(id(window.document().visits.size() - 1), draw).empty());
}

TEST_CASE("the pointer on a row of the table asks for its region, and for none when it leaves") {
    PaintedWindow window;
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const auto& items = window.headless.ui().rects.items();
    const auto row = std::find_if(items.begin(), items.end(), [](const ui::UiRects::Item& item) {
        return item.name.rfind("compare.row.", 0) == 0 && item.visible.height > 20.0F;
    });
    REQUIRE(row != items.end());
    const auto region = static_cast<body::RegionIndex>(std::stoi(row->name.substr(12)));
    window.headless.pointAt(row->visible.centreX(), row->visible.centreY());
    std::optional<ui::Action> asked = window.headless.frame(draw);
    if (!asked) asked = window.headless.frame(draw);
    REQUIRE(asked.has_value());
    CHECK(*asked == ui::Action(ui::action::PointAtRow{region}));
    document::pointAtRow(window.document(), region);
    const auto pointed = window.drawing();
    CHECK_FALSE(window.headless.frame(pointed).has_value());
    window.headless.pointAt(-100.0F, -100.0F);
    asked = window.headless.frame(pointed);
    if (!asked) asked = window.headless.frame(pointed);
    REQUIRE(asked.has_value());
    CHECK(*asked == ui::Action(ui::action::PointAtRow{}));
}

TEST_CASE("limits open from the verdict, step, and ask for the usual values") {
    PaintedWindow window;
    analysis::ChangeRules rules;
    rules.limits.levels = 3.0;
    document::setChangeRules(window.document(), rules);
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.rules", draw).empty());
    window.headless.frame(draw);
    const auto more = window.headless.press("compare.rule_levels.more", draw);
    REQUIRE(test::as<ui::action::SetChangeRules>(more));
    CHECK(test::as<ui::action::SetChangeRules>(more)->rules.limits.levels == 3.5);
    const auto usual = window.headless.press("compare.rules_usual", draw);
    REQUIRE(test::as<ui::action::SetChangeRules>(usual));
    CHECK(test::as<ui::action::SetChangeRules>(usual)->rules == analysis::ChangeRules());
}

TEST_CASE("a list of visits opens below its button and gives the visit that was pressed") {
    PaintedWindow window;
    REQUIRE(document::openCompare(window.document()));
    const core::VisitId first = window.document().visits[0].id;
    const core::VisitId second = window.document().visits[1].id;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.pick_from", draw).empty());
    const auto asked = window.headless.press("compare.pick_from." + std::to_string(second.value), draw);
    REQUIRE(test::as<ui::action::CompareMaps>(asked));
    CHECK(test::as<ui::action::CompareMaps>(asked)->from.visit == second);
    CHECK(test::as<ui::action::CompareMaps>(asked)->to.visit == second);
    CHECK(first != second);
    window.headless.frame(draw);
    CHECK(window.headless.ui().rects.find("compare.pick_from." + std::to_string(second.value)) == nullptr);
}

TEST_CASE("no button of the views lies upon one of three or four pictures") {
    PaintedWindow window;
    REQUIRE(document::addVisit(window.document(), {1'763'800'000'000, 60}));
    REQUIRE(document::openCompare(window.document()));
    std::vector<core::VisitId> all;
    for (const clinic::Visit& visit : window.document().visits)
        all.push_back(visit.id);
    REQUIRE(all.size() == 3);
    ui::applyAction(window.context, window.state, ui::action::CompareVisits{all});
    int pictures = 0;
    const ui::UiRects& rects = window.settled();
    for (const ui::UiRects::Item& picture : rects.items()) {
        if (!test::isPicture(picture)) continue;
        ++pictures;
        for (const ui::UiRects::Item& item : rects.items()) {
            if (item.name.rfind("pad.", 0) != 0 && item.name != "view.parts" && item.name != "view.cube")
                continue;
            CAPTURE(item.name);
            const ui::Rect shared = ui::overlap(item.rect, picture.rect);
            CHECK(shared.width * shared.height == 0.0F);
        }
    }
    CHECK(pictures == 3);
}
