#pragma once

#include "body/camera.h"
#include "ui/action.h"
#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/view_pad.h"

#include <glm/vec2.hpp>

#include <array>
#include <optional>
#include <vector>

namespace palpate::ui {

// The six sides of a cube, by name and as the body's own: pressing one turns the body there. The faces that a
// camera sees, as corners in a square of side 2 around the origin, y downwards; the farthest first.
struct CubeFace {
    body::StandardView view = body::StandardView::Front;
    std::array<glm::vec2, 4> corners{};  // in order
    glm::vec2 middle{0.0F};
    glm::vec2 along{0.0F}, down{0.0F};  // what a text written on it runs along, one unit each
    float facing = 0.0F;                // 0 edge-on .. 1
};
[[nodiscard]] std::vector<CubeFace> cubeFaces(const body::Camera& camera);
[[nodiscard]] bool contains(const CubeFace& face, glm::vec2 point);

std::optional<Action> drawViewCube(Ui& ui, const Rect& rect, const ViewPadModel& model);

}  // namespace palpate::ui
