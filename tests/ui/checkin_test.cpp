#include "commands/recording_context.h"
#include "commands/registry.h"
#include "document/check_in.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/transaction.h"
#include "ui/apply_action.h"
#include "ui/checkin_panel.h"
#include "ui/checkin_widgets.h"
#include "ui/client_pages.h"
#include "ui/headless_ui.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace palpate;
using document::CheckInPage;

namespace {

using Pages = test::ClientPages;

void checkPage(Pages& pages) {
    const ui::UiRects& rects = pages.settled();
    const ImVec2 size = pages.headless.size();
    const float dp = pages.headless.ui().scale;
    for (const ui::UiRects::Item& item : rects.items()) {
        CAPTURE(item.name);
        CHECK(item.rect == item.visible);  // nothing scrolls
        CHECK(item.rect.x >= 0.0F);
        CHECK(item.rect.y >= 0.0F);
        CHECK(item.rect.right() <= size.x);
        CHECK(item.rect.bottom() <= size.y);
        if (ui::isBadge(item.name)) {
            // On the body, where what is large hides it: the read-back has large ways to the same.
            CHECK(item.rect.width >= 44.0F * dp - 1.0F);
            continue;
        }
        CHECK(item.rect.height >= 72.0F * dp - 1.0F);  // whole pixels
        CHECK(item.rect.width >= 60.0F * dp);
        for (const ui::UiRects::Item& other : rects.items()) {
            if (&other == &item || ui::isBadge(other.name)) continue;
            CAPTURE(other.name);
            const ui::Rect shared = ui::overlap(item.rect, other.rect);
            CHECK(shared.width * shared.height == 0.0F);
        }
    }
}

}  // namespace

TEST_CASE("every page fits without scrolling, and every control is as large as a hurting hand needs") {
    for (const ImVec2 size : {ImVec2{1280.0F, 800.0F}, ImVec2{1920.0F, 1080.0F}, ImVec2{1024.0F, 600.0F}}) {
        for (const CheckInPage page : test::kClientPages) {
            CAPTURE(size.x);
            CAPTURE(static_cast<int>(page));
            Pages pages(size);
            pages.goTo(page);
            checkPage(pages);
        }
    }
}

TEST_CASE("the page of the body begins without questions and has room for the body") {
    Pages pages;
    const ui::UiRects& rects = pages.settled();
    CHECK(rects.find("viewport")->rect.height >= 540.0F);
    CHECK(rects.find("checkin.nothing") != nullptr);
    CHECK(rects.find("checkin.same") != nullptr);
    CHECK(rects.find("checkin.list") != nullptr);
    CHECK(rects.find("checkin.finish") == nullptr);
    CHECK(rects.find("checkin.level_7") == nullptr);
}

TEST_CASE("a client marks two places, says how bad, reads back and is thanked") {
    Pages pages;
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.level_7");
    pages.pressAndApply("checkin.word_aching");
    pages.pressAndApply("checkin.depth_muscle");
    pages.pressAndApply("checkin.another");
    pages.touch(test::kThigh);
    pages.pressAndApply("checkin.level_4");
    pages.pressAndApply("checkin.finish");
    const ui::CheckInModel model = *pages.model().checkIn;
    REQUIRE(model.rows.size() == 2);
    CHECK(model.rows[0].where == "Left chest");
    CHECK(model.rows[0].words == "7 out of 10, aching, in the muscle");
    CHECK(model.rows[1].words == "4 out of 10");
    CHECK(model.heading == "Is this right?");
    pages.pressAndApply("checkin.yes");
    CHECK(pages.model().checkIn->heading == "Thank you.");
    CHECK(test::mapOf(pages.document(), clinic::Author::Client).completed);
}

