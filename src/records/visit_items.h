#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "records/open_vault.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

// Visits and the further records of a visit. Each function without a comment does what the member of Practice
// with that name says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<clinic::Visit>> readVisits(OpenVault& vault, core::ClientId client);
[[nodiscard]] core::Result<clinic::Visit> readVisit(OpenVault& vault, core::VisitId id);
[[nodiscard]] core::Result<clinic::Visit> addVisit(OpenVault& vault, core::ClientId client,
                                                   core::Timestamp at);
core::Result<void> updateVisit(OpenVault& vault, const clinic::Visit& visit);

// Whose visit it is. Errors: no such visit; damaged, which is noted.
[[nodiscard]] core::Result<core::ClientId> ownerOf(OpenVault& vault, core::VisitId visit);
// The numbers of a client's visits, oldest first; found one by one where their list is damaged.
[[nodiscard]] core::Result<std::vector<core::VisitId>> visitNumbers(OpenVault& vault, core::ClientId client);
// The same by looking at every visit of the vault.
[[nodiscard]] core::Result<std::vector<core::VisitId>> searchForVisits(OpenVault& vault,
                                                                       core::ClientId client);
// Keeps their list; every client has one, if an empty one.
core::Result<void> keepVisitNumbers(OpenVault& vault, core::ClientId client, Key key,
                                    const std::vector<core::VisitId>& visits);
// The key that the visit's records are sealed under. Errors: those of ownerOf() and keyOfClient().
[[nodiscard]] core::Result<Key> keyOfVisit(OpenVault& vault, core::VisitId visit);
// "visit 7 of client C-0142".
[[nodiscard]] std::string subjectOf(OpenVault& vault, core::VisitId visit);

[[nodiscard]] core::Result<Bytes> readVisitRecord(OpenVault& vault, core::VisitId visit,
                                                  const std::string& name);
core::Result<void> saveVisitRecord(OpenVault& vault, core::VisitId visit, const std::string& name,
                                   ByteView bytes);
// The names under which records of the visit were ever saved.
[[nodiscard]] core::Result<std::vector<std::string>> recordNames(OpenVault& vault, core::VisitId visit);

}  // namespace palpate::records
