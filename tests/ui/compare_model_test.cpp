#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "ui/compare_panel.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;

namespace {

// Monday: chest 8, back 2. Tuesday: chest 5, thigh 3. Compared as the therapist painted them.
document::Document& comparedIn(test::RecordingContext& context) {
    document::Document& document = context.document();
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 8)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 2)));
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 5)));
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 3)));
    REQUIRE(document::openCompare(document));
    return document;
}

ui::CompareModel modelOf(const document::Document& document) {
    ui::Readings readings;
    return ui::makeCompareModel(document, readings.ofCompare(document));
}

const ui::CompareReadout::Metric& metric(const ui::CompareReadout& readout, const std::string& name) {
    const auto found = std::find_if(readout.metrics.begin(), readout.metrics.end(),
                                    [&](const auto& row) { return row.name == name; });
    REQUIRE(found != readout.metrics.end());
    return *found;
}

}  // namespace

TEST_CASE("the compare view names both visits and offers all of them") {
    test::RecordingContext context;
    const ui::CompareModel model = modelOf(comparedIn(context));
    CHECK(model.from.title == "Visit 1 \xC2\xB7 17 Nov 2025");
    CHECK(model.to.title == "Visit 2 \xC2\xB7 18 Nov 2025");
    CHECK(model.from.bare.empty());
    CHECK(model.to.bare.empty());
    REQUIRE(model.visits.size() == 2);
    CHECK(model.visits[0].id == model.to.visit);
    CHECK(model.author == clinic::Author::Therapist);
    CHECK(model.mode == document::CompareMode::SideBySide);
    CHECK(model.swap.enabled);
    CHECK(model.linked);
    for (const auto* choices : {&model.modes, &model.pairs, &model.layers}) {
        CHECK(std::count_if(choices->begin(), choices->end(), [](const auto& one) { return one.chosen; }) ==
              1);
        for (const auto& choice : *choices)
            CHECK(choice.command.enabled);
    }
    CHECK(model.visits[0].ticked);
    CHECK(model.visits[1].ticked);
}

TEST_CASE("a change is written with its sign, and lower pain is better") {
    test::RecordingContext context;
    const ui::CompareReadout readout = modelOf(comparedIn(context)).readout;
    CHECK(readout.fromTitle == "17 Nov");
    CHECK(readout.toTitle == "18 Nov");
    const auto& worst = metric(readout, "Worst level");
    CHECK(worst.from == "8");
    CHECK(worst.to == "5");
    CHECK(worst.change ==
          "\xE2\x88\x92"
          "3");
    CHECK(worst.trend == ui::Trend::Better);
    CHECK(readout.overlap.size() == 4);
    CHECK(readout.areas.find("cm\xC2\xB2") != std::string::npos);
}

TEST_CASE("the other way round the same change is worse") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    REQUIRE(document::swapCompared(document));
    const ui::CompareReadout readout = ui::makeCompareReadout(document);
    const auto& worst = metric(readout, "Worst level");
    CHECK(worst.change == "+3");
    CHECK(worst.trend == ui::Trend::Worse);
}

TEST_CASE("the client's map against the therapist's is neither better nor worse, whichever stands first") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    document::closeCompare(document);
    document::paintAs(document, clinic::Author::Client);
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 9)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 4)));
    REQUIRE(document::openCompare(document));
    REQUIRE(document::comparePair(document, document::ComparePair::Authors));
    for (const bool swapped : {false, true}) {
        CAPTURE(swapped);
        if (swapped) REQUIRE(document::swapCompared(document));
        const ui::CompareReadout readout = ui::makeCompareReadout(document);
        CHECK_FALSE(readout.isJudged);
        CHECK(readout.changeTitle == "Apart");
        std::string all = readout.areas;
        for (const auto& row : readout.metrics)
            CHECK((row.trend != ui::Trend::Better && row.trend != ui::Trend::Worse));
        for (const auto& region : readout.regions) {
            CHECK((region.trend != ui::Trend::Better && region.trend != ui::Trend::Worse));
            all += '\n' + region.detail;
        }
        for (const char* word : {"better", "worse", "new", "New", "gone"})
            CHECK_MESSAGE(all.find(word) == std::string::npos, all);
        // The back is the client's alone, the thigh the therapist's, the chest higher on the client's.
        for (const char* words :
             {"only the client \xC2\xB7 ", "only the therapist \xC2\xB7 ", "client higher "})
            CHECK_MESSAGE(all.find(words) != std::string::npos, all);
    }
}