TEST_CASE("a new place says that the one before is kept with its words, until something is said of it") {
    Pages pages;
    pages.touch(test::kChest);
    CHECK(pages.model().checkIn->kept.empty());  // there is none before
    pages.pressAndApply("checkin.level_7");
    pages.pressAndApply("checkin.word_aching");
    pages.touch(test::kThigh);
    CHECK(pages.model().checkIn->kept == "Left chest is kept: 7 out of 10, aching.");
    const ui::CheckInModel model = *pages.model().checkIn;
    CHECK(std::none_of(model.feelings.begin(), model.feelings.end(),
                       [](const auto& choice) { return choice.on; }));
    pages.pressAndApply("checkin.level_4");
    CHECK(pages.model().checkIn->kept.empty());
    pages.touch(test::kChest);  // back at the first
    CHECK(pages.model().checkIn->kept.empty());
    pages.pressAndApply("checkin.another");
    pages.touch(test::kBack);
    CHECK(pages.model().checkIn->kept == "Left chest is kept: 7 out of 10, aching.");
    pages.pressAndApply("checkin.undo");
    CHECK(pages.model().checkIn->kept.empty());
}

TEST_CASE("a place that comes back by undo is the one that is rated") {
    Pages pages;
    pages.touch(test::kChest);
    const auto first = pages.document().checkIn->place;
    pages.touch(test::kThigh);
    REQUIRE(document::takeUpPlace(pages.document(), first));
    pages.pressAndApply("checkin.level_0");
    REQUIRE(pages.model().checkIn->rows.size() == 1);
    pages.pressAndApply("checkin.undo");
    CHECK(pages.document().checkIn->place == first);
}

TEST_CASE("who adds something after reading changes none of what was read") {
    Pages pages;
    pages.goTo(CheckInPage::ReadBack);
    pages.pressAndApply("checkin.back");
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
    CHECK_FALSE(pages.model().checkIn->hasTouched);
    CHECK(pages.model().checkIn->hint == "Touch the next place.");
}

TEST_CASE("a place that is read back can be changed and removed") {
    Pages pages;
    pages.goTo(CheckInPage::ReadBack);
    const auto place = pages.model().checkIn->rows[0].place;
    pages.pressAndApply("checkin.remove_" + std::to_string(place));
    REQUIRE(pages.model().checkIn->rows.size() == 1);
    pages.pressAndApply("checkin.change_" + std::to_string(pages.model().checkIn->rows[0].place));
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
    CHECK(pages.model().checkIn->hasTouched);
}

TEST_CASE("the list leads to a place without any pointing at the body") {
    Pages pages;
    pages.pressAndApply("checkin.list");
    pages.pressAndApply("checkin.part_3");
    CHECK(pages.model().checkIn->heading == "Chest and belly");
    CHECK(pages.model().checkIn->hint == "First choose the side.");
    CHECK_FALSE(pages.model().checkIn->side.has_value());
    CHECK(pages.press("checkin.region_chest_L").empty());
    pages.pressAndApply("checkin.side_right");
    pages.pressAndApply("checkin.region_chest_R");
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
    CHECK(pages.model().checkIn->place == "Right chest");
    CHECK(pages.model().checkIn->level == 5);
}

TEST_CASE("what the body hides is seen by two presses, and the whole body by one") {
    Pages pages;
    CHECK(pages.settled().find("checkin.whole") == nullptr);
    pages.pressAndApply("checkin.hard_to_see");
    REQUIRE(pages.model().checkIn->hidden.size() == document::hiddenSkin().size());
    // As they lie for who looks at the front: the right one on the left.
    const ui::UiRects& list = pages.settled();
    CHECK(list.find("checkin.see_right_armpit")->rect.right() < list.find("checkin.see_left_armpit")->rect.x);
    pages.pressAndApply("checkin.see_left_armpit");
    CHECK(pages.model().checkIn->isCloseUp);
    CHECK(pages.model().checkIn->hint == "Left armpit. Touch it.");
    const ui::CheckInModel alone = *pages.model().checkIn;
    for (const ui::CheckInModel::View& view : alone.views)
        CHECK_FALSE(view.active);
    CHECK(pages.settled().find("checkin.hard_to_see") != nullptr);
    pages.pressAndApply("checkin.whole");
    CHECK_FALSE(pages.model().checkIn->isCloseUp);
    pages.pressAndApply("checkin.hard_to_see");
    pages.pressAndApply("checkin.back");
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
}

