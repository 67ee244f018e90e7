#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "core/time.h"
#include "records/practice.h"
#include "records/vault.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// Looking after a vault: backups, keys, checks, rescue. Every function leaves the vault as it was on an
// error.
namespace palpate::records {

// How far long work has come, 0 to 1; false asks it to stop (Error::Kind::Stopped).
using Progress = std::function<bool(double)>;

struct CheckReport {
    std::size_t items = 0, clients = 0, visits = 0, maps = 0, strokes = 0, auditRows = 0, practitioners = 0;
    std::vector<core::Error> problems;  // each names the record
    [[nodiscard]] bool sound() const { return problems.empty(); }
};
// Practitioners are counted only where there are any: "2 clients, 1 visit, 3 maps, 18 strokes, 40 rows of the
// log"
[[nodiscard]] std::string countsOf(const CheckReport& report);
// Opens every record, and compares their number and the chain of the audit log with what the vault says of
// itself.
[[nodiscard]] core::Result<CheckReport> checkPractice(Practice& practice, const Progress& progress = {});

struct Backup {
    std::filesystem::path file;
    core::Timestamp at;
    // Of one that was just made: what was damaged in the vault before and so is in the backup. restore()
    // refuses such a backup; salvage() makes a sound vault of it.
    std::vector<core::Error> damaged = {};
    // Of one that was just made: why the vault's own log does not say so; empty if it does.
    std::string notLogged = {};
};
// Copies the open vault into `folder` (made if missing), opens the copy, checks it and only then gives it its
// name (CODE-YYYYMMDD-HHMMSS.palpate). Of the backups of this vault in that folder, the newest of 6 hours,
// 7 days, 4 weeks and 12 months stay, and always this one. Errors: the folder, the disk, a copy that does not
// check.
[[nodiscard]] core::Result<Backup> backUp(Practice& practice, const std::filesystem::path& folder,
                                          const Progress& progress = {});
// Newest first; files that are no vault or belong to another one are left out.
[[nodiscard]] std::vector<Backup> backupsIn(const std::filesystem::path& folder, const Practice& practice);

struct Restored {
    std::filesystem::path before;  // where the file that lay there is now; empty if there was none
    std::size_t erasedAgain = 0;   // clients of the backup that were erased since it was made
    // To tell: why it is not known who was erased since, so that such clients are back. Empty if it is known.
    std::string erasuresUnknown = {};
};
// Puts a backup where a vault is to be. What lies there is moved beside it first, under a name that says so,
// and never deleted. Clients erased since the backup was made are erased in it too, if the vault that lies
// there opens with `key`, the backup's, or with `presentKey`, which may be null: after its keys were rotated.
// `by` is named in the log if the backup has that number and name: a number alone may be somebody else's
// there.
[[nodiscard]] core::Result<Restored> restore(const std::filesystem::path& backup,
                                             const std::filesystem::path& vault, const VaultKey& key,
                                             Clock clock = core::now, const VaultKey* presentKey = nullptr,
                                             const Progress& progress = {},
                                             const clinic::Practitioner& by = {});

// Whether `typed` is the passphrase of today or, in any spelling, the recovery key: to be asked before a key
// is changed. Takes as long as unlocking. What does not fit is a failed unlock in the log. Errors: a practice
// that cannot be changed, too little memory, the disk.
[[nodiscard]] core::Result<bool> opensWith(Practice& practice, const core::Secret& typed);
// Rewrites the passphrase slot. The vault key stays: an old copy still opens with the old passphrase.
core::Result<void> changePassphrase(Practice& practice, const core::Secret& passphrase, KeyCost cost = {});
// A new recovery key; the old one opens nothing from now on.
[[nodiscard]] core::Result<core::Secret> renewRecoveryKey(Practice& practice);
// Seals every record anew under new keys, and gives the practice the passphrase and a new recovery key. What
// an old key, passphrase or recovery key opens is only older copies of the file. On an error the practice is
// as before; only if the disk failed at the last moment and goes on failing until the practice is closed, it
// may be found rotated at the next opening. The error then says that the new passphrase opens it.
[[nodiscard]] core::Result<CreatedVault> rotateKeys(Practice& practice, const core::Secret& passphrase,
                                                    KeyCost cost = {}, const Progress& progress = {});

// Takes the key out of a vault that is too damaged to be unlocked where it lies: calls `unlock` with a copy
// of it.
[[nodiscard]] core::Result<VaultKey> unlockDamaged(
    const std::filesystem::path& damaged,
    const std::function<core::Result<VaultKey>(const std::filesystem::path&)>& unlock);

struct SalvageReport {
    std::size_t kept = 0;
    std::vector<core::Error> lost;  // each names what could not be opened
};
// Copies everything that opens out of a damaged vault into a new one with the same keys. Never changes
// `damaged`.
[[nodiscard]] core::Result<SalvageReport> salvage(const std::filesystem::path& damaged, const VaultKey& key,
                                                  const std::filesystem::path& target,
                                                  const Progress& progress = {});

}  // namespace palpate::records
