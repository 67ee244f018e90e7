#include "report/sheet_model.h"

#include "report/date_text.h"
#include "report/level_marks.h"
#include "report/number_text.h"
#include "report/painted_man.h"
#include "report/side_letters.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;
using doctest::Approx;
using map::LayerKind;

namespace {

constexpr std::size_t kFront = 0, kBack = 1, kRight = 2, kLeft = 3;

// Every text of a model, one after the other.
std::string allText(const report::SheetModel& model) {
    std::string text = model.client + model.visit + model.when + model.paintedBy + model.caution +
                       model.madeWith + model.nothing + model.since + model.verdict;
    for (const auto& row : model.regions)
        text += row.name + row.detail;
    return text;
}

}  // namespace

TEST_CASE("the name stands on a sheet only when it was asked for, and never in the file's name") {
    const test::PaintedMan man;
    auto input = man.input();
    CHECK(allText(report::makeSheetModel(input)).find("Beispiel") == std::string::npos);
    input.withName = true;
    CHECK(report::makeSheetModel(input).client == "C-0142 Nora Beispiel");
    using clinic::Author;
    using clinic::Moment;
    CHECK(report::sheetFileName(man.client, man.visit, Author::Client, Moment::Before) ==
          "C-0142_2026-11-20_S07_client.png");
    CHECK(report::sheetFileName(man.client, man.visit, Author::Therapist, Moment::After) ==
          "C-0142_2026-11-20_S07_therapist_after.png");
}

TEST_CASE("a sheet says who, when and what made it") {
    const test::PaintedMan man;
    auto input = man.input();
    const auto model = report::makeSheetModel(input);
    CHECK(model.visit == "Visit 7");
    CHECK(model.when == "20 November 2026, 14:02 (UTC+01:00)");
    CHECK(model.paintedBy == "Painted by the client, before treatment");
    CHECK(model.caution == "Self-reported; not a diagnosis");
    CHECK(model.madeWith.find(man.body->mesh().topologyId()) != std::string::npos);
    CHECK(model.madeWith.find(man.body->atlas().id()) != std::string::npos);
    input.author = clinic::Author::Therapist;
    input.moment = clinic::Moment::After;
    CHECK(report::makeSheetModel(input).paintedBy == "Painted by the therapist, after treatment");
    CHECK(report::makeSheetModel(input).caution == "Therapist's rating; not a diagnosis");
}

TEST_CASE("an empty map says whether nothing hurts or nothing was painted yet") {
    const test::PaintedMan man;
    auto input = man.input();
    CHECK(report::makeSheetModel(input).nothing.find("not finished") != std::string::npos);
    input.completed = true;
    const auto model = report::makeSheetModel(input);
    CHECK(model.nothing.find("Nothing hurts") != std::string::npos);
    REQUIRE(model.layers.size() == 1);
    CHECK(model.layers[0].record == analysis::LayerRecord::Nothing);
    CHECK(model.layers[0].measures.extentCm2 == 0.0);
}

TEST_CASE("hands that mark nothing do not say that nothing hurts") {
    const test::PaintedMan man;
    auto input = man.input();
    input.author = clinic::Author::Therapist;
    input.completed = true;
    const auto model = report::makeSheetModel(input);
    CHECK(model.nothing.find("Nothing hurts") == std::string::npos);
    CHECK(model.nothing.find("not recorded") != std::string::npos);
    REQUIRE(model.layers.size() == 1);
    CHECK(model.layers[0].record == analysis::LayerRecord::NotRecorded);
}

TEST_CASE("a layer that is not recorded on one of the maps is compared with nothing") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.05F, 7);
    man.dab(LayerKind::Tension, 1, test::kLeftBack, 0.05F, 6);
    man.earlier = man.map;
    man.map = map::BodyMap(man.body->mesh().topologyId(), man.body->mesh().vertexCount());
    man.dab(LayerKind::Tension, 1, test::kLeftBack, 0.05F, 3);
    auto input = man.input();
    input.author = clinic::Author::Therapist;
    input.completed = input.earlierCompleted = true;
    input.earlierVisit = &man.earlierVisit;
    input.earlierMap = &man.earlier;
    // What is recorded on both leads.
    auto model = report::makeSheetModel(input);
    REQUIRE(model.layers.size() == 2);
    CHECK(model.layers[0].layer == LayerKind::Tension);
    CHECK(model.layers[0].change.value().peak.change() == Approx(-3.0));
    CHECK(model.layers[1].record == analysis::LayerRecord::NotRecorded);
    CHECK_FALSE(model.layers[1].change.has_value());
    CHECK(model.verdict.find("No clear change") == std::string::npos);
    input.lead = LayerKind::Pain;
    model = report::makeSheetModel(input);
    CHECK(model.layers[0].layer == LayerKind::Pain);
    CHECK(model.verdict.find("Pain: not recorded on the later map") == 0);
    // A client who finished without pain said something that can be compared.
    input.author = clinic::Author::Client;
    model = report::makeSheetModel(input);
    CHECK(model.layers[0].change.value().peak.change() == Approx(-7.0));
}

