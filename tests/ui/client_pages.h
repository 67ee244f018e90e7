#pragma once

#include "document/check_in.h"
#include "document/edit.h"
#include "document/transaction.h"
#include "ui/checkin_widgets.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

namespace palpate::test {

inline constexpr document::CheckInPage kClientPages[] = {
    document::CheckInPage::Mark,     document::CheckInPage::Regions,    document::CheckInPage::ReadBack,
    document::CheckInPage::Nothing,  document::CheckInPage::StartAgain, document::CheckInPage::Thanks,
    document::CheckInPage::HardToSee};

// The client's pages over a document with a visit on Monday; today is Tuesday.
struct ClientPages : ScreenWindow {
    explicit ClientPages(ImVec2 size = {1280.0F, 800.0F}) : ScreenWindow(1.0F, size) {
        REQUIRE(ui::setUp(headless.ui(), ui::lightTheme(), ui::checkInScale(1.0F, size.x, size.y),
                          PALPATE_TEST_RESOURCES "/fonts", ui::kClientText));
        document::paintAs(document(), clinic::Author::Client);
        static_cast<void>(document::paint(document(), dab(document(), kBack, 6)));
        REQUIRE(document::openCheckIn(document(), kTuesday));
        const ui::Rect picture = settled().find("viewport")->rect;
        document::setViewport(document(), {picture.width, picture.height}, headless.ui().scale);
    }

    ui::ScreenModel model() {
        const ImVec2 size = headless.size();
        return ui::makeScreenModel(document(), state, readings,
                                   {size.x, size.y, headless.ui().scale, kTuesday});
    }
    void touch(glm::vec3 at) {
        const auto nearest = document().body->bvh().nearest(at, 0.3F);
        document::beginTouch(document(), nearest->point);
        map::Stroke stroke = document::strokeHeader(document());
        stroke.points = {nearest->point};
        REQUIRE(document::paint(document(), stroke));
        document::endTouch(document(), nearest->point);
    }
    // As a client would get there.
    void goTo(document::CheckInPage page) {
        if (page == document::CheckInPage::Nothing) return pressAndApply("checkin.nothing");
        touch(kChest);
        touch(kThigh);
        if (page == document::CheckInPage::HardToSee) pressAndApply("checkin.hard_to_see");
        if (page == document::CheckInPage::Regions) pressAndApply("checkin.list");
        if (page == document::CheckInPage::StartAgain) pressAndApply("checkin.again");
        if (page == document::CheckInPage::ReadBack || page == document::CheckInPage::Thanks)
            pressAndApply("checkin.finish");
        if (page == document::CheckInPage::Thanks) pressAndApply("checkin.yes");
        REQUIRE(document().checkIn->page == page);
    }
};

}  // namespace palpate::test
