#pragma once

#include "core/result.h"
#include "records/damage.h"
#include "records/practice.h"
#include "records/sqlite_connection.h"

#include <cstdint>
#include <string>

namespace palpate::records {

// "PLPT": what the header of the file says it is.
inline constexpr std::uint32_t kApplicationId = 0x504c5054;
inline constexpr std::uint32_t kFormatVersion = 0;

// Fills an empty file in one commit.
core::Result<void> createSchema(Connection& connection, const std::string& name, bool isDemo);

// Refuses a vault whose tables are not exactly the ones that this version makes.
core::Result<void> checkSchema(Connection& connection);

// A damaged name is noted and shown as it is.
[[nodiscard]] core::Result<PracticeInfo> readInfo(Connection& connection, Damage& damage);

}  // namespace palpate::records
