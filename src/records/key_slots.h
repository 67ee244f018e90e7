#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "records/seal.h"
#include "records/sqlite_connection.h"
#include "records/vault.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace palpate::records {

enum class SlotKind : std::uint8_t {
    Published,   // opens with kDemoPassphrase and protects nothing
    Passphrase,  // Argon2id
    Recovery     // a random key of 256 bits, printed
};

// The vault key, sealed under what one way to unlock the vault gives.
struct Slot {
    SlotKind kind = SlotKind::Passphrase;
    std::array<std::byte, 16> salt{};
    KeyCost cost{0, 0};  // of a passphrase; else 0
    Bytes sealed;
};

// Error: a cost that is too small, or for which there is no memory.
[[nodiscard]] core::Result<Slot> passphraseSlot(const VaultId& vault, const VaultKey& key,
                                                const core::Secret& passphrase, KeyCost cost);
[[nodiscard]] Slot publishedSlot(const VaultId& vault, const VaultKey& key);
[[nodiscard]] Slot recoverySlot(const VaultId& vault, const VaultKey& key, const core::Secret& recoveryKey);

// `secret`: a passphrase, or the 32 bytes of a recovery key. Empty: it does not fit. Error: a cost out of
// range, or for which there is no memory.
[[nodiscard]] core::Result<std::optional<VaultKey>> openSlot(const VaultId& vault, const Slot& slot,
                                                             const core::Secret& secret);

// The tables `vault` and `slot`.
struct VaultRow {
    VaultId id{};
    Hash inboxKey{};
};
[[nodiscard]] core::Result<VaultRow> readVaultRow(Connection& connection);
core::Result<void> writeVaultRow(Connection& connection, const VaultRow& row);
// In the order in which they were made; one that is not in the form of a slot is left out.
[[nodiscard]] core::Result<std::vector<Slot>> readSlots(Connection& connection);
// What was there goes. Within a change that also puts slotsHash() into the head.
core::Result<void> writeSlots(Connection& connection, const std::vector<Slot>& slots);

// What the head keeps of them, so that one that was put back is noticed.
[[nodiscard]] Hash slotsHash(const std::vector<Slot>& slots, Key key);

}  // namespace palpate::records
