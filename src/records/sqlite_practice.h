#pragma once

#include "records/damage.h"
#include "records/practice.h"
#include "records/sqlite_connection.h"

#include <memory>
#include <string>
#include <vector>

namespace palpate::records {

// A practice kept in an open vault of format 0.
class SqlitePractice final : public Practice {
public:
    // `damage` is what was found while opening.
    SqlitePractice(std::unique_ptr<Connection> connection, PracticeInfo info, Damage damage, Clock clock);

    [[nodiscard]] const PracticeInfo& info() const override;
    [[nodiscard]] const std::filesystem::path& path() const override;
    [[nodiscard]] const std::vector<core::Error>& damagedRecords() const override;
    core::Result<void> asOneChange(const std::function<core::Result<void>()>& changes) override;

    [[nodiscard]] core::Result<std::vector<clinic::Client>> clients() const override;
    [[nodiscard]] core::Result<clinic::Client> client(core::ClientId id) const override;
    [[nodiscard]] core::Result<clinic::Client> clientByCode(const std::string& code) const override;
    [[nodiscard]] core::Result<clinic::Client> addClient(const clinic::Client& client) override;
    core::Result<void> updateClient(const clinic::Client& client) override;

    [[nodiscard]] core::Result<std::vector<clinic::Visit>> visits(core::ClientId client) const override;
    [[nodiscard]] core::Result<clinic::Visit> visit(core::VisitId id) const override;
    [[nodiscard]] core::Result<clinic::Visit> addVisit(core::ClientId client, core::Timestamp at) override;
    core::Result<void> updateVisit(const clinic::Visit& visit) override;

    [[nodiscard]] core::Result<std::vector<MapInfo>> maps(core::VisitId visit) const override;
    [[nodiscard]] core::Result<std::optional<StoredMap>> loadMap(const clinic::MapKey& key) const override;
    core::Result<void> append(const clinic::MapKey& key, const JournalEntry& entry) override;
    core::Result<void> saveSnapshot(const clinic::MapKey& key, std::span<const std::byte> map,
                                    std::size_t entries) override;
    core::Result<void> complete(const clinic::MapKey& key) override;

private:
    std::unique_ptr<Connection> m_connection;
    PracticeInfo m_info;
    Clock m_clock;
    mutable Damage m_damage;  // reading is what finds it
};

}  // namespace palpate::records
