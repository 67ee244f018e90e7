#include "app/frame_pacer.h"

#include <algorithm>

namespace palpate::app {

void FramePacer::wantFrameAt(double seconds) {
    m_at = std::min(m_at, seconds);
}

double FramePacer::sleepSeconds(double now) const {
    if (isFrameDue(now)) return 0.0;
    return m_at >= kForever ? kForever : m_at - now;
}

void FramePacer::frameDrawn(double now) {
    if (m_frames > 0) --m_frames;
    if (m_at <= now) m_at = kForever;
}

}  // namespace palpate::app
