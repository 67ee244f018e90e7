#pragma once

#include "records/open_vault.h"
#include "records/practice.h"
#include "records/vault_file.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::records {

// A practice kept in an open vault.
class SealedPractice final : public Practice {
public:
    // `copy`: what is really open, where the vault itself cannot be written to.
    SealedPractice(std::unique_ptr<OpenVault> vault, PracticeInfo info, std::optional<VaultCopy> copy = {});

    // For what looks after a vault as a whole.
    [[nodiscard]] OpenVault& vault() { return *m_vault; }
    [[nodiscard]] const VaultId& vaultId() const { return m_vault->store.vaultId(); }

    [[nodiscard]] const PracticeInfo& info() const override;
    [[nodiscard]] const std::filesystem::path& path() const override;
    [[nodiscard]] const std::vector<core::Error>& damagedRecords() const override;
    [[nodiscard]] std::string spaceWarning() const override;
    core::Result<void> asOneChange(const std::function<core::Result<void>()>& changes) override;

    [[nodiscard]] core::Result<std::vector<clinic::Client>> clients() const override;
    [[nodiscard]] core::Result<clinic::Client> client(core::ClientId id) const override;
    [[nodiscard]] core::Result<clinic::Client> clientByCode(const std::string& code) const override;
    [[nodiscard]] core::Result<clinic::Client> addClient(const clinic::Client& client) override;
    core::Result<void> updateClient(const clinic::Client& client) override;
    core::Result<ErasedClient> eraseClient(core::ClientId client,
                                           const std::vector<std::filesystem::path>& backups) override;

    [[nodiscard]] core::Result<std::vector<clinic::Visit>> visits(core::ClientId client) const override;
    [[nodiscard]] core::Result<clinic::Visit> visit(core::VisitId id) const override;
    [[nodiscard]] core::Result<clinic::Visit> addVisit(core::ClientId client, core::Timestamp at) override;
    core::Result<void> updateVisit(const clinic::Visit& visit) override;

    [[nodiscard]] core::Result<std::vector<MapInfo>> maps(core::VisitId visit) const override;
    [[nodiscard]] core::Result<std::optional<StoredMap>> loadMap(const clinic::MapKey& key) const override;
    [[nodiscard]] core::Result<std::optional<StoredMap>> loadLatest(const clinic::MapKey& key) const override;
    core::Result<void> append(const clinic::MapKey& key, const JournalEntry& entry) override;
    core::Result<void> saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                    std::size_t entries) override;
    core::Result<void> complete(const clinic::MapKey& key) override;

    [[nodiscard]] core::Result<std::vector<std::byte>> visitRecord(core::VisitId visit,
                                                                   const std::string& name) const override;
    core::Result<void> saveVisitRecord(core::VisitId visit, const std::string& name,
                                       std::span<const std::byte> bytes) override;
    [[nodiscard]] core::Result<std::vector<clinic::Practitioner>> practitioners() const override;
    [[nodiscard]] core::Result<clinic::Practitioner> addPractitioner(const std::string& name) override;
    core::Result<void> updatePractitioner(const clinic::Practitioner& practitioner) override;
    [[nodiscard]] core::PractitionerId atWork() const override { return m_vault->atWork; }
    core::Result<void> setAtWork(core::PractitionerId practitioner) override;
    [[nodiscard]] core::Result<std::string> setting(const std::string& name) const override;
    core::Result<void> saveSetting(const std::string& name, const std::string& value) override;
    core::Result<void> audit(AuditKind kind, const std::string& subject) override;
    [[nodiscard]] core::Result<std::int64_t> auditRows() const override;
    [[nodiscard]] core::Result<std::vector<AuditRow>> auditLog(std::int64_t first,
                                                               std::size_t count) const override;

private:
    std::optional<VaultCopy> m_copy;     // goes after what is open in it
    std::unique_ptr<OpenVault> m_vault;  // reading notes damage in it, too
    PracticeInfo m_info;
};

}  // namespace palpate::records
