#pragma once

#include "core/result.h"
#include "records/maintenance.h"
#include "records/open_vault.h"

#include <cstddef>
#include <vector>

namespace palpate::records {

enum class ClientKeysOfCopy { Same, New };

struct Copied {
    std::size_t items = 0;
    std::vector<core::Error> lost;  // what does not open, by name
};
// Writes every item of `from` that opens into the empty vault `to`, sealed under the keys of `to`, within one
// change of it. What leads to others is mended where something was lost: lists of visits, the number of steps
// of a map, a step that keeps its place and paints nothing. Errors: the disk, stopped by `progress`.
[[nodiscard]] core::Result<Copied> copyItems(OpenVault& from, OpenVault& to, ClientKeysOfCopy keys,
                                             const Progress& progress);

}  // namespace palpate::records
