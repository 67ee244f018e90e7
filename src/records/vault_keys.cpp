#include "records/vault_keys.h"

#include "core/check.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace palpate::records {

namespace {

constexpr std::array<std::string_view, 5> kUses{"palpate 1 practice", "palpate 1 client keys",
                                                "palpate 1 index", "palpate 1 head", "palpate 1 inbox"};

struct Pair {
    Hash publicKey{};
    core::Secret secretKey{crypto_box_SECRETKEYBYTES};
};

Pair pairFrom(Key seed) {
    Pair pair;
    crypto_box_seed_keypair(reinterpret_cast<unsigned char*>(pair.publicKey.data()),
                            reinterpret_cast<unsigned char*>(pair.secretKey.bytes().data()),
                            reinterpret_cast<const unsigned char*>(seed.data()));
    return pair;
}

}  // namespace

VaultKeys::VaultKeys(const VaultKey& vault) : m_vault(vault.clone()), m_keys(kUses.size() * kKeySize) {
    for (std::size_t i = 0; i < kUses.size(); ++i) {
        Hash key = hashOf(viewOf(kUses[i]), keyOf(vault.secret()));
        std::copy(key.begin(), key.end(), m_keys.bytes().begin() + static_cast<std::ptrdiff_t>(i * kKeySize));
        sodium_memzero(key.data(), key.size());
    }
}

ItemId VaultKeys::idOf(std::string_view name) const {
    const Hash hash = hashOf(viewOf(name), index());
    ItemId id{};
    std::copy_n(hash.begin(), id.size(), id.begin());
    return id;
}

Hash VaultKeys::inboxPublicKey() const {
    return pairFrom(inbox()).publicKey;
}

bool VaultKeys::openNote(ByteView sealed, Bytes& note) const {
    note.clear();
    if (sealed.size() < crypto_box_SEALBYTES) return false;
    const Pair pair = pairFrom(inbox());
    note.resize(sealed.size() - crypto_box_SEALBYTES);
    const int code = crypto_box_seal_open(
        reinterpret_cast<unsigned char*>(note.data()), reinterpret_cast<const unsigned char*>(sealed.data()),
        sealed.size(), reinterpret_cast<const unsigned char*>(pair.publicKey.data()),
        reinterpret_cast<const unsigned char*>(pair.secretKey.bytes().data()));
    if (code != 0) note.clear();
    return code == 0;
}

Bytes sealNote(ByteView note, const Hash& publicKey) {
    Bytes sealed(note.size() + crypto_box_SEALBYTES);
    const int code = crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()),
                                     reinterpret_cast<const unsigned char*>(note.data()), note.size(),
                                     reinterpret_cast<const unsigned char*>(publicKey.data()));
    if (code != 0) sealed.clear();  // the public key is damaged
    return sealed;
}

}  // namespace palpate::records