TEST_CASE("who is near moves up and down the body by buttons, which are there only then") {
    Pages pages;
    document::setAppearance(pages.document(), {.reduceMotion = true});
    pages.touch(test::kThigh);
    CHECK(pages.settled().find("checkin.up") == nullptr);
    CHECK(pages.settled().find("checkin.down") == nullptr);
    for (int i = 0; i < 4; ++i)
        pages.pressAndApply("checkin.nearer");
    checkPage(pages);
    const float before = pages.document().camera.target.y;
    pages.pressAndApply("checkin.up");
    CHECK(pages.document().camera.target.y > before);
    pages.pressAndApply("checkin.down");
    CHECK(pages.document().camera.target.y == doctest::Approx(before));
    while (pages.settled().find("checkin.up")->enabled)
        pages.pressAndApply("checkin.up");
    CHECK(pages.settled().find("checkin.down")->enabled);  // at the head there is only one way
}

TEST_CASE("of several numbers on the body the one that is being rated is marked, and no other") {
    Pages pages;
    pages.touch(test::kChest);
    pages.touch(test::kThigh);
    const auto chosen = [&] {
        std::string places;
        const ui::CheckInModel model = *pages.model().checkIn;
        for (const ui::Badge& badge : model.badges)
            if (badge.chosen) places += std::to_string(badge.place) + " ";
        return places;
    };
    const auto rows = pages.model().checkIn->rows;
    REQUIRE(pages.model().checkIn->badges.size() == 2);
    CHECK(chosen() == std::to_string(rows[1].place) + " ");
    document::takeUpPlace(pages.document(), rows[0].place);
    CHECK(chosen() == std::to_string(rows[0].place) + " ");
    pages.pressAndApply("checkin.another");
    CHECK(chosen().empty());
}

