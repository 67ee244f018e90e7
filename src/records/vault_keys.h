#pragma once

#include "core/secret.h"
#include "records/seal.h"
#include "records/vault.h"

#include <string_view>

namespace palpate::records {

// The keys that follow from a vault key, one for each use: BLAKE2b-256 of the name of the use, keyed with the
// vault key. There is nothing to be lost between the vault key and what they open.
class VaultKeys {
public:
    explicit VaultKeys(const VaultKey& vault);

    // What everything here follows from, and what the slots seal.
    [[nodiscard]] const VaultKey& vaultKey() const { return m_vault; }
    [[nodiscard]] Key practice() const { return at(0); }    // seals what belongs to no client
    [[nodiscard]] Key clientKeys() const { return at(1); }  // seals the key of each client
    [[nodiscard]] Key index() const { return at(2); }       // makes the ids of items from their names
    [[nodiscard]] Key head() const { return at(3); }        // seals the head, and keys its sums
    [[nodiscard]] Key inbox() const { return at(4); }       // the seed of the pair of keys of the inbox

    [[nodiscard]] ItemId idOf(std::string_view name) const;
    // What others may seal notes with: X25519.
    [[nodiscard]] Hash inboxPublicKey() const;
    // A note that was sealed with it (crypto_box_seal of libsodium). False: it does not open.
    [[nodiscard]] bool openNote(ByteView sealed, Bytes& note) const;

private:
    [[nodiscard]] Key at(std::size_t number) const {
        return Key(m_keys.bytes().data() + number * kKeySize, kKeySize);
    }

    VaultKey m_vault;
    core::Secret m_keys;
};

// crypto_box_seal to the public key of a vault.
[[nodiscard]] Bytes sealNote(ByteView note, const Hash& publicKey);

}  // namespace palpate::records
