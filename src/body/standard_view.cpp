#include "body/camera.h"
#include "core/text.h"

#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::body {

namespace {

struct Entry {
    const char* id;
    const char* name;
    float yawDegrees, pitchDegrees;
};

const Entry& entryOf(StandardView view) {
    static constexpr std::array<Entry, kStandardViews.size()> kEntries{{{"front", "Front", 0.0F, 0.0F},
                                                                        {"back", "Back", 180.0F, 0.0F},
                                                                        {"left", "Left", 90.0F, 0.0F},
                                                                        {"right", "Right", 270.0F, 0.0F},
                                                                        {"top", "Top", 0.0F, 90.0F},
                                                                        {"soles", "Soles", 0.0F, -90.0F}}};
    return kEntries[static_cast<std::size_t>(view)];
}

// The box as the camera sees it, in metres: width, height, depth.
glm::vec3 seenSize(const Box& bounds, const Entry& entry) {
    const glm::vec3 size = bounds.size();
    if (entry.pitchDegrees != 0.0F) return {size.x, size.z, size.y};
    const bool fromTheSide = entry.yawDegrees == 90.0F || entry.yawDegrees == 270.0F;
    return fromTheSide ? glm::vec3(size.z, size.y, size.x) : size;
}

}  // namespace

const char* standardViewId(StandardView view) {
    return entryOf(view).id;
}

const char* standardViewName(StandardView view) {
    return core::tr(entryOf(view).name);
}

std::optional<StandardView> standardViewFromId(std::string_view id) {
    const auto* found = std::find_if(kStandardViews.begin(), kStandardViews.end(),
                                     [id](StandardView view) { return id == standardViewId(view); });
    return found == kStandardViews.end() ? std::nullopt : std::optional(*found);
}

Camera standardCamera(StandardView view, const Box& bounds, float aspect, Camera::Projection projection,
                      float margin) {
    const Entry& entry = entryOf(view);
    const glm::vec3 seen = seenSize(bounds, entry);
    Camera camera;
    camera.target = bounds.centre();
    camera.yawDegrees = entry.yawDegrees;
    camera.pitchDegrees = entry.pitchDegrees;
    camera.projection = projection;
    camera.height = std::max(seen.y, seen.x / aspect) / (1.0F - 2.0F * margin);
    if (projection == Camera::Projection::Perspective) {
        // What is nearer than the target looks larger: the box's near face has to fit.
        camera.height += seen.z * std::tan(glm::radians(Camera::kFieldOfViewDegrees * 0.5F));
    }
    return camera;
}

}  // namespace palpate::body
