#pragma once

#include "core/result.h"
#include "records/sqlite_connection.h"

#include <cstdint>

namespace palpate::records {

// "PLPT": what the header of the file says it is.
inline constexpr std::uint32_t kApplicationId = 0x504c5054;
inline constexpr std::uint32_t kFormatVersion = 1;

// Fills an empty file with empty tables, within a change.
core::Result<void> createSchema(Connection& connection);

// Refuses a vault whose tables are not exactly the ones that this version makes.
core::Result<void> checkSchema(Connection& connection);

}  // namespace palpate::records
