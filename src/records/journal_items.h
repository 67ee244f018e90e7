#pragma once

#include "clinic/visit.h"
#include "core/result.h"
#include "records/open_vault.h"
#include "records/practice.h"

#include <cstddef>
#include <vector>

// The steps and the snapshot of one map, sealed under `key`.
namespace palpate::records {

struct Snapshot {
    Bytes bytes;  // empty: none was saved, or it is damaged and the journal has to do
    std::size_t entries = 0;
};

// Entries `first` + 1 to `count`, oldest first. One that is damaged or missing is a stroke without bytes, and
// noted.
[[nodiscard]] core::Result<std::vector<JournalEntry>> readEntries(OpenVault& vault, Key key,
                                                                  const clinic::MapKey& map,
                                                                  std::size_t first, std::size_t count);
// Entry `number`, from 1.
core::Result<void> writeEntry(OpenVault& vault, Key key, const clinic::MapKey& map, std::size_t number,
                              const JournalEntry& entry);

[[nodiscard]] core::Result<Snapshot> readSnapshot(OpenVault& vault, Key key, const clinic::MapKey& map);
core::Result<void> writeSnapshot(OpenVault& vault, Key key, const clinic::MapKey& map, ByteView bytes,
                                 std::size_t entries);

}  // namespace palpate::records
