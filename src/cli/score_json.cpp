#include "analysis/questionnaires.h"
#include "cli/print_json.h"
#include "cli/score_output.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json saidJson(const ScoredMap& scored, const body::Instrument& instrument, const std::string& area) {
    const auto* said =
        analysis::findCorrection(scored.corrections, scored.open.key, instrument.texts.id, area);
    if (said == nullptr) return nullptr;
    return {{"hurts", said->hurts}, {"by", clinic::authorId(said->by)}, {"at", core::toIso(said->at)}};
}

// Every area with paint or a word on it, endorsed or not, so that it can be seen what fed the score and what
// fell short.
Json areasJson(const ScoredMap& scored, const analysis::ScoredInstrument& form) {
    Json list = Json::array();
    for (const analysis::Endorsement& one : form.endorsements) {
        const body::InstrumentArea& area = form.instrument->areas[one.area];
        Json said = saidJson(scored, *form.instrument, area.names.id);
        if (one.paintedCm2 <= 0.0 && !one.isEndorsed && said.is_null()) continue;
        Json row{{"id", area.names.id}, {"name", area.names.name}};
        if (!area.code.empty()) row["code"] = area.code;
        row["endorsed"] = one.isEndorsed;
        row["from_paint"] = one.fromPaint;
        row["painted_cm2"] = one.paintedCm2;
        row["percent_of_area"] = one.areaCm2 > 0.0 ? 100.0 * one.paintedCm2 / one.areaCm2 : 0.0;
        row["places"] = one.places;
        row["by_hand"] = std::move(said);
        list.push_back(std::move(row));
    }
    return list;
}

Json symptomsJson(const analysis::SymptomAnswers& symptoms) {
    if (symptoms.missing() == 6 && !symptoms.months) return nullptr;
    return {{"score", orNull(symptoms.severity())},
            {"least", symptoms.leastSeverity()},
            {"most", symptoms.mostSeverity()},
            {"fatigue", orNull(symptoms.fatigue)},
            {"unrefreshed", orNull(symptoms.unrefreshed)},
            {"cognitive", orNull(symptoms.cognitive)},
            {"headache", orNull(symptoms.headache)},
            {"cramps", orNull(symptoms.cramps)},
            {"depression", orNull(symptoms.depression)},
            {"months", orNull(symptoms.months)}};
}

Json scoredRatingsJson(const clinic::Ratings& ratings) {
    Json answers = Json::object();
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (const auto answer = ratings[info.rating]) answers[info.id] = *answer;
    }
    return answers;
}

// Pain against the newest earlier visit with answers, by rating; those asked at both.
Json changesJson(const ScoredMap& scored) {
    Json changes = Json::object();
    if (!scored.before) return changes;
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (info.group != clinic::RatingGroup::Pain) continue;
        const auto change =
            analysis::nrsChange(scored.before->ratings[info.rating], scored.ratings[info.rating]);
        if (!change) continue;
        changes[info.id] = {{"since_visit", scored.before->visit},
                            {"points", change->points},
                            {"percent", orNull(change->percent)},
                            {"mark", analysis::nrsMarkName(change->mark)}};
    }
    return changes;
}

Json phq4Json(const clinic::Ratings& ratings) {
    const auto score = analysis::phq4(ratings);
    if (!score) return nullptr;
    return {
        {"score", score->score}, {"missing", score->missing}, {"band", analysis::phq4BandName(score->band)}};
}

Json gcpsJson(const clinic::Ratings& ratings) {
    const analysis::GradedPain pain = analysis::gradedPain(ratings);
    return {{"intensity", orNull(pain.intensity)},
            {"interference", orNull(pain.interference)},
            {"points", orNull(pain.points)},
            {"grade", orNull(pain.grade)}};
}

Json choirJson(const ScoredMap& scored) {
    const auto& choir = scored.scores.choir;
    const auto codes = [&](std::string_view edition) {
        return choir.recorded ? Json(analysis::endorsedCodes(*choir.instrument, choir.endorsements, edition))
                              : Json(nullptr);
    };
    return {{"score", orNull(choir.score())},
            {"codes", codes({})},
            {"codes_female", codes("female")},
            {"areas", areasJson(scored, choir)}};
}

Json wpiJson(const ScoredMap& scored) {
    const auto& wpi = scored.scores.wpi;
    const auto& pain = scored.scores.widespread;
    return {{"score", orNull(wpi.score())},
            {"regions_with_pain", pain ? Json(pain->regionsWithPain) : Json(nullptr)},
            {"sites", pain ? Json(pain->sites) : Json(nullptr)},
            {"generalized", pain ? Json(pain->isGeneralised()) : Json(nullptr)},
            {"areas", areasJson(scored, wpi)}};
}

}  // namespace

void printScoresAsJson(const ScoredMap& scored) {
    const analysis::Scores& scores = scored.scores;
    const auto& pain = scores.widespread;
    Json json{
        {"visit", scored.open.key.visit.value},
        {"author", clinic::authorId(scored.open.key.author)},
        {"label", core::tr("screening aid, not a diagnosis")},
        {"endorsed_from", {{"cm2", scores.rule.cm2}, {"percent_of_area", scores.rule.percentOfArea}}},
        {"recorded", scores.recorded},
        {"wpi", wpiJson(scored)},
        {"sss", symptomsJson(scores.symptoms)},
        {"fibromyalgia_2016", {{"met", orNull(scores.fibromyalgia.met)}, {"why", scores.fibromyalgia.why}}},
        {"distress", orNull(scores.distress)},
        {"wp2019", {{"met", pain ? Json(pain->meetsWp2019()) : Json(nullptr)}}},
        {"michigan",
         {{"score", orNull(scores.michigan.score())}, {"areas", areasJson(scored, scores.michigan)}}},
        {"choir", choirJson(scored)},
        {"lund_browder",
         {{"percent", orNull(scores.percentByLundBrowder)},
          {"shares", analysis::shareAgeId(analysis::shareAgeOf(scores.years))},
          {"age_known", scores.years.has_value()},
          {"areas", areasJson(scored, scores.lundBrowder)}}},
        {"ratings", scoredRatingsJson(scored.ratings)},
        {"pain_changes", changesJson(scored)},
        {"peg", {{"mean", orNull(analysis::pegMean(scored.ratings))}}},
        {"phq4", phq4Json(scored.ratings)},
        {"gcps", gcpsJson(scored.ratings)}};
    if (!scored.trouble.empty()) json["left_out"] = scored.trouble;
    printJson(json);
}

}  // namespace palpate::cli
