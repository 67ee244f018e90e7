#include "analysis/questionnaires.h"
#include "cli/score_output.h"
#include "core/text.h"

#include <array>
#include <iostream>
#include <string>

namespace palpate::cli {

namespace {

using core::decimal;
using core::tr;
using core::trf;

void say(const std::string& line) {
    std::cout << line << '\n';
}

void printAreas(const ScoredMap& scored, const analysis::ScoredInstrument& form) {
    for (const analysis::Endorsement& one : form.endorsements) {
        const body::InstrumentArea& area = form.instrument->areas[one.area];
        const auto* said = analysis::findCorrection(scored.corrections, scored.open.key,
                                                    form.instrument->texts.id, area.names.id);
        if (!one.isEndorsed && said == nullptr) continue;
        const std::string painted = trf("{0} cm²", {decimal(one.paintedCm2, 0)});
        std::string line = "    " + area.names.name + ", " + painted;
        if (said != nullptr)
            line += trf(said->hurts ? ", hurts as said by the {0}" : ", does not hurt as said by the {0}",
                        {clinic::authorId(said->by)});
        say(line);
    }
}

void printSymptoms(const analysis::Scores& scores) {
    if (const auto severity = scores.symptoms.severity())
        say(trf("Symptom severity: {0} of 12", {std::to_string(*severity)}));
    if (scores.distress) say(trf("WPI and symptoms together: {0} of 31", {std::to_string(*scores.distress)}));
}

void printChanges(const ScoredMap& scored) {
    if (!scored.before) return;
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (info.group != clinic::RatingGroup::Pain) continue;
        const auto now = scored.ratings[info.rating];
        const auto change = analysis::nrsChange(scored.before->ratings[info.rating], now);
        if (!change) continue;
        say(trf("{0}: {1} of 10, {2}{3} since visit {4}: {5} (Salaffi 2004)",
                {tr(info.name), std::to_string(*now), change->points > 0 ? "+" : "",
                 std::to_string(change->points), std::to_string(scored.before->visit),
                 analysis::nrsMarkName(change->mark)}));
    }
}

void printQuestionnaires(const clinic::Ratings& ratings) {
    static constexpr std::array kRoman{"I", "II", "III", "IV"};
    if (const auto mean = analysis::pegMean(ratings)) say(trf("PEG: {0} of 10", {decimal(*mean, 1)}));
    if (const auto score = analysis::phq4(ratings))
        say(trf("PHQ-4: {0} of 12, {1}", {decimal(score->score, 1), analysis::phq4BandName(score->band)}));
    if (const auto grade = analysis::gradedPain(ratings).grade)
        say(trf("Graded chronic pain: grade {0}", {kRoman[static_cast<std::size_t>(*grade - 1)]}));
}

void printWidespread(const ScoredMap& scored) {
    const analysis::Scores& scores = scored.scores;
    const auto& pain = scores.widespread;
    say(pain ? trf("Widespread pain index: {0} of 19, pain in {1} of 5 regions",
                   {std::to_string(pain->wpi), std::to_string(pain->regionsWithPain)})
             : tr("Widespread pain index: not recorded"));
    printAreas(scored, scores.wpi);
    printSymptoms(scores);
    say(trf("  Fibromyalgia criteria 2016: {0}", {scores.fibromyalgia.why}));
    say(!pain                 ? tr("  Chronic widespread pain 2019: open")
        : pain->meetsWp2019() ? tr("  Chronic widespread pain 2019: met")
                              : tr("  Chronic widespread pain 2019: not met"));
}

}  // namespace

void printScores(const ScoredMap& scored) {
    const analysis::Scores& scores = scored.scores;
    const VisitRecord& record = scored.open.record;
    say(trf("Client {0}, visit {1}: scores from the painted pain. Screening aid, not a diagnosis.",
            {record.client.code, std::to_string(record.visit.number)}));
    say(trf("An area counts from {0} cm² or {1} % of it, whichever is less (no publication says how much).",
            {decimal(scores.rule.cm2, 1), decimal(scores.rule.percentOfArea, 1)}));
    say("");
    if (!scores.recorded)
        say(tr("No pain is painted on this map and nobody finished it without any, which is no 0."));
    printWidespread(scored);
    say(scores.michigan.recorded
            ? trf("Michigan areas: {0} of 35", {std::to_string(*scores.michigan.score())})
            : tr("Michigan areas: not recorded"));
    printAreas(scored, scores.michigan);
    say(scores.choir.recorded
            ? trf("CHOIR areas: {0} of 74 ({1})",
                  {std::to_string(*scores.choir.score()),
                   analysis::endorsedCodes(*scores.choir.instrument, scores.choir.endorsements)})
            : tr("CHOIR areas: not recorded"));
    const std::string skin = scores.percentByLundBrowder
                                 ? trf("{0} %", {decimal(*scores.percentByLundBrowder, 1)})
                                 : std::string(tr("not recorded"));
    say(trf("Skin by Lund and Browder: {0}, {1}", {skin, analysis::shareAgeText(scores.years)}));
    printChanges(scored);
    printQuestionnaires(scored.ratings);
}

}  // namespace palpate::cli
