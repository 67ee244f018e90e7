#pragma once

#include "core/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace palpate::clinic {

// What a client is asked at a visit, each by itself: whole numbers, each may be left out. The names are
// Palpate's own short ones; no questionnaire's wording is kept.
enum class Rating : std::uint8_t {
    // Pain, 0 none .. 10 the worst there can be: at this moment, over the past week, after the treatment
    PainNow,
    PainAverage,
    PainWorst,
    PainAfter,
    // Plain scales without an instrument behind them, 0 .. 10: sleep and mood 10 = very good, stress 10 =
    // very
    // high
    Sleep,
    Stress,
    Mood,
    // PEG, past week, 0 .. 10: pain on average, and how far it stood in the way
    PegPain,
    PegEnjoyment,
    PegActivity,
    // Symptom severity scale: past week, 0 none .. 3 severe; past 6 months, 0 no, 1 yes; months at this level
    Fatigue,
    Unrefreshed,
    Cognitive,
    Headache,
    Cramps,
    Depression,
    SymptomMonths,
    // PHQ-4, past two weeks, 0 not at all .. 3 nearly every day
    Phq4Nervous,
    Phq4Worry,
    Phq4Interest,
    Phq4LowMood,
    // Graded chronic pain scale 2, past 30 days: pain and interference 0 .. 10, days kept from the usual 0 ..
    // 30
    GcpsNow,
    GcpsWorst,
    GcpsAverage,
    GcpsDaily,
    GcpsSocial,
    GcpsWork,
    GcpsDays,
};
inline constexpr std::size_t kRatings = 28;

enum class RatingGroup : std::uint8_t { Pain, Wellbeing, Peg, Symptoms, Phq4, Gcps };

struct RatingInfo {
    Rating rating = Rating::PainNow;
    RatingGroup group = RatingGroup::Pain;
    const char* id = "";     // as files and the command line name it: "pain_now"
    const char* name = "";   // a short name for people, not translated yet: "Pain now"
    int most = 10;           // answers are 0 .. most
    const char* least = "";  // what 0 and `most` mean, in a word or two
    const char* highest = "";
    bool isYesOrNo = false;  // 0 no, 1 yes
};

// All of them, in the order of the enum.
[[nodiscard]] std::span<const RatingInfo, kRatings> ratingInfos();
[[nodiscard]] const RatingInfo& ratingInfo(Rating rating);
[[nodiscard]] std::optional<Rating> ratingFromId(std::string_view id);

// The answers of one visit.
struct Ratings {
    std::array<std::optional<int>, kRatings> answers;  // by Rating; empty: not stated
    // Answers that a later Palpate knows and this one does not, by id: kept as they were.
    std::map<std::string, int> others;

    [[nodiscard]] std::optional<int> operator[](Rating rating) const {
        return answers[static_cast<std::size_t>(rating)];
    }
    void set(Rating rating, std::optional<int> answer) { answers[static_cast<std::size_t>(rating)] = answer; }
    [[nodiscard]] bool isEmpty() const;  // nothing was stated

    friend bool operator==(const Ratings&, const Ratings&) = default;
};

// Says which answer is out of its range and what the range is.
[[nodiscard]] core::Result<void> validate(const Ratings& ratings);
[[nodiscard]] core::Result<void> validate(Rating rating, int answer);

}  // namespace palpate::clinic
