#pragma once

#include "analysis/scores.h"
#include "cli/open_map.h"
#include "clinic/correction.h"
#include "clinic/ratings.h"
#include "document/score_state.h"

#include <optional>
#include <string>

// What `score` prints.
namespace palpate::cli {

// A map with the answers of its visit, and what they come to.
struct ScoredMap {
    const OpenMap& open;
    clinic::Ratings ratings;
    clinic::Corrections corrections;
    std::string
        trouble;  // why answers or corrections could not be read and were left out; empty if they were
    analysis::Scores scores;
    std::optional<document::PastRatings> before = {};  // of the newest earlier visit with answers
};

void printScoresAsJson(const ScoredMap& scored);
void printScores(const ScoredMap& scored);

}  // namespace palpate::cli
