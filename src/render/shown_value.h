#pragma once

#include "body/surface_mesh.h"

#include <cstdint>
#include <span>

namespace palpate::render {

// What is interpolated over the skin to show a layer: a painted vertex's own value (tenths), and below it how
// far outside of the paint a bare vertex lies, as a value below zero.
//
// A layer's values stop at zero, so that interpolating them would draw the border of a mark close around
// every bare vertex: a star instead of a circle. Beside paint with a soft rim the rim's own slope goes on
// below zero; beside a hard edge the border runs midway between the painted and the bare vertex, which is
// also how areas are measured. No painted vertex looks different for it, and none farther than two edges from
// a change.
[[nodiscard]] std::int8_t shownValue(const body::SurfaceMesh& mesh, std::span<const std::uint8_t> values,
                                     std::uint32_t vertex);

}  // namespace palpate::render
