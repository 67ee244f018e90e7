#pragma once

#include "core/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::core {

// A moment, kept as UTC together with the offset of the clock on the wall where it was noted.
struct Timestamp {
    std::int64_t utcMilliseconds = 0;  // since 1970-01-01T00:00:00Z
    std::int16_t offsetMinutes = 0;    // local time minus UTC, -14 h .. +14 h

    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

[[nodiscard]] Timestamp now();

// "2026-11-20T14:02:11+01:00" (ISO 8601, local time with offset, whole seconds).
[[nodiscard]] std::string toIso(Timestamp time);
// Reads what toIso writes, and "Z" as the offset. The error quotes the text.
[[nodiscard]] Result<Timestamp> fromIso(std::string_view text);

[[nodiscard]] std::string localDate(Timestamp time);   // "2026-11-20"
[[nodiscard]] std::string localClock(Timestamp time);  // "14:02:11"

}  // namespace palpate::core
