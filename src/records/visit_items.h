#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "records/open_vault.h"
#include "records/visit_owner.h"

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

// The numbers of a client's visits, oldest first; found one by one where their list is damaged.
[[nodiscard]] core::Result<std::vector<core::VisitId>> visitNumbers(OpenVault& vault, core::ClientId client);
// The same by looking at every visit of the vault.
[[nodiscard]] core::Result<std::vector<core::VisitId>> searchForVisits(OpenVault& vault,
                                                                       core::ClientId client);
// Writes the record of a visit, but for what leads to it. Within a change.
core::Result<void> keepVisit(OpenVault& vault, Key key, const clinic::Visit& visit);
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
// The names under which records of the visit were ever saved; where their list is damaged or missing, those
// of names::kKnownRecords that are there. Without `key` it is looked up.
[[nodiscard]] core::Result<std::vector<std::string>> recordNames(OpenVault& vault, core::VisitId visit);
[[nodiscard]] core::Result<std::vector<std::string>> recordNames(OpenVault& vault, core::VisitId visit,
                                                                 Key key);
// Keeps their list, if it is another than the one that is there. Within a change.
core::Result<void> keepRecordNames(OpenVault& vault, core::VisitId visit, Key key,
                                   std::vector<std::string> known);

}  // namespace palpate::records
