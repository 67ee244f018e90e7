#pragma once

#include "core/result.h"
#include "records/open_vault.h"

#include <string>
#include <vector>

// What belongs to the practice as a whole.
namespace palpate::records {

struct PracticeItem {
    std::string name;
    bool isDemo = false;
};
// One that is damaged is noted, and empty.
[[nodiscard]] core::Result<PracticeItem> readPracticeItem(OpenVault& vault);
core::Result<void> writePracticeItem(OpenVault& vault, const PracticeItem& practice);

// Each does what the member of Practice with that name says.
[[nodiscard]] core::Result<std::string> readSetting(OpenVault& vault, const std::string& name);
core::Result<void> saveSetting(OpenVault& vault, const std::string& name, const std::string& value);

// Names of all settings that were ever saved; where their list is damaged or missing, those of
// names::kKnownSettings that are there.
[[nodiscard]] core::Result<std::vector<std::string>> settingNames(OpenVault& vault);
// Keeps their list, if it is another than the one that is there. Within a change.
core::Result<void> keepSettingNames(OpenVault& vault, std::vector<std::string> known);

}  // namespace palpate::records
