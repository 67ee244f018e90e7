#include "records/vault_care.h"

#include "core/text.h"
#include "records/head_check.h"
#include "records/key_slots.h"
#include "records/schema.h"
#include "records/sqlite_error.h"
#include "records/vault_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

namespace palpate::records {

namespace {

namespace fs = std::filesystem;
using core::tr;
using core::trf;

core::Error notWritten(const fs::path& file) {
    return {trf("The copy could not be written: {0}", {std::strerror(errno)}), file.string(),
            tr("Check that there is room on that disk and that it can be written to.")};
}

core::Result<void> flush(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) return notWritten(path);
    const bool flushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return flushed ? core::Result<void>() : notWritten(path);
}

}  // namespace

core::Result<SealedPractice*> sealed(Practice& practice) {
    if (auto* found = dynamic_cast<SealedPractice*>(&practice)) return found;
    return core::Error{tr("This practice is not kept in a file"), practice.path().string(), ""};
}

core::Result<SealedPractice*> sealedToChange(Practice& practice) {
    if (!practice.info().readOnly.empty()) {
        return core::Error{tr("The practice is open to be read only, so nothing can be changed"),
                           practice.path().string(), practice.info().readOnly};
    }
    return sealed(practice);
}

core::Result<std::unique_ptr<OpenVault>> openQuietly(const fs::path& file, const VaultKey& key, Clock clock) {
    if (auto fits = inspectSealedVault(file); !fits) return fits.error();
    auto connection = Connection::open(file);
    if (!connection) return connection.error();
    if (auto logged = (*connection)->startLog(); !logged) return logged.error();
    if (auto ours = checkSchema(**connection); !ours) return ours.error();
    return unlockItems(std::move(*connection), key, std::move(clock),
                       tr("Unlock it with the passphrase that it had when it was made."));
}

core::Result<void> layVault(OpenVault& vault, const std::vector<Slot>& slots) {
    Connection& connection = vault.store.connection();
    if (auto made = createSchema(connection); !made) return made;
    const VaultRow row{vault.store.vaultId(), vault.store.keys().inboxPublicKey()};
    if (auto kept = writeVaultRow(connection, row); !kept) return kept;
    if (auto kept = writeSlots(connection, slots); !kept) return kept;
    vault.store.changeHead().slots = slotsHash(slots, vault.store.keys().head());
    return {};
}

core::Result<void> checkNotOpen(const fs::path& vault) {
    auto connection = Connection::open(vault);
    if (!connection) return isBusy(connection.error()) ? connection.error() : core::Result<void>();
    const auto logged = (*connection)->startLog();
    return !logged && isBusy(logged.error()) ? logged : core::Result<void>();
}

core::Result<void> copyVault(const fs::path& from, const fs::path& to) {
    const auto copy = VaultCopy::make(from);
    if (!copy) return copy.error();
    auto source = Connection::open(copy->file(), from);
    if (!source) return source.error();
    if (auto logged = (*source)->startLog(); !logged) return logged;
    auto target = Connection::open(to);
    if (!target) return target.error();
    return (*source)->copyInto(**target);
}

core::Result<std::vector<core::Error>> checkCopy(OpenVault& copy, OpenVault* original,
                                                 const Progress& progress) {
    const auto report = checkVault(copy, progress);
    if (!report) return report.error();
    std::vector<core::Error> lostBefore;
    if (!report->sound() && original != nullptr) {
        auto before = checkVault(*original);
        if (!before) return before.error();
        lostBefore = std::move(before->problems);
    }
    if (report->problems.size() <= lostBefore.size()) return lostBefore;
    core::Error error = report->problems.front();
    error.hint = tr("The copy was thrown away. Try again, on another disk if it happens again.");
    return error;
}

core::Result<TemporaryVault> TemporaryVault::beside(const fs::path& file) {
    std::string name = (file.parent_path() / ("." + file.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) return notWritten(file.parent_path());
    ::close(descriptor);
    return TemporaryVault(fs::path(name));
}

TemporaryVault::TemporaryVault(TemporaryVault&& other) noexcept : m_file(std::exchange(other.m_file, {})) {}

TemporaryVault::~TemporaryVault() {
    if (m_file.empty()) return;
    std::error_code code;
    fs::remove(m_file, code);
    for (const char* beside : {"-wal", "-journal"})
        fs::remove(m_file.string() + beside, code);
}

core::Result<void> TemporaryVault::nameAs(const fs::path& file) {
    if (auto flushed = flush(m_file, O_RDONLY); !flushed) return flushed;
    return publish(std::exchange(m_file, {}), file);
}

core::Result<void> TemporaryVault::putOver(const fs::path& file) {
    if (auto flushed = flush(m_file, O_RDONLY); !flushed) return flushed;
    if (::rename(m_file.c_str(), file.c_str()) != 0) return notWritten(file);
    m_file.clear();
    return flush(file.parent_path(), O_RDONLY | O_DIRECTORY);
}

std::string stampOf(core::Timestamp time) {
    std::string stamp = core::localDate(time) + "-" + core::localClock(time);
    const auto isSign = [](char letter) { return letter == ':'; };
    stamp.erase(std::remove_if(stamp.begin(), stamp.end(), isSign), stamp.end());
    stamp.erase(7, 1);
    stamp.erase(4, 1);
    return stamp;
}

}  // namespace palpate::records
