#pragma once

#include "body/camera.h"

#include <limits>
#include <optional>

namespace palpate::app {

// Whether what a camera shows is being moved: turned, shifted or zoomed by hand or by a transition. A single
// jump to another view is none, so that it is drawn once and as it stays.
class CameraWatch {
public:
    // How soon after another a change belongs to the same movement, however slowly pictures are drawn.
    static constexpr double kSameMovementSeconds = 0.3;
    // How long it is still before it is at rest.
    static constexpr double kPauseSeconds = 0.12;

    // Tells what is shown at `seconds`, on a clock that never goes back.
    void look(const body::Camera& camera, double seconds) {
        if (m_camera == camera) return;
        const bool isFirst = !m_camera.has_value();
        m_camera = camera;
        if (isFirst) return;
        if (seconds - m_changedAt < kSameMovementSeconds) m_restsAt = seconds + kPauseSeconds;
        m_changedAt = seconds;
    }
    [[nodiscard]] bool isMoving(double seconds) const { return seconds < m_restsAt; }
    // When the movement that was seen last is over.
    [[nodiscard]] double restsAt() const { return m_restsAt; }

private:
    std::optional<body::Camera> m_camera;
    double m_changedAt = -std::numeric_limits<double>::infinity();
    double m_restsAt = -std::numeric_limits<double>::infinity();
};

}  // namespace palpate::app
