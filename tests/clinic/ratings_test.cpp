#include "clinic/ratings.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace palpate;
using clinic::Rating;
using clinic::Ratings;

TEST_CASE("every rating is found by its id, and no two share one") {
    std::set<std::string> ids;
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        CAPTURE(info.id);
        CHECK(clinic::ratingFromId(info.id) == info.rating);
        CHECK(&clinic::ratingInfo(info.rating) == &info);
        CHECK_FALSE(std::string(info.name).empty());
        ids.insert(info.id);
    }
    CHECK(ids.size() == clinic::kRatings);
    for (const char* other : {"", "pain", "Pain_now", "pain_now "})
        CHECK_FALSE(clinic::ratingFromId(other).has_value());
}

TEST_CASE("nothing stated is valid and empty, and one answer is not empty") {
    Ratings ratings;
    CHECK(ratings.isEmpty());
    CHECK(clinic::validate(ratings));
    ratings.set(Rating::Stress, 0);
    CHECK_FALSE(ratings.isEmpty());
    CHECK(ratings[Rating::Stress] == 0);
    CHECK_FALSE(ratings[Rating::Sleep].has_value());
}

TEST_CASE("an answer out of its range is refused, and the range is named") {
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        CAPTURE(info.id);
        for (const int answer : {0, info.most}) {
            Ratings ratings;
            ratings.set(info.rating, answer);
            CHECK(clinic::validate(ratings));
        }
        for (const int answer : {-1, info.most + 1}) {
            Ratings ratings;
            ratings.set(info.rating, answer);
            const auto valid = clinic::validate(ratings);
            REQUIRE_FALSE(valid);
            CHECK(valid.error().where == info.id);
            CHECK(valid.error().hint.find("0 to " + std::to_string(info.most)) != std::string::npos);
            CHECK(valid.error().kind == core::Error::Kind::Usage);
        }
    }
}
