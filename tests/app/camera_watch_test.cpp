#include "app/camera_watch.h"

#include <doctest/doctest.h>

using palpate::app::CameraWatch;
using palpate::body::Camera;

namespace {

Camera turnedBy(float degrees) {
    Camera camera;
    camera.yawDegrees += degrees;
    return camera;
}

}  // namespace

TEST_CASE("a jump to another view is no movement, nor is the first look") {
    CameraWatch watch;
    watch.look(turnedBy(0.0F), 1.0);
    CHECK_FALSE(watch.isMoving(1.0));
    watch.look(turnedBy(90.0F), 1.05);
    CHECK_FALSE(watch.isMoving(1.05));
    watch.look(turnedBy(180.0F), 3.0);
    CHECK_FALSE(watch.isMoving(3.0));
}

TEST_CASE("a camera that changes again and again moves until it has been still for a moment") {
    CameraWatch watch;
    double now = 10.0, step = 0.0;
    SUBCASE("on a quick machine") {
        step = 0.016;
    }
    SUBCASE("on one that takes a fifth of a second for a picture") {
        step = 0.2;
    }
    watch.look(turnedBy(0.0F), now);
    for (int frame = 1; frame <= 20; ++frame) {
        now += step;
        watch.look(turnedBy(static_cast<float>(frame)), now);
        CHECK(watch.isMoving(now) == (frame > 1));
        watch.look(turnedBy(static_cast<float>(frame)), now);  // the second pass of a frame
        CHECK(watch.isMoving(now) == (frame > 1));
    }
    CHECK(watch.isMoving(now + 0.9 * CameraWatch::kPauseSeconds));
    CHECK(watch.restsAt() == doctest::Approx(now + CameraWatch::kPauseSeconds));
    CHECK_FALSE(watch.isMoving(watch.restsAt()));
    watch.look(turnedBy(21.0F), now + 1.0);
    CHECK_FALSE(watch.isMoving(now + 1.0));
}
