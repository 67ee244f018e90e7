#pragma once

#include "core/time.h"

#include <string>

namespace palpate::report {

// By the clock on the wall where it was noted.
[[nodiscard]] std::string longDate(core::Timestamp time);      // "20 November 2026"
[[nodiscard]] std::string longDateTime(core::Timestamp time);  // "20 November 2026, 14:02 (UTC+01:00)"

}  // namespace palpate::report
