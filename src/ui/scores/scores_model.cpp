#include "ui/scores/scores_model.h"

#include "core/text.h"
#include "ui/dates.h"
#include "ui/findings_panel.h"
#include "ui/scores/answer_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using analysis::Scores;
using core::tr;
using core::trf;
using document::Document;
using Score = ScoresModel::Score;

std::string of(std::optional<int> count, std::size_t all) {
    if (!count) return tr("not recorded");
    return trf("{0} of {1}", {std::to_string(*count), std::to_string(all)});
}

// One decimal unless it is whole: a tenth of a percent is not none.
std::string percentText(double percent) {
    const bool whole = std::abs(percent - std::round(percent)) < 0.05;
    return trf("{0} %", {core::decimal(percent, whole ? 0 : 1)});
}

std::string noteOf(const clinic::Correction& correction) {
    const bool client = correction.by == clinic::Author::Client;
    return trf(client ? "by hand: client, {0}" : "by hand: therapist, {0}", {friendlyDate(correction.at)});
}

ScoresModel::Area areaOf(const Document& document, const analysis::ScoredInstrument& scored,
                         const analysis::Endorsement& one) {
    const body::Instrument& instrument = *scored.instrument;
    const body::InstrumentArea& named = instrument.areas[one.area];
    ScoresModel::Area area;
    area.area = {instrument.texts.id, one.area};
    area.name = instrument.texts.id + "." + named.names.id;
    area.text = named.code.empty() ? named.names.name : named.code + " " + named.names.name;
    if (one.paintedCm2 > 0.0) area.extent = areaText(one.paintedCm2);
    area.counts = one.isEndorsed;
    area.isShown = document.scores.shown == area.area;
    if (one.isEndorsed == one.fromPaint) area.wanted = !one.isEndorsed;
    const auto* said = analysis::findCorrection(
        document.scores.corrections, document::shownMap(document)->key, instrument.texts.id, named.names.id);
    if (said != nullptr) area.note = noteOf(*said);
    return area;
}

void addAreas(Score& score, const Document& document, const analysis::ScoredInstrument& scored) {
    for (const analysis::Endorsement& one : scored.endorsements) {
        ScoresModel::Area area = areaOf(document, scored, one);
        const bool matters = area.counts || !area.extent.empty() || !area.note.empty();
        (matters ? score.areas : score.others).push_back(std::move(area));
    }
}

Score symptomScore(const Scores& scores, bool unreadable) {
    Score score{.id = "sss", .title = tr("Symptom severity"), .asks = clinic::RatingGroup::Symptoms};
    const auto severity = scores.symptoms.severity();
    const int missing = scores.symptoms.missing();
    score.value = severity ? of(severity, 12) : std::string("\xE2\x80\x93");
    if (missing == 6) score.detail = unreadable ? tr("the answers cannot be read") : tr("not asked yet");
    if (missing > 0 && missing < 6)
        score.detail = trf("{0} of 6 questions not answered", {std::to_string(missing)});
    return score;
}

Score criteriaScore(const Scores& scores) {
    Score score{.id = "fibromyalgia_2016", .title = tr("Fibromyalgia criteria 2016")};
    const auto met = scores.fibromyalgia.met;
    score.value = !met ? tr("open") : *met ? tr("met") : tr("not met");
    score.detail = scores.fibromyalgia.why;
    return score;
}

Score distressScore(const Scores& scores) {
    Score score{.id = "distress", .title = tr("WPI + symptoms"), .asks = clinic::RatingGroup::Symptoms};
    score.value = scores.distress ? of(scores.distress, 31) : std::string("\xE2\x80\x93");
    return score;
}

Score widespread2019(const Scores& scores) {
    Score score{.id = "wp2019", .title = tr("Widespread pain 2019")};
    const auto& pain = scores.widespread;
    score.value = !pain ? tr("open") : pain->meetsWp2019() ? tr("met") : tr("not met");
    if (pain)
        score.detail = trf("{0} of 5 regions and {1} of 15 sites; 4 and 7 are needed.",
                           {std::to_string(pain->regionsWithPain), std::to_string(pain->sites)});
    return score;
}

