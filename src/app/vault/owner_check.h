#pragma once

#include "app/vault/missed_tries.h"
#include "core/result.h"
#include "core/secret.h"
#include "records/practice.h"

namespace palpate::app {

// Before a key of the open practice is changed: is `typed` its passphrase of today, or its recovery key? A
// window that was left open does not tell who sits at it. `now` in seconds of a clock that does not jump.
// Errors: it is neither, which counts as a missed try and stands in the log; it is too early for another try,
// and then nothing is tried; those of records::opensWith().
core::Result<void> checkOwner(records::Practice& practice, const core::Secret& typed, MissedTries& missed,
                              double now);

}  // namespace palpate::app
