#pragma once

#include "core/result.h"
#include "records/damage.h"
#include "records/practice.h"
#include "records/sqlite_connection.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// The journal and snapshot tables, by the row of their map. `name` is what the map is called in messages.
namespace palpate::records {

struct Snapshot {
    std::vector<std::byte> bytes;  // empty: none was saved, or it is damaged and the journal has to do
    std::size_t entries = 0;
};

// All of them, oldest first. A damaged one is empty and noted. Error: entries are missing.
[[nodiscard]] core::Result<std::vector<JournalEntry>> readEntries(Connection& connection, Damage& damage,
                                                                  std::int64_t map, const std::string& name);
core::Result<void> insertEntry(Connection& connection, std::int64_t map, const JournalEntry& entry);

[[nodiscard]] core::Result<Snapshot> readSnapshot(Connection& connection, Damage& damage, std::int64_t map,
                                                  const std::string& name);
core::Result<void> writeSnapshot(Connection& connection, std::int64_t map, std::span<const std::byte> bytes,
                                 std::size_t entries);

}  // namespace palpate::records
