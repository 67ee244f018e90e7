#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "records/damage.h"
#include "records/practice.h"
#include "records/sqlite_connection.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// The map, journal and snapshot tables. Each function does what the member of Practice with that name says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<MapInfo>> readMaps(Connection& connection, Damage& damage,
                                                          core::VisitId visit);
[[nodiscard]] core::Result<std::optional<StoredMap>> readMap(Connection& connection, Damage& damage,
                                                             const clinic::MapKey& key);
core::Result<void> appendEntry(Connection& connection, Damage& damage, const clinic::MapKey& key,
                               const JournalEntry& entry, core::Timestamp now);
core::Result<void> saveSnapshot(Connection& connection, Damage& damage, const clinic::MapKey& key,
                                std::span<const std::byte> map, std::size_t entries);
core::Result<void> completeMap(Connection& connection, Damage& damage, const clinic::MapKey& key,
                               core::Timestamp now);

}  // namespace palpate::records
