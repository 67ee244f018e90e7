#pragma once

#include "analysis/agreement.h"
#include "analysis/change_verdict.h"
#include "analysis/comparison.h"
#include "body/atlas_labels.h"
#include "cli/open_map.h"

namespace palpate::cli {

// Both maps of one visit, the client's and the therapist's: they do not follow each other.
[[nodiscard]] bool isOfTwoAuthors(const MapPair& pair);
// From the client's map to the therapist's, whichever way round they were named.
[[nodiscard]] analysis::Agreement agreementOf(const MapPair& pair, analysis::Comparison comparison,
                                              const analysis::ChangeLimits& limits);

// Prints what `map compare --json` answers: the comparison, the change of every measure that one map has by
// itself, and regions, muscles and dermatomes.
void printComparisonJson(const MapPair& pair, const analysis::Comparison& comparison,
                         const analysis::ChangeVerdict& verdict, const body::AtlasLabels& labels,
                         const analysis::ChangeRules& rules);

}  // namespace palpate::cli
