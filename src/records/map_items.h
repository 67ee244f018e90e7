#pragma once

#include "clinic/visit.h"
#include "core/result.h"
#include "core/time.h"
#include "records/open_vault.h"
#include "records/practice.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Maps, the steps of their journals and their snapshots. Each function does what the member of Practice with
// that name says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<MapInfo>> readMaps(OpenVault& vault, core::VisitId visit);
// `skipKnown`: without the entries that the snapshot holds already.
[[nodiscard]] core::Result<std::optional<StoredMap>> readMap(OpenVault& vault, const clinic::MapKey& key,
                                                             bool skipKnown);
core::Result<void> appendEntry(OpenVault& vault, const clinic::MapKey& key, const JournalEntry& entry);
core::Result<void> saveSnapshot(OpenVault& vault, const clinic::MapKey& key, ByteView map,
                                std::size_t entries);
core::Result<void> completeMap(OpenVault& vault, const clinic::MapKey& key);

// Keeps what is known of a map beside its steps, sealed under `key`.
core::Result<void> keepMapInfo(OpenVault& vault, Key key, const MapInfo& info);

// "the client's map before treatment of visit record 7".
[[nodiscard]] std::string nameOf(const clinic::MapKey& key);

}  // namespace palpate::records
