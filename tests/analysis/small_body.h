#pragma once

#include "body/body_model.h"
#include "core/check.h"
#include "map/layer.h"
#include "support/test_bodies.h"

#include <string>
#include <utility>
#include <vector>

namespace palpate::test {

// A square of 2 m x 2 m in four cells, facing forwards. Vertices 0 1 2 / 3 4 5 / 6 7 8 from the bottom, x =
// -1, 0, 1. The middle one, 4, has 4/3 m2, each other one 1/3 m2. Regions: 0 "side_R" (x = -1), 1 "middle", 2
// "side_L" (x = 1).
inline body::BodyModel makeSmallBody() {
    std::vector<body::Region> regions{
        {"side_R", "side", "Side of the belly, right", "Side", body::Side::Right, body::RegionIndex{2}},
        {"middle", "middle", "Middle", "Middle", body::Side::Middle, {}},
        {"side_L", "side", "Side of the belly, left", "Side", body::Side::Left, body::RegionIndex{0}}};
    auto atlas = body::Atlas::create(std::move(regions), {0, 1, 2, 0, 1, 2, 0, 1, 2});
    core::check(atlas.has_value(), "the small atlas is valid");
    return {"neutral", makePlane(2.0F, 2), std::move(*atlas)};
}

inline map::Place placeWith(std::vector<std::string> words, map::Depth depth = map::Depth::Unstated) {
    map::Place place;
    place.words = std::move(words);
    place.depth = depth;
    return place;
}

}  // namespace palpate::test
