#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace palpate::core {

// FNV-1a, 64 bit (Fowler, Noll, Vo; draft-eastlake-fnv). Names content; it is no protection against forgery.
class Fnv1a64 {
public:
    void add(std::span<const std::byte> bytes) {
        for (const std::byte byte : bytes) {
            m_state = (m_state ^ std::to_integer<std::uint64_t>(byte)) * 0x100000001b3ULL;
        }
    }
    // Four bytes, least significant first, whatever the machine's own order.
    void addU32(std::uint32_t number) {
        for (int shift = 0; shift < 32; shift += 8) {
            m_state = (m_state ^ ((number >> shift) & 0xffU)) * 0x100000001b3ULL;
        }
    }
    [[nodiscard]] std::uint64_t value() const { return m_state; }

    // 16 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const {
        std::string digits(16, '0');
        for (std::size_t i = 0; i < 16; ++i)
            digits[i] = "0123456789abcdef"[(m_state >> (60 - 4 * i)) & 0xfU];
        return digits;
    }

private:
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

}  // namespace palpate::core
