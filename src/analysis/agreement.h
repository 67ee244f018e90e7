#pragma once

#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "body/atlas.h"

#include <string>
#include <vector>

namespace palpate::analysis {

// How far two people who mapped the same body at the same time agree: client (`from`) and therapist (`to`).
struct Agreement {
    // As well as two drawings by one person: a Jaccard of at least 0.62 - 0.18 (Leoni et al. 2013; patient
    // against physician gave 0.62 +- 0.18 too, Kim 2003). Two bare maps agree.
    bool onPlaces = false;
    bool onExtent = false;  // no more apart than extentLimit() of the mean of both
    bool onLevel = false;   // worst levels less than ChangeLimits::levels apart
    // Regions that one painted and the other left bare, the largest paint first.
    std::vector<body::RegionIndex> onlyFrom, onlyTo;
    std::string text;  // all of it in a few sentences fit to show
};

// `comparison` is from the client's map to the therapist's.
[[nodiscard]] Agreement agreementOf(const Comparison& comparison, const body::Atlas& atlas,
                                    const ChangeLimits& limits = {});

}  // namespace palpate::analysis
