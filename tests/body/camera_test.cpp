#include "body/camera.h"

#include "core/random.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include <cmath>
#include <set>
#include <string>

using namespace palpate;
using body::Box;
using body::Camera;
using body::Ray;
using body::StandardView;
using Projection = body::Camera::Projection;

namespace {

constexpr glm::vec2 kSize{1280.0F, 800.0F};
constexpr float kAspect = 1.6F;

Camera randomCamera(core::Random& random) {
    Camera camera;
    camera.target = {random.between(-0.3, 0.3), random.between(0.2, 1.6), random.between(-0.2, 0.2)};
    camera.yawDegrees = static_cast<float>(random.between(0.0, 360.0));
    camera.pitchDegrees = static_cast<float>(random.between(-89.0, 89.0));
    camera.height = static_cast<float>(random.between(0.2, 2.2));
    camera.projection = random.below(2) == 0 ? Projection::Perspective : Projection::Orthographic;
    return camera;
}

glm::vec2 randomPixel(core::Random& random) {
    return {random.between(0.0, 1280.0), random.between(0.0, 800.0)};
}

// A place near the target, so that it is before the eye.
glm::vec3 placeNear(const Camera& camera, core::Random& random) {
    const double reach = 0.4 * static_cast<double>(camera.height);
    return camera.target + glm::vec3(random.between(-reach, reach), random.between(-reach, reach),
                                     random.between(-reach, reach));
}

Box bodyBox() {
    return test::makeTestBody()->mesh().bounds();
}

}  // namespace

TEST_CASE("what a ray through a pixel meets is drawn at that pixel") {
    core::Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const Camera camera = randomCamera(random);
        const glm::vec2 pixel = randomPixel(random);
        const Ray ray = camera.rayThrough(pixel, kSize);
        CHECK(glm::length(ray.direction) == doctest::Approx(1.0).epsilon(1e-5));
        const float along =
            glm::distance(ray.origin, camera.target) * static_cast<float>(random.between(0.6, 1.4));
        CHECK(glm::distance(camera.project(ray.origin + ray.direction * along, kSize), pixel) < 0.05F);
    }
}

TEST_CASE(
    "projecting agrees with the matrices that the graphics card gets, and depth lies within the clip range") {
    core::Random random(2);
    for (int i = 0; i < 2000; ++i) {
        const Camera camera = randomCamera(random);
        const glm::vec3 place = placeNear(camera, random);
        const glm::vec4 clip =
            camera.projectionMatrix(kAspect) * camera.viewMatrix() * glm::vec4(place, 1.0F);
        const glm::vec3 ndc = glm::vec3(clip) / clip.w;
        const glm::vec2 pixel{(ndc.x + 1.0F) * 0.5F * kSize.x, (1.0F - ndc.y) * 0.5F * kSize.y};
        CHECK(glm::distance(pixel, camera.project(place, kSize)) < 0.05F);
        CHECK(std::abs(ndc.z) < 1.0F);
    }
}

TEST_CASE("the height is what is seen at the target from bottom to top, in both projections") {
    for (const Projection projection : {Projection::Orthographic, Projection::Perspective}) {
        Camera camera;
        camera.projection = projection;
        camera.height = 1.5F;
        CHECK(camera.project(camera.target + glm::vec3(0.0F, 0.75F, 0.0F), kSize).y ==
              doctest::Approx(0.0).scale(800.0));
        CHECK(camera.project(camera.target - glm::vec3(0.0F, 0.75F, 0.0F), kSize).y ==
              doctest::Approx(800.0));
    }
}

TEST_CASE("the field of view is 28 degrees") {
    Camera camera;
    const double half = std::atan(0.5 * static_cast<double>(camera.height) /
                                  static_cast<double>(glm::distance(camera.eye(), camera.target)));
    CHECK(2.0 * half * 57.29577951 == doctest::Approx(28.0));
}

TEST_CASE("turning keeps the pivot where it is in the picture") {
    core::Random random(3);
    for (int i = 0; i < 2000; ++i) {
        Camera camera = randomCamera(random);
        const glm::vec3 pivot = placeNear(camera, random);
        const glm::vec2 before = camera.project(pivot, kSize);
        const float height = camera.height;
        orbit(camera, pivot, static_cast<float>(random.between(-200.0, 200.0)),
              static_cast<float>(random.between(-100.0, 100.0)));
        CHECK(glm::distance(camera.project(pivot, kSize), before) < 0.05F);
        CHECK(camera.height == height);
        CHECK(camera.yawDegrees >= 0.0F);
        CHECK(camera.yawDegrees < 360.0F);
        CHECK(std::abs(camera.pitchDegrees) <= 89.0F);
    }
}

