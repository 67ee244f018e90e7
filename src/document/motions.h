#pragma once

#include "clinic/range_of_motion.h"
#include "core/result.h"
#include "document/document.h"

#include <optional>

namespace palpate::document {

// For openVisit(): reads what was measured at it, and before. Earlier visits that cannot be read are passed
// over: they say so when they are opened.
void readMotions(Document& document);

// Notes a measurement, or takes it back. On the disk when it returns; on an error nothing was changed. False:
// it was like that. Errors: no visit is open, what was kept could not be read, degrees out of their range, a
// side that the movement does not have, the practice's.
core::Result<bool> noteMotion(Document& document, const clinic::MotionKey& key, std::optional<int> degrees);

}  // namespace palpate::document
