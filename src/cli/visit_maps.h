#pragma once

#include "core/time.h"
#include "records/practice.h"

#include <string>
#include <vector>

namespace palpate::cli {

template <typename Json>
[[nodiscard]] Json mapJson(const records::MapInfo& map) {
    return {{"author", clinic::authorId(map.key.author)},
            {"moment", clinic::momentId(map.key.moment)},
            {"completed", map.completed},
            {"changed", core::toIso(map.changed)}};
}
// "client before (finished), therapist before (not finished)"
[[nodiscard]] std::string mapsText(const std::vector<records::MapInfo>& maps);

}  // namespace palpate::cli
