#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "records/open_vault.h"

#include <optional>
#include <string>

// Whose visit a visit is. An item says so; where that is damaged or missing, the clients' lists of visits and
// the visit itself, which opens under the key of its client alone, say it as well.
namespace palpate::records {

// "visit record 7".
[[nodiscard]] std::string nameOf(core::VisitId id);
// "what says whose visit record 7 is".
[[nodiscard]] std::string nameOfOwner(core::VisitId id);

// Errors: no such visit; nothing says whose it is, which is noted. What had to be searched for is noted as
// damage and, in a vault that can be changed, kept anew.
[[nodiscard]] core::Result<core::ClientId> ownerOf(OpenVault& vault, core::VisitId visit);
// Whether the visit is that client's, by its own record or by what says whose it is.
[[nodiscard]] core::Result<bool> isVisitOf(OpenVault& vault, core::VisitId visit, core::ClientId client);
// Whether anything is left of a visit: its record, or what says whose it is.
[[nodiscard]] core::Result<bool> isVisit(OpenVault& vault, core::VisitId visit);

// Within a change.
core::Result<void> keepOwner(OpenVault& vault, core::VisitId visit, core::ClientId client);

}  // namespace palpate::records
