#pragma once

#include "clinic/client.h"
#include "core/ids.h"
#include "core/result.h"
#include "records/open_vault.h"

#include <optional>
#include <string>
#include <vector>

// Clients and their keys. Each function without a comment does what the member of Practice with that name
// says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<clinic::Client>> readClients(OpenVault& vault);
[[nodiscard]] core::Result<clinic::Client> readClient(OpenVault& vault, core::ClientId id);
[[nodiscard]] core::Result<clinic::Client> readClientByCode(OpenVault& vault, const std::string& code);
[[nodiscard]] core::Result<clinic::Client> addClient(OpenVault& vault, clinic::Client client);
core::Result<void> updateClient(OpenVault& vault, const clinic::Client& client);

// Writes the record, and what leads from the code to it. Within a change.
core::Result<void> keepClient(OpenVault& vault, Key key, const clinic::Client& client);
// Whether the code leads to a client, by what is kept for that alone.
[[nodiscard]] core::Result<bool> isCodeTaken(OpenVault& vault, const std::string& code);
// Keeps the key that all records of a client are sealed under, 32 bytes.
core::Result<void> keepKey(OpenVault& vault, core::ClientId client, const core::Secret& key);
// The key that all records of a client are sealed under; valid until those of many others were asked for.
// Errors: no such client; both copies of the key are damaged, which is noted.
[[nodiscard]] core::Result<Key> keyOfClient(OpenVault& vault, core::ClientId client);
// The same; empty where it is damaged.
[[nodiscard]] core::Result<std::optional<Key>> findKey(OpenVault& vault, core::ClientId client);
// Whether there is, or was until it was damaged, a client of that number.
[[nodiscard]] core::Result<bool> isClient(OpenVault& vault, core::ClientId client);

// "client C-0142", or by the number where the code cannot be read.
[[nodiscard]] std::string subjectOf(OpenVault& vault, core::ClientId client);

}  // namespace palpate::records
