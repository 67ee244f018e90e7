#include "records/key_slots.h"

#include "core/text.h"
#include "records/sqlite_error.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <utility>

namespace palpate::records {

namespace {

constexpr std::array kSlotKinds{std::pair{SlotKind::Published, std::string_view("published")},
                                std::pair{SlotKind::Passphrase, std::string_view("passphrase")},
                                std::pair{SlotKind::Recovery, std::string_view("recovery")}};
// Beyond this a slot asks for more work than any honest one.
constexpr KeyCost kLargestKeyCost{64, std::size_t{4} << 30U};
constexpr std::size_t kKilobyte = 1024;

std::string_view idOf(SlotKind kind) {
    for (const auto& [known, id] : kSlotKinds) {
        if (known == kind) return id;
    }
    return {};
}

Bytes associatedWith(const VaultId& vault, const Slot& slot) {
    ByteWriter writer;
    writer.add("palpate slot").u32(1).add(ByteView(vault)).add(idOf(slot.kind)).add(ByteView(slot.salt));
    writer.u64(slot.cost.passes).u64(slot.cost.bytes);
    return writer.take();
}

core::Result<void> checkCost(KeyCost cost) {
    const bool fits = cost.passes >= kSmallestKeyCost.passes && cost.bytes >= kSmallestKeyCost.bytes &&
                      cost.passes <= kLargestKeyCost.passes && cost.bytes <= kLargestKeyCost.bytes;
    if (fits) return {};
    return core::Error{
        core::tr("The work that a passphrase is to take is out of range"),
        core::trf("{0} passes over {1} MB", {std::to_string(cost.passes), std::to_string(cost.bytes >> 20U)}),
        core::tr("Use 3 to 64 passes over 64 to 4096 MB.")};
}

core::Result<core::Secret> stretched(const Slot& slot, const core::Secret& passphrase) {
    if (auto fits = checkCost(slot.cost); !fits) return fits.error();
    core::Secret key(kKeySize);
    // libsodium takes no null pointer, also for nothing typed.
    const char* const typed = passphrase.empty() ? "" : passphrase.text().data();
    const int code =
        crypto_pwhash(reinterpret_cast<unsigned char*>(key.bytes().data()), key.size(), typed,
                      passphrase.size(), reinterpret_cast<const unsigned char*>(slot.salt.data()),
                      slot.cost.passes, slot.cost.bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (code == 0) return key;
    return core::Error{core::trf("There is not enough memory to unlock the practice: {0} MB are needed",
                                 {std::to_string(slot.cost.bytes >> 20U)}),
                       "", core::tr("Close other programs and try again.")};
}

core::Result<core::Secret> slotKey(const Slot& slot, const core::Secret& secret) {
    if (slot.kind == SlotKind::Passphrase) return stretched(slot, secret);
    constexpr std::string_view kUse = "palpate slot key";
    ByteWriter writer;
    writer.reserve(kUse.size() + slot.salt.size() + secret.size());
    writer.add(kUse).add(ByteView(slot.salt));
    if (slot.kind == SlotKind::Published) writer.add(secret.bytes());  // whatever was typed
    Hash hash =
        slot.kind == SlotKind::Recovery ? hashOf(writer.bytes(), secret.bytes()) : hashOf(writer.bytes());
    Bytes hashed = writer.take();
    wipe(hashed);
    core::Secret key = core::Secret::copyOf(hash);
    sodium_memzero(hash.data(), hash.size());
    return key;
}

core::Result<Slot> fill(Slot slot, const VaultId& vault, const VaultKey& key, const core::Secret& secret) {
    fillRandomly(slot.salt);
    const auto wrapping = slotKey(slot, secret);
    if (!wrapping) return wrapping.error();
    slot.sealed = sealWhole(key.secret().bytes(), keyOf(*wrapping), associatedWith(vault, slot));
    return slot;
}

std::optional<Slot> slotFrom(const Statement& row) {
    Slot slot;
    const std::string kind = row.text(0);
    const auto* known = std::find_if(kSlotKinds.begin(), kSlotKinds.end(),
                                     [&](const auto& entry) { return entry.second == kind; });
    const ByteView salt = row.blobView(1);
    if (known == kSlotKinds.end() || salt.size() != slot.salt.size()) return std::nullopt;
    if (row.integer(2) < 0 || row.integer(2) > kLargestKeyCost.passes || row.integer(3) < 0)
        return std::nullopt;
    slot.kind = known->first;
    std::copy(salt.begin(), salt.end(), slot.salt.begin());
    slot.cost = {static_cast<unsigned>(row.integer(2)), static_cast<std::size_t>(row.integer(3)) * kKilobyte};
    slot.sealed = row.blob(4);
    return slot;
}

template <std::size_t size>
bool assign(std::array<std::byte, size>& target, ByteView bytes) {
    if (bytes.size() != size) return false;
    std::copy(bytes.begin(), bytes.end(), target.begin());
    return true;
}

}  // namespace

core::Result<Slot> passphraseSlot(const VaultId& vault, const VaultKey& key, const core::Secret& passphrase,
                                  KeyCost cost) {
    Slot slot;
    slot.cost = {cost.passes, cost.bytes / kKilobyte * kKilobyte};
    return fill(std::move(slot), vault, key, passphrase);
}

Slot publishedSlot(const VaultId& vault, const VaultKey& key) {
    Slot slot;
    slot.kind = SlotKind::Published;
    return *fill(std::move(slot), vault, key, core::Secret::copyOf(kDemoPassphrase));
}

Slot recoverySlot(const VaultId& vault, const VaultKey& key, const core::Secret& recoveryKey) {
    Slot slot;
    slot.kind = SlotKind::Recovery;
    return *fill(std::move(slot), vault, key, recoveryKey);
}

core::Result<std::optional<VaultKey>> openSlot(const VaultId& vault, const Slot& slot,
                                               const core::Secret& secret) {
    const auto wrapping = slotKey(slot, secret);
    if (!wrapping) return wrapping.error();
    Bytes plain;
    if (!openWhole(slot.sealed, keyOf(*wrapping), associatedWith(vault, slot), plain) ||
        plain.size() != kKeySize)
        return std::optional<VaultKey>();
    std::optional<VaultKey> key(VaultKey(core::Secret::copyOf(plain)));
    sodium_memzero(plain.data(), plain.size());
    return key;
}

core::Result<VaultRow> readVaultRow(Connection& connection) {
    auto row = connection.query("SELECT id, inbox_key FROM vault WHERE number = 1");
    if (!row) return row.error();
    const auto found = row->step();
    if (!found) return found.error();
    VaultRow read;
    if (!*found || !assign(read.id, row->blobView(0)) || !assign(read.inboxKey, row->blobView(1)))
        return sqliteError(SQLITE_CORRUPT, "", connection.vault());
    return read;
}

core::Result<void> writeVaultRow(Connection& connection, const VaultRow& row) {
    return connection.run("INSERT INTO vault (number, id, inbox_key) VALUES (1, ?, ?)", ByteView(row.id),
                          ByteView(row.inboxKey));
}

core::Result<std::vector<Slot>> readSlots(Connection& connection) {
    auto rows = connection.query("SELECT kind, salt, passes, kilobytes, sealed FROM slot ORDER BY number");
    if (!rows) return rows.error();
    std::vector<Slot> slots;
    for (;;) {
        const auto more = rows->step();
        if (!more) return more.error();
        if (!*more) return slots;
        if (auto slot = slotFrom(*rows)) slots.push_back(std::move(*slot));
    }
}

core::Result<void> writeSlots(Connection& connection, const std::vector<Slot>& slots) {
    if (auto gone = connection.run("DELETE FROM slot"); !gone) return gone;
    for (const Slot& slot : slots) {
        auto kept =
            connection.run("INSERT INTO slot (kind, salt, passes, kilobytes, sealed) VALUES (?, ?, ?, ?, ?)",
                           idOf(slot.kind), ByteView(slot.salt), std::int64_t{slot.cost.passes},
                           static_cast<std::int64_t>(slot.cost.bytes / kKilobyte), ByteView(slot.sealed));
        if (!kept) return kept;
    }
    return {};
}

Hash slotsHash(const std::vector<Slot>& slots, Key key) {
    ByteWriter writer;
    for (const Slot& slot : slots) {
        writer.add(idOf(slot.kind)).add(ByteView(slot.salt)).u64(slot.cost.passes).u64(slot.cost.bytes);
        writer.u64(slot.sealed.size()).add(ByteView(slot.sealed));
    }
    return hashOf(writer.bytes(), key);
}

}  // namespace palpate::records
