#include "document/scores.h"
#include "analysis/questionnaires.h"
#include "commands/registry.h"
#include "document/motions.h"
#include "document/standard_document.h"
#include "ui/scores/answer_scores.h"
#include "ui/scores/scores_panel.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Rating;
using clinic::RatingGroup;

namespace {

// The window over the standard body, which the pain forms are made for.
struct ScoresWindow : test::ScreenWindow {
    explicit ScoresWindow(ImVec2 size = {1280.0F, 800.0F}, float scale = 1.0F) : ScreenWindow(scale, size) {
        document() = test::standardDocument(context.vault);
    }

    void press(const std::string& name) { pressAndApply(name); }
    ui::ScoresModel model() { return ui::makeScoresModel(document(), state, readings.ofScores(document())); }
    const ui::ScoresModel::Score& score(const std::string& id) {
        shown = model();
        const auto at = std::find_if(shown.scores.begin(), shown.scores.end(),
                                     [&](const auto& one) { return one.id == id; });
        REQUIRE_MESSAGE(at != shown.scores.end(), id << " is not shown");
        return *at;
    }
    void fill(const char* region) { REQUIRE(*document::fillRegion(document(), region)); }

    ui::ScoresModel shown;
};

}  // namespace

TEST_CASE("scores stand below the painting tools once they were asked for, and follow the paint") {
    ScoresWindow window;
    CHECK(window.model().summary.empty());
    window.press("scores.show");
    CHECK(window.model().open);
    CHECK(window.score("wpi").value == "not recorded");
    window.fill("lumbar_L");
    CHECK(window.score("wpi").value == "1 of 19");
    CHECK(window.model().unrecorded.empty());
    CHECK(window.score("wpi").areas.size() >= 1);
    window.press("scores.back");
    CHECK_FALSE(window.model().open);
    CHECK(window.model().summary.rfind("WPI 1", 0) == 0);
    window.fill("upper_trap_L");
    CHECK(window.model().summary.rfind("WPI 2", 0) == 0);
}

TEST_CASE("the label that no score is a diagnosis is always on the panel") {
    ScoresWindow window;
    window.press("scores.show");
    window.fill("lumbar_L");
    const ui::ScoresModel model = window.model();
    CHECK(model.label == "Screening aid, not a diagnosis");
    // It is drawn, and above what scrolls: without it the panel has fewer letters, wherever it is scrolled
    // to.
    const auto letters = [&](const ui::ScoresModel& shown) {
        window.headless.settle(test::HeadlessUi::inWindow([&](ui::Ui& with) {
            return ui::drawScores(with, {0.0F, 0.0F, 360.0F, 700.0F}, shown);
        }));
        return ImGui::GetDrawData()->TotalVtxCount;
    };
    ui::ScoresModel unlabelled = model;
    unlabelled.label.clear();
    // Four vertices a letter; blanks have none.
    CHECK(letters(model) - letters(unlabelled) == 4 * 26);
    CHECK(window.score("fibromyalgia_2016").value == "not met");
    CHECK(window.score("fibromyalgia_2016").detail.find("below 4") != std::string::npos);
    CHECK(window.score("sss").detail == "not asked yet");
    CHECK(window.model().from == "From the therapist's map");
}

TEST_CASE("a tick sets an area otherwise than its paint and a second press takes that back") {
    ScoresWindow window;
    window.press("scores.show");
    window.fill("lumbar_L");
    window.press("tick.wpi_2016.lower_back");
    CHECK(window.score("wpi").value == "0 of 19");
    const auto& areas = window.score("wpi").areas;
    const auto back = std::find_if(areas.begin(), areas.end(),
                                   [](const auto& area) { return area.name == "wpi_2016.lower_back"; });
    REQUIRE(back != areas.end());
    CHECK_FALSE(back->counts);
    CHECK_FALSE(back->extent.empty());
    CHECK(back->note.rfind("by hand: therapist, ", 0) == 0);
    window.press("tick.wpi_2016.lower_back");
    CHECK(window.score("wpi").value == "1 of 19");
    CHECK(window.document().scores.corrections.empty());
}

