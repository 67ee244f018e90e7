#include "core/secret.h"

#include "core/check.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace palpate::core {

namespace {

std::byte* allocate(std::size_t size) {
    // Safe to call as often as one likes; needed before the first allocation.
    check(sodium_init() >= 0, "libsodium starts");
    void* const memory = sodium_malloc(size);
    check(memory != nullptr, "there is memory for a key");
    return static_cast<std::byte*>(memory);
}

}  // namespace

Secret::Secret(std::size_t size) : m_data(size == 0 ? nullptr : allocate(size)), m_size(size) {
    if (m_data != nullptr) std::memset(m_data, 0, size);
}

Secret::~Secret() {
    sodium_free(m_data);  // wipes; null is fine
}

Secret::Secret(Secret&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    sodium_free(m_data);
    m_data = std::exchange(other.m_data, nullptr);
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

Secret Secret::copyOf(std::span<const std::byte> bytes) {
    Secret secret(bytes.size());
    if (!bytes.empty()) std::memcpy(secret.m_data, bytes.data(), bytes.size());
    return secret;
}

Secret Secret::copyOf(std::string_view text) {
    return copyOf(std::as_bytes(std::span(text)));
}

void wipe(std::span<char> text) {
    sodium_memzero(text.data(), text.size());
}

}  // namespace palpate::core
