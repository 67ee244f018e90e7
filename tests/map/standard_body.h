#pragma once

#include "map/paint_support.h"
#include "support/standard_body.h"

#include <string>
#include <vector>

namespace palpate::map {

// A random point of a region.
inline body::SkinPoint skinIn(const std::string& region, core::Random& random) {
    const body::Atlas& atlas = test::theBody().atlas();
    const auto wanted = atlas.find(region);
    REQUIRE_MESSAGE(wanted.has_value(), region);
    std::vector<std::uint32_t> triangles;
    for (std::uint32_t t = 0; t < test::theBody().mesh().triangles().size(); ++t) {
        if (atlas.regionOf(test::theBody().mesh().triangles()[t][0]) == *wanted) triangles.push_back(t);
    }
    const auto a = static_cast<float>(random.between(0.0, 0.5));
    const auto b = static_cast<float>(random.between(0.0, 0.5));
    return {triangles[random.below(triangles.size())], {a, b, 1.0F - a - b}};
}

}  // namespace palpate::map
