#pragma once

#include "commands/recording_context.h"
#include "document/check_in.h"
#include "document/edit.h"
#include "document/transaction.h"
#include "ui/apply_action.h"
#include "ui/checkin_widgets.h"
#include "ui/headless_ui.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace palpate::test {

// The client's pages over a document with a visit on Monday; today is Tuesday.
struct ClientPages {
    explicit ClientPages(ImVec2 size = {1280.0F, 800.0F}) : headless(1.0F, size) {
        REQUIRE(ui::setUp(headless.ui(), ui::lightTheme(), ui::checkInScale(1.0F, size.x, size.y),
                          PALPATE_TEST_RESOURCES "/fonts", ui::kClientText));
        document::paintAs(document(), clinic::Author::Client);
        static_cast<void>(document::paint(document(), dab(document(), kBack, 6)));
        REQUIRE(document::openCheckIn(document(), kTuesday));
        const ui::Rect picture = settled().find("viewport")->rect;
        document::setViewport(document(), {picture.width, picture.height}, headless.ui().scale);
    }

    document::Document& document() { return context.document(); }
    ui::ScreenModel model() {
        const ImVec2 size = headless.size();
        return ui::makeScreenModel(document(), state, readings,
                                   {size.x, size.y, headless.ui().scale, kTuesday});
    }
    auto drawing() {
        return [model = model()](ui::Ui& with) { return ui::drawScreen(with, model); };
    }
    const ui::UiRects& settled() {
        headless.settle(drawing());
        return headless.ui().rects;
    }
    std::vector<ui::Action> press(const std::string& name) {
        const auto draw = drawing();
        headless.settle(draw);
        return headless.press(name, draw);
    }
    void pressAndApply(const std::string& name) {
        for (const ui::Action& action : press(name))
            ui::applyAction(context, state, action);
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
        if (page == document::CheckInPage::Regions) pressAndApply("checkin.list");
        if (page == document::CheckInPage::StartAgain) pressAndApply("checkin.again");
        if (page == document::CheckInPage::ReadBack || page == document::CheckInPage::Thanks)
            pressAndApply("checkin.finish");
        if (page == document::CheckInPage::Thanks) pressAndApply("checkin.yes");
        REQUIRE(document().checkIn->page == page);
    }

    RecordingContext context;
    HeadlessUi headless;
    ui::UiState state;
    ui::Readings readings;
};

}  // namespace palpate::test
