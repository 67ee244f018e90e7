#pragma once

#include "body/body_model.h"
#include "body/camera.h"
#include "map/pin.h"

#include <glm/vec3.hpp>

#include <string>
#include <vector>

namespace palpate::report {

class Canvas;

// A pin that a view shows. Its kind is told by its shape and letter, its grade beside it.
struct PinSign {
    glm::vec3 position{0.0F};
    map::PinKind kind = map::PinKind::TriggerPoint;
    std::string grade;  // "II"; empty: not stated
};

// The pins that face the camera and that nothing hides, in the order of their numbers.
[[nodiscard]] std::vector<PinSign> pinSigns(const body::BodyModel& body, const map::PinTable& pins,
                                            const body::Camera& camera);

// Around (x, y), in millimetres: a diamond T for a trigger point, a disc P for a tender point, a bar S for a
// scar.
void drawPinSign(Canvas& canvas, double x, double y, const PinSign& sign);
// What the signs mean, a line each, from (x, y) upwards.
void drawPinKey(Canvas& canvas, double x, double y);

}  // namespace palpate::report
