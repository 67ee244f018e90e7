#pragma once

#include "core/result.h"
#include "core/time.h"
#include "records/key_slots.h"
#include "records/open_vault.h"

#include <filesystem>

// Notes of failed attempts to unlock. No key is open then, so they are sealed to the vault's public key, and
// become rows of the audit log when the vault is opened next.
namespace palpate::records {

// Nothing happens where the vault cannot be written to, or is open elsewhere, or holds very many notes.
void leaveNote(const std::filesystem::path& vault, const VaultRow& row, core::Timestamp at);

// Within a change.
core::Result<void> foldNotes(OpenVault& vault);

}  // namespace palpate::records
