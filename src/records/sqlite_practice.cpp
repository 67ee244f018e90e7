#include "records/sqlite_practice.h"

#include "records/client_rows.h"
#include "records/map_rows.h"
#include "records/sqlite_transaction.h"
#include "records/visit_rows.h"

#include <utility>

namespace palpate::records {

SqlitePractice::SqlitePractice(std::unique_ptr<Connection> connection, PracticeInfo info, Damage damage,
                               Clock clock)
    : m_connection(std::move(connection)),
      m_info(std::move(info)),
      m_clock(std::move(clock)),
      m_damage(std::move(damage)) {}

const PracticeInfo& SqlitePractice::info() const {
    return m_info;
}

const std::filesystem::path& SqlitePractice::path() const {
    return m_connection->vault();
}

const std::vector<core::Error>& SqlitePractice::damagedRecords() const {
    return m_damage.all();
}

core::Result<void> SqlitePractice::asOneChange(const std::function<core::Result<void>()>& changes) {
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction) return transaction.error();
    if (auto changed = changes(); !changed) return changed;
    return transaction->commit();
}

core::Result<std::vector<clinic::Client>> SqlitePractice::clients() const {
    return readClients(*m_connection, m_damage);
}

core::Result<clinic::Client> SqlitePractice::client(core::ClientId id) const {
    return readClient(*m_connection, m_damage, id);
}

core::Result<clinic::Client> SqlitePractice::clientByCode(const std::string& code) const {
    return readClientByCode(*m_connection, m_damage, code);
}

core::Result<clinic::Client> SqlitePractice::addClient(const clinic::Client& client) {
    return records::addClient(*m_connection, client);
}

core::Result<void> SqlitePractice::updateClient(const clinic::Client& client) {
    return records::updateClient(*m_connection, m_damage, client);
}

core::Result<std::vector<clinic::Visit>> SqlitePractice::visits(core::ClientId client) const {
    return readVisits(*m_connection, m_damage, client);
}

core::Result<clinic::Visit> SqlitePractice::visit(core::VisitId id) const {
    return readVisit(*m_connection, m_damage, id);
}

core::Result<clinic::Visit> SqlitePractice::addVisit(core::ClientId client, core::Timestamp at) {
    return records::addVisit(*m_connection, m_damage, client, at);
}

core::Result<void> SqlitePractice::updateVisit(const clinic::Visit& visit) {
    return records::updateVisit(*m_connection, m_damage, visit);
}

core::Result<std::vector<MapInfo>> SqlitePractice::maps(core::VisitId visit) const {
    return readMaps(*m_connection, m_damage, visit);
}

core::Result<std::optional<StoredMap>> SqlitePractice::loadMap(const clinic::MapKey& key) const {
    return readMap(*m_connection, m_damage, key);
}

core::Result<void> SqlitePractice::append(const clinic::MapKey& key, const JournalEntry& entry) {
    return appendEntry(*m_connection, m_damage, key, entry, m_clock());
}

core::Result<void> SqlitePractice::saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                                std::size_t entries) {
    return records::saveSnapshot(*m_connection, m_damage, key, map, entries);
}

core::Result<void> SqlitePractice::complete(const clinic::MapKey& key) {
    return completeMap(*m_connection, m_damage, key, m_clock());
}

}  // namespace palpate::records
