#include "core/text.h"
#include "records/audit_items.h"
#include "records/backup_list.h"
#include "records/backup_rotation.h"
#include "records/vault_care.h"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using core::tr;
using core::trf;

core::Result<void> makeFolder(const fs::path& folder) {
    std::error_code code;
    if (fs::is_directory(folder, code)) return {};
    if (fs::create_directories(folder, code)) {
        ::chmod(folder.c_str(), S_IRWXU);  // what is in it is sealed; how often is nobody's business
        return {};
    }
    return core::Error{tr("The folder for backups could not be made"), folder.string(),
                       tr("Choose another folder.")};
}

// A name that nothing has: "practice-20261130-182011.palpate", with "-2" and so on if there was one already.
fs::path freeName(const fs::path& folder, const fs::path& vault, core::Timestamp at) {
    const std::string stem = vault.stem().string() + "-" + stampOf(at);
    std::error_code code;
    fs::path file = folder / (stem + kBackupEnding);
    for (int number = 2; fs::exists(fs::symlink_status(file, code)); ++number)
        file = folder / (stem + "-" + std::to_string(number) + kBackupEnding);
    return file;
}

// Only those that this program named are ever removed: one that a person named is kept on purpose. `made`
// stays, also where the clock went back and the others seem newer.
void removeOld(const fs::path& folder, OpenVault& vault, const fs::path& itself, const fs::path& made) {
    std::vector<Backup> ours = backupsOf(folder, vault.store.vaultId(), itself);
    std::erase_if(ours, [](const Backup& backup) { return !timeInName(backup.file.stem().string()); });
    for (const Backup& old : toRemove(ours)) {
        if (old.file == made) continue;
        std::error_code code;
        fs::remove(old.file, code);
    }
}

// Gives what was damaged in the vault before.
core::Result<std::vector<core::Error>> copyAndCheck(OpenVault& vault, const fs::path& to,
                                                    const Progress& progress) {
    const auto half = [&progress](double from) -> Progress {
        if (!progress) return {};
        return [&progress, from](double done) { return progress(from + done / 2); };
    };
    {
        auto target = Connection::open(to);
        if (!target) return target.error();
        if (auto copied = vault.store.connection().copyInto(**target, half(0.0)); !copied)
            return copied.error();
    }
    auto copy = openQuietly(to, vault.store.keys().vaultKey(), vault.clock);
    if (!copy) return copy.error();
    const Head& there = (*copy)->store.head();
    const Head& here = vault.store.head();
    if (there.items != here.items || there.auditRows != here.auditRows ||
        there.auditChain != here.auditChain) {
        return core::Error{tr("The copy does not say the same of itself as the practice"), to.string(),
                           tr("Try again, on another disk if it happens again.")};
    }
    return checkCopy(**copy, &vault, half(0.5));
}

}  // namespace

core::Result<Backup> backUp(Practice& practice, const fs::path& folder, const Progress& progress) {
    const auto found = sealed(practice);
    if (!found) return found.error();
    OpenVault& vault = (*found)->vault();
    const fs::path full = absolutePath(folder);
    if (auto made = makeFolder(full); !made) return made.error();
    const core::Timestamp at = core::now();
    const fs::path file = freeName(full, practice.path(), at);
    auto temporary = TemporaryVault::beside(file);
    if (!temporary) return temporary.error();
    auto damaged = copyAndCheck(vault, temporary->file(), progress);
    if (!damaged) {
        core::Error error = damaged.error();
        if (error.where == temporary->file().string()) error.where = file.string();
        return error;
    }
    if (auto named = temporary->nameAs(file); !named) return named.error();
    removeOld(full, vault, practice.path(), file);
    Backup made{file, at, std::move(*damaged), {}};
    // The backup is there, whatever becomes of the row.
    if (vault.store.readOnly().empty()) {
        const auto noted = addAuditRow(vault, AuditKind::BackedUp, file.filename().string());
        if (!noted) made.notLogged = noted.error().message();
    }
    return made;
}

std::vector<Backup> backupsIn(const fs::path& folder, const Practice& practice) {
    const auto* found = dynamic_cast<const SealedPractice*>(&practice);
    if (found == nullptr) return {};
    return backupsOf(absolutePath(folder), found->vaultId(), practice.path());
}

}  // namespace palpate::records
