#pragma once

#include "body/body_model.h"
#include "body/surface_mesh.h"

#include <cstddef>
#include <memory>

// Bodies made in memory in a few milliseconds, so that tests need no model file. Use with
// `palpate_test(... USES test_bodies)`.
namespace palpate::test {

// A flat sheet in the plane z = 0 facing +Z, `size` metres wide and high, centred at the origin, of `cells` x
// `cells` squares cut in two, alternating like a Union Jack. Mirror-symmetric if `cells` is even.
[[nodiscard]] body::SurfaceMesh makePlane(float size, std::size_t cells);

// A closed ball of triangles around the origin: an icosahedron split `splits` times.
[[nodiscard]] body::SurfaceMesh makeSphere(float radius, int splits);

// A closed cylinder about the Y axis from y = 0 to `height`, with flat ends. `around` and `along` count the
// quads of its wall.
[[nodiscard]] body::SurfaceMesh makeCylinder(float radius, float height, std::size_t around,
                                             std::size_t along);

// A little man, 1.7 m tall, closed, of about 7,000 vertices, the same bit for bit on both sides: head, trunk,
// legs, and arms that hang close beside the trunk without touching it below the armpits.
[[nodiscard]] body::SurfaceMesh makeLittleManMesh();

// The little man with an atlas of regions named as on the standard body: "crown"; left and right ("_L",
// "_R"): "chest" (front) and "midback" (back) of the trunk, "biceps", "forearm_flexor", "quad_mid", "shin".
// Made once and shared; figure "neutral".
[[nodiscard]] std::shared_ptr<const body::BodyModel> makeTestBody();
[[nodiscard]] const body::BodyModel& littleMan();

// Places on the little man (metres): the left arm's inner side, and the ribs across the gap from it.
inline constexpr glm::vec3 kInnerArm{0.2275F, 1.0F, 0.0F};
inline constexpr glm::vec3 kRibsBesideArm{0.15F, 1.0F, 0.0F};

}  // namespace palpate::test
