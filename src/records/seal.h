#pragma once

#include "core/secret.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// The few operations that everything sealed is made of; docs/file-format.md says how they are put together.
namespace palpate::records {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

inline constexpr std::size_t kKeySize = 32;
inline constexpr std::size_t kNonceSize = 24;
inline constexpr std::size_t kTagSize = 16;
using Key = std::span<const std::byte, kKeySize>;
using Hash = std::array<std::byte, 32>;
using Tag = std::array<std::byte, kTagSize>;
using VaultId = std::array<std::byte, 16>;
using ItemId = std::array<std::byte, 16>;

[[nodiscard]] ByteView viewOf(std::string_view text);

// The bytes of a key of 32 bytes.
[[nodiscard]] Key keyOf(const core::Secret& secret);

void fillRandomly(std::span<std::byte> bytes);
// kKeySize random bytes.
[[nodiscard]] core::Secret randomKey();

// BLAKE2b-256 (RFC 7693) of `message`, keyed; an empty key hashes without one.
[[nodiscard]] Hash hashOf(ByteView message, ByteView key = {});

struct Sealed {
    Bytes bytes;  // nonce, then ciphertext as long as the plain text
    Tag tag{};
};
// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha) under a random nonce.
[[nodiscard]] Sealed seal(ByteView plain, Key key, ByteView associated);
// False, and `plain` is empty: not what was sealed with this key and these associated bytes.
[[nodiscard]] bool openSealed(ByteView bytes, ByteView tag, Key key, ByteView associated, Bytes& plain);

// Both in one piece: nonce, ciphertext, tag.
[[nodiscard]] Bytes sealWhole(ByteView plain, Key key, ByteView associated);
[[nodiscard]] bool openWhole(ByteView sealed, Key key, ByteView associated, Bytes& plain);

// Overwrites what held something that only its owner may read.
void wipe(std::span<std::byte> bytes);

// Numbers, least significant byte first, and bytes, one after the other.
class ByteWriter {
public:
    ByteWriter& u8(std::uint8_t number) { return little(number, 1); }
    ByteWriter& u16(std::uint16_t number) { return little(number, 2); }
    ByteWriter& u32(std::uint32_t number) { return little(number, 4); }
    ByteWriter& u64(std::uint64_t number) { return little(number, 8); }
    // So that what is added up to there is never moved, which would leave a copy of it behind.
    void reserve(std::size_t size) { m_bytes.reserve(size); }
    ByteWriter& add(ByteView bytes);
    ByteWriter& add(std::string_view text) { return add(viewOf(text)); }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    ByteWriter& little(std::uint64_t number, int size);

    Bytes m_bytes;
};

}  // namespace palpate::records
