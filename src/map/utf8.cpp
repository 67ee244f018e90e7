#include "map/utf8.h"

#include <cstddef>
#include <cstdint>

namespace palpate::map {

namespace {

// Bytes that follow a leading byte, and the range of the first of them; 0 in `low` marks a byte that cannot
// lead.
struct Lead {
    std::size_t following;
    std::uint8_t low;
    std::uint8_t high;
};

Lead leadOf(std::uint8_t byte) {
    if (byte >= 0xc2 && byte <= 0xdf) return {1, 0x80, 0xbf};
    if (byte == 0xe0) return {2, 0xa0, 0xbf};
    if (byte == 0xed) return {2, 0x80, 0x9f};
    if (byte >= 0xe1 && byte <= 0xef) return {2, 0x80, 0xbf};
    if (byte == 0xf0) return {3, 0x90, 0xbf};
    if (byte >= 0xf1 && byte <= 0xf3) return {3, 0x80, 0xbf};
    if (byte == 0xf4) return {3, 0x80, 0x8f};
    return {0, 0, 0};
}

}  // namespace

bool isUtf8(std::string_view text) {
    const auto byteAt = [text](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        if (byteAt(i) < 0x80) {
            ++i;
            continue;
        }
        const Lead lead = leadOf(byteAt(i));
        if (lead.low == 0 || text.size() - i <= lead.following) return false;
        if (byteAt(i + 1) < lead.low || byteAt(i + 1) > lead.high) return false;
        for (std::size_t k = 2; k <= lead.following; ++k) {
            if ((byteAt(i + k) & 0xc0U) != 0x80U) return false;
        }
        i += lead.following + 1;
    }
    return true;
}

}  // namespace palpate::map
