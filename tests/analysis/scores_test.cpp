#include "analysis/scores.h"
#include "body/body_model.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <string>

using namespace palpate;
using clinic::Author;
using clinic::Moment;

namespace {

const clinic::MapKey kClients{core::VisitId{1}, Author::Client, Moment::Before};
const clinic::MapKey kTherapists{core::VisitId{1}, Author::Therapist, Moment::Before};

struct Standard {
    std::shared_ptr<const body::BodyModel> body;
    body::AtlasLabels labels;
};

const Standard& standard() {
    static const Standard loaded = [] {
        const auto models = std::filesystem::path(PALPATE_TEST_RESOURCES) / "models";
        auto body = body::loadStandardBody(models);
        REQUIRE(body);
        auto labels = body::loadAtlasLabels(models, (*body)->mesh());
        REQUIRE(labels);
        return Standard{*body, std::move(*labels)};
    }();
    return loaded;
}

// The areas of the WPI with these ids, painted all over.
map::Layer areasPainted(std::initializer_list<std::string_view> areas) {
    const body::Instrument& wpi = *standard().labels.findInstrument("wpi_2016");
    map::Layer layer(map::LayerKind::Pain, standard().body->mesh().vertexCount());
    map::Layer::Writer writer(layer);
    for (std::size_t v = 0; v < wpi.areaOfVertex.size(); ++v) {
        if (wpi.areaOfVertex[v] == body::kNoArea) continue;
        for (const std::string_view id : areas) {
            if (wpi.areas[wpi.areaOfVertex[v]].names.id == id)
                writer.set(static_cast<std::uint32_t>(v), 60, 1);
        }
    }
    return layer;
}

analysis::Scores scored(const map::Layer& layer, const clinic::Corrections& corrections = {},
                        const clinic::Ratings& ratings = {}, bool completed = false) {
    return analysis::scoreMap(standard().body->mesh(), standard().labels,
                              {.pain = layer,
                               .completed = completed,
                               .areaScale = 1.0,
                               .rule = {},
                               .corrections = corrections,
                               .map = kClients,
                               .ratings = ratings});
}

clinic::Correction said(const char* area, bool hurts, const clinic::MapKey& map = kClients,
                        const char* instrument = "wpi_2016") {
    return {map, instrument, area, hurts, Author::Therapist, {}};
}

}  // namespace

TEST_CASE("a correction changes the score of its own map and its own form only") {
    const map::Layer layer = areasPainted({"neck", "hip_L", "upper_leg_R"});
    const auto before = scored(layer);
    CHECK(before.wpi.score() == 3);
    CHECK(before.widespread->regionsWithPain == 3);

    const auto added = scored(layer, {said("lower_arm_L", true)});
    CHECK(added.wpi.score() == 4);
    CHECK(added.widespread->regionsWithPain == 4);
    CHECK(added.michigan.score() == before.michigan.score());
    CHECK(scored(layer, {said("neck", false)}).wpi.score() == 2);
    CHECK(scored(layer, {said("neck", false, kTherapists)}).wpi.score() == 3);
    const auto choir = scored(layer, {said("neck", false, kClients, "choir")});
    CHECK(choir.wpi.score() == 3);
}

TEST_CASE("a correction that says what the paint says changes nothing") {
    const map::Layer layer = areasPainted({"neck"});
    const auto same = scored(layer, {said("neck", true), said("jaw_L", false)});
    CHECK(same.wpi.score() == 1);
    CHECK(same.percentByLundBrowder == scored(layer).percentByLundBrowder);
}