TEST_CASE("an area without any paint can be said to hurt from the list of the others") {
    ScoresWindow window({1280.0F, 1400.0F});
    window.press("scores.show");
    window.press("others.wpi");
    window.press("tick.wpi_2016.jaw_L");
    CHECK(window.score("wpi").value == "1 of 19");
    CHECK(window.score("michigan").value == "not recorded");
    CHECK(window.model().summary == "WPI 1");
    CHECK_FALSE(window.model().unrecorded.empty());
    window.press("tick.wpi_2016.jaw_L");
    CHECK(window.score("wpi").value == "not recorded");
}

TEST_CASE(
    "an unpainted map says that it is not recorded instead of scoring 0, and keeps its answers' scores") {
    ScoresWindow window({1280.0F, 1400.0F});
    window.press("scores.show");
    const ui::ScoresModel model = window.model();
    CHECK(model.summary.empty());
    CHECK(model.unrecorded.find("no 0") != std::string::npos);
    for (const char* id : {"wpi", "michigan", "choir", "lund_browder"})
        CHECK(window.score(id).value == "not recorded");
    for (const char* id : {"fibromyalgia_2016", "wp2019"})
        CHECK(window.score(id).value == "open");
    CHECK(window.score("wpi").others.size() == 19);
    for (const clinic::RatingInfo& info : clinic::ratingInfos())
        REQUIRE(document::rateVisit(window.document(), info.rating, info.isYesOrNo ? 1 : 3));
    CHECK(window.score("sss").value == "12 of 12");
    CHECK(window.score("peg").value == "3 of 10");
    CHECK(window.score("distress").value == "\xE2\x80\x93");
}

TEST_CASE("a map that was finished without pain scores 0") {
    ScoresWindow window;
    window.press("scores.show");
    for (document::OpenMap& map : window.document().maps)
        map.completed = true;
    CHECK(window.score("wpi").value == "0 of 19");
    CHECK(window.score("fibromyalgia_2016").value == "not met");
    CHECK(window.model().unrecorded.empty());
    CHECK(window.model().summary == "WPI 0 \xC2\xB7 CHOIR 0");
}

TEST_CASE("the place of an area is shown on the body and taken away again") {
    ScoresWindow window;
    window.press("scores.show");
    window.fill("lumbar_L");
    window.press("area.wpi_2016.lower_back");
    REQUIRE(window.document().scores.shown.has_value());
    CHECK(window.document().scores.shown->instrument == "wpi_2016");
    window.press("area.wpi_2016.lower_back");
    CHECK_FALSE(window.document().scores.shown.has_value());
    window.press("area.wpi_2016.lower_back");
    window.press("scores.back");
    CHECK_FALSE(window.document().scores.shown.has_value());
}

TEST_CASE("each score unfolds what fed it, one at a time") {
    ScoresWindow window({1280.0F, 1400.0F});
    window.press("scores.show");
    window.fill("lumbar_L");
    for (const char* id : {"wp2019", "michigan", "choir", "lund_browder", "fibromyalgia_2016", "wpi"}) {
        CAPTURE(id);
        window.press(std::string("score.") + id);
        const ui::ScoresModel model = window.model();
        CHECK(std::count_if(model.scores.begin(), model.scores.end(),
                            [](const auto& one) { return one.isOpen; }) == 1);
        CHECK(window.score(id).isOpen);
        CHECK_FALSE(window.score(id).areas.empty());
    }
    window.press("score.wpi");
    CHECK_FALSE(window.score("wpi").isOpen);
    CHECK(window.score("wp2019").areas.size() + window.score("wp2019").others.size() == 15);
    CHECK_FALSE(window.score("lund_browder").canTick);
}

TEST_CASE("the rule for areas goes up and down in steps and changes the score") {
    ScoresWindow window({1280.0F, 1400.0F});
    window.press("scores.show");
    window.fill("lumbar_L");
    window.press("rule.cm2.more");
    CHECK(window.document().scores.rule.cm2 == 12.0);
    window.press("rule.percent.less");
    CHECK(window.document().scores.rule.percentOfArea == 8.0);
    REQUIRE(document::setAreaRule(window.document(), {200.0, 100.0}));
    CHECK(window.score("wpi").value == "0 of 19");
    CHECK(ui::stepOf(200.0, true, 200.0) == 200.0);
    CHECK(ui::stepOf(1.0, false, 200.0) == 1.0);
    CHECK(ui::stepOf(12.5, true, 200.0) == 15.0);
    CHECK(ui::stepOf(12.5, false, 200.0) == 12.0);
}