TEST_CASE("looking back from an earlier visit is not called since") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.05F, 7);
    auto input = man.input();
    std::swap(man.visit.at, man.earlierVisit.at);
    input.earlierVisit = &man.earlierVisit;
    input.earlierMap = &man.map;
    CHECK(report::makeSheetModel(input).since == "Compared with visit 6 (20 November 2026)");
}

TEST_CASE("a sheet names the map that its changes are counted from") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.05F, 7);
    man.earlier = man.map;
    auto input = man.input();
    input.author = clinic::Author::Therapist;
    input.moment = clinic::Moment::After;
    input.earlierVisit = &man.visit;
    input.earlierMap = &man.earlier;
    CHECK(report::makeSheetModel(input).since == "Since before the treatment");
    input.earlierVisit = &man.earlierVisit;
    CHECK(report::makeSheetModel(input).since == "Since visit 6 (6 November 2026), before the treatment");
    input.earlierMoment = clinic::Moment::After;
    CHECK(report::makeSheetModel(input).since == "Since visit 6 (6 November 2026)");
    // Two people's maps agree or differ; a finished map of the client's says that nothing hurts.
    input.moment = input.earlierMoment = clinic::Moment::Before;
    input.earlierVisit = &man.visit;
    input.earlierAuthor = clinic::Author::Client;
    man.earlier = map::BodyMap(man.body->mesh().topologyId(), man.body->mesh().vertexCount());
    input.earlierCompleted = true;
    const auto model = report::makeSheetModel(input);
    CHECK(model.since == "Compared with the client's map of this visit");
    CHECK(model.verdict.find("The client's map is bare.") == 0);
    CHECK(model.verdict.find("worse") == std::string::npos);
}

TEST_CASE("treated patches carry their pressure in the views") {
    test::PaintedMan man;
    man.dab(LayerKind::Treated, 1, test::kRightKnee, 0.035F, 4);
    const auto marks = report::makeSheetModel(man.input()).marks[kFront];
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].layer == LayerKind::Treated);
    CHECK(marks[0].level == 4);
}

TEST_CASE("regions are listed worst first, with words, depth, findings and treatment") {
    test::PaintedMan man;
    map::Place aching;
    aching.words = {"aching"};
    aching.depth = map::Depth::Muscle;
    map::Place band;
    band.words = {"tight band"};
    map::Place kneading;
    kneading.techniques = {"petrissage"};
    man.dab(LayerKind::Pain, 1, test::kRightKnee, 0.05F, 4);
    man.dab(LayerKind::Pain, 2, test::kLeftBack, 0.05F, 7, aching);
    man.dab(LayerKind::Tension, 1, test::kLeftBack, 0.05F, 6, band);
    man.dab(LayerKind::Treated, 1, test::kLeftBack, 0.05F, 3, kneading);
    const auto model = report::makeSheetModel(man.input());
    REQUIRE(model.regions.size() >= 2);
    CHECK(model.regions[0].name == "Left middle of the back");
    CHECK(model.regions[0].detail == "aching, in the muscle, tight band, treated: petrissage");
    CHECK(model.regions[0].peaks[0].value() == 7.0);
    CHECK(model.regions[0].peaks[1].value() == 6.0);
    CHECK(model.regions[1].peaks[0].value() == 4.0);
    CHECK_FALSE(model.regions[1].peaks[1].has_value());
    CHECK(model.layers.size() == 3);  // no row for the avoid layer
}

TEST_CASE(
    "the worst region of every layer stands before the second of any, and a treatment says its minutes") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.35F, 7);  // many regions
    map::Place treatment;
    treatment.techniques = {"petrissage"};
    treatment.minutes = 25;
    man.dab(LayerKind::Treated, 1, test::kRightKnee, 0.03F, 4, treatment);
    const auto model = report::makeSheetModel(man.input());
    REQUIRE(model.regions.size() > 2);
    CHECK(model.regions[0].peaks[0].has_value());
    CHECK(model.regions[1].detail == "treated: petrissage, 25 min");
    CHECK(model.regions[1].peaks[2].has_value());
}

TEST_CASE("with an earlier visit the sheet says what changed and whether that is clear") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.05F, 7);
    man.earlier = man.map;
    auto input = man.input();
    input.earlierVisit = &man.earlierVisit;
    input.earlierMap = &man.earlier;
    auto model = report::makeSheetModel(input);
    CHECK(model.since == "Since visit 6 (6 November 2026)");
    CHECK(model.verdict.find("No clear change") == 0);
    man.dab(LayerKind::Pain, 1, test::kLeftBack, 0.05F, 4);
    model = report::makeSheetModel(input);
    CHECK(model.layers[0].change.value().peak.change() == Approx(-3.0));
    CHECK(model.verdict.find("fell from 7 to 4") != std::string::npos);
    CHECK(model.verdict.find("1.00") != std::string::npos);  // the same skin
}

