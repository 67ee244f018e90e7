#include "ui/history/history_panel.h"

#include "commands/registry.h"
#include "document/history.h"
#include "document/motions.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate;
using document::HistoryPage;

namespace {

// The whole window over a client with three visits, all painted by the therapist, with the view over time
// open and everything read.
struct HistoryWindow : test::ScreenWindow {
    explicit HistoryWindow(const ui::Theme& theme = ui::lightTheme(), ImVec2 size = {1280.0F, 800.0F})
        : ScreenWindow(1.0F, size, theme) {
        core::Timestamp at = test::kTuesday;
        REQUIRE(document::paint(document(), test::dab(document(), test::kChest, 8)));
        for (const int level : {5, 3}) {
            REQUIRE(document::addVisit(document(), at));
            at.utcMilliseconds += 86'400'000;
            REQUIRE(document::paint(document(), test::dab(document(), test::kChest, level)));
        }
        run("history.open");
        readAll();
    }

    void readAll() {
        while (document::stepHistory(document(), [] { return true; })) {
        }
    }
    ui::HistoryModel model() { return ui::makeHistoryModel(document(), state, readings); }
};

}  // namespace

TEST_CASE("the course names what it shows, and each visit says what was painted") {
    HistoryWindow window;
    const ui::HistoryModel model = window.model();
    CHECK(model.title == "Pain \u00b7 The whole body \u00b7 the therapist's maps");
    REQUIRE(model.entries.size() == 3);
    CHECK(model.entries[0].bare.empty());
    CHECK(model.shown == 2);
    CHECK(model.reading.empty());
    REQUIRE(model.visits.size() == 3);
    CHECK(model.visits[0].worst == 8.0);
    const auto tip = ui::visitTip(model, 0);
    REQUIRE(tip.size() >= 3);
    CHECK(tip[0] == "Visit 1 \u00b7 17 Nov 2025");
    CHECK(tip[1].find("Worst 8.0") == 0);
    CHECK(ui::visitTip(model, 9).empty());
}

TEST_CASE("a click on a visit of the chart opens it") {
    HistoryWindow window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const ui::Rect chart = window.headless.ui().rects.find("history.chart")->rect;
    const auto asked = window.headless.pressAt(chart.x + 70.0F, chart.centreY(), draw);
    REQUIRE(test::as<ui::action::History>(asked) != nullptr);
    CHECK(*test::as<ui::action::History>(asked) == ui::action::History{ui::action::History::Ask::Open, 0});
    ui::applyAction(window.context, window.state, asked.front());
    CHECK_FALSE(window.document().history.has_value());
    CHECK(window.document().visit == core::VisitId{1});
}

TEST_CASE("a small picture compares its visit with the one that was chosen") {
    HistoryWindow window;
    window.pressAndApply("history.visit.0");
    REQUIRE(window.document().compare.has_value());
    CHECK(window.document().compare->from.key.visit == core::VisitId{1});
    CHECK(window.document().compare->to.key.visit == core::VisitId{2});
    CHECK(window.has("viewport.from"));
    ui::applyAction(window.context, window.state, ui::action::Run{"compare.close"});
    CHECK(window.document().history.has_value());
    CHECK(window.has("history.chart"));
}

TEST_CASE("visits are compared and looked at while none is open") {
    HistoryWindow window;
    document::closeVisit(window.document());
    ui::applyAction(window.context, window.state, ui::action::Run{"history.open"});
    window.readAll();
    window.pressAndApply("history.visit.0");
    REQUIRE(window.document().compare.has_value());
    for (const char* mode : {"compare.difference", "compare.wipe", "compare.onion", "compare.side"}) {
        ui::applyAction(window.context, window.state, ui::action::Run{mode});
        CHECK(window.has("compare.pair"));
    }
    ui::applyAction(window.context, window.state, ui::action::Run{"compare.close"});
    CHECK(window.has("history.chart"));
    CHECK_FALSE(window.document().visit);
}

