#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "records/maintenance.h"
#include "records/open_vault.h"
#include "records/payload.h"

#include <cstddef>
#include <functional>
#include <string>

// Every item of a vault, one after the other.
namespace palpate::records {

struct NamedItem {
    std::string name;
    ItemKind kind = ItemKind::Head;
    core::ClientId client;  // under whose key it is sealed; nobody: under one of the vault
    std::string shownAs;    // to a person: "step 3 of the client's map before treatment of visit record 7"
};

using SeeItem = std::function<core::Result<void>(const NamedItem&)>;

// Calls `see` with every item that is there and that a name leads to, but for the head: what belongs to the
// practice, clients, visits, then the log. What is damaged on the way is noted and does not end the walk.
// Errors: those of `see`, the disk, `progress` said to stop.
core::Result<void> walkItems(OpenVault& vault, const SeeItem& see, const Progress& progress = {});

// The number of the last step of a map that is there, found by looking; 0 if there is nothing of the map.
[[nodiscard]] core::Result<std::size_t> countSteps(OpenVault& vault, const clinic::MapKey& map);

// The key that an item is sealed under; empty if it is lost, which is noted.
[[nodiscard]] core::Result<std::optional<Key>> keyOf(OpenVault& vault, const NamedItem& item);

}  // namespace palpate::records
