#pragma once

#include "core/result.h"
#include "records/open_vault.h"
#include "records/seal.h"
#include "records/vault.h"

#include <memory>
#include <string>

namespace palpate::records {

// Reads the head and compares what it says with the items and slots that are there; what does not fit is
// noted as damage. A head that is lost is made anew from what can be found, and says from then on that it is.
// False: the key of the vault is another one.
[[nodiscard]] core::Result<bool> checkHead(OpenVault& vault, const Hash& inboxKey);

// The records of an open file, after checkHead(). Errors: the key is another practice's, with `hint`, or by
// itself what to do about that; the file's number cannot be read; those of checkHead().
[[nodiscard]] core::Result<std::unique_ptr<OpenVault>> unlockItems(std::unique_ptr<Connection> connection,
                                                                   const VaultKey& key, Clock clock,
                                                                   const char* hint = nullptr);
[[nodiscard]] core::Error wrongKey(const std::string& place, const char* hint = nullptr);

}  // namespace palpate::records