TEST_CASE("a number stands in the views that see its paint, and in no other") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kRightKnee, 0.035F, 4);
    man.dab(LayerKind::Pain, 2, {0.02F, 1.2F, -0.15F}, 0.05F, 7);
    man.dab(LayerKind::Pain, 3, {0.32F, 1.1F, 0.0F}, 0.035F, 5);  // outside of the left arm
    const auto marks = report::makeSheetModel(man.input()).marks;
    const auto levels = [&](std::size_t view) {
        std::vector<int> found;
        for (const auto& mark : marks[view])
            found.push_back(mark.level);
        std::sort(found.begin(), found.end());
        return found;
    };
    CHECK(levels(kFront) == std::vector<int>{4});
    CHECK(levels(kBack) == std::vector<int>{7});
    CHECK(levels(kRight) == std::vector<int>{});
    CHECK(levels(kLeft) == std::vector<int>{5});
}

TEST_CASE("paint that another part of the body hides gets no number in that view") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, test::kRibsBesideArm, 0.05F, 6);
    const auto camera = body::standardCamera(body::StandardView::Left, man.body->mesh().bounds(), 1.0F);
    CHECK(report::levelMarks(*man.body, man.map.layer(LayerKind::Pain), camera).empty());
}

TEST_CASE("each patch of a place has its own number, at skin that belongs to it") {
    test::PaintedMan man;
    man.dab(LayerKind::Pain, 1, {0.07F, 1.1F, 0.16F}, 0.04F, 6);
    man.dab(LayerKind::Pain, 1, {-0.07F, 1.1F, 0.16F}, 0.04F, 6);
    const auto camera = body::standardCamera(body::StandardView::Front, man.body->mesh().bounds(), 1.0F);
    const auto marks = report::levelMarks(*man.body, man.map.layer(LayerKind::Pain), camera);
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].position.x * marks[1].position.x < 0.0F);
    for (const auto& mark : marks)
        CHECK(std::abs(std::abs(mark.position.x) - 0.07F) < 0.02F);
}

TEST_CASE("R and L stand on the person's own right and left in every view") {
    const auto& bounds = test::makeTestBody()->mesh().bounds();
    const glm::vec2 size(1000.0F, 1000.0F);
    for (const auto view : body::kStandardViews) {
        const auto camera = body::standardCamera(view, bounds, 1.0F);
        const auto letters = report::sideLetters(view, bounds);
        if (view == body::StandardView::Left || view == body::StandardView::Right) {
            REQUIRE(letters.size() == 1);
            // The side that faces the viewer.
            CHECK((camera.towardsEye().x > 0.0F) == (letters[0].letter == "L"));
            continue;
        }
        REQUIRE(letters.size() == 2);
        for (const auto& letter : letters) {
            const glm::vec3 hand(letter.letter == "L" ? 0.275F : -0.275F, 0.8F, 0.0F);
            const float middle = camera.project(bounds.centre(), size).x;
            const bool letterIsRight = camera.project(letter.position, size).x > middle;
            CHECK(letterIsRight == (camera.project(hand, size).x > middle));
        }
    }
}

TEST_CASE("numbers have a proper minus sign and never a negative zero") {
    CHECK(report::numberText(-1.25, 1) == "\u22121.2");
    CHECK(report::numberText(-0.04, 1) == "0.0");
    CHECK(report::signedText(2.0, 0) == "+2");
    CHECK(report::signedText(-2.0, 0) == "\u22122");
    CHECK(report::signedText(-0.04, 1) == "\u00b1 0");
}

TEST_CASE("dates are those of the clock on the wall") {
    CHECK(report::longDate({0, 0}) == "1 January 1970");
    CHECK(report::longDateTime({0, -90}) == "31 December 1969, 22:30 (UTC-01:30)");
}

TEST_CASE("pins stand in the views that see them, with their grade") {
    test::PaintedMan man;
    const auto at = [&](glm::vec3 metres) {
        const auto nearest = man.body->bvh().nearest(metres, 0.3F);
        REQUIRE(nearest.has_value());
        return nearest->point;
    };
    man.map.pins().set(1, {at({0.06F, 1.25F, 0.2F}), map::PinKind::TenderPoint, 2, ""});
    man.map.pins().set(2, {at({-0.06F, 1.2F, -0.2F}), map::PinKind::Scar, std::nullopt, ""});
    const auto model = report::makeSheetModel(man.input());
    REQUIRE(model.pins[kFront].size() == 1);
    CHECK(model.pins[kFront][0].kind == map::PinKind::TenderPoint);
    CHECK(model.pins[kFront][0].grade == "II");
    REQUIRE(model.pins[kBack].size() == 1);
    CHECK(model.pins[kBack][0].kind == map::PinKind::Scar);
    CHECK(model.pins[kBack][0].grade.empty());
}
