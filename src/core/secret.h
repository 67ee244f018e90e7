#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace palpate::core {

// Bytes that must leave no trace, such as a key or a passphrase: kept in memory that is locked (never written
// to the swap file), fenced by guard pages and left out of core dumps, and wiped when they go. Moved, never
// copied by accident. Empty after a move.
class Secret {
public:
    Secret() = default;
    // `size` bytes of zero.
    explicit Secret(std::size_t size);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    [[nodiscard]] static Secret copyOf(std::span<const std::byte> bytes);
    [[nodiscard]] static Secret copyOf(std::string_view text);
    [[nodiscard]] Secret clone() const { return copyOf(bytes()); }

    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::span<std::byte> bytes() { return {m_data, m_size}; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return {m_data, m_size}; }
    [[nodiscard]] std::string_view text() const { return {reinterpret_cast<const char*>(m_data), m_size}; }

private:
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

// Overwrites memory in a way that the compiler does not optimise away: for input buffers that held a secret.
void wipe(std::span<char> text);

}  // namespace palpate::core
