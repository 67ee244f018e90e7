#pragma once

#include <cstdint>

namespace palpate::app {

// Says when a frame is to be drawn: a few after something happened, then none until something happens again.
// Dear ImGui needs a second frame to settle after input, and a third to show what the second changed.
class FramePacer {
public:
    static constexpr int kFramesAfterInput = 3;

    // Something happened: input, or the document changed.
    void stir() { m_frames = kFramesAfterInput; }
    // A frame is wanted at that time even if nothing happens; the earliest wish counts.
    void wantFrameAt(double seconds);

    [[nodiscard]] bool isFrameDue(double now) const { return m_frames > 0 || m_at <= now; }
    // How long to sleep if nothing happens; 0 = draw now, kForever = until something happens.
    [[nodiscard]] double sleepSeconds(double now) const;
    void frameDrawn(double now);

    static constexpr double kForever = 1.0e9;

private:
    int m_frames = kFramesAfterInput;
    double m_at = kForever;
};

}  // namespace palpate::app