TEST_CASE("of two people's maps the one that is not recorded is named by whose it is") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    REQUIRE(document::comparePair(document, document::ComparePair::Authors));
    for (const bool swapped : {false, true}) {
        CAPTURE(swapped);
        if (swapped) REQUIRE(document::swapCompared(document));
        const ui::CompareModel model = modelOf(document);
        const std::string why = "Pain: not recorded on the client's map, so there is nothing to compare.";
        CHECK(model.noDifference == why);
        CHECK(model.readout.empty == why);
        CHECK(model.readout.verdict.why == why);
    }
}

TEST_CASE("the same map on both sides shows no change at all") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    REQUIRE(document::compareFrom(document, document.compare->to.key));
    const ui::CompareReadout readout = ui::makeCompareReadout(document);
    for (const auto& row : readout.metrics) {
        CAPTURE(row.name);
        CHECK(row.trend == ui::Trend::Same);
        CHECK(row.change.find('+') == std::string::npos);
        CHECK(row.from == row.to);
    }
    CHECK(readout.overlap == "1.00");
    for (const auto& region : readout.regions)
        CHECK(region.trend == ui::Trend::Same);
}

TEST_CASE("regions stand worst change first and say what is new, gone, better and worse") {
    test::RecordingContext context;
    const ui::CompareReadout readout = ui::makeCompareReadout(comparedIn(context));
    REQUIRE(readout.regions.size() >= 3);
    bool anyNew = false;
    bool anyGone = false;
    for (std::size_t i = 0; i < readout.regions.size(); ++i) {
        const auto& region = readout.regions[i];
        anyNew = anyNew || region.detail.rfind("new", 0) == 0;
        anyGone = anyGone || region.detail.rfind("gone", 0) == 0;
        if (i > 0 && region.trend == ui::Trend::Worse)
            CHECK(readout.regions[i - 1].trend == ui::Trend::Worse);
        if (region.detail.rfind("new", 0) == 0) {
            CHECK(region.trend == ui::Trend::Worse);
            CHECK(region.from == "\xE2\x80\x93");
        }
    }
    CHECK(anyNew);
    CHECK(anyGone);
    CHECK(readout.regions.front().trend == ui::Trend::Worse);
    CHECK(readout.regions.back().trend == ui::Trend::Better);
    CHECK(readout.empty.empty());
}

TEST_CASE("every column sorts the regions, and once more the other way round") {
    using document::RegionColumn;
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    for (const RegionColumn column : {RegionColumn::Name, RegionColumn::From, RegionColumn::To,
                                      RegionColumn::Area, RegionColumn::Change}) {
        REQUIRE(document::sortRegions(document, column));
        const auto rows = ui::makeCompareRows(document);
        REQUIRE(document::sortRegions(document, column));
        auto turned = ui::makeCompareRows(document);
        std::reverse(turned.begin(), turned.end());
        REQUIRE(rows.size() == turned.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            CHECK(rows[i].region == turned[i].region);
    }
    REQUIRE(document::sortRegions(document, RegionColumn::Name));
    const auto byName = ui::makeCompareRows(document);
    for (std::size_t i = 1; i < byName.size(); ++i)
        CHECK(byName[i - 1].name <= byName[i].name);
}

TEST_CASE("the region under the pointer is marked in the table, and the one in the table on the body") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    const body::RegionIndex region = ui::makeCompareRows(document).front().region;
    document::setHover(document, document::Hover{{0, {1.0F, 0.0F, 0.0F}}, region});
    auto row = ui::makeCompareRows(document).front();
    CHECK(row.pointed);
    CHECK(row.onBody);
    CHECK_FALSE(modelOf(document).region.empty());
    document::pointAtRow(document, region);
    row = ui::makeCompareRows(document).front();
    CHECK(row.pointed);
    CHECK_FALSE(row.onBody);
}

TEST_CASE("the verdict is said in words, with the limits that it was judged by") {
    using Kind = ui::CompareReadout::Verdict::Kind;
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    auto verdict = ui::makeCompareReadout(document).verdict;
    CHECK(verdict.kind == Kind::Clear);
    CHECK(verdict.heading == "A clear change: better");
    CHECK(verdict.why.find("fell from 8 to 5") != std::string::npos);
    CHECK(verdict.limits.find("Salaffi 2004") != std::string::npos);
    REQUIRE(document::compareFrom(document, document.compare->to.key));
    verdict = ui::makeCompareReadout(document).verdict;
    CHECK(verdict.kind == Kind::NotClear);
    CHECK(verdict.heading == "No clear change");
    CHECK(verdict.why.find("No clear change") == std::string::npos);
    CHECK(verdict.why.find("less than 2 points") != std::string::npos);
    document::setCompareLayer(document, map::LayerKind::Tension);
    verdict = ui::makeCompareReadout(document).verdict;
    CHECK(verdict.kind == Kind::Unjudged);
    CHECK_FALSE(verdict.why.empty());
}

