#pragma once

#include "core/time.h"

#include <string>

namespace palpate::ui {

// "20 Nov 2026", by the clock on the wall where it was noted.
[[nodiscard]] std::string friendlyDate(core::Timestamp time);
// "Today", "Yesterday", else friendlyDate(). Days are compared by their own local dates.
[[nodiscard]] std::string relativeDate(core::Timestamp time, core::Timestamp now);
// "14:02"
[[nodiscard]] std::string shortClock(core::Timestamp time);
[[nodiscard]] bool isSameDay(core::Timestamp a, core::Timestamp b);

}  // namespace palpate::ui
