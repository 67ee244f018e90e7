#include "core/text.h"
#include "records/audit_items.h"
#include "records/key_slots.h"
#include "records/practice_items.h"
#include "records/recovery_key.h"
#include "records/schema.h"
#include "records/sealed_practice.h"
#include "records/vault.h"
#include "records/vault_care.h"
#include "records/vault_file.h"

#include <system_error>
#include <utility>
#include <vector>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using Fill = std::function<core::Result<void>(Practice&)>;

void removeTemporary(const fs::path& temporary) {
    std::error_code code;
    fs::remove(temporary, code);
    for (const char* beside : {"-wal", "-journal"})
        fs::remove(temporary.string() + beside, code);
}

core::Result<std::vector<Slot>> makeSlots(const VaultId& id, const VaultKey& key, const NewVault& vault,
                                          const core::Secret& recoveryKey) {
    std::vector<Slot> slots;
    if (vault.passphrase != nullptr) {
        auto slot = passphraseSlot(id, key, *vault.passphrase, vault.cost);
        if (!slot) return slot.error();
        slots.push_back(std::move(*slot));
    } else {
        slots.push_back(publishedSlot(id, key));
    }
    slots.push_back(recoverySlot(id, key, recoveryKey));
    return slots;
}

core::Result<void> lay(OpenVault& vault, const NewVault& wanted, const std::vector<Slot>& slots) {
    auto change = Change::begin(vault.store);
    if (!change) return change.error();
    if (auto laid = layVault(vault, slots); !laid) return laid;
    if (auto kept = writePracticeItem(vault, {wanted.name, wanted.isDemo}); !kept) return kept;
    return change->commit();
}

// In one commit, whose row in the log says that it was made.
core::Result<void> fillVault(SealedPractice& practice, const NewVault& wanted, const Fill& fill) {
    return practice.asOneChange([&]() -> core::Result<void> {
        practice.vault().audits = false;
        auto filled = core::Result<void>();
        if (!wanted.practitioner.empty()) {
            if (const auto added = practice.addPractitioner(wanted.practitioner); !added)
                filled = added.error();
        }
        if (filled && fill) filled = fill(practice);
        practice.vault().audits = true;
        if (!filled) return filled;
        return addAuditRow(practice.vault(), AuditKind::Created, practice.info().name);
    });
}

// Everything is in the one file, flushed, and nothing is open when this returns.
core::Result<CreatedVault> makeFile(const fs::path& file, const fs::path& shownAs, const NewVault& wanted,
                                    const Fill& fill, Clock clock) {
    VaultId id{};
    fillRandomly(id);
    CreatedVault created{VaultKey(randomKey()), {}};
    const core::Secret recoveryKey = randomKey();
    created.recoveryKey = recoveryKeyText(recoveryKey);
    const auto slots = makeSlots(id, created.key, wanted, recoveryKey);
    if (!slots) return slots.error();
    auto connection = Connection::open(file, shownAs);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    auto vault =
        std::make_unique<OpenVault>(std::move(*connection), id, VaultKeys(created.key), std::move(clock));
    if (auto laid = lay(*vault, wanted, *slots); !laid) return laid.error();
    SealedPractice practice(std::move(vault),
                            {wanted.name, wanted.isDemo, static_cast<int>(kFormatVersion), {}});
    if (auto filled = fillVault(practice, wanted, fill); !filled) return filled.error();
    if (auto emptied = practice.vault().store.connection().emptyLog(); !emptied) return emptied.error();
    return created;
}

}  // namespace

core::Result<CreatedVault> createVault(const fs::path& path, const NewVault& wanted, const Fill& fill,
                                       Clock clock) {
    if (wanted.passphrase == nullptr && !wanted.isDemo) {
        return core::Error{core::tr("A practice that is no demo needs a passphrase"), path.string(),
                           core::tr("Choose one."), core::Error::Kind::Usage};
    }
    const fs::path vault = absolutePath(path);
    const auto temporary = makeTemporaryBeside(vault);
    if (!temporary) return temporary.error();
    auto made = makeFile(*temporary, vault, wanted, fill, std::move(clock));
    if (!made) {
        removeTemporary(*temporary);
        return made.error();
    }
    if (auto published = publish(*temporary, vault); !published) return published.error();
    return made;
}

}  // namespace palpate::records