TEST_CASE("of two authors it is said how far they agree, and titles say whose map is which") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    document::closeCompare(document);
    REQUIRE(document::paintAs(document, clinic::Author::Client));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 6)));
    REQUIRE(document::openCompare(document));
    REQUIRE(document::comparePair(document, document::ComparePair::Authors));
    const ui::CompareModel model = modelOf(document);
    CHECK(model.from.title == "The client's map");
    CHECK(model.to.title == "The therapist's map");
    CHECK(model.readout.fromTitle == "Client");
    CHECK(model.readout.verdict.heading.rfind("They", 0) == 0);
    CHECK(model.readout.verdict.why.find("lient") != std::string::npos);
}

TEST_CASE("limits go up and down by steps within their range, and back to the usual") {
    const ui::CompareRulesModel usual = ui::makeCompareRules({});
    CHECK(usual.areUsual);
    REQUIRE(usual.rows.size() == 4);
    CHECK(usual.rows[0].value == "2 points");
    CHECK(usual.rows[1].value == "65 %");
    for (std::size_t i = 0; i < usual.rows.size(); ++i) {
        REQUIRE(usual.rows[i].less.has_value());
        REQUIRE(usual.rows[i].more.has_value());
        const auto back = ui::makeCompareRules(*usual.rows[i].more).rows[i].less;
        REQUIRE(back.has_value());
        CHECK(*back == analysis::ChangeRules());
        // Down to the end.
        analysis::ChangeRules rules;
        for (int step = 0; step < 100; ++step) {
            const auto less = ui::makeCompareRules(rules).rows[i].less;
            if (!less) break;
            rules = *less;
        }
        CHECK_FALSE(ui::makeCompareRules(rules).rows[i].less.has_value());
        CHECK_FALSE(ui::makeCompareRules(rules).areUsual);
    }
}

TEST_CASE("a layer that nobody painted says so, and a treated area is neither better nor worse") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    document::setCompareLayer(document, map::LayerKind::Treated);
    CHECK_FALSE(ui::makeCompareReadout(document).empty.empty());

    document::closeCompare(document);
    document::selectLayer(document, map::LayerKind::Treated);
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 4)));
    REQUIRE(document::openVisit(document, document.visits[0].id));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 2)));
    REQUIRE(document::openVisit(document, document.visits[1].id));
    REQUIRE(document::openCompare(document));
    const ui::CompareReadout readout = ui::makeCompareReadout(document);
    CHECK(metric(readout, "Strongest pressure").trend == ui::Trend::Higher);
    REQUIRE_FALSE(readout.regions.empty());
    CHECK(readout.regions[0].trend == ui::Trend::Higher);
    CHECK(readout.regions[0].from == "2");
    CHECK(readout.regions[0].to == "4");
    CHECK_FALSE(readout.isJudged);
    for (const auto& row : readout.metrics) {
        CHECK(row.name.find("Worst") == std::string::npos);
        CHECK(row.name.find("Load") == std::string::npos);
    }
    CHECK(readout.areas.find("better") == std::string::npos);
    CHECK(readout.areas.find("stronger") != std::string::npos);
}

TEST_CASE("areas to avoid are compared exactly: what is new, gone and smaller adds up and has its sign") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    document::closeCompare(document);
    document::selectLayer(document, map::LayerKind::Avoid);
    REQUIRE(document::openVisit(document, document.visits[0].id));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 1)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 1)));
    REQUIRE(document::openVisit(document, document.visits[1].id));
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 1)));
    REQUIRE(document::paint(document, test::dab(document, test::kBack, 1)));
    REQUIRE(document::openCompare(document));
    REQUIRE(document.compare->layer == map::LayerKind::Avoid);
    const auto& measures = document.compare->measures;
    double fresh = 0.0, gone = 0.0;
    for (const auto& region : measures.regions) {
        if (region.extentCm2.from <= 0.0) fresh += region.extentCm2.to;
        if (region.extentCm2.to <= 0.0) gone += region.extentCm2.from;
    }
    CHECK(fresh > 1.0);
    CHECK(measures.newCm2 == doctest::Approx(fresh));
    CHECK(measures.resolvedCm2 == doctest::Approx(gone));
    CHECK(ui::makeCompareReadout(document).verdict.limits.empty());
    for (const ui::CompareRow& row : ui::makeCompareReadout(document).regions) {
        CAPTURE(row.name);
        if (row.detail.rfind("new", 0) == 0) CHECK(row.trend == ui::Trend::Higher);
        if (row.detail.rfind("gone", 0) == 0) CHECK(row.trend == ui::Trend::Lower);
        CHECK((row.change == "0") == (row.trend == ui::Trend::Same));
    }
}

