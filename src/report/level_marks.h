#pragma once

#include "body/body_model.h"
#include "body/camera.h"
#include "map/layer.h"
#include "report/sheet_model.h"

#include <vector>

namespace palpate::report {

// One mark for each patch of a layer that a camera sees enough of: the vertex, of those that face the camera
// and that nothing hides, nearest to the middle of what is seen. A patch is painted skin of one place that
// hangs together. Largest first.
[[nodiscard]] std::vector<LevelMark> levelMarks(const body::BodyModel& body, const map::Layer& layer,
                                                const body::Camera& camera);

}  // namespace palpate::report
