#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "records/open_vault.h"
#include "records/practice.h"

#include <cstdint>
#include <vector>

namespace palpate::records {

// Destroys the client's key, removes every record of the client that has a name, leaves a tombstone and moves
// the log into the file, so that what was removed is overwritten. Works on a client that is damaged, too.
[[nodiscard]] core::Result<ErasedClient> eraseClient(OpenVault& vault, core::ClientId client);

// A note that a client of that number is not there any more, and why: erased on purpose, so that a backup
// loses the client as well, or lost to damage, where a backup is what brings the client back.
enum class Gone : std::uint8_t { Erased, Lost };
core::Result<void> leaveTombstone(OpenVault& vault, core::ClientId client, Gone gone);

// The clients that were erased, by their numbers.
[[nodiscard]] core::Result<std::vector<core::ClientId>> tombstones(OpenVault& vault);
// Erases in `vault` those of `clients` that it still has; for a backup that was made before they were erased.
// Gives how many there were.
[[nodiscard]] core::Result<std::size_t> eraseByTombstones(OpenVault& vault,
                                                          const std::vector<core::ClientId>& clients);

}  // namespace palpate::records