TEST_CASE("the legend of changes stands upon the difference, and at the foot of the column otherwise") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    CHECK(modelOf(document).readout.hasLegend);
    document::setCompareMode(document, document::CompareMode::Difference);
    CHECK_FALSE(modelOf(document).readout.hasLegend);
    CHECK(modelOf(document).words.less == "Better");
}

TEST_CASE("a side without paint is said to have none") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    REQUIRE(document::compareFrom(document,
                                  {document.visits[0].id, clinic::Author::Client, clinic::Moment::Before}));
    const ui::CompareModel model = modelOf(document);
    CHECK(model.from.bare == "Pain: not recorded at this visit.");
    CHECK(model.to.bare.empty());
    const std::string why = "Pain: not recorded on the map of visit 1, so there is nothing to compare.";
    CHECK(model.noDifference == why);
    // Swapped it is still the first visit that has none.
    REQUIRE(document::swapCompared(document));
    CHECK(modelOf(document).noDifference == why);
    REQUIRE(document::swapCompared(document));
    CHECK(metric(model.readout, "Worst level").from == "\xE2\x80\x93");
    CHECK(metric(model.readout, "Worst level").to == "5");
    for (const auto& row : model.readout.metrics) {
        CHECK(row.change.empty());
        CHECK(row.trend == ui::Trend::Unknown);
    }
    CHECK(model.readout.overlap.empty());
    CHECK(model.readout.regions.empty());
    CHECK(model.readout.empty == model.noDifference);
    for (const std::int8_t change : document.compare->difference)
        REQUIRE(change == 0);
}

TEST_CASE("a client who finished an empty map said that nothing hurts, which can be compared") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    document::closeCompare(document);
    REQUIRE(document::paintAs(document, clinic::Author::Client));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 6)));
    REQUIRE(document::openVisit(document, document.visits[0].id));
    REQUIRE(document::completeMap(document));
    REQUIRE(document::openVisit(document, document.visits[1].id));
    REQUIRE(document::openCompare(document));
    REQUIRE(document.compare->to.key.author == clinic::Author::Client);
    const ui::CompareModel model = modelOf(document);
    CHECK(model.from.bare == "Nothing hurt at this visit.");
    CHECK(model.noDifference.empty());
    CHECK(metric(model.readout, "Worst level").change == "+6");
    CHECK_FALSE(model.readout.regions.empty());
}

TEST_CASE("whoever looks is spoken to, whoever painted the maps") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    REQUIRE(document::compareTo(document,
                                {document.visits[1].id, clinic::Author::Client, clinic::Moment::Before}));
    CHECK(modelOf(document).sides.left == "CLIENT'S RIGHT");
    document::closeCompare(document);
    REQUIRE(document::paintAs(document, clinic::Author::Client));
    REQUIRE(document::openCompare(document));
    REQUIRE(document::compareTo(document,
                                {document.visits[1].id, clinic::Author::Therapist, clinic::Moment::Before}));
    CHECK(modelOf(document).sides.left == "YOUR RIGHT");
}

TEST_CASE("every printed change is the difference of the two printed numbers beside it") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    // 7.06 and 8.04 print as 7.1 and 8.0, between which there is 0.9 and not 1.0.
    document.compare->measures.mean = {7.06, 8.04};
    document.compare->measures.extentCm2 = {34.4, 34.6};
    const ui::CompareReadout readout = ui::makeCompareReadout(document);
    CHECK(metric(readout, "Mean level").change == "+0.9");
    CHECK(metric(readout, "Extent, cm\xC2\xB2").change == "+1");
    CHECK(metric(readout, "Extent, cm\xC2\xB2").trend == ui::Trend::Worse);
}

TEST_CASE("both pictures carry the levels of their own map") {
    test::RecordingContext context;
    document::Document& document = comparedIn(context);
    const ui::CompareModel model = modelOf(document);
    REQUIRE(model.from.badges.size() == 1);  // the other spot is on the back
    CHECK(model.from.badges[0].level == 8);
    REQUIRE(model.to.badges.size() == 2);
    CHECK(model.to.badges[0].level + model.to.badges[1].level == 8);

    ui::Readings readings;
    CHECK(readings.ofCompare(document).from.size() == 2);
    REQUIRE(document::swapCompared(document));
    CHECK(readings.ofCompare(document).to.size() == 2);
    CHECK(readings.ofCompare(document).to[0].level + readings.ofCompare(document).to[1].level == 10);
}
