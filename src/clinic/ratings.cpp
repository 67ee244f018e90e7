#include "clinic/ratings.h"

#include "core/text.h"

#include <algorithm>

namespace palpate::clinic {

namespace {

using enum Rating;
using Group = RatingGroup;

constexpr int kMostMonths = 1200;

constexpr RatingInfo zeroToTen(Rating rating, Group group, const char* id, const char* name,
                               const char* least = "none", const char* highest = "worst possible") {
    return {rating, group, id, name, 10, least, highest, false};
}

constexpr RatingInfo zeroToThree(Rating rating, Group group, const char* id, const char* name,
                                 const char* least, const char* highest) {
    return {rating, group, id, name, 3, least, highest, false};
}

constexpr RatingInfo yesOrNo(Rating rating, const char* id, const char* name) {
    return {rating, Group::Symptoms, id, name, 1, "no", "yes", true};
}

constexpr std::array kInfos{
    zeroToTen(PainNow, Group::Pain, "pain_now", "Pain now"),
    zeroToTen(PainAverage, Group::Pain, "pain_average", "Average pain, past week"),
    zeroToTen(PainWorst, Group::Pain, "pain_worst", "Worst pain, past week"),
    zeroToTen(PainAfter, Group::Pain, "pain_after", "Pain after the treatment"),
    zeroToTen(Sleep, Group::Wellbeing, "sleep", "Sleep", "very bad", "very good"),
    zeroToTen(Stress, Group::Wellbeing, "stress", "Stress", "none", "very high"),
    zeroToTen(Mood, Group::Wellbeing, "mood", "Mood", "very low", "very good"),
    zeroToTen(PegPain, Group::Peg, "peg_pain", "Average pain"),
    zeroToTen(PegEnjoyment, Group::Peg, "peg_enjoyment", "In the way of enjoying life", "not at all",
              "completely"),
    zeroToTen(PegActivity, Group::Peg, "peg_activity", "In the way of activities", "not at all",
              "completely"),
    zeroToThree(Fatigue, Group::Symptoms, "fatigue", "Tiredness", "none", "severe"),
    zeroToThree(Unrefreshed, Group::Symptoms, "unrefreshed", "Waking unrested", "none", "severe"),
    zeroToThree(Cognitive, Group::Symptoms, "cognitive", "Trouble thinking or remembering", "none", "severe"),
    yesOrNo(Headache, "headache", "Headaches"),
    yesOrNo(Cramps, "cramps", "Lower belly pain or cramps"),
    yesOrNo(Depression, "depression", "Depression"),
    RatingInfo{SymptomMonths, Group::Symptoms, "months", "Months at this level", kMostMonths, "", "", false},
    zeroToThree(Phq4Nervous, Group::Phq4, "phq4_nervous", "Nervousness", "not at all", "nearly every day"),
    zeroToThree(Phq4Worry, Group::Phq4, "phq4_worry", "Worry", "not at all", "nearly every day"),
    zeroToThree(Phq4Interest, Group::Phq4, "phq4_interest", "Little interest", "not at all",
                "nearly every day"),
    zeroToThree(Phq4LowMood, Group::Phq4, "phq4_low_mood", "Low mood", "not at all", "nearly every day"),
    zeroToTen(GcpsNow, Group::Gcps, "gcps_now", "Pain now"),
    zeroToTen(GcpsWorst, Group::Gcps, "gcps_worst", "Worst pain"),
    zeroToTen(GcpsAverage, Group::Gcps, "gcps_average", "Average pain"),
    zeroToTen(GcpsDaily, Group::Gcps, "gcps_daily", "In the way of daily life", "not at all", "completely"),
    zeroToTen(GcpsSocial, Group::Gcps, "gcps_social", "In the way of family and free time", "not at all",
              "completely"),
    zeroToTen(GcpsWork, Group::Gcps, "gcps_work", "In the way of work and housework", "not at all",
              "completely"),
    RatingInfo{GcpsDays, Group::Gcps, "gcps_days", "Days kept from the usual", 30, "", "", false}};
static_assert(kInfos.size() == kRatings);
static_assert([] {
    for (std::size_t i = 0; i < kInfos.size(); ++i) {
        if (kInfos[i].rating != static_cast<Rating>(i)) return false;
    }
    return true;
}());

}  // namespace

std::span<const RatingInfo, kRatings> ratingInfos() {
    return kInfos;
}

const RatingInfo& ratingInfo(Rating rating) {
    return kInfos[static_cast<std::size_t>(rating)];
}

std::optional<Rating> ratingFromId(std::string_view id) {
    const auto* const info =
        std::find_if(kInfos.begin(), kInfos.end(), [&](const RatingInfo& one) { return id == one.id; });
    if (info == kInfos.end()) return std::nullopt;
    return info->rating;
}

bool Ratings::isEmpty() const {
    const auto stated = [](const std::optional<int>& answer) { return answer.has_value(); };
    return std::none_of(answers.begin(), answers.end(), stated) && others.empty();
}

core::Result<void> validate(Rating rating, int answer) {
    const RatingInfo& info = ratingInfo(rating);
    if (answer >= 0 && answer <= info.most) return {};
    return core::Error{
        core::trf("{0} cannot be {1}", {core::tr(info.name), std::to_string(answer)}), info.id,
        core::trf("Give a whole number from 0 to {0}, or leave it out.", {std::to_string(info.most)}),
        core::Error::Kind::Usage};
}

core::Result<void> validate(const Ratings& ratings) {
    for (const RatingInfo& info : kInfos) {
        const std::optional<int> answer = ratings[info.rating];
        if (!answer) continue;
        if (auto valid = validate(info.rating, *answer); !valid) return valid;
    }
    return {};
}

}  // namespace palpate::clinic
