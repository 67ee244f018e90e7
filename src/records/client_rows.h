#pragma once

#include "clinic/client.h"
#include "core/ids.h"
#include "core/result.h"
#include "records/damage.h"
#include "records/sqlite_connection.h"

#include <string>
#include <vector>

// The client table. Each function does what the member of Practice with that name says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<clinic::Client>> readClients(Connection& connection, Damage& damage);
[[nodiscard]] core::Result<clinic::Client> readClient(Connection& connection, Damage& damage,
                                                      core::ClientId id);
[[nodiscard]] core::Result<clinic::Client> readClientByCode(Connection& connection, Damage& damage,
                                                            const std::string& code);
[[nodiscard]] core::Result<clinic::Client> addClient(Connection& connection, clinic::Client client);
core::Result<void> updateClient(Connection& connection, Damage& damage, const clinic::Client& client);

}  // namespace palpate::records
