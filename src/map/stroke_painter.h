#pragma once

#include "body/body_model.h"
#include "body/skin_distance.h"
#include "core/result.h"
#include "map/body_map.h"
#include "map/delta.h"
#include "map/stroke.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::map {

// Says why a stroke cannot be painted on this body: level out of the layer's scale, diameter out of range, no
// points, unknown region, a triangle that does not exist, another topology, words the layer does not know.
[[nodiscard]] core::Result<void> validate(const Stroke& stroke, const body::BodyModel& body);

// Paints one stroke while it is being made.
//
// Paint sets the level and never builds up: within 80 % of the radius a vertex becomes the level, in the rim
// it becomes max(what it was, weight x level). Reach is along the skin, and skin whose normal turns away by
// more than 100 degrees from the point hit is left alone. Stamps lie 0.15 radius apart along the way between
// two points.
class StrokePainter {
public:
    // `header` is the stroke without its points and must be valid but for those; a fill is done at once.
    // `body` and `map` must outlive the painter, and nothing else may change `map` meanwhile.
    StrokePainter(const body::BodyModel& body, BodyMap& map, Stroke header);

    // Paints from the last point to this one.
    void add(const body::SkinPoint& point);

    // What was painted so far, points included.
    [[nodiscard]] const Stroke& stroke() const { return m_stroke; }
    // The whole change since the beginning; the painter must not be used afterwards. Empty: nothing changed.
    [[nodiscard]] LayerDelta finish();

private:
    const body::BodyModel& m_body;
    BodyMap& m_map;
    Stroke m_stroke;
};

// Validates, paints and returns the change. The same stroke on the same map gives the same bits, live or
// replayed.
[[nodiscard]] core::Result<LayerDelta> paintStroke(const body::BodyModel& body, BodyMap& map,
                                                   const Stroke& stroke);

}  // namespace palpate::map
