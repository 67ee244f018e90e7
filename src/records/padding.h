#pragma once

#include <bit>
#include <cstddef>

namespace palpate::records {

// What a plain text of `size` bytes is padded to: Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford:
// Reducing Metadata Leakage from Encrypted Files and Communication with PURBs, PoPETs 2019, section 4), which
// leaks O(log log size) bits of the size and adds at most 12 %. At least 128 bytes, so that small records
// look alike.
[[nodiscard]] constexpr std::size_t paddedSize(std::size_t size) {
    constexpr std::size_t kSmallest = 128;
    if (size <= kSmallest) return kSmallest;
    const auto exponent = static_cast<std::size_t>(std::bit_width(size)) - 1;
    const auto kept = static_cast<std::size_t>(std::bit_width(exponent));
    const std::size_t mask = (std::size_t{1} << (exponent - kept)) - 1;
    return (size + mask) & ~mask;
}

}  // namespace palpate::records