TEST_CASE("a press on a number answers, another changes the answer, the same one takes it back") {
    ScoresWindow window;
    window.press("visit.rate");
    CHECK(window.state.dialog == ui::Dialog::Ratings);
    window.press("rate.pain_now.7");
    CHECK(window.document().scores.ratings[Rating::PainNow] == 7);
    window.press("rate.pain_now.5");
    CHECK(window.document().scores.ratings[Rating::PainNow] == 5);
    window.press("rate.pain_now.5");
    CHECK_FALSE(window.document().scores.ratings[Rating::PainNow].has_value());
    window.press("dialog.cross");
    CHECK(window.state.dialog == ui::Dialog::None);
}

TEST_CASE("every question of every page can be pressed in the smallest window, and its targets are large") {
    ScoresWindow window;
    for (std::size_t page = 0; page < 6; ++page) {
        ui::applyAction(window.context, window.state, ui::action::AskRatings{static_cast<RatingGroup>(page)});
        const ui::UiRects& rects = window.settled();
        const auto infos = clinic::ratingInfos();
        for (const clinic::RatingInfo& info : infos) {
            if (info.group != static_cast<RatingGroup>(page)) continue;
            for (int answer = 0; answer <= std::min(info.most, 3); ++answer) {
                const std::string name = std::string("rate.") + info.id + "." + std::to_string(answer);
                CAPTURE(name);
                const ui::UiRects::Item* item = rects.find(name);
                REQUIRE(item != nullptr);
                CHECK(item->visible == item->rect);
                CHECK(item->rect.width >= 60.0F);
                CHECK(item->rect.height >= 44.0F);
            }
        }
    }
}

TEST_CASE("the questions are answered by keys alone") {
    ScoresWindow window;
    window.run("visit.rate");
    REQUIRE(window.state.dialog == ui::Dialog::Ratings);
    const auto draw = window.drawing();
    window.headless.settle(draw);
    // The cross, seven pages, and 0 to 3 of the first question.
    constexpr int kStops = 1 + 7 + 4;
    for (int stop = 0; stop < kStops; ++stop) {
        ui::moveFocus(window.headless.ui(), true);
        CHECK_FALSE(window.headless.frame(draw).has_value());
        CHECK_FALSE(window.headless.frame(draw).has_value());
    }
    std::vector<ui::Action> asked;
    for (const bool down : {true, false}) {
        ui::compat::feedKey(ui::compat::InputKey::Space, down);
        if (const auto action = window.headless.frame(draw)) asked.push_back(*action);
    }
    if (const auto action = window.headless.frame(draw)) asked.push_back(*action);
    const auto* rate = test::as<ui::action::Rate>(asked);
    REQUIRE(rate != nullptr);
    CHECK(*rate == ui::action::Rate{Rating::PainNow, 3});
}

TEST_CASE("what a joint does is typed, kept as soon as it can be, and refused with its range") {
    ScoresWindow window;
    window.press("visit.rate");
    window.press("ratings.motion");
    REQUIRE(window.has("motion.neck_rotation:left"));
    const auto key = clinic::motionFromText("neck_rotation:left");
    REQUIRE(key);
    const auto type = [&](const std::string& text) {
        ui::applyAction(window.context, window.state, ui::action::TypeMotion{*key, text});
    };
    const auto measured = [&] { return window.document().motions.measured[*key]; };
    type("6");
    type("60");
    CHECK(measured() == 60);
    type("600");
    CHECK_FALSE(measured().has_value());  // and not the 60 that it began with
    ui::MotionModel model = ui::makeMotionModel(window.document(), window.state);
    CHECK(model.wrong.find("0 to 110") != std::string::npos);
    CHECK_FALSE(model.measured[0]);
    type("sixty");
    CHECK_FALSE(measured().has_value());
    type("60");
    CHECK(measured() == 60);
    type("60x");
    CHECK_FALSE(measured().has_value());
    CHECK_FALSE(ui::makeMotionModel(window.document(), window.state).wrong.empty());
    type("");
    CHECK_FALSE(measured().has_value());
    CHECK(ui::makeMotionModel(window.document(), window.state).wrong.empty());
    // Without a number and without an earlier one there is nothing to go by.
    CHECK_FALSE(window.settled().find("motion.neck_rotation:left.more")->enabled);
    window.press("motion.joint.3");
    REQUIRE(window.has("motion.elbow_extension:right"));
    window.press("dialog.cross");
    window.press("visit.rate");
    CHECK(window.has("motion.elbow_extension:right"));  // where it was left
    // What stood there before is not taken away by a slip of the hand.
    type("55");
    ui::applyAction(window.context, window.state, ui::action::AskMotion{});
    type("5o");
    CHECK(measured() == 55);
    CHECK_FALSE(ui::makeMotionModel(window.document(), window.state).wrong.empty());
}

