#pragma once

#include "core/result.h"
#include "records/open_vault.h"
#include "records/seal.h"

namespace palpate::records {

// Reads the head and compares what it says with the items and slots that are there; what does not fit is
// noted as damage. A head that is lost is made anew from what can be found, and says from then on that it is.
// False: the key of the vault is another one.
[[nodiscard]] core::Result<bool> checkHead(OpenVault& vault, const Hash& inboxKey);

}  // namespace palpate::records