TEST_CASE("every visit is reached with Tab alone, and the keys before and after move it on the body") {
    HistoryWindow window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    bool reached = false;
    for (int step = 0; step < 80 && !reached; ++step) {
        ui::moveFocus(window.headless.ui(), true);
        static_cast<void>(window.headless.frame(draw));
        static_cast<void>(window.headless.frame(draw));
        ui::compat::feedKey(ui::compat::InputKey::Space, true);
        const auto down = window.headless.frame(draw);
        ui::compat::feedKey(ui::compat::InputKey::Space, false);
        const auto up = window.headless.frame(draw);
        for (const auto& asked : {down, up}) {
            const auto* ask = asked ? std::get_if<ui::action::History>(&*asked) : nullptr;
            reached = reached || (ask && ask->ask == ui::action::History::Ask::Compare && ask->number == 2);
        }
    }
    CHECK(reached);
    CHECK(commands::run("history.earlier", window.context));
    CHECK(window.document().history->shown == 1);
    CHECK(commands::run("history.later", window.context));
    CHECK_FALSE(commands::run("history.later", window.context));
}

TEST_CASE("regions are found by typing, those ever painted first") {
    HistoryWindow window;
    REQUIRE_FALSE(window.model().regions.empty());
    for (const auto& row : window.model().regions)
        CHECK(row.detail.find("of 3 visits") != std::string::npos);
    const auto region = window.model().regions.front();
    window.pressAndApply("history.region." + region.id);
    CHECK_FALSE(window.model().isWholeBody);
    CHECK(window.model().look.ofRegion);
    CHECK(window.model().regionName == region.name);
    window.pressAndApply("history.region.whole");
    CHECK(window.model().isWholeBody);
    window.state.historySearch = "no such place";
    CHECK(window.model().regions.empty());
}

TEST_CASE("a movement that was measured is chosen from the list, drawn, and told at each visit") {
    HistoryWindow window;
    CHECK(window.model().motions.empty());
    CHECK_FALSE(window.has("history.motion"));
    document::closeHistory(window.document());
    const auto neck = clinic::motionFromText("neck_rotation:left");
    REQUIRE(neck);
    REQUIRE(document::noteMotion(window.document(), *neck, 55));
    window.run("history.open");
    window.readAll();
    REQUIRE(window.model().motions.size() == 1);
    CHECK(window.model().motion == -1);
    window.pressAndApply("history.motion");
    window.pressAndApply("history.motion.0");
    CHECK(window.model().motion == 0);
    REQUIRE(window.model().look.motion.has_value());
    const auto tip = ui::visitTip(window.model(), 2);
    CHECK(std::find(tip.begin(), tip.end(), "Neck: rotation 55\u00b0 left") != tip.end());
    window.pressAndApply("history.motion");
    window.pressAndApply("history.motion.none");
    CHECK(window.model().motion == -1);
}

TEST_CASE("skin that was painted, but on no map enough of a region to count, stands in the list as well") {
    HistoryWindow window;
    window.pressAndApply("history.frequency");
    window.readAll();
    const auto& run = *window.document().history->frequency;
    REQUIRE(run.result);
    const ui::HistoryModel model = window.model();
    CHECK(model.frequencyRows.size() == run.result->regions.size());
    const bool any = std::any_of(run.result->regions.begin(), run.result->regions.end(),
                                 [](const auto& region) { return region.maps == 0; });
    CHECK(model.hasUncounted == any);
}

TEST_CASE("how often: the scope and each visit can be chosen, and counting can be stopped") {
    HistoryWindow window;
    window.pressAndApply("history.frequency");
    CHECK(window.model().page == HistoryPage::Frequency);
    CHECK(window.model().counting);
    CHECK(window.has("history.stop_counting"));
    window.readAll();
    CHECK_FALSE(window.model().counting);
    CHECK(window.model().counted == "3 maps, 0 visits without one");
    REQUIRE_FALSE(window.model().frequencyRows.empty());
    CHECK(window.model().frequencyRows.front().maps == "3 of 3");
    window.pressAndApply("history.count.0");
    window.readAll();
    CHECK(window.model().frequencyRows.front().maps == "2 of 2");
    CHECK_FALSE(window.model().entries[0].counted);
    window.pressAndApply("history.count_everybody");
    window.readAll();
    CHECK(window.model().frequencyRows.front().maps == "3 of 3");
}