TEST_CASE("one press takes over what an earlier visit says, and further ones go by five degrees") {
    ScoresWindow window;
    const auto key = clinic::motionFromText("neck_flexion");
    REQUIRE(key);
    REQUIRE(document::noteMotion(window.document(), *key, 40));
    REQUIRE(document::addVisit(window.document(), test::kTuesday));
    window.press("visit.rate");
    window.press("ratings.motion");
    ui::MotionModel model = ui::makeMotionModel(window.document(), window.state);
    REQUIRE_FALSE(model.rows.empty());
    CHECK(model.rows[0].cells[0].before == "visit 1: 40\u00b0");
    window.press("motion.neck_flexion.more");
    CHECK(window.document().motions.measured[*key] == 40);
    window.press("motion.neck_flexion.more");
    CHECK(window.document().motions.measured[*key] == 45);
    window.press("motion.neck_flexion.less");
    window.press("motion.neck_flexion.less");
    CHECK(window.document().motions.measured[*key] == 35);
    window.press("motion.after");
    CHECK(window.has("motion.neck_flexion:after"));
    window.press("motion.passive");
    CHECK(window.has("motion.neck_flexion:passive:after"));
}

TEST_CASE("every field of every joint is in sight in the smallest window, and large enough to press") {
    ScoresWindow window;
    for (std::size_t joint = 0; joint < clinic::kJoints; ++joint) {
        ui::applyAction(window.context, window.state,
                        ui::action::AskMotion{static_cast<clinic::Joint>(joint)});
        const ui::UiRects& rects = window.settled();
        for (std::size_t i = 0; i < clinic::kMovements; ++i) {
            const clinic::Movement& movement = clinic::movements()[i];
            if (movement.joint != static_cast<clinic::Joint>(joint)) continue;
            const auto side = movement.isSided ? clinic::MotionSide::Right : clinic::MotionSide::Middle;
            const std::string name = "motion." + clinic::motionText({i, side});
            for (const std::string& part : {name, name + ".less", name + ".more"}) {
                CAPTURE(part);
                const ui::UiRects::Item* item = rects.find(part);
                REQUIRE(item != nullptr);
                CHECK(item->visible == item->rect);
                CHECK(item->rect.width >= 44.0F);
                CHECK(item->rect.height >= 34.0F);
            }
        }
    }
}

TEST_CASE("months are counted up and down and common ones are one press away") {
    ScoresWindow window;
    ui::applyAction(window.context, window.state, ui::action::AskRatings{RatingGroup::Symptoms});
    window.press("rate.months.6");
    window.press("rate.months.more");
    CHECK(window.document().scores.ratings[Rating::SymptomMonths] == 7);
    window.press("rate.months.less");
    window.press("rate.months.6");
    CHECK_FALSE(window.document().scores.ratings[Rating::SymptomMonths].has_value());
}

TEST_CASE("answers feed the scores: symptom severity, the criteria, the questionnaires") {
    ScoresWindow window;
    window.press("scores.show");
    for (const char* region : {"lumbar_L", "upper_trap_L", "upper_trap_R", "quad_mid_L", "quad_mid_R"})
        window.fill(region);
    document::Document& document = window.document();
    for (const clinic::RatingInfo& info : clinic::ratingInfos())
        REQUIRE(document::rateVisit(document, info.rating, info.isYesOrNo ? 1 : 3));
    CHECK(window.score("sss").value == "12 of 12");
    CHECK(window.score("fibromyalgia_2016").value == "met");
    CHECK(window.score("peg").value == "3 of 10");
    CHECK(window.score("phq4").detail == "severe");
    CHECK(window.score("gcps").value == "grade III");
    REQUIRE(document::rateVisit(document, Rating::SymptomMonths, 2));
    CHECK(window.score("fibromyalgia_2016").value == "not met");
    REQUIRE(document::rateVisit(document, Rating::SymptomMonths, std::nullopt));
    CHECK(window.score("fibromyalgia_2016").value == "open");
}

