#pragma once

#include "clinic/range_of_motion.h"
#include "clinic/ratings.h"

namespace palpate::cli {

// Of nlohmann::ordered_json: answers by their ids; what was not answered is not there.
template <typename Json>
[[nodiscard]] Json ratingsJson(const clinic::Ratings& ratings) {
    Json answers = Json::object();
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (const auto answer = ratings[info.rating]) answers[info.id] = *answer;
    }
    return answers;
}

// Degrees by clinic::motionText(): {"neck_rotation:left":60}.
template <typename Json>
[[nodiscard]] Json motionsJson(const clinic::RangeOfMotion& motions) {
    Json degrees = Json::object();
    for (const auto& [key, measured] : motions.degrees)
        degrees[clinic::motionText(key)] = measured;
    return degrees;
}

}  // namespace palpate::cli
