#pragma once

#include "analysis/endorsement.h"
#include "analysis/scores.h"
#include "core/result.h"
#include "core/time.h"
#include "document/document.h"
#include "records/practice.h"

#include <optional>
#include <span>

// Ratings, corrections and the rule behind the scores of the open visit. What is changed is on the disk when
// a function returns; on an error nothing was changed.
namespace palpate::document {

// For openVisit(): reads what is kept of it, and the practice's rule. What cannot be read becomes
// ScoreState::trouble; the visit is open all the same.
void readAnswers(Document& document);

// States an answer, or takes it back. False: it was like that. Errors: no visit is open, what was kept could
// not be read, an answer out of its range, the practice's.
core::Result<bool> rateVisit(Document& document, clinic::Rating rating, std::optional<int> answer);

// Says of an area on the map shown whether it hurts, whatever is painted; empty: what is painted counts
// again. The one who paints says so. Errors as above, and an area that the instrument does not have.
core::Result<bool> correctArea(Document& document, const ScoreArea& area, std::optional<bool> hurts,
                               core::Timestamp now);

// From how much paint an area counts, for every visit of the practice: 0.1 to 1000 cm2, 0.1 to 100 %.
core::Result<bool> setAreaRule(Document& document, const analysis::EndorsementRule& rule);
[[nodiscard]] core::Result<void> validate(const analysis::EndorsementRule& rule);

// The same without a window. The rule that a practice chose, or Palpate's own. Errors: the practice's.
[[nodiscard]] core::Result<analysis::EndorsementRule> areaRuleOf(const records::Practice& practice);
core::Result<void> saveAreaRule(records::Practice& practice, const analysis::EndorsementRule& rule);
// Replaces what was said of the area; a correction without `hurts` is taken back.
void putCorrection(clinic::Corrections& corrections, const clinic::Correction& correction,
                   std::optional<bool> hurts);

// Marks an area on the body and turns to it, or takes the mark away. False: it was like that. Errors: those
// of needLabels().
core::Result<bool> showArea(Document& document, const std::optional<ScoreArea>& area);

// What was answered at the newest visit before `visit` at which anything was; `visits` are a client's, oldest
// first. Visits that cannot be read are passed over: they say so when they are opened.
[[nodiscard]] std::optional<PastRatings> ratingsBefore(const records::Practice& practice,
                                                       std::span<const clinic::Visit> visits,
                                                       core::VisitId visit);

// How old the open client is at the open visit; empty if that is not known.
[[nodiscard]] std::optional<int> yearsOf(const Document& document);

// Of the map shown; empty while there is none, or before needLabels().
[[nodiscard]] std::optional<analysis::Scores> scoresOf(const Document& document);

}  // namespace palpate::document
