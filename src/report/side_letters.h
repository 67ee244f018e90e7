#pragma once

#include "body/camera.h"
#include "body/surface_mesh.h"

#include <glm/vec3.hpp>

#include <string>
#include <vector>

namespace palpate::report {

// "R" or "L" and the place in the world beside which it stands.
struct SideLetter {
    std::string letter;
    glm::vec3 position{0.0F};
};

// The letters of a view: beside the head, where there is room; from the side one, behind the head; from above
// and below beside the arms. Where they stand in a picture follows from the body and the camera alone, so
// that no view can name the wrong side.
[[nodiscard]] std::vector<SideLetter> sideLetters(body::StandardView view, const body::Box& bounds);

}  // namespace palpate::report
