#include "core/text.h"
#include "records/audit_items.h"
#include "records/head_check.h"
#include "records/inbox.h"
#include "records/migration.h"
#include "records/practice_items.h"
#include "records/practitioner_items.h"
#include "records/schema.h"
#include "records/sealed_practice.h"
#include "records/vault.h"
#include "records/vault_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;

bool isNewer(const VaultFile& file) {
    return file.formatVersion > static_cast<int>(kFormatVersion);
}

std::string whyReadOnly(const VaultFile& file) {
    if (!isNewer(file)) return file.readOnly;
    return core::trf(
        "This practice was made by a newer version of Palpate (format {0}; this version knows {1}), so "
        "it can only be read. Install the newer version to go on with it.",
        {std::to_string(file.formatVersion), std::to_string(kFormatVersion)});
}

core::Error newerLayout(const fs::path& vault, const VaultFile& file) {
    return {
        core::trf("This practice was made by a newer version of Palpate (format {0}; this version reads {1})",
                  {std::to_string(file.formatVersion), std::to_string(kFormatVersion)}),
        vault.string(), core::tr("Install the newer version.")};
}

// The file itself, or a copy where it cannot be written to.
struct Opened {
    std::unique_ptr<Connection> connection;
    std::optional<VaultCopy> copy;
};

core::Result<Opened> openFile(const fs::path& vault, bool asCopy) {
    Opened opened;
    if (asCopy) {
        auto copy = VaultCopy::make(vault);
        if (!copy) return copy.error();
        opened.copy.emplace(std::move(*copy));
    }
    auto connection = Connection::open(opened.copy ? opened.copy->file() : vault, vault);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    opened.connection = std::move(*connection);
    return opened;
}

// A vault opens on a full disk, too; the log then lacks this row.
void logOpening(OpenVault& vault) {
    auto change = Change::begin(vault.store);
    if (!change) return;
    if (auto folded = foldNotes(vault); !folded) return;
    if (auto noted = addAuditRow(vault, AuditKind::Opened, ""); !noted) return;
    (void)change->commit();
}

}  // namespace

core::Result<std::unique_ptr<Practice>> openVault(const fs::path& path, VaultKey key, Clock clock,
                                                  const std::string& practitioner) {
    const fs::path vault = absolutePath(path);
    const auto file = inspectSealedVault(vault);
    if (!file) return file.error();
    if (key.empty()) return wrongKey(vault.string());
    const std::string readOnly = whyReadOnly(*file);
    auto opened = openFile(vault, !readOnly.empty());
    if (!opened) return opened.error();
    auto brought = migrate(*opened->connection, key, migrations(), file->formatVersion,
                           static_cast<int>(kFormatVersion));
    if (!brought) return brought.error();
    if (auto ours = checkSchema(*opened->connection); !ours)
        return isNewer(*file) ? newerLayout(vault, *file) : ours.error();
    auto unlocked = unlockItems(std::move(opened->connection), key, std::move(clock));
    if (!unlocked) return unlocked.error();
    const auto practice = readPracticeItem(**unlocked);
    if (!practice) return practice.error();
    auto works = practitioner.empty() ? settleAtWork(**unlocked) : setAtWorkByName(**unlocked, practitioner);
    if (!works) return works.error();
    if (readOnly.empty()) {
        logOpening(**unlocked);
        (*unlocked)->store.keepReserve();
    } else {
        (*unlocked)->store.makeReadOnly(readOnly);
    }
    PracticeInfo info{practice->name, practice->isDemo,
                      std::max(file->formatVersion, static_cast<int>(kFormatVersion)), readOnly};
    return std::unique_ptr<Practice>(
        std::make_unique<SealedPractice>(std::move(*unlocked), std::move(info), std::move(opened->copy)));
}

}  // namespace palpate::records
