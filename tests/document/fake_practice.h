#pragma once

#include "records/practice.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palpate::test {

// What a fake practice keeps; outlives the practice as a vault outlives the program.
struct FakeVault {
    struct Kept {
        records::StoredMap stored;
        bool completed = false;
    };
    std::vector<clinic::Client> clients;
    std::vector<clinic::Visit> visits;
    std::map<clinic::MapKey, Kept> maps;
    std::map<std::pair<core::VisitId, std::string>, std::vector<std::byte>> visitRecords;
    std::map<std::string, std::string> settings;
    std::vector<records::AuditRow> audit;
    std::vector<clinic::Practitioner> practitioners;
    bool failing = false;  // every write is refused, as by a full disk
    std::string spaceWarning;
    int snapshotsSaved = 0;
    std::set<clinic::MapKey> damaged;         // maps that cannot be read or written
    std::vector<core::Error> damagedRecords;  // what the practice says was damaged
};

// A practice in memory, so that the document's tests need no disk and can make writing fail.
class FakePractice : public records::Practice {
public:
    explicit FakePractice(std::shared_ptr<FakeVault> vault) : m_vault(std::move(vault)) {}

    const records::PracticeInfo& info() const override { return m_info; }
    const std::filesystem::path& path() const override { return m_path; }
    const std::vector<core::Error>& damagedRecords() const override { return m_vault->damagedRecords; }
    std::string spaceWarning() const override { return m_vault->spaceWarning; }
    core::Result<void> asOneChange(const std::function<core::Result<void>()>& changes) override {
        return changes();
    }

    core::Result<std::vector<clinic::Client>> clients() const override;
    core::Result<clinic::Client> client(core::ClientId id) const override;
    core::Result<clinic::Client> clientByCode(const std::string& code) const override;
    core::Result<clinic::Client> addClient(const clinic::Client& client) override;
    core::Result<void> updateClient(const clinic::Client& client) override;

    core::Result<std::vector<clinic::Visit>> visits(core::ClientId client) const override;
    core::Result<clinic::Visit> visit(core::VisitId id) const override;
    core::Result<clinic::Visit> addVisit(core::ClientId client, core::Timestamp at) override;
    core::Result<void> updateVisit(const clinic::Visit& visit) override;

    core::Result<std::vector<records::MapInfo>> maps(core::VisitId visit) const override;
    core::Result<std::optional<records::StoredMap>> loadMap(const clinic::MapKey& key) const override;
    core::Result<void> append(const clinic::MapKey& key, const records::JournalEntry& entry) override;
    core::Result<void> saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                    std::size_t entries) override;
    core::Result<void> complete(const clinic::MapKey& key) override;
    core::Result<records::ErasedClient> eraseClient(
        core::ClientId client, const std::vector<std::filesystem::path>& backups) override;

    core::Result<std::vector<std::byte>> visitRecord(core::VisitId visit,
                                                     const std::string& name) const override;
    core::Result<void> saveVisitRecord(core::VisitId visit, const std::string& name,
                                       std::span<const std::byte> bytes) override;
    core::Result<std::vector<clinic::Practitioner>> practitioners() const override {
        return m_vault->practitioners;
    }
    core::Result<clinic::Practitioner> addPractitioner(const std::string& name) override;
    core::Result<void> updatePractitioner(const clinic::Practitioner& practitioner) override;
    core::PractitionerId atWork() const override { return m_atWork; }
    core::Result<void> setAtWork(core::PractitionerId practitioner) override;
    core::Result<std::string> setting(const std::string& name) const override;
    core::Result<void> saveSetting(const std::string& name, const std::string& value) override;
    core::Result<void> audit(records::AuditKind kind, const std::string& subject) override;
    core::Result<std::int64_t> auditRows() const override;
    core::Result<std::vector<records::AuditRow>> auditLog(std::int64_t first,
                                                          std::size_t count) const override;

private:
    core::Result<void> writable() const;

    std::shared_ptr<FakeVault> m_vault;
    core::PractitionerId m_atWork = clinic::onlyOneOf(m_vault->practitioners);
    records::PracticeInfo m_info{"Test practice", false, 0};
    std::filesystem::path m_path{"fake.palpate"};
};

}  // namespace palpate::test
