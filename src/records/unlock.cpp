#include "core/text.h"
#include "records/inbox.h"
#include "records/key_slots.h"
#include "records/recovery_key.h"
#include "records/schema.h"
#include "records/seal.h"
#include "records/vault.h"
#include "records/vault_file.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

// What of a vault can be read without a key.
struct Outside {
    VaultRow row;
    std::vector<Slot> slots;
};

core::Result<Outside> readOutside(Connection& connection) {
    auto row = readVaultRow(connection);
    if (!row) return row.error();
    auto slots = readSlots(connection);
    if (!slots) return slots.error();
    return Outside{*row, std::move(*slots)};
}

core::Result<Outside> readFromCopy(const fs::path& vault) {
    const auto copy = VaultCopy::make(vault);
    if (!copy) return copy.error();
    auto connection = Connection::open(copy->file(), vault);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    return readOutside(**connection);
}

// The file may be in use: what another connection is writing may be seen by halves, so looking is repeated.
core::Result<Outside> lookInside(const fs::path& vault) {
    constexpr int kTries = 3;
    if (hasUnwrittenLog(vault)) {
        if (auto outside = readFromCopy(vault)) return outside;
    }
    core::Result<Outside> outside = core::Error{};
    for (int i = 0; i < kTries; ++i) {
        auto connection = Connection::peek(vault);
        if (!connection) return connection.error();
        outside = readOutside(**connection);
        if (outside) break;
    }
    return outside;
}

bool hasSlot(const Outside& outside, SlotKind kind) {
    return std::any_of(outside.slots.begin(), outside.slots.end(),
                       [kind](const Slot& slot) { return slot.kind == kind; });
}

// The vault at `path` and the key that `secret` takes out of a slot of one of `kinds`; `wrong` if of none.
core::Result<VaultKey> unlockWith(const fs::path& path, const core::Secret& secret,
                                  const std::vector<SlotKind>& kinds, FailedUnlock failed,
                                  const core::Error& wrong) {
    const fs::path vault = absolutePath(path);
    const auto file = inspectSealedVault(vault);
    if (!file) return file.error();
    const auto outside = lookInside(vault);
    if (!outside) return outside.error();
    bool tried = false;
    std::optional<core::Error> notTried;
    for (const Slot& slot : outside->slots) {
        if (std::find(kinds.begin(), kinds.end(), slot.kind) == kinds.end()) continue;
        tried = true;
        auto key = openSlot(outside->row.id, slot, secret);
        if (key && key->has_value()) return std::move(**key);
        if (!key) notTried = key.error();  // a damaged one does not keep the others from being tried
    }
    if (notTried) {
        notTried->where = vault.string();
        return *notTried;
    }
    const bool isOurs = file->formatVersion == static_cast<int>(kFormatVersion);
    if (tried && failed == FailedUnlock::Noted && file->readOnly.empty() && isOurs)
        leaveNote(vault, outside->row, core::now());
    core::Error error = wrong;
    error.where = vault.string();
    return error;
}

}  // namespace

core::Result<VaultFace> lookAtVault(const fs::path& path) {
    const fs::path vault = absolutePath(path);
    const auto file = inspectVault(vault);
    if (!file) return file.error();
    VaultFace face;
    face.formatVersion = file->formatVersion;
    face.unsealed = file->formatVersion == 0;
    face.newer = file->formatVersion > static_cast<int>(kFormatVersion);
    face.writable = file->readOnly.empty();
    if (face.unsealed) return face;
    const auto outside = lookInside(vault);
    if (!outside) return outside.error();
    face.isDemo = hasSlot(*outside, SlotKind::Published);
    return face;
}

core::Result<VaultKey> unlock(const fs::path& path, const core::Secret& passphrase, FailedUnlock failed) {
    return unlockWith(
        path, passphrase, {SlotKind::Published, SlotKind::Passphrase}, failed,
        {core::tr("The passphrase is wrong"), "",
         core::tr("Check capital letters and the keyboard language, or use the recovery key.")});
}

core::Result<VaultKey> unlockWithRecoveryKey(const fs::path& path, std::string_view typed,
                                             FailedUnlock failed) {
    const auto key = recoveryKeyFromText(typed);
    if (!key) return key.error();
    return unlockWith(
        path, *key, {SlotKind::Recovery}, failed,
        {core::tr("This recovery key is not the one of this practice, or a newer one was made since"), "",
         core::tr("Look for the sheet that was printed last.")});
}

core::Result<VaultKey> unlockDemo(const fs::path& path) {
    return unlockWith(path, core::Secret::copyOf(kDemoPassphrase), {SlotKind::Published}, FailedUnlock::Noted,
                      {core::tr("This practice is no demo and opens only with its passphrase"), "",
                       core::tr("Give its passphrase.")});
}

}  // namespace palpate::records
