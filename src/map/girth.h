#pragma once

#include "body/body_model.h"
#include "body/skin_point.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace palpate::map {

// A straight piece of a girth, across one triangle.
struct GirthPiece {
    std::uint32_t triangle = 0;
    glm::vec3 from{0.0F}, to{0.0F};  // weights of the triangle's corners
};

// A closed way round a limb, the neck or the trunk: where a plane through a point cuts the skin, as far as
// the cut hangs together with that point.
struct Girth {
    std::vector<GirthPiece>
        pieces;  // each begins where the one before it ends, the first where the last does
    glm::vec3 axis{0.0F, 1.0F, 0.0F};  // unit, along the limb, across the plane
    float length = 0.0F;               // metres
};

// The girth at a point. Of the planes through it that lean at most 30 degrees off the normal there, the one
// with the shortest way round is taken, where length counts for more the more the normals along the way point
// along the axis: across a limb they do not. Its axis is then made that of the limb, which is the direction
// that the normals all round have least of (the least eigenvector of the sum of their outer products, by
// length), so that a limb that tapers is cut straight and not slanted. Empty where no way closes, on a body
// with holes. A point and its mirror image give mirrored girths bit for bit.
[[nodiscard]] std::optional<Girth> girthAt(const body::BodyModel& body, const body::SkinPoint& point);

// Points along a girth, at most `spacing` metres apart but for the corners that they cut; at least one.
[[nodiscard]] std::vector<body::SkinPoint> pointsAlong(const Girth& girth, const body::SurfaceMesh& mesh,
                                                       float spacing);

}  // namespace palpate::map
