#pragma once

#include "clinic/correction.h"
#include "clinic/range_of_motion.h"
#include "clinic/ratings.h"
#include "core/ids.h"
#include "core/result.h"
#include "records/practice.h"

#include <cstddef>
#include <span>
#include <vector>

// What is kept of a visit besides its maps, as JSON (docs/visit-records.md), each as a record of its own.
namespace palpate::document {

inline constexpr const char* kRatingsRecord = "ratings";
inline constexpr const char* kMotionsRecord = "range-of-motion";
inline constexpr const char* kCorrectionsRecord = "score-corrections";

[[nodiscard]] std::vector<std::byte> encodeRatings(const clinic::Ratings& ratings);
[[nodiscard]] std::vector<std::byte> encodeMotions(const clinic::RangeOfMotion& motions);
[[nodiscard]] std::vector<std::byte> encodeCorrections(const clinic::Corrections& corrections);
// No bytes are no answers. Errors: not such a record, a newer format, an answer out of its range. Answers
// that are not known are kept (Ratings::others) where they are whole numbers, and refused by name where not.
[[nodiscard]] core::Result<clinic::Ratings> decodeRatings(std::span<const std::byte> bytes);
// The same for measurements: RangeOfMotion::others.
[[nodiscard]] core::Result<clinic::RangeOfMotion> decodeMotions(std::span<const std::byte> bytes);
// `visit`: of which the corrected maps are. Errors: not such a record, a newer format, a key that is not
// known, an area that is corrected twice.
[[nodiscard]] core::Result<clinic::Corrections> decodeCorrections(std::span<const std::byte> bytes,
                                                                  core::VisitId visit);

// Of a visit in a practice; empty if none were ever saved. Errors: those of the practice and of decoding.
[[nodiscard]] core::Result<clinic::Ratings> loadRatings(const records::Practice& practice,
                                                        core::VisitId visit);
[[nodiscard]] core::Result<clinic::RangeOfMotion> loadMotions(const records::Practice& practice,
                                                              core::VisitId visit);
[[nodiscard]] core::Result<clinic::Corrections> loadCorrections(const records::Practice& practice,
                                                                core::VisitId visit);
// On the disk when it returns. Errors: those of the practice, an answer or a measurement out of its range.
core::Result<void> saveRatings(records::Practice& practice, core::VisitId visit,
                               const clinic::Ratings& ratings);
core::Result<void> saveMotions(records::Practice& practice, core::VisitId visit,
                               const clinic::RangeOfMotion& motions);
// All of them are of `visit`.
core::Result<void> saveCorrections(records::Practice& practice, core::VisitId visit,
                                   const clinic::Corrections& corrections);

}  // namespace palpate::document
