#pragma once

#include "core/result.h"
#include "map/body_map.h"

#include <cstddef>
#include <span>
#include <vector>

namespace palpate::map {

// A map as bytes: runs of equal value and place, then the place tables. decodeMap(encodeMap(m)) == m.
[[nodiscard]] std::vector<std::byte> encodeMap(const BodyMap& map);
// Any bytes are safe to pass. Errors: not a map, a version from the future, truncated, counts that do not add
// up.
[[nodiscard]] core::Result<BodyMap> decodeMap(std::span<const std::byte> bytes);

}  // namespace palpate::map
