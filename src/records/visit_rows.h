#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "core/result.h"
#include "core/time.h"
#include "records/damage.h"
#include "records/sqlite_connection.h"

#include <vector>

// The visit table. Each function does what the member of Practice with that name says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<clinic::Visit>> readVisits(Connection& connection, Damage& damage,
                                                                  core::ClientId client);
[[nodiscard]] core::Result<clinic::Visit> readVisit(Connection& connection, Damage& damage, core::VisitId id);
[[nodiscard]] core::Result<clinic::Visit> addVisit(Connection& connection, Damage& damage,
                                                   core::ClientId client, core::Timestamp at);
core::Result<void> updateVisit(Connection& connection, Damage& damage, const clinic::Visit& visit);

}  // namespace palpate::records
