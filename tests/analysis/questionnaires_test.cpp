#include "analysis/questionnaires.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using analysis::NrsMark;
using analysis::Phq4Band;
using clinic::Rating;
using clinic::Ratings;
using doctest::Approx;

namespace {

Ratings stated(std::initializer_list<std::pair<Rating, int>> answers) {
    Ratings ratings;
    for (const auto& [rating, answer] : answers)
        ratings.set(rating, answer);
    return ratings;
}

Ratings gcps(int intensity, int interference, int days) {
    return stated({{Rating::GcpsNow, intensity},
                   {Rating::GcpsWorst, intensity},
                   {Rating::GcpsAverage, intensity},
                   {Rating::GcpsDaily, interference},
                   {Rating::GcpsSocial, interference},
                   {Rating::GcpsWork, interference},
                   {Rating::GcpsDays, days}});
}

}  // namespace

TEST_CASE("PEG is the mean of its three items, and none where one is missing") {
    Ratings ratings = stated({{Rating::PegPain, 6}, {Rating::PegEnjoyment, 4}});
    CHECK_FALSE(analysis::pegMean(ratings).has_value());
    ratings.set(Rating::PegActivity, 7);
    CHECK(*analysis::pegMean(ratings) == Approx(17.0 / 3.0));
    CHECK(*analysis::pegMean(
              stated({{Rating::PegPain, 0}, {Rating::PegEnjoyment, 0}, {Rating::PegActivity, 0}})) == 0.0);
}

TEST_CASE("PHQ-4 has bands from 3, 6 and 9") {
    for (int sum = 0; sum <= 12; ++sum) {
        Ratings ratings;
        int left = sum;
        for (const Rating item :
             {Rating::Phq4Nervous, Rating::Phq4Worry, Rating::Phq4Interest, Rating::Phq4LowMood}) {
            ratings.set(item, left < 3 ? left : 3);
            left -= *ratings[item];
        }
        const auto result = analysis::phq4(ratings);
        REQUIRE(result.has_value());
        CHECK(result->score == sum);
        CHECK(result->missing == 0);
        CHECK(static_cast<int>(result->band) == sum / 3 - (sum == 12 ? 1 : 0));
    }
}

TEST_CASE("PHQ-4 makes up for one missing item and for no more") {
    Ratings ratings = stated({{Rating::Phq4Nervous, 2}, {Rating::Phq4Worry, 2}, {Rating::Phq4Interest, 1}});
    const auto result = analysis::phq4(ratings);
    REQUIRE(result.has_value());
    CHECK(result->missing == 1);
    CHECK(result->score == Approx(5.0 / 3.0 * 4.0));
    CHECK(result->band == Phq4Band::Moderate);
    ratings.set(Rating::Phq4Worry, std::nullopt);
    CHECK_FALSE(analysis::phq4(ratings).has_value());
    CHECK_FALSE(analysis::phq4({}).has_value());
}

TEST_CASE("the graded chronic pain scale follows its table") {
    struct Row {
        int intensity, interference, days, points, grade;
    };
    const std::vector<Row> rows{{4, 2, 1, 0, 1},  {5, 2, 1, 0, 2}, {4, 3, 1, 1, 1},  {9, 3, 2, 2, 2},
                                {4, 5, 2, 3, 3},  {1, 3, 3, 3, 3}, {8, 5, 5, 4, 3},  {8, 7, 5, 5, 4},
                                {8, 7, 30, 6, 4}, {0, 6, 6, 5, 4}, {10, 0, 0, 0, 2}, {10, 0, 6, 3, 3},
                                {8, 4, 0, 1, 2},  {8, 10, 1, 3, 3}};
    for (const Row& row : rows) {
        CAPTURE(row.intensity);
        CAPTURE(row.interference);
        CAPTURE(row.days);
        const auto pain = analysis::gradedPain(gcps(row.intensity, row.interference, row.days));
        CHECK(*pain.intensity == Approx(10.0 * row.intensity));
        CHECK(*pain.interference == Approx(10.0 * row.interference));
        CHECK(pain.points == row.points);
        CHECK(pain.grade == row.grade);
    }
}

TEST_CASE("a grade needs what decides it and nothing is guessed") {
    Ratings ratings = gcps(8, 3, 1);
    ratings.set(Rating::GcpsWorst, std::nullopt);
    CHECK_FALSE(analysis::gradedPain(ratings).intensity.has_value());
    CHECK_FALSE(analysis::gradedPain(ratings).grade.has_value());
    ratings.set(Rating::GcpsDays, 10);  // 4 points: the intensity does not matter any more
    CHECK(analysis::gradedPain(ratings).grade == 3);
    ratings.set(Rating::GcpsDays, std::nullopt);
    CHECK_FALSE(analysis::gradedPain(ratings).points.has_value());
    CHECK_FALSE(analysis::gradedPain(ratings).grade.has_value());
}

TEST_CASE("less pain is marked from 1 point or 15 percent and from 2 points or 33 percent") {
    struct Row {
        int then, now;
        NrsMark mark;
    };
    const std::vector<Row> rows{{7, 7, NrsMark::Same},       {7, 6, NrsMark::SlightlyBetter},
                                {7, 5, NrsMark::MuchBetter}, {10, 9, NrsMark::SlightlyBetter},
                                {3, 2, NrsMark::MuchBetter}, {4, 3, NrsMark::SlightlyBetter},
                                {1, 0, NrsMark::MuchBetter}, {0, 0, NrsMark::Same},
                                {0, 1, NrsMark::More},       {5, 9, NrsMark::More}};
    for (const Row& row : rows) {
        CAPTURE(row.then);
        CAPTURE(row.now);
        const auto change = analysis::nrsChange(row.then, row.now);
        REQUIRE(change.has_value());
        CHECK(change->points == row.now - row.then);
        CHECK(change->percent.has_value() == (row.then > 0));
        CHECK(change->mark == row.mark);
    }
    CHECK_FALSE(analysis::nrsChange(std::nullopt, 3).has_value());
    CHECK_FALSE(analysis::nrsChange(3, std::nullopt).has_value());
}