// Every score with what fed it.
std::vector<Score> allScores(const Document& document, const Scores& scores) {
    std::vector<Score> all;
    const auto counted = [&](const char* id, const char* title, std::string value, std::string detail,
                             const analysis::ScoredInstrument& scored) {
        Score score{.id = id, .title = title, .value = std::move(value), .detail = std::move(detail)};
        score.canTick = &scored != &scores.lundBrowder;
        addAreas(score, document, scored);
        all.push_back(std::move(score));
    };
    counted("wpi", tr("Widespread pain index"), of(scores.wpi.score(), 19),
            scores.widespread
                ? trf("pain in {0} of 5 regions", {std::to_string(scores.widespread->regionsWithPain)})
                : std::string(),
            scores.wpi);
    all.push_back(symptomScore(scores, !document.scores.trouble.empty()));
    Score criteria = criteriaScore(scores);
    criteria.canTick = true;
    addAreas(criteria, document, scores.wpi);
    all.push_back(std::move(criteria));
    Score widespread = widespread2019(scores);
    widespread.canTick = true;
    addAreas(widespread, document, scores.wpi);
    const auto isNoSite = [&](const ScoresModel::Area& area) {
        return !analysis::isWidespreadSite(scores.wpi.instrument->areas[area.area.area].names.id);
    };
    std::erase_if(widespread.areas, isNoSite);
    std::erase_if(widespread.others, isNoSite);
    all.push_back(std::move(widespread));
    all.push_back(distressScore(scores));
    counted("michigan", tr("Michigan areas"), of(scores.michigan.score(), 35), "", scores.michigan);
    counted("choir", tr("CHOIR areas"), of(scores.choir.score(), 74), "", scores.choir);
    counted("lund_browder", tr("Skin, Lund and Browder"),
            scores.percentByLundBrowder ? trf("{0} %", {core::decimal(*scores.percentByLundBrowder, 1)})
                                        : std::string(tr("not recorded")),
            analysis::shareAgeText(scores.years), scores.lundBrowder);
    return all;
}

void addAnswers(std::vector<Score>& scores, const document::ScoreState& state) {
    for (AnswerScore& answer : answerScores(state)) {
        scores.push_back({.id = std::move(answer.id),
                          .title = std::move(answer.title),
                          .value = std::move(answer.value),
                          .detail = std::move(answer.detail),
                          .asks = answer.group});
    }
}

std::string summaryOf(const Scores& scores) {
    std::string summary;
    const auto add = [&](const char* pattern, const std::optional<int>& score) {
        if (score) summary += (summary.empty() ? "" : " \xC2\xB7 ") + trf(pattern, {std::to_string(*score)});
    };
    add("WPI {0}", scores.wpi.score());
    add("CHOIR {0}", scores.choir.score());
    return summary;
}

// What the paint is missing: an unpainted map says nothing about the body.
std::string whyUnrecorded(bool client) {
    return client ? tr("Nobody painted pain on the client's map or finished it without any. That is no 0. An "
                       "area that is ticked by hand counts.")
                  : tr("Nobody painted pain on the therapist's map, which is no 0. The client's map has "
                       "scores of its own. An area that is ticked by hand counts.");
}

}  // namespace

ScoresModel makeScoresModel(const Document& document, const UiState& state,
                            const std::optional<Scores>& scores) {
    ScoresModel model;
    model.open = state.scores.tab == ToolsTab::Scores;
    model.show = commandItem(document, "scores.show");
    model.rate = commandItem(document, "visit.rate");
    if (scores) model.summary = summaryOf(*scores);
    if (!model.open) return model;
    model.label = tr("Screening aid, not a diagnosis");
    model.trouble = document.scores.trouble;
    model.rule = document.scores.rule;
    model.cm2Text = areaText(model.rule.cm2);
    model.percentText = percentText(model.rule.percentOfArea);
    model.ruleTrouble = document.scores.ruleTrouble;
    model.showsOthers = state.scores.showsOthers;
    if (!scores) {
        model.empty = tr("No visit is open.");
        return model;
    }
    const bool client = document.shown == clinic::Author::Client;
    model.from = client ? tr("From the client's map") : tr("From the therapist's map");
    if (!scores->recorded) model.unrecorded = whyUnrecorded(client);
    model.scores = allScores(document, *scores);
    addAnswers(model.scores, document.scores);
    for (Score& score : model.scores)
        score.isOpen = score.id == state.scores.open;
    return model;
}

double stepOf(double value, bool up, double most) {
    static constexpr std::array kSteps{1.0,  2.0,  3.0,  4.0,  5.0,  6.0,  8.0,  10.0,  12.0,  15.0,
                                       20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 80.0, 100.0, 150.0, 200.0};
    constexpr double kHair = 1.0e-6;
    if (up) {
        for (const double step : kSteps) {
            if (step > value + kHair) return std::min(step, most);
        }
        return value;
    }
    for (auto step = kSteps.rbegin(); step != kSteps.rend(); ++step) {
        if (*step < value - kHair) return *step;
    }
    return value;
}

}  // namespace palpate::ui
