#include "core/text.h"
#include "records/audit_items.h"
#include "records/inbox.h"
#include "records/item_copy.h"
#include "records/key_slots.h"
#include "records/recovery_key.h"
#include "records/vault_care.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

using core::tr;

// Puts `slot` in the place of those of `kinds`.
core::Result<void> replaceSlots(OpenVault& vault, const std::vector<SlotKind>& kinds, Slot slot,
                                AuditKind done) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    auto slots = readSlots(vault.store.connection());
    if (!slots) return slots.error();
    std::erase_if(*slots, [&](const Slot& old) {
        return std::find(kinds.begin(), kinds.end(), old.kind) != kinds.end();
    });
    slots->insert(slots->begin(), std::move(slot));
    if (auto kept = writeSlots(vault.store.connection(), *slots); !kept) return kept;
    vault.store.changeHead().slots = slotsHash(*slots, vault.store.keys().head());
    if (auto noted = addAuditRow(vault, done, ""); !noted) return noted;
    if (auto committed = change->commit(); !committed) return committed;
    // So that the old slot is overwritten now; if that fails, closing does it.
    (void)vault.store.connection().emptyLog();
    return {};
}

core::Error emptyPassphrase(OpenVault& vault) {
    return {tr("A practice needs a passphrase"), vault.place(), tr("Choose one."), core::Error::Kind::Usage};
}

// The vault as it will be, in a file of its own.
core::Result<void> copyUnder(OpenVault& vault, OpenVault& copy, const std::vector<Slot>& slots,
                             const Progress& progress) {
    auto change = Change::begin(copy.store);
    if (!change) return change.error();
    if (auto laid = layVault(copy, slots); !laid) return laid;
    const auto copied = copyItems(vault, copy, ClientKeysOfCopy::New, progress);
    if (!copied) return copied.error();
    if (!copied->lost.empty()) {
        core::Error error = copied->lost.front();
        error.hint =
            tr("A damaged practice cannot be sealed anew: what does not open would be lost for good. Run "
               "vault salvage first.");
        return error;
    }
    if (auto noted = addAuditRow(copy, AuditKind::KeysRotated, ""); !noted) return noted;
    return change->commit();
}

core::Result<void> foldAllNotes(OpenVault& vault) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    if (auto folded = foldNotes(vault); !folded) return folded;
    return change->commit();
}

// A disk that fails at the very last moment may have everything all the same: what was written is then found
// at the next opening.
core::Error maybeRotated(core::Error error) {
    error.hint +=
        std::string(error.hint.empty() ? "" : " ") +
        tr("Should the practice not open with the passphrase of before the next time, it opens with "
           "the new one: make a new recovery key then.");
    return error;
}

core::Result<CreatedVault> rotate(OpenVault& vault, const core::Secret& passphrase, KeyCost cost,
                                  const Progress& progress) {
    CreatedVault made{VaultKey(randomKey()), {}};
    const core::Secret recoveryKey = randomKey();
    made.recoveryKey = recoveryKeyText(recoveryKey);
    const VaultId& id = vault.store.vaultId();
    auto slot = passphraseSlot(id, made.key, passphrase, cost);
    if (!slot) return slot.error();
    const std::vector<Slot> slots{std::move(*slot), recoverySlot(id, made.key, recoveryKey)};
    // Notes sealed to the old key would not open any more.
    if (auto folded = foldAllNotes(vault); !folded) return folded.error();
    const auto temporary = TemporaryVault::beside(vault.store.connection().vault());
    if (!temporary) return temporary.error();
    auto connection = Connection::open(temporary->file());
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    OpenVault copy(std::move(*connection), id, VaultKeys(made.key), vault.clock);
    copy.atWork = vault.atWork;
    if (auto copied = copyUnder(vault, copy, slots, progress); !copied) return copied.error();
    if (auto sound = checkCopy(copy, nullptr); !sound) return sound.error();
    if (auto put = copy.store.connection().copyInto(vault.store.connection()); !put)
        return maybeRotated(put.error());
    vault.clientKeys = ClientKeys();
    vault.store.useKeys(VaultKeys(made.key));
    // What was just written, without reading it: nothing may keep the new recovery key from being handed out
    // now.
    vault.store.assumeHead(copy.store.head());
    (void)vault.store.connection().emptyLog();  // overwrites what was sealed before; else closing does it
    return made;
}

// What is to be tried on that slot; nullptr if `typed` cannot be of its kind.
const core::Secret* secretFor(const Slot& slot, const core::Secret& typed,
                              const core::Result<core::Secret>& recoveryKey) {
    if (slot.kind != SlotKind::Recovery) return &typed;
    return recoveryKey ? &*recoveryKey : nullptr;
}

}  // namespace

core::Result<bool> opensWith(Practice& practice, const core::Secret& typed) {
    const auto found = sealedToChange(practice);
    if (!found) return found.error();
    OpenVault& vault = (*found)->vault();
    const auto slots = readSlots(vault.store.connection());
    if (!slots) return slots.error();
    const auto recoveryKey = recoveryKeyFromText(typed.text());
    const ByteView ours = vault.store.keys().vaultKey().secret().bytes();
    std::optional<core::Error> notTried;
    for (const Slot& slot : *slots) {
        const core::Secret* secret = secretFor(slot, typed, recoveryKey);
        if (secret == nullptr) continue;
        const auto key = openSlot(vault.store.vaultId(), slot, *secret);
        if (!key) notTried = key.error();  // a damaged one does not keep the others from being tried
        if (key && key->has_value() && std::ranges::equal((*key)->secret().bytes(), ours)) return true;
    }
    if (notTried) {
        notTried->where = vault.place();
        return *notTried;
    }
    if (auto noted = addAuditRow(vault, AuditKind::FailedUnlock, tr("before a change of keys")); !noted)
        return noted.error();
    return false;
}

core::Result<void> changePassphrase(Practice& practice, const core::Secret& passphrase, KeyCost cost) {
    const auto found = sealedToChange(practice);
    if (!found) return found.error();
    OpenVault& vault = (*found)->vault();
    if (passphrase.empty()) return emptyPassphrase(vault);
    auto slot = passphraseSlot(vault.store.vaultId(), vault.store.keys().vaultKey(), passphrase, cost);
    if (!slot) return slot.error();
    return replaceSlots(vault, {SlotKind::Passphrase, SlotKind::Published}, std::move(*slot),
                        AuditKind::PassphraseChanged);
}

core::Result<core::Secret> renewRecoveryKey(Practice& practice) {
    const auto found = sealedToChange(practice);
    if (!found) return found.error();
    OpenVault& vault = (*found)->vault();
    const core::Secret key = randomKey();
    auto replaced = replaceSlots(vault, {SlotKind::Recovery},
                                 recoverySlot(vault.store.vaultId(), vault.store.keys().vaultKey(), key),
                                 AuditKind::RecoveryKeyRenewed);
    if (!replaced) return replaced.error();
    return recoveryKeyText(key);
}

core::Result<CreatedVault> rotateKeys(Practice& practice, const core::Secret& passphrase, KeyCost cost,
                                      const Progress& progress) {
    const auto found = sealedToChange(practice);
    if (!found) return found.error();
    OpenVault& vault = (*found)->vault();
    if (passphrase.empty()) return emptyPassphrase(vault);
    return rotate(vault, passphrase, cost, progress);
}

}  // namespace palpate::records
