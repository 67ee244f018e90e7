#include "records/sealed_practice.h"

#include "core/text.h"
#include "records/audit_items.h"
#include "records/client_items.h"
#include "records/erase_backups.h"
#include "records/erase_items.h"
#include "records/map_items.h"
#include "records/practice_items.h"
#include "records/practitioner_items.h"
#include "records/visit_items.h"

#include <system_error>
#include <utility>

namespace palpate::records {

SealedPractice::SealedPractice(std::unique_ptr<OpenVault> vault, PracticeInfo info,
                               std::optional<VaultCopy> copy)
    : m_copy(std::move(copy)), m_vault(std::move(vault)), m_info(std::move(info)) {}

const PracticeInfo& SealedPractice::info() const {
    return m_info;
}

const std::filesystem::path& SealedPractice::path() const {
    return m_vault->store.connection().vault();
}

const std::vector<core::Error>& SealedPractice::damagedRecords() const {
    return m_vault->damage.all();
}

std::string SealedPractice::spaceWarning() const {
    if (!m_vault->store.livesOnReserve()) return "";
    return core::tr(
        "The disk is full. A reserve of 4 MB was given up so that what you paint can still be written: "
        "make room on that disk now.");
}

core::Result<void> SealedPractice::asOneChange(const std::function<core::Result<void>()>& changes) {
    auto change = Change::begin(m_vault->store);
    if (!change) return change.error();
    const core::PractitionerId atWork = m_vault->atWork;
    auto kept = changes();
    if (kept) kept = change->commit();
    if (!kept) m_vault->atWork = atWork;  // may be one whom the change would have added
    return kept;
}

core::Result<std::vector<clinic::Client>> SealedPractice::clients() const {
    return readClients(*m_vault);
}

core::Result<clinic::Client> SealedPractice::client(core::ClientId id) const {
    return readClient(*m_vault, id);
}

core::Result<clinic::Client> SealedPractice::clientByCode(const std::string& code) const {
    return readClientByCode(*m_vault, code);
}

core::Result<clinic::Client> SealedPractice::addClient(const clinic::Client& client) {
    return records::addClient(*m_vault, client);
}

core::Result<void> SealedPractice::updateClient(const clinic::Client& client) {
    return records::updateClient(*m_vault, client);
}

core::Result<ErasedClient> SealedPractice::eraseClient(core::ClientId client,
                                                       const std::vector<std::filesystem::path>& backups) {
    auto erased = records::eraseClient(*m_vault, client);
    if (!erased) return erased;
    eraseInBackups(*m_vault, path(), client, backups, *erased);
    return erased;
}

core::Result<std::vector<clinic::Visit>> SealedPractice::visits(core::ClientId client) const {
    return readVisits(*m_vault, client);
}

core::Result<clinic::Visit> SealedPractice::visit(core::VisitId id) const {
    return readVisit(*m_vault, id);
}

core::Result<clinic::Visit> SealedPractice::addVisit(core::ClientId client, core::Timestamp at) {
    return records::addVisit(*m_vault, client, at);
}

core::Result<void> SealedPractice::updateVisit(const clinic::Visit& visit) {
    return records::updateVisit(*m_vault, visit);
}

core::Result<std::vector<MapInfo>> SealedPractice::maps(core::VisitId visit) const {
    return readMaps(*m_vault, visit);
}

core::Result<std::optional<StoredMap>> SealedPractice::loadMap(const clinic::MapKey& key) const {
    return readMap(*m_vault, key, false);
}

core::Result<std::optional<StoredMap>> SealedPractice::loadLatest(const clinic::MapKey& key) const {
    return readMap(*m_vault, key, true);
}

core::Result<void> SealedPractice::append(const clinic::MapKey& key, const JournalEntry& entry) {
    return appendEntry(*m_vault, key, entry);
}

core::Result<void> SealedPractice::saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                                std::size_t entries) {
    return records::saveSnapshot(*m_vault, key, map, entries);
}

core::Result<void> SealedPractice::complete(const clinic::MapKey& key) {
    return completeMap(*m_vault, key);
}

core::Result<std::vector<std::byte>> SealedPractice::visitRecord(core::VisitId visit,
                                                                 const std::string& name) const {
    return readVisitRecord(*m_vault, visit, name);
}

core::Result<void> SealedPractice::saveVisitRecord(core::VisitId visit, const std::string& name,
                                                   std::span<const std::byte> bytes) {
    return records::saveVisitRecord(*m_vault, visit, name, bytes);
}

core::Result<std::vector<clinic::Practitioner>> SealedPractice::practitioners() const {
    return readPractitioners(*m_vault);
}

core::Result<clinic::Practitioner> SealedPractice::addPractitioner(const std::string& name) {
    return records::addPractitioner(*m_vault, name);
}

core::Result<void> SealedPractice::updatePractitioner(const clinic::Practitioner& practitioner) {
    return records::updatePractitioner(*m_vault, practitioner);
}

core::Result<void> SealedPractice::setAtWork(core::PractitionerId practitioner) {
    return records::setAtWork(*m_vault, practitioner);
}

core::Result<std::string> SealedPractice::setting(const std::string& name) const {
    return readSetting(*m_vault, name);
}

core::Result<void> SealedPractice::saveSetting(const std::string& name, const std::string& value) {
    return records::saveSetting(*m_vault, name, value);
}

core::Result<void> SealedPractice::audit(AuditKind kind, const std::string& subject) {
    if (!m_info.readOnly.empty()) return {};
    return addAuditRow(*m_vault, kind, subject);
}

core::Result<std::int64_t> SealedPractice::auditRows() const {
    return m_vault->store.head().auditRows;
}

core::Result<std::vector<AuditRow>> SealedPractice::auditLog(std::int64_t first, std::size_t count) const {
    return readAuditRows(*m_vault, first, count);
}

}  // namespace palpate::records