TEST_CASE("pain is set against the visit before it") {
    ScoresWindow window;
    document::Document& document = window.document();
    REQUIRE(document::rateVisit(document, Rating::PainNow, 7));
    REQUIRE(document::addVisit(document, test::kTuesday));
    CHECK(ui::changeText(document.scores, Rating::PainNow).empty());
    REQUIRE(document::rateVisit(document, Rating::PainNow, 5));
    CHECK(ui::changeText(document.scores, Rating::PainNow) == "2 less than at visit 1: much better");
    REQUIRE(document::rateVisit(document, Rating::PainNow, 9));
    CHECK(ui::changeText(document.scores, Rating::PainNow) == "2 more than at visit 1");
    REQUIRE(document::rateVisit(document, Rating::PainNow, 7));
    CHECK(ui::changeText(document.scores, Rating::PainNow) == "the same as at visit 1");
}

TEST_CASE("what cannot be read is said, and then nothing can be answered or ticked") {
    ScoresWindow window;
    window.context.vault->visitRecords[{window.document().visit, "ratings"}] = {std::byte{'x'}};
    const core::VisitId visit = window.document().visit;
    REQUIRE(document::openVisit(window.document(), visit));
    window.press("scores.show");
    CHECK_FALSE(window.model().trouble.empty());
    window.fill("lumbar_L");
    CHECK_FALSE(window.settled().find("tick.wpi_2016.lower_back")->enabled);
    window.run("visit.rate");
    CHECK_FALSE(window.settled().find("rate.pain_now.3")->enabled);
}

TEST_CASE(
    "answers that cannot be read are not called unasked, and a rule that cannot is said until it is set "
    "anew") {
    ScoresWindow window({1280.0F, 1400.0F});
    window.context.vault->visitRecords[{window.document().visit, "ratings"}] = {std::byte{'x'}};
    window.context.vault->settings["scores.area-cm2"] = "many";
    const core::VisitId visit = window.document().visit;
    REQUIRE(document::openVisit(window.document(), visit));
    window.press("scores.show");
    CHECK(window.score("sss").detail == "the answers cannot be read");
    CHECK(window.model().ruleTrouble.find("Palpate's counts") != std::string::npos);
    CHECK(window.model().cm2Text == "10 cm\xC2\xB2");
    window.press("rule.cm2.more");
    CHECK(window.model().ruleTrouble.empty());
    CHECK(window.context.vault->settings["scores.area-cm2"] == "12");
}

TEST_CASE("a rule of a tenth of a percent is not shown as none") {
    ScoresWindow window;
    window.press("scores.show");
    REQUIRE(document::setAreaRule(window.document(), {10.0, 0.1}));
    CHECK(window.model().percentText == "0.1 %");
    REQUIRE(document::setAreaRule(window.document(), {10.0, 10.0}));
    CHECK(window.model().percentText == "10 %");
}

TEST_CASE("an answer that cannot be written is told and not kept") {
    ScoresWindow window;
    window.run("visit.rate");
    window.context.vault->failing = true;
    window.press("rate.pain_now.3");
    CHECK_FALSE(window.document().scores.ratings[Rating::PainNow].has_value());
    REQUIRE_FALSE(window.document().notices.empty());
    CHECK(window.document().notices.back().kind == document::Notice::Kind::Error);
}

TEST_CASE("keeping the scores up to date does not cost a frame") {
    ScoresWindow window;
    window.press("scores.show");
    window.fill("lumbar_L");
    using Clock = std::chrono::steady_clock;
    double best = 1.0;
    for (int round = 0; round < 10; ++round) {
        const auto start = Clock::now();
        const auto scores = document::scoresOf(window.document());
        best = std::min(best, std::chrono::duration<double>(Clock::now() - start).count());
        REQUIRE(scores.has_value());
    }
    MESSAGE("scores of one map in ms: " << 1000.0 * best);
    CHECK(best < 1.0 / 60.0);
}
