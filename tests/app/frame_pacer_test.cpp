#include "app/frame_pacer.h"

#include <doctest/doctest.h>

using palpate::app::FramePacer;

namespace {

int framesUntilIdle(FramePacer& pacer, double now) {
    int frames = 0;
    for (; pacer.isFrameDue(now) && frames < 100; ++frames)
        pacer.frameDrawn(now);
    return frames;
}

}  // namespace

TEST_CASE("after something happened a few frames are drawn and then none") {
    FramePacer pacer;
    CHECK(framesUntilIdle(pacer, 1.0) == FramePacer::kFramesAfterInput);  // the window has just opened
    CHECK(pacer.sleepSeconds(1.0) == FramePacer::kForever);
    pacer.stir();
    pacer.stir();
    CHECK(pacer.sleepSeconds(1.0) == 0.0);
    CHECK(framesUntilIdle(pacer, 1.0) == FramePacer::kFramesAfterInput);
    CHECK_FALSE(pacer.isFrameDue(1.0e6));
}

TEST_CASE("a frame that was wished for comes at its time, once, and the earliest wish counts") {
    FramePacer pacer;
    framesUntilIdle(pacer, 1.0);
    pacer.wantFrameAt(5.0);
    pacer.wantFrameAt(3.0);
    pacer.wantFrameAt(4.0);
    CHECK(pacer.sleepSeconds(1.0) == doctest::Approx(2.0));
    CHECK_FALSE(pacer.isFrameDue(2.9));
    CHECK(pacer.isFrameDue(3.0));
    pacer.frameDrawn(3.0);
    CHECK(pacer.sleepSeconds(3.0) == FramePacer::kForever);
}