TEST_CASE("treatment beside change says that it is no proof") {
    HistoryWindow window;
    window.pressAndApply("history.treatment");
    CHECK(window.model().doseNote.find("Observation, not proof") == 0);
    CHECK(window.model().points.empty());
    CHECK(window.has("history.doses"));
}

TEST_CASE("a map without the layer is not recorded, and a visit without any map has none") {
    HistoryWindow window;
    REQUIRE(window.model().entries[1].bare.empty());
    ui::applyAction(window.context, window.state, ui::action::Run{"history.layer_tension"});
    CHECK(window.model().entries[1].bare == "not recorded");
    ui::applyAction(window.context, window.state, ui::action::Run{"history.client"});
    CHECK(window.model().entries[1].bare == "no map");
}

TEST_CASE("the doses are reckoned once for what was read, and anew for another view over time") {
    HistoryWindow window;
    const analysis::DoseTable& first = window.readings.ofDoses(window.document());
    CHECK(first.points.empty());
    const std::uint64_t version = window.document().history->version;
    CHECK(&window.readings.ofDoses(window.document()) == &first);
    ui::applyAction(window.context, window.state, ui::action::Run{"history.close"});
    map::Stroke treatment = test::dab(window.document(), test::kChest, 3);
    treatment.layer = map::LayerKind::Treated;
    treatment.place.minutes = 10;
    REQUIRE(document::openVisit(window.document(), core::VisitId{1}));
    REQUIRE(*document::paint(window.document(), treatment));
    ui::applyAction(window.context, window.state, ui::action::Run{"history.open"});
    CHECK(window.document().history->version > version);
    window.readAll();
    CHECK_FALSE(window.readings.ofDoses(window.document()).points.empty());
}

TEST_CASE("what is shown is saved once it is known, and not before") {
    HistoryWindow window;
    window.pressAndApply("history.save_table");
    window.pressAndApply("history.save_picture");
    CHECK(window.context.historyFiles ==
          std::vector{commands::HistoryFile::Table, commands::HistoryFile::Picture});
    ui::applyAction(window.context, window.state, ui::action::Run{"history.close"});
    ui::applyAction(window.context, window.state, ui::action::Run{"history.open"});
    CHECK_FALSE(window.model().savePicture.enabled);
    CHECK_FALSE(window.model().reading.empty());
}

TEST_CASE("every page fits into windows small and large, in every theme") {
    for (const ui::Theme* theme : {&ui::lightTheme(), &ui::darkTheme(), &ui::lightContrastTheme()}) {
        for (const ImVec2 size :
             {ImVec2{900.0F, 600.0F}, ImVec2{1280.0F, 800.0F}, ImVec2{1920.0F, 1080.0F}}) {
            HistoryWindow window(*theme, size);
            for (const char* page : {"history.timeline", "history.frequency", "history.treatment"}) {
                ui::applyAction(window.context, window.state, ui::action::Run{page});
                window.readAll();
                window.headless.settle(window.drawing());
                for (const auto& item : window.headless.ui().rects.items()) {
                    CAPTURE(item.name);
                    // Nothing scrolls sideways, so the whole control must fit, not only what is left of it.
                    CHECK(item.rect.x >= -1.0F);
                    CHECK(item.rect.right() <= size.x + 1.0F);
                    const bool scrolls = item.name.rfind("history.visit.", 0) == 0 ||
                                         item.name.rfind("history.region.", 0) == 0 ||
                                         item.name.rfind("history.count.", 0) == 0;
                    if (scrolls) continue;
                    CHECK(item.rect.y >= -1.0F);
                    CHECK(item.rect.bottom() <= size.y + 1.0F);
                    CHECK(item.visible == item.rect);
                }
            }
        }
    }
}
