#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::map {

// Puts numbers and texts into bytes; what ByteReader reads back.
class ByteWriter {
public:
    void byte(std::uint8_t number) { m_bytes.push_back(static_cast<std::byte>(number)); }
    // Seven bits a byte, lowest first, the eighth says that more follow (LEB128).
    void number(std::uint64_t number) {
        for (; number >= 0x80U; number >>= 7U)
            byte(static_cast<std::uint8_t>(number | 0x80U));
        byte(static_cast<std::uint8_t>(number));
    }
    // Length, then the bytes.
    void text(std::string_view text) {
        number(text.size());
        const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes;
};

// Reads bytes that may be anything. After the first failure everything reads as 0 or empty, so that a caller
// need ask only where a wrong number would do harm.
class ByteReader {
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] std::size_t remaining() const { return m_bytes.size() - m_position; }
    // Says that what was read makes no sense.
    void fail() { m_failed = true; }

    std::uint8_t byte() {
        if (m_failed || remaining() == 0) {
            m_failed = true;
            return 0;
        }
        return std::to_integer<std::uint8_t>(m_bytes[m_position++]);
    }
    // Fails above `most`.
    std::uint64_t number(std::uint64_t most) {
        std::uint64_t result = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t part = byte();
            result |= static_cast<std::uint64_t>(part & 0x7fU) << shift;
            if ((part & 0x80U) == 0) {
                if (result > most) m_failed = true;
                return m_failed ? 0 : result;
            }
        }
        m_failed = true;
        return 0;
    }
    // Fails if it is longer than `longest` bytes.
    std::string text(std::size_t longest) {
        const auto length = static_cast<std::size_t>(number(longest));
        if (m_failed || length > remaining()) {
            m_failed = true;
            return {};
        }
        const auto* first = reinterpret_cast<const char*>(m_bytes.data() + m_position);
        m_position += length;
        return {first, length};
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

}  // namespace palpate::map
