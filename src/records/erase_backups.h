#pragma once

#include "core/ids.h"
#include "records/open_vault.h"
#include "records/practice.h"

#include <filesystem>
#include <vector>

namespace palpate::records {

// Takes an erased client out of the backups of `vault` that lie in `folders`, each of which is written anew
// whole or stays; says in `erased` which. One that never had the client is left as it is.
void eraseInBackups(OpenVault& vault, const std::filesystem::path& itself, core::ClientId client,
                    const std::vector<std::filesystem::path>& folders, ErasedClient& erased);

}  // namespace palpate::records
