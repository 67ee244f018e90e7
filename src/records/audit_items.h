#pragma once

#include "core/result.h"
#include "records/open_vault.h"
#include "records/practice.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The audit log. Each row's hash covers the row before it; the head keeps the last one.
namespace palpate::records {

[[nodiscard]] std::string_view auditKindId(AuditKind kind);
[[nodiscard]] std::optional<AuditKind> auditKindFromId(std::string_view id);

// Adds a row with the time of the vault's clock that names who is at work. Nothing while the vault is being
// filled.
core::Result<void> addAuditRow(OpenVault& vault, AuditKind kind, const std::string& subject);
// The same of something that happened earlier, by a person who is not known.
core::Result<void> addAuditRowOfNobody(OpenVault& vault, AuditKind kind, const std::string& subject,
                                       core::Timestamp at);

// A damaged row is noted and left out.
[[nodiscard]] core::Result<std::vector<AuditRow>> readAuditRows(OpenVault& vault, std::int64_t first,
                                                                std::size_t count);
// Whether every row's hash covers the one before it, up to what the head says of the last one. A break is
// noted as damage.
[[nodiscard]] core::Result<bool> checkAuditChain(OpenVault& vault);

// Puts a row that says so in the place of each that does not open, and binds every row to the one before it
// anew, up to the head. Within a change.
core::Result<void> mendAuditLog(OpenVault& vault);

// What the row added last hashes to; of an empty log, or a damaged row, zeros.
[[nodiscard]] core::Result<Hash> lastAuditHash(OpenVault& vault);

// BLAKE2b-256 over a row and the hash of the row before it.
[[nodiscard]] Hash auditHash(const AuditRow& row, const Hash& before);

}  // namespace palpate::records
