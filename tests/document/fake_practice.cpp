#include "document/fake_practice.h"

#include <algorithm>
#include <utility>

namespace palpate::test {

namespace {

core::Error missing(const char* what) {
    return {what, "", ""};
}

}  // namespace

core::Result<void> FakePractice::writable() const {
    if (m_vault->failing) return core::Error{"The disk is full", m_path.string(), "Make room."};
    return {};
}

core::Result<std::vector<clinic::Client>> FakePractice::clients() const {
    auto sorted = m_vault->clients;
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    return sorted;
}

core::Result<clinic::Client> FakePractice::client(core::ClientId id) const {
    for (const auto& client : m_vault->clients) {
        if (client.id == id) return client;
    }
    return missing("There is no such client");
}

core::Result<clinic::Client> FakePractice::clientByCode(const std::string& code) const {
    for (const auto& client : m_vault->clients) {
        if (client.code == code) return client;
    }
    return missing("There is no client of that code");
}

core::Result<clinic::Client> FakePractice::addClient(const clinic::Client& client) {
    if (auto can = writable(); !can) return can.error();
    clinic::Client added = client;
    added.id = {static_cast<std::int64_t>(m_vault->clients.size()) + 1};
    m_vault->clients.push_back(added);
    return added;
}

core::Result<void> FakePractice::updateClient(const clinic::Client& client) {
    if (auto can = writable(); !can) return can;
    for (auto& kept : m_vault->clients) {
        if (kept.id == client.id) kept = client;
    }
    return {};
}

core::Result<std::vector<clinic::Visit>> FakePractice::visits(core::ClientId client) const {
    std::vector<clinic::Visit> found;
    for (const auto& visit : m_vault->visits) {
        if (!client || visit.client == client) found.push_back(visit);
    }
    return found;
}

core::Result<clinic::Visit> FakePractice::visit(core::VisitId id) const {
    for (const auto& visit : m_vault->visits) {
        if (visit.id == id) return visit;
    }
    return missing("There is no such visit");
}

core::Result<clinic::Visit> FakePractice::addVisit(core::ClientId client, core::Timestamp at) {
    if (auto can = writable(); !can) return can.error();
    clinic::Visit added{{static_cast<std::int64_t>(m_vault->visits.size()) + 1},
                        client,
                        static_cast<int>(visits(client)->size()) + 1,
                        at,
                        {}};
    added.practitioner = m_atWork;
    m_vault->visits.push_back(added);
    return added;
}

core::Result<void> FakePractice::updateVisit(const clinic::Visit& visit) {
    if (auto can = writable(); !can) return can;
    for (auto& kept : m_vault->visits) {
        if (kept.id == visit.id) kept = visit;
    }
    return {};
}

core::Result<std::vector<records::MapInfo>> FakePractice::maps(core::VisitId visit) const {
    std::vector<records::MapInfo> found;
    for (const auto& [key, kept] : m_vault->maps) {
        if (key.visit == visit) found.push_back({key, kept.completed, kept.stored.entries.size(), {}});
    }
    return found;
}

core::Result<std::optional<records::StoredMap>> FakePractice::loadMap(const clinic::MapKey& key) const {
    if (m_vault->damaged.count(key) != 0) return core::Error{"A record is damaged", "map 1", "Keep it."};
    const auto it = m_vault->maps.find(key);
    if (it == m_vault->maps.end()) return std::optional<records::StoredMap>();
    records::StoredMap stored = it->second.stored;
    stored.info = {key, it->second.completed, stored.entries.size(), {}};
    return std::optional(std::move(stored));
}

core::Result<void> FakePractice::append(const clinic::MapKey& key, const records::JournalEntry& entry) {
    if (auto can = writable(); !can) return can;
    m_vault->maps[key].stored.entries.push_back(entry);
    m_vault->maps[key].completed = false;
    return {};
}

core::Result<void> FakePractice::saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                              std::size_t entries) {
    if (auto can = writable(); !can) return can;
    auto& stored = m_vault->maps[key].stored;
    if (entries > stored.entries.size()) return missing("The map has fewer entries");
    stored.snapshot.assign(map.begin(), map.end());
    stored.snapshotEntries = entries;
    ++m_vault->snapshotsSaved;
    return {};
}

