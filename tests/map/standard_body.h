#pragma once

#include "map/paint_support.h"

#include <string>
#include <vector>

namespace palpate::map {

inline const body::BodyModel& standardBody() {
    static const auto body = [] {
        auto loaded = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
        REQUIRE_MESSAGE(loaded.has_value(), (loaded ? "" : loaded.error().message()));
        return *loaded;
    }();
    return *body;
}

// A random point of a region.
inline body::SkinPoint skinIn(const std::string& region, core::Random& random) {
    const body::Atlas& atlas = standardBody().atlas();
    const auto wanted = atlas.find(region);
    REQUIRE_MESSAGE(wanted.has_value(), region);
    std::vector<std::uint32_t> triangles;
    for (std::uint32_t t = 0; t < standardBody().mesh().triangles().size(); ++t) {
        if (atlas.regionOf(standardBody().mesh().triangles()[t][0]) == *wanted) triangles.push_back(t);
    }
    const auto a = static_cast<float>(random.between(0.0, 0.5));
    const auto b = static_cast<float>(random.between(0.0, 0.5));
    return {triangles[random.below(triangles.size())], {a, b, 1.0F - a - b}};
}

}  // namespace palpate::map
