#pragma once

#include "body/body_model.h"
#include "core/random.h"
#include "core/result.h"
#include "document/demo_course.h"
#include "map/stroke.h"

#include <glm/vec3.hpp>

#include <vector>

namespace palpate::document {

// Paints the demo practice's marks the way a hand does: along the skin from the middle of one region to the
// next, never twice quite the same.
class DemoHand {
public:
    // `body` must outlive the hand.
    explicit DemoHand(const body::BodyModel& body);

    // The mark as a stroke at `level` (at least 1). A lower level than the mark's highest also covers less
    // skin. Errors: the body has no region of that name.
    [[nodiscard]] core::Result<map::Stroke> stroke(const DemoMark& mark, int level,
                                                   core::Random& random) const;

private:
    [[nodiscard]] core::Result<std::vector<glm::vec3>> waypoints(const DemoMark& mark,
                                                                 core::Random& random) const;
    [[nodiscard]] std::vector<body::SkinPoint> alongSkin(const std::vector<glm::vec3>& waypoints, float share,
                                                         core::Random& random) const;

    const body::BodyModel& m_body;
    std::vector<glm::vec3> m_middles;  // by region: its vertex nearest to its centroid, metres
};

}  // namespace palpate::document
