#pragma once

#include "body/surface_mesh.h"
#include "map/layer.h"
#include "map/paint_scratch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::map {

struct SoftenedVertex {
    std::uint32_t vertex = 0;
    Value value = 0;
};

// The values that the painted skin under the brush takes when its levels are evened out: kSoftenRounds times
// each vertex goes half of the way, times its weight under the brush, to the mean of its neighbours. Bare
// skin counts as 0 in the mean and stays bare; painted skin stays painted, with half a level at the least. So
// levels change and the painted area does not, and no value comes out above the highest around it. Ascending,
// each vertex once; the same for a mirrored layer and dab, bit for bit.
[[nodiscard]] std::vector<SoftenedVertex> soften(const body::SurfaceMesh& mesh, const Layer& layer,
                                                 std::span<const DabVertex> dab);

inline constexpr int kSoftenRounds = 4;

}  // namespace palpate::map
