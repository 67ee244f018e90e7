#pragma once

#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "body/camera.h"
#include "body/overlay_kind.h"
#include "ui/spots.h"

#include <glm/vec2.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palpate::ui {

// A place within an area where its name can stand or a line to its name can end.
struct AreaSample {
    SpotAnchor anchor;
    float room = 0.0F;  // metres to the nearest skin that does not belong to the area
};

// A region, muscle or dermatome as its name is shown upon the body.
struct OverlayArea {
    std::string name;                 // short and without its side: "Biceps", "C5"
    std::string base;                 // the same for left and right
    bool uncertain = false;           // no source names a place in it
    float size = 0.0F;                // square metres
    std::vector<AreaSample> samples;  // the deepest first, then spread over the area
};

// All areas of a kind, in the order of their labels. `labels` may be null for regions. `clinical`: muscles by
// their clinical names. Walks the mesh once and some; to be kept.
[[nodiscard]] std::vector<OverlayArea> overlayAreas(const body::BodyModel& body, body::OverlayKind kind,
                                                    const body::AtlasLabels* labels, bool clinical);

// An area that faces the viewer with nothing before it.
struct SeenArea {
    std::size_t area = 0;
    glm::vec2 at{0.0F};  // pixels from the picture's top left: the roomiest of its samples that are seen
    float room = 0.0F;   // pixels from there to the nearest skin of another area
    float size = 0.0F;   // square pixels that it fills, about
};
// Largest first; those that fill less than `smallest` square pixels are left out. Skin outside of `part` is
// not seen; null: all of it is.
[[nodiscard]] std::vector<SeenArea> seenAreas(std::span<const OverlayArea> areas, const body::BodyModel& body,
                                              const body::Camera& camera, glm::vec2 size, float smallest,
                                              const body::BodyPart* part = nullptr);

// "Top of the shoulder (upper trapezius), left" -> "Top of the shoulder".
[[nodiscard]] std::string shortName(const std::string& name, bool hasSide);

}  // namespace palpate::ui
