#include "records/seal.h"

#include "core/check.h"

#include <sodium.h>

namespace palpate::records {

namespace {

static_assert(kKeySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kNonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

const unsigned char* raw(ByteView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::span<std::byte> bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

ByteView viewOf(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

Key keyOf(const core::Secret& secret) {
    core::check(secret.size() == kKeySize, "a key has 32 bytes");
    return Key(secret.bytes().data(), kKeySize);
}

void fillRandomly(std::span<std::byte> bytes) {
    core::check(sodium_init() >= 0, "libsodium starts");
    randombytes_buf(bytes.data(), bytes.size());
}

core::Secret randomKey() {
    core::Secret key(kKeySize);
    fillRandomly(key.bytes());
    return key;
}

Hash hashOf(ByteView message, ByteView key) {
    Hash hash{};
    crypto_generichash_blake2b(raw(std::span<std::byte>(hash)), hash.size(), raw(message), message.size(),
                               key.empty() ? nullptr : raw(key), key.size());
    return hash;
}

Sealed seal(ByteView plain, Key key, ByteView associated) {
    Sealed sealed;
    sealed.bytes.resize(kNonceSize + plain.size());
    const std::span<std::byte> bytes(sealed.bytes);
    fillRandomly(bytes.first(kNonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
        raw(bytes.subspan(kNonceSize)), raw(std::span<std::byte>(sealed.tag)), nullptr, raw(plain),
        plain.size(), raw(associated), associated.size(), nullptr, raw(ByteView(bytes.first(kNonceSize))),
        raw(ByteView(key)));
    return sealed;
}

bool openSealed(ByteView bytes, ByteView tag, Key key, ByteView associated, Bytes& plain) {
    plain.clear();
    if (bytes.size() < kNonceSize || tag.size() != kTagSize) return false;
    const ByteView cipher = bytes.subspan(kNonceSize);
    plain.resize(cipher.size());
    const int code = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
        raw(std::span<std::byte>(plain)), nullptr, raw(cipher), cipher.size(), raw(tag), raw(associated),
        associated.size(), raw(bytes.first(kNonceSize)), raw(ByteView(key)));
    if (code == 0) return true;
    plain.clear();
    return false;
}

Bytes sealWhole(ByteView plain, Key key, ByteView associated) {
    Sealed sealed = seal(plain, key, associated);
    sealed.bytes.insert(sealed.bytes.end(), sealed.tag.begin(), sealed.tag.end());
    return std::move(sealed.bytes);
}

bool openWhole(ByteView sealed, Key key, ByteView associated, Bytes& plain) {
    plain.clear();
    if (sealed.size() < kNonceSize + kTagSize) return false;
    return openSealed(sealed.first(sealed.size() - kTagSize), sealed.last(kTagSize), key, associated, plain);
}

void wipe(std::span<std::byte> bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

ByteWriter& ByteWriter::add(ByteView bytes) {
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    return *this;
}

ByteWriter& ByteWriter::little(std::uint64_t number, int size) {
    for (int i = 0; i < size; ++i)
        m_bytes.push_back(static_cast<std::byte>(number >> (8 * i)));
    return *this;
}

}  // namespace palpate::records
