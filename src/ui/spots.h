#pragma once

#include "body/body_model.h"
#include "body/body_part.h"
#include "body/camera.h"
#include "map/layer.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// A place on the skin that a number can be written on.
struct SpotAnchor {
    std::uint32_t vertex = 0;
    glm::vec3 position{0.0F};  // metres
    glm::vec3 normal{0.0F};
};

// One connected painted patch of one place: what a number is written on.
struct Spot {
    map::LayerKind layer = map::LayerKind::Pain;
    map::PlaceNumber place = map::kNoPlace;
    int level = 0;               // the highest in it, rounded
    std::string technique = {};  // treated: map::techniqueLetter()
    double areaCm2 = 0.0;        // on the figure
    SpotAnchor middle;           // the vertex of the patch nearest to its middle
    // Spread over the rest of the patch, for views that do not see the middle.
    std::vector<SpotAnchor> others;
};

// All patches of at least 1 cm2, largest first. Walks the mesh once.
[[nodiscard]] std::vector<Spot> findSpots(const body::SurfaceMesh& mesh, const map::Layer& layer);

// Where in a picture of `size` pixels it is seen; empty if it faces away, lies outside of the picture or has
// something before it. Skin outside of `part` is not seen; null: all of it is.
[[nodiscard]] std::optional<glm::vec2> seenAt(const SpotAnchor& anchor, const body::BodyModel& body,
                                              const body::Camera& camera, glm::vec2 size,
                                              const body::BodyPart* part = nullptr);
// Where in a picture of `size` pixels the spot is seen: its middle or, if that faces away or something is
// before it, the anchor nearest to the middle of those that are seen. Empty if none is. Skin outside of
// `part` is not seen; null: all of it is.
[[nodiscard]] std::optional<glm::vec2> seenAt(const Spot& spot, const body::BodyModel& body,
                                              const body::Camera& camera, glm::vec2 size,
                                              const body::BodyPart* part = nullptr);

}  // namespace palpate::ui
