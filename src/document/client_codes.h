#pragma once

#include "core/result.h"
#include "records/practice.h"

#include <span>
#include <string>

namespace palpate::document {

// The next of "C-0001", "C-0002" and on: above every one that a client has or, as far as it was noted, ever
// had, so that the sheets and log rows of an erased client are nobody else's. `clients` are all there are.
[[nodiscard]] std::string freeClientCode(const records::Practice& practice,
                                         std::span<const clinic::Client> clients);

// Remembers in the practice's settings that the code is used up. Codes of another form are left alone.
core::Result<void> noteClientCode(records::Practice& practice, const std::string& code);

}  // namespace palpate::document
