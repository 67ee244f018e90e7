#pragma once

#include "core/time.h"
#include "records/maintenance.h"

#include <optional>
#include <string_view>
#include <vector>

namespace palpate::records {

// Which of these backups, newest first, are not among the newest of the last 6 hours, 7 days, 4 weeks (from
// Monday) and 12 months that have one: a mistake at noon leaves the morning's. The newest of all always
// stays.
[[nodiscard]] std::vector<Backup> toRemove(const std::vector<Backup>& backups);

// The local time that the name of a backup ends in: "practice-20261130-182011" or "...-182011-2". Empty if
// it does not.
[[nodiscard]] std::optional<core::Timestamp> timeInName(std::string_view stem);

}  // namespace palpate::records