TEST_CASE("a client's camera only turns round, also from a view outside of its limit") {
    Camera camera;
    orbit(camera, camera.target, 30.0F, 20.0F, 0.0F);
    CHECK(camera.pitchDegrees == 0.0F);
    CHECK(camera.yawDegrees == doctest::Approx(30.0));
    Camera top = standardCamera(StandardView::Top, bodyBox(), kAspect);
    orbit(top, top.target, 10.0F, 5.0F, 89.0F);
    CHECK(top.pitchDegrees == 90.0F);
    orbit(top, top.target, 0.0F, -5.0F, 89.0F);
    CHECK(top.pitchDegrees == 85.0F);
}

TEST_CASE("panning moves the picture with the pointer and keeps the target on the body") {
    core::Random random(4);
    const Box box = bodyBox();
    for (int i = 0; i < 500; ++i) {
        Camera camera = randomCamera(random);
        camera.target = box.centre();
        const glm::vec3 grabbed = camera.target;
        const glm::vec2 before = camera.project(grabbed, kSize);
        pan(camera, {3.0F, -2.0F}, kSize.y, box);
        CHECK(glm::distance(camera.project(grabbed, kSize), before + glm::vec2(3.0F, -2.0F)) < 0.01F);
        pan(camera, {random.between(-9000.0, 9000.0), random.between(-9000.0, 9000.0)}, kSize.y, box);
        for (glm::length_t axis = 0; axis < 3; ++axis) {
            CHECK(camera.target[axis] >= box.lowest[axis]);
            CHECK(camera.target[axis] <= box.highest[axis]);
        }
    }
}

TEST_CASE("zooming keeps what is under the pointer and stays between 1 and 12 times") {
    core::Random random(5);
    for (int i = 0; i < 1000; ++i) {
        Camera camera = randomCamera(random);
        const glm::vec3 pivot = placeNear(camera, random);
        const glm::vec2 before = camera.project(pivot, kSize);
        zoomAbout(camera, static_cast<float>(random.between(0.3, 3.0)), pivot, 2.2F);
        CHECK(glm::distance(camera.project(pivot, kSize), before) < 0.05F);
        CHECK(camera.height <= 2.2F);
        CHECK(camera.height >= 2.2F / 12.0F);

        Camera other = randomCamera(random);
        const glm::vec2 pixel = randomPixel(random);
        const Ray ray = other.rayThrough(pixel, kSize);
        const float toTarget = glm::dot(other.target - ray.origin, -other.towardsEye()) /
                               glm::dot(ray.direction, -other.towardsEye());
        const glm::vec3 under = ray.origin + ray.direction * toTarget;
        zoom(other, 1.15F, pixel, kSize, 2.2F);
        CHECK(glm::distance(other.project(under, kSize), pixel) < 0.05F);
    }
    Camera camera;
    for (int i = 0; i < 100; ++i)
        zoom(camera, 1.15F, {640.0F, 400.0F}, kSize, 2.0F);
    CHECK(camera.height == doctest::Approx(2.0 / 12.0));
    for (int i = 0; i < 100; ++i)
        zoom(camera, 1.0F / 1.15F, {640.0F, 400.0F}, kSize, 2.0F);
    CHECK(camera.height == 2.0F);
}

TEST_CASE("the person's left is on the right of the front view and on the left of the back view") {
    const Box box = bodyBox();
    const glm::vec3 leftHand{0.3F, 0.8F, 0.0F}, nose{0.0F, 1.6F, 0.1F};
    const auto pixelX = [&](StandardView view, const glm::vec3& place) {
        return standardCamera(view, box, kAspect).project(place, kSize).x;
    };
    CHECK(pixelX(StandardView::Front, leftHand) > 700.0F);
    CHECK(pixelX(StandardView::Back, leftHand) < 580.0F);
    CHECK(pixelX(StandardView::Top, leftHand) > 700.0F);
    CHECK(pixelX(StandardView::Soles, leftHand) > 700.0F);
    // From the person's left the face looks to the left of the picture, from the right to its right.
    CHECK(pixelX(StandardView::Left, nose) < pixelX(StandardView::Left, box.centre()));
    CHECK(pixelX(StandardView::Right, nose) > pixelX(StandardView::Right, box.centre()));
}

TEST_CASE("each standard view sees the side it is named after") {
    const auto body = test::makeTestBody();
    const glm::vec3 expected[] = {{0, 0, 1}, {0, 0, -1}, {1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}};
    for (std::size_t i = 0; i < body::kStandardViews.size(); ++i) {
        const Camera camera = standardCamera(body::kStandardViews[i], body->mesh().bounds(), kAspect);
        CHECK(camera.towardsEye() == expected[i]);  // to the bit: no rounding in standard views
    }
}