TEST_CASE(
    "a map that nobody painted, finished or spoke of has no scores, and a finished one has those of 0") {
    const map::Layer bare = areasPainted({});
    clinic::Ratings ratings;
    for (const clinic::RatingInfo& info : clinic::ratingInfos())
        ratings.set(info.rating, info.isYesOrNo ? 1 : 3);
    const auto unknown = scored(bare, {}, ratings);
    CHECK_FALSE(unknown.recorded);
    for (const auto* form : {&unknown.wpi, &unknown.michigan, &unknown.choir}) {
        CHECK_FALSE(form->score().has_value());
        CHECK_FALSE(form->endorsements.empty());  // there to be ticked
    }
    CHECK_FALSE(unknown.widespread.has_value());
    CHECK_FALSE(unknown.fibromyalgia.met.has_value());
    CHECK(unknown.fibromyalgia.why.find("Nothing is recorded") == 0);
    CHECK_FALSE(unknown.distress.has_value());
    CHECK_FALSE(unknown.percentByLundBrowder.has_value());
    CHECK(unknown.symptoms.severity() == 12);
    ratings.set(clinic::Rating::SymptomMonths, 2);  // too short whatever the areas
    CHECK(scored(bare, {}, ratings).fibromyalgia.met == false);

    const auto finished = scored(bare, {}, ratings, true);
    CHECK(finished.recorded);
    CHECK(finished.wpi.score() == 0);
    CHECK(finished.choir.score() == 0);
    CHECK(finished.widespread->regionsWithPain == 0);
    CHECK(finished.percentByLundBrowder == 0.0);

    // What is said of an area counts on its own form; that another does not hurt says nothing of the rest.
    const auto ticked = scored(bare, {said("neck", true)});
    CHECK(ticked.wpi.score() == 1);
    CHECK_FALSE(ticked.recorded);
    CHECK_FALSE(ticked.michigan.score().has_value());
    CHECK_FALSE(scored(bare, {said("neck", false)}).wpi.score().has_value());
    CHECK_FALSE(scored(bare, {said("neck", true, kTherapists)}).wpi.score().has_value());
}

TEST_CASE("answers and paint together decide the criteria") {
    const map::Layer layer = areasPainted(
        {"neck", "upper_back", "lower_back", "hip_L", "upper_leg_R", "lower_arm_L", "lower_arm_R"});
    CHECK(scored(layer).wpi.score() == 7);
    CHECK_FALSE(scored(layer).fibromyalgia.met.has_value());
    CHECK_FALSE(scored(layer).distress.has_value());
    clinic::Ratings ratings;
    for (const auto rating :
         {clinic::Rating::Fatigue, clinic::Rating::Unrefreshed, clinic::Rating::Cognitive})
        ratings.set(rating, 2);
    for (const auto rating : {clinic::Rating::Headache, clinic::Rating::Cramps, clinic::Rating::Depression})
        ratings.set(rating, 0);
    ratings.set(clinic::Rating::SymptomMonths, 3);
    const auto answered = scored(layer, {}, ratings);
    CHECK(answered.fibromyalgia.met == true);
    CHECK(answered.distress == 13);
    CHECK(answered.widespread->meetsWp2019());
    CHECK(scored(layer, {said("neck", false)}, ratings).fibromyalgia.met == false);
}

TEST_CASE("CHOIR numbers of the female drawing and back are the same areas") {
    const body::Instrument& choir = *standard().labels.findInstrument("choir");
    // The published conversion of six numbers; the others are the same on both drawings.
    const std::pair<const char*, const char*> conversion[]{{"112", "116"}, {"113", "117"}, {"114", "112"},
                                                           {"115", "113"}, {"116", "114"}, {"117", "115"}};
    for (const auto& [female, male] : conversion) {
        CHECK(*analysis::recode(choir, female, "female", "") == male);
        CHECK(*analysis::recode(choir, male, "", "female") == female);
    }
    std::string all;
    for (const body::InstrumentArea& area : choir.areas)
        all += (all.empty() ? "" : ",") + area.code;
    const auto sorted = analysis::recode(choir, all, "", "");
    REQUIRE(sorted);
    CHECK(sorted->size() == all.size());
    CHECK(*analysis::recode(choir, *analysis::recode(choir, all, "", "female"), "female", "") == *sorted);
    CHECK(*analysis::recode(choir, "238, 101 ,101,", "", "") == "101,238");
    CHECK(*analysis::recode(choir, "", "", "female") == "");
}

TEST_CASE("a number or an edition that CHOIR does not have is refused") {
    const body::Instrument& choir = *standard().labels.findInstrument("choir");
    for (const char* codes : {"100", "101,139", "x", "101;102"}) {
        const auto read = analysis::recode(choir, codes, "", "female");
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == core::Error::Kind::Usage);
        CHECK_FALSE(read.error().where.empty());
    }
    CHECK_FALSE(analysis::recode(choir, "101", "", "junior"));
}
