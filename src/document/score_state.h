#pragma once

#include "analysis/endorsement.h"
#include "clinic/correction.h"
#include "clinic/ratings.h"

#include <cstdint>
#include <optional>
#include <string>

namespace palpate::document {

// One area of a pain form.
struct ScoreArea {
    std::string instrument;  // "wpi_2016"
    std::uint16_t area = 0;  // index into its areas

    friend bool operator==(const ScoreArea&, const ScoreArea&) = default;
};

// What was answered at the newest earlier visit at which anything was.
struct PastRatings {
    int visit = 0;  // its number
    clinic::Ratings ratings;
};

// What scores need besides the paint. Of the open visit; the rule is the practice's.
struct ScoreState {
    clinic::Ratings ratings;
    std::optional<PastRatings> before;
    clinic::Corrections corrections;
    std::string trouble;  // why they could not be read, fit to show; then they are never written
    analysis::EndorsementRule rule;
    std::string ruleTrouble;  // why the practice's own rule could not be read; `rule` is Palpate's then
    std::optional<ScoreArea> shown;  // marked on the body
    std::uint64_t version = 0;       // goes up with every change of the above
};

}  // namespace palpate::document
