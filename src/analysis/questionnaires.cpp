#include "analysis/questionnaires.h"

#include "core/text.h"

#include <array>
#include <span>

namespace palpate::analysis {

namespace {

using clinic::Rating;
using clinic::Ratings;

// Empty unless all were answered.
std::optional<double> meanOf(const Ratings& ratings, std::span<const Rating> items) {
    double sum = 0.0;
    for (const Rating item : items) {
        const std::optional<int> answer = ratings[item];
        if (!answer) return std::nullopt;
        sum += *answer;
    }
    return sum / static_cast<double>(items.size());
}

std::optional<double> hundredfold(std::optional<double> mean) {
    if (mean) *mean *= 10.0;
    return mean;
}

// How many of the thresholds, ascending, a number reaches.
template <typename Number>
int steps(Number number, const std::array<Number, 3>& thresholds) {
    int reached = 0;
    for (const Number threshold : thresholds) {
        if (number >= threshold) ++reached;
    }
    return reached;
}

std::optional<int> gradeOf(const GradedPain& pain) {
    constexpr double kHighIntensity = 50.0;
    if (!pain.points) return std::nullopt;
    if (*pain.points >= 5) return 4;
    if (*pain.points >= 3) return 3;
    if (!pain.intensity) return std::nullopt;
    return *pain.intensity >= kHighIntensity ? 2 : 1;
}

NrsMark markOf(const NrsChange& change) {
    const double percent = change.percent.value_or(0.0);
    if (change.points <= -2 || percent <= -33.0) return NrsMark::MuchBetter;
    if (change.points <= -1 || percent <= -15.0) return NrsMark::SlightlyBetter;
    return change.points > 0 ? NrsMark::More : NrsMark::Same;
}

}  // namespace

std::optional<double> pegMean(const Ratings& ratings) {
    static constexpr std::array kItems{Rating::PegPain, Rating::PegEnjoyment, Rating::PegActivity};
    return meanOf(ratings, kItems);
}

const char* phq4BandName(Phq4Band band) {
    switch (band) {
        case Phq4Band::Normal:
            return core::tr("below mild");
        case Phq4Band::Mild:
            return core::tr("mild");
        case Phq4Band::Moderate:
            return core::tr("moderate");
        case Phq4Band::Severe:
            return core::tr("severe");
    }
    return "";
}

std::optional<Phq4> phq4(const Ratings& ratings) {
    static constexpr std::array kItems{Rating::Phq4Nervous, Rating::Phq4Worry, Rating::Phq4Interest,
                                       Rating::Phq4LowMood};
    int sum = 0, missing = 0;
    for (const Rating item : kItems) {
        sum += ratings[item].value_or(0);
        if (!ratings[item]) ++missing;
    }
    if (missing > 1) return std::nullopt;
    Phq4 result;
    result.missing = missing;
    result.score = 4.0 * sum / (4 - missing);
    result.band = static_cast<Phq4Band>(steps(result.score, {3.0, 6.0, 9.0}));
    return result;
}

GradedPain gradedPain(const Ratings& ratings) {
    static constexpr std::array kIntensity{Rating::GcpsNow, Rating::GcpsWorst, Rating::GcpsAverage};
    static constexpr std::array kInterference{Rating::GcpsDaily, Rating::GcpsSocial, Rating::GcpsWork};
    GradedPain pain;
    pain.intensity = hundredfold(meanOf(ratings, kIntensity));
    pain.interference = hundredfold(meanOf(ratings, kInterference));
    const std::optional<int> days = ratings[Rating::GcpsDays];
    if (pain.interference && days)
        pain.points = steps(*pain.interference, {30.0, 50.0, 70.0}) + steps(*days, {2, 3, 6});
    pain.grade = gradeOf(pain);
    return pain;
}

const char* nrsMarkName(NrsMark mark) {
    switch (mark) {
        case NrsMark::MuchBetter:
            return core::tr("much better");
        case NrsMark::SlightlyBetter:
            return core::tr("slightly better");
        case NrsMark::Same:
            return core::tr("the same");
        case NrsMark::More:
            return core::tr("more pain");
    }
    return "";
}

std::optional<NrsChange> nrsChange(std::optional<int> then, std::optional<int> now) {
    if (!then || !now) return std::nullopt;
    NrsChange change;
    change.points = *now - *then;
    if (*then > 0) change.percent = 100.0 * change.points / *then;
    change.mark = markOf(change);
    return change;
}

}  // namespace palpate::analysis
