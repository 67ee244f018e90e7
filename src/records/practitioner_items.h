#pragma once

#include "clinic/practitioner.h"
#include "core/ids.h"
#include "core/result.h"
#include "records/open_vault.h"

#include <string>
#include <vector>

// Who works in the practice. Each function without a comment does what the member of Practice with that name
// says.
namespace palpate::records {

[[nodiscard]] core::Result<std::vector<clinic::Practitioner>> readPractitioners(OpenVault& vault);
[[nodiscard]] core::Result<clinic::Practitioner> addPractitioner(OpenVault& vault, const std::string& name);
core::Result<void> updatePractitioner(OpenVault& vault, const clinic::Practitioner& practitioner);
core::Result<void> setAtWork(OpenVault& vault, core::PractitionerId practitioner);
// The one of that name. Error: nobody has it, or who has it does not work here any more.
core::Result<void> setAtWorkByName(OpenVault& vault, const std::string& name);

// Nobody, or one who left, becomes the only one who works here, if it is just one.
core::Result<void> settleAtWork(OpenVault& vault);
// Writes the record. Within a change.
core::Result<void> keepPractitioner(OpenVault& vault, const clinic::Practitioner& practitioner);
// "practitioner record 2"
[[nodiscard]] std::string recordOf(core::PractitionerId id);

}  // namespace palpate::records