TEST_CASE("the mark of what is being rated is a shape, not only a colour") {
    Pages pages;
    pages.touch(test::kChest);
    ui::CheckInModel model = *pages.model().checkIn;
    REQUIRE(model.badges.size() == 1);
    const auto drawn = [&](bool chosen) {
        model.badges[0].chosen = chosen;
        pages.headless.settle([&](ui::Ui& ui) {
            return ui::drawCheckIn(ui, {0.0F, 0.0F, 1280.0F, 800.0F}, model, 0);
        });
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    CHECK(drawn(true) > drawn(false) + 100);
}

TEST_CASE("no tip hangs at a number, where it would lie over something to press; the strip above says it") {
    Pages pages;
    pages.touch(test::kChest);
    const auto draw = pages.drawing();
    pages.headless.settle(draw);
    const auto& items = pages.headless.ui().rects.items();
    const auto number = std::find_if(items.begin(), items.end(),
                                     [](const ui::UiRects::Item& item) { return ui::isBadge(item.name); });
    REQUIRE(number != items.end());
    pages.headless.pointAt(number->rect.centreX(), number->rect.centreY());
    for (int i = 0; i < 120; ++i)
        pages.headless.frame(draw);
    CHECK(pages.headless.ui().rects.find("tip") == nullptr);
    CHECK_FALSE(pages.headless.ui().tipPending);
}

TEST_CASE("a number on the body chooses its place for the row of numbers, and paints nothing") {
    Pages pages;
    pages.touch(test::kChest);
    pages.touch(test::kThigh);
    const ui::CheckInModel before = *pages.model().checkIn;
    REQUIRE(before.badges.size() == 2);
    REQUIRE(before.place != before.rows[0].where);
    const map::BodyMap painted = document::shownMap(pages.document())->map;
    pages.pressAndApply("checkin.badge.pain_" + std::to_string(before.rows[0].place));
    CHECK(pages.model().checkIn->place == before.rows[0].where);
    CHECK(document::shownMap(pages.document())->map == painted);
    pages.pressAndApply("checkin.level_9");
    CHECK(pages.model().checkIn->rows[0].level == 9);
    CHECK(pages.model().checkIn->rows[1].level == 5);
    pages.pressAndApply("checkin.erase");
    for (const ui::UiRects::Item& item : pages.settled().items())
        CHECK_FALSE(ui::isBadge(item.name));  // below a number there is skin to be wiped
}

TEST_CASE("what can still be undone has its button where that is said") {
    Pages pages;
    pages.touch(test::kChest);
    pages.touch(test::kBack);
    pages.pressAndApply("checkin.again");
    pages.pressAndApply("checkin.clear");
    CHECK_FALSE(pages.model().checkIn->hasPlaces);
    REQUIRE(pages.settled().find("checkin.undo") != nullptr);
    pages.pressAndApply("checkin.undo");
    CHECK(pages.model().checkIn->rows.size() == 2);
    pages.pressAndApply("checkin.finish");
    CHECK(pages.settled().find("checkin.undo") == nullptr);
    pages.pressAndApply("checkin.remove_" + std::to_string(pages.model().checkIn->rows[0].place));
    CHECK(pages.model().checkIn->rows.size() == 1);
    pages.pressAndApply("checkin.undo");
    CHECK(pages.model().checkIn->rows.size() == 2);
    CHECK(pages.settled().find("checkin.undo") == nullptr);
}

TEST_CASE("last time's marks can be said to be different, which leaves the body bare") {
    Pages pages;
    pages.pressAndApply("checkin.same");
    REQUIRE(pages.document().checkIn->page == CheckInPage::ReadBack);
    checkPage(pages);
    pages.pressAndApply("checkin.remove_" + std::to_string(pages.model().checkIn->rows[0].place));
    pages.pressAndApply("checkin.same");
    pages.pressAndApply("checkin.different");
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
    CHECK_FALSE(pages.model().checkIn->hasPlaces);
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.finish");
    CHECK(pages.settled().find("checkin.different") == nullptr);
}

TEST_CASE("that nothing hurts is read back to a client who comes again") {
    Pages pages;
    pages.pressAndApply("checkin.nothing");
    CHECK(pages.model().checkIn->heading == "Nothing hurts today.");
    pages.pressAndApply("checkin.yes");
    document::closeCheckIn(pages.document());
    REQUIRE(document::openCheckIn(pages.document(), test::kTuesday));
    CHECK(pages.model().checkIn->heading == "You said: nothing hurts today.");
    checkPage(pages);
    pages.pressAndApply("checkin.back");
    CHECK(pages.document().checkIn->page == CheckInPage::Mark);
}

TEST_CASE("a place has one name on the page, also under the finger") {
    Pages pages;
    document::showRegions(pages.document());
    document::chooseSide(pages.document(), body::Side::Middle);
    REQUIRE(document::markRegion(pages.document(), "chest_L"));
    const auto skin = pages.document().body->bvh().nearest(test::kChest, 0.3F);
    const auto region = pages.document().body->atlas().find("chest_L");
    REQUIRE(region);
    document::setHover(pages.document(), document::Hover{skin->point, *region});
    const ui::CheckInModel model = *pages.model().checkIn;
    CHECK(model.underFinger == model.place);
    CHECK(model.place == model.rows[0].where);
}

TEST_CASE("the size of a touch is shown while it wipes") {
    Pages pages;
    pages.touch(test::kChest);
    pages.pressAndApply("checkin.erase");
    const auto lit = [&] {
        const auto sizes = pages.model().checkIn->sizes;
        return std::count_if(sizes.begin(), sizes.end(), [](const auto& size) { return size.on; });
    };
    CHECK(lit() == 1);
    pages.pressAndApply("checkin.size_fingertip");
    CHECK(pages.model().checkIn->erasing);
    CHECK(lit() == 1);
}

TEST_CASE("more places than fit are turned over, not scrolled") {
    Pages pages;
    for (int i = 0; i < 9; ++i) {
        document::showRegions(pages.document());
        const char* regions[] = {"crown",      "chest_L",  "chest_R",
                                 "biceps_L",   "biceps_R", "forearm_flexor_L",
                                 "quad_mid_L", "shin_L",   "shin_R"};
        document::chooseSide(pages.document(), body::Side::Left);
        REQUIRE(document::markRegion(pages.document(), regions[i]));
        // Each its own words, so that neighbours stay apart.
        document::toggleFeeling(pages.document(), i % 2 == 0 ? "aching" : "sharp");
        document::rate(pages.document(), i + 1);
    }
    const std::size_t count = pages.model().checkIn->rows.size();
    REQUIRE(count >= 8);
    pages.pressAndApply("checkin.finish");
    checkPage(pages);
    std::set<std::string> seen;
    const auto look = [&] {
        for (const ui::UiRects::Item& item : pages.settled().items()) {
            if (item.name.rfind("checkin.change_", 0) == 0) seen.insert(item.name);
        }
    };
    look();
    CHECK(seen.size() < count);
    CHECK_FALSE(pages.settled().find("checkin.rows_before")->enabled);
    // Nobody says yes to what was not seen.
    while (pages.settled().find("checkin.rows_after") != nullptr) {
        CHECK(pages.settled().find("checkin.yes") == nullptr);
        pages.pressAndApply("checkin.rows_after");
        const std::size_t before = seen.size();
        look();
        REQUIRE(seen.size() > before);
    }
    CHECK(seen.size() == count);
    checkPage(pages);
    CHECK(pages.settled().find("checkin.yes") != nullptr);
    pages.pressAndApply("checkin.rows_before");
    CHECK(pages.settled().find("checkin.yes") == nullptr);
    pages.pressAndApply("checkin.rows_after");
    const auto last = pages.model().checkIn->rows.back().place;
    pages.pressAndApply("checkin.remove_" + std::to_string(last));
    // What was removed leaves the client where the client was.
    CHECK(pages.model().checkIn->firstRow > 0);
    CHECK(pages.settled().find("checkin.yes") != nullptr);
    pages.pressAndApply("checkin.yes");
    CHECK(pages.document().checkIn->page == CheckInPage::Thanks);
}

TEST_CASE("the keyboard reaches every control of every page") {
    for (const CheckInPage page : test::kClientPages) {
        CAPTURE(static_cast<int>(page));
        Pages pages;
        pages.goTo(page);
        const auto draw = pages.drawing();
        pages.headless.settle(draw);
        const auto& items = pages.headless.ui().rects.items();
        const auto controls = std::count_if(items.begin(), items.end(), [](const ui::UiRects::Item& item) {
            return item.enabled && !test::isPicture(item);
        });
        CHECK(pages.headless.ui().focus.stops == controls);
        std::set<int> reached;
        for (int i = 0; i < controls; ++i) {
            ui::moveFocus(pages.headless.ui(), true);
            do
                pages.headless.frame(draw);
            while (ui::hasTypingToCome(pages.headless.ui()));
            reached.insert(pages.headless.ui().focus.here);
        }
        CHECK(reached.size() == static_cast<std::size_t>(controls));
    }
}

TEST_CASE("the pages grow a little where there is room and shrink where there is not") {
    CHECK(ui::checkInScale(1.0F, 1280.0F, 800.0F) == 1.0F);
    CHECK(ui::checkInScale(1.0F, 3000.0F, 2000.0F) == 1.35F);
    CHECK(ui::checkInScale(3.0F, 1280.0F, 800.0F) == 1.0F);
    CHECK(ui::checkInScale(3.0F, 2560.0F, 1600.0F) == 2.0F);
    CHECK(ui::checkInScale(1.0F, 640.0F, 480.0F) == 0.5F);
}