TEST_CASE("a standard view shows the whole body with its margin around, in any shape of picture") {
    const auto body = test::makeTestBody();
    for (const StandardView view : body::kStandardViews) {
        for (const glm::vec2 size :
             {glm::vec2(1280.0F, 800.0F), glm::vec2(300.0F, 900.0F), glm::vec2(500.0F, 500.0F)}) {
            for (const Projection projection : {Projection::Orthographic, Projection::Perspective}) {
                const Camera camera =
                    standardCamera(view, body->mesh().bounds(), size.x / size.y, projection, 0.08F);
                glm::vec2 lowest(1e9F), highest(-1e9F);
                for (const glm::vec3& p : body->mesh().positions()) {
                    const glm::vec2 pixel = camera.project(p, size) / size;
                    lowest = glm::min(lowest, pixel);
                    highest = glm::max(highest, pixel);
                }
                const float margin = projection == Projection::Orthographic ? 0.0799F : 0.06F;
                CHECK(std::min(lowest.x, lowest.y) > margin);
                CHECK(std::max(highest.x, highest.y) < 1.0F - margin);
                const float share = std::max(highest.x - lowest.x, highest.y - lowest.y);
                if (projection == Projection::Orthographic)
                    CHECK(share == doctest::Approx(0.84).epsilon(1e-3));
            }
        }
    }
}

TEST_CASE("views are found by their names, and unknown names are not") {
    std::set<std::string> names;
    for (const StandardView view : body::kStandardViews) {
        CHECK(body::standardViewFromId(body::standardViewId(view)) == view);
        names.insert(body::standardViewName(view));
    }
    CHECK(names.size() == body::kStandardViews.size());
    CHECK_FALSE(body::standardViewFromId("Front").has_value());
    CHECK_FALSE(body::standardViewFromId("").has_value());
}

TEST_CASE("on the way between two cameras it begins and ends exactly there and turns the short way") {
    core::Random random(6);
    for (int i = 0; i < 500; ++i) {
        const Camera from = randomCamera(random), to = randomCamera(random);
        CHECK(between(from, to, 0.0F) == from);
        CHECK(between(from, to, 1.0F) == to);
        float turned = 0.0F;
        Camera last = from;
        for (int step = 1; step <= 20; ++step) {
            const Camera now = between(from, to, static_cast<float>(step) / 20.0F);
            turned += std::abs(std::remainder(now.yawDegrees - last.yawDegrees, 360.0F));
            CHECK(now.height <= std::max(from.height, to.height) * 1.0001F);
            CHECK(now.height >= std::min(from.height, to.height) * 0.9999F);
            last = now;
        }
        CHECK(turned <= 180.1F);
    }
}

TEST_CASE("a framed part just fits, from every direction and in every shape of picture") {
    core::Random random(31);
    const auto body = test::makeTestBody();
    for (int i = 0; i < 200; ++i) {
        const glm::vec2 size{random.between(200.0, 1600.0), random.between(200.0, 1200.0)};
        const float margin = 0.08F;
        const Camera camera = body::framed(static_cast<float>(random.between(-720.0, 720.0)),
                                           static_cast<float>(random.between(-90.0, 90.0)),
                                           body->mesh().positions(), size.x / size.y, margin);
        glm::vec2 low(1.0e9F), high(-1.0e9F);
        for (const glm::vec3& position : body->mesh().positions()) {
            const glm::vec2 at = camera.project(position, size);
            low = {std::min(low.x, at.x), std::min(low.y, at.y)};
            high = {std::max(high.x, at.x), std::max(high.y, at.y)};
        }
        const glm::vec2 least = size * 0.0F, share = (high - low) / size;
        CHECK(low.x >= least.x);
        CHECK(low.y >= least.y);
        CHECK(high.x <= size.x);
        CHECK(high.y <= size.y);
        CHECK(std::max(share.x, share.y) ==
              doctest::Approx(1.0 - 2.0 * static_cast<double>(margin)).epsilon(1e-3));
    }
}

TEST_CASE("whatever is zoomed and moved, the body cannot be lost, and all the way out it is in the middle") {
    core::Random random(32);
    const Box box = bodyBox();
    const float fit = body::standardCamera(StandardView::Front, box, kAspect).height;
    for (int i = 0; i < 300; ++i) {
        Camera camera = randomCamera(random);
        for (int step = 0; step < 20; ++step) {
            body::zoom(camera, static_cast<float>(random.between(0.4, 2.5)), randomPixel(random), kSize, fit);
            body::keepInSight(camera, box, fit);
            CHECK(camera.target.x >= box.lowest.x - 1e-4F);
            CHECK(camera.target.x <= box.highest.x + 1e-4F);
            CHECK(camera.target.y >= box.lowest.y - 1e-4F);
            CHECK(camera.target.y <= box.highest.y + 1e-4F);
        }
        body::zoom(camera, 0.001F, randomPixel(random), kSize, fit);
        body::keepInSight(camera, box, fit);
        CHECK(camera.height == doctest::Approx(static_cast<double>(fit)));
        CHECK(glm::distance(camera.target, box.centre()) < 1e-4F);
    }
}