core::Result<void> FakePractice::complete(const clinic::MapKey& key) {
    if (auto can = writable(); !can) return can;
    m_vault->maps[key].completed = true;
    return {};
}

core::Result<records::ErasedClient> FakePractice::eraseClient(core::ClientId client,
                                                              const std::vector<std::filesystem::path>&) {
    if (auto can = writable(); !can) return can.error();
    const auto found = this->client(client);
    if (!found) return found.error();
    const auto isVisitOfClient = [&](core::VisitId visit) {
        return std::any_of(m_vault->visits.begin(), m_vault->visits.end(),
                           [&](const auto& kept) { return kept.id == visit && kept.client == client; });
    };
    std::erase_if(m_vault->maps, [&](const auto& map) { return isVisitOfClient(map.first.visit); });
    std::erase_if(m_vault->visitRecords,
                  [&](const auto& record) { return isVisitOfClient(record.first.first); });
    records::ErasedClient erased{found->code, 0, {}, {}};
    erased.visits = std::erase_if(m_vault->visits, [&](const auto& visit) { return visit.client == client; });
    std::erase_if(m_vault->clients, [&](const auto& kept) { return kept.id == client; });
    return erased;
}

core::Result<std::vector<std::byte>> FakePractice::visitRecord(core::VisitId visit,
                                                               const std::string& name) const {
    const auto found = m_vault->visitRecords.find({visit, name});
    return found == m_vault->visitRecords.end() ? std::vector<std::byte>() : found->second;
}

core::Result<void> FakePractice::saveVisitRecord(core::VisitId visit, const std::string& name,
                                                 std::span<const std::byte> bytes) {
    if (auto can = writable(); !can) return can;
    m_vault->visitRecords[{visit, name}] = {bytes.begin(), bytes.end()};
    return {};
}

core::Result<clinic::Practitioner> FakePractice::addPractitioner(const std::string& name) {
    if (auto can = writable(); !can) return can.error();
    const clinic::Practitioner added{{static_cast<std::int64_t>(m_vault->practitioners.size()) + 1}, name};
    m_vault->practitioners.push_back(added);
    if (!m_atWork) m_atWork = clinic::onlyOneOf(m_vault->practitioners);
    return added;
}

core::Result<void> FakePractice::updatePractitioner(const clinic::Practitioner& practitioner) {
    if (auto can = writable(); !can) return can;
    for (auto& kept : m_vault->practitioners) {
        if (kept.id == practitioner.id) kept = practitioner;
    }
    const bool left = practitioner.retired && practitioner.id == m_atWork;
    if (!m_atWork || left) m_atWork = clinic::onlyOneOf(m_vault->practitioners);
    return {};
}

core::Result<void> FakePractice::setAtWork(core::PractitionerId practitioner) {
    m_atWork = practitioner;
    return {};
}

core::Result<std::string> FakePractice::setting(const std::string& name) const {
    const auto found = m_vault->settings.find(name);
    return found == m_vault->settings.end() ? std::string() : found->second;
}

core::Result<void> FakePractice::saveSetting(const std::string& name, const std::string& value) {
    if (auto can = writable(); !can) return can;
    m_vault->settings[name] = value;
    return {};
}

core::Result<void> FakePractice::audit(records::AuditKind kind, const std::string& subject) {
    if (auto can = writable(); !can) return can;
    m_vault->audit.push_back(
        {static_cast<std::int64_t>(m_vault->audit.size()) + 1, {}, kind, subject, m_atWork});
    return {};
}

core::Result<std::int64_t> FakePractice::auditRows() const {
    return static_cast<std::int64_t>(m_vault->audit.size());
}

core::Result<std::vector<records::AuditRow>> FakePractice::auditLog(std::int64_t first,
                                                                    std::size_t count) const {
    std::vector<records::AuditRow> rows;
    for (const auto& row : m_vault->audit) {
        if (row.number >= first && rows.size() < count) rows.push_back(row);
    }
    return rows;
}

}  // namespace palpate::test
