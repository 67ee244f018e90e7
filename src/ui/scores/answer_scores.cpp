#include "ui/scores/answer_scores.h"

#include "analysis/questionnaires.h"
#include "analysis/widespread_pain.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace palpate::ui {
namespace {

using clinic::Rating;
using clinic::RatingGroup;
using clinic::Ratings;
using core::tr;
using core::trf;

constexpr const char* kUnknown = "\xE2\x80\x93";  // an en dash

bool isAsked(const Ratings& ratings, RatingGroup group) {
    const auto infos = clinic::ratingInfos();
    return std::any_of(infos.begin(), infos.end(), [&](const clinic::RatingInfo& info) {
        return info.group == group && ratings[info.rating].has_value();
    });
}

int missingOf(const Ratings& ratings, RatingGroup group) {
    const auto infos = clinic::ratingInfos();
    return static_cast<int>(std::count_if(infos.begin(), infos.end(), [&](const clinic::RatingInfo& info) {
        return info.group == group && !ratings[info.rating];
    }));
}

std::string missingText(int missing) {
    return missing == 1 ? std::string(tr("1 question not answered"))
                        : trf("{0} questions not answered", {std::to_string(missing)});
}

// One decimal unless it is whole.
std::string number(double value) {
    const bool whole = std::abs(value - static_cast<int>(value)) < 0.05;
    return core::decimal(value, whole ? 0 : 1);
}

AnswerScore painScore(const document::ScoreState& state, Rating rating) {
    const clinic::RatingInfo& info = clinic::ratingInfo(rating);
    const auto answer = state.ratings[rating];
    return {info.id, tr(info.name), answer ? trf("{0} of 10", {std::to_string(*answer)}) : kUnknown,
            changeText(state, rating), RatingGroup::Pain};
}

AnswerScore pegScore(const Ratings& ratings) {
    const auto mean = analysis::pegMean(ratings);
    return {"peg", tr("PEG"), mean ? trf("{0} of 10", {number(*mean)}) : kUnknown,
            mean ? std::string() : missingText(missingOf(ratings, RatingGroup::Peg)), RatingGroup::Peg};
}

AnswerScore phq4Score(const Ratings& ratings) {
    const auto score = analysis::phq4(ratings);
    if (!score)
        return {"phq4", tr("PHQ-4"), kUnknown, missingText(missingOf(ratings, RatingGroup::Phq4)),
                RatingGroup::Phq4};
    const std::string band = analysis::phq4BandName(score->band);
    return {"phq4", tr("PHQ-4"), trf("{0} of 12", {number(score->score)}),
            score->missing == 0 ? band : trf("{0}; made up for 1 question not answered", {band}),
            RatingGroup::Phq4};
}

AnswerScore gcpsScore(const Ratings& ratings) {
    static constexpr std::array kRoman{"I", "II", "III", "IV"};
    const analysis::GradedPain pain = analysis::gradedPain(ratings);
    std::string detail;
    if (pain.intensity) detail = trf("intensity {0}", {number(*pain.intensity)});
    if (pain.interference)
        detail += (detail.empty() ? "" : ", ") + trf("interference {0}", {number(*pain.interference)});
    if (pain.points)
        detail += (detail.empty() ? "" : ", ") + trf("{0} points", {std::to_string(*pain.points)});
    if (!pain.grade) {
        const std::string missing = missingText(missingOf(ratings, RatingGroup::Gcps));
        detail += (detail.empty() ? "" : ", ") + missing;
    }
    return {"gcps", tr("Graded chronic pain"),
            pain.grade ? trf("grade {0}", {kRoman[static_cast<std::size_t>(*pain.grade - 1)]}) : kUnknown,
            detail, RatingGroup::Gcps};
}

}  // namespace

std::string changeText(const document::ScoreState& state, Rating rating) {
    if (!state.before) return {};
    const auto change = analysis::nrsChange(state.before->ratings[rating], state.ratings[rating]);
    if (!change) return {};
    const std::string visit = std::to_string(state.before->visit);
    const std::string mark = analysis::nrsMarkName(change->mark);
    if (change->points == 0) return trf("the same as at visit {0}", {visit});
    const char* pattern =
        change->points < 0 ? "{0} less than at visit {1}: {2}" : "{0} more than at visit {1}";
    return trf(pattern, {std::to_string(std::abs(change->points)), visit, mark});
}

std::vector<AnswerScore> answerScores(const document::ScoreState& state) {
    std::vector<AnswerScore> scores;
    for (const Rating rating : {Rating::PainNow, Rating::PainAverage, Rating::PainWorst, Rating::PainAfter}) {
        if (state.ratings[rating]) scores.push_back(painScore(state, rating));
    }
    if (isAsked(state.ratings, RatingGroup::Peg)) scores.push_back(pegScore(state.ratings));
    if (isAsked(state.ratings, RatingGroup::Phq4)) scores.push_back(phq4Score(state.ratings));
    if (isAsked(state.ratings, RatingGroup::Gcps)) scores.push_back(gcpsScore(state.ratings));
    return scores;
}

std::string sumText(const document::ScoreState& state, RatingGroup group) {
    const auto line = [](const AnswerScore& score) {
        return score.title + ": " + score.value + (score.detail.empty() ? "" : ", " + score.detail);
    };
    if (!isAsked(state.ratings, group)) return {};
    if (group == RatingGroup::Peg) return line(pegScore(state.ratings));
    if (group == RatingGroup::Phq4) return line(phq4Score(state.ratings));
    if (group == RatingGroup::Gcps) return line(gcpsScore(state.ratings));
    if (group != RatingGroup::Symptoms) return {};
    const auto answers = analysis::symptomAnswers(state.ratings);
    const auto severity = answers.severity();
    if (severity) return trf("Symptom severity: {0} of 12", {std::to_string(*severity)});
    return trf("Symptom severity: {0}", {missingText(answers.missing())});
}

}  // namespace palpate::ui
