#include "bodygen/chain.h"
#include "bodygen/head_shape.h"
#include "bodygen/tube.h"
#include "core/random.h"

#include <doctest/doctest.h>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

Vec3 randomPoint(core::Random& random, double reach) {
    return {random.between(-reach, reach), random.between(-reach, reach), random.between(-reach, reach)};
}

Tube cylinder(double radius, double length) {
    std::vector<TubeControl> controls;
    for (int i = 0; i < 6; ++i)
        controls.push_back({0.2 * i,
                            Vec3(0.0, length * 0.2 * i, 0.0),
                            Vec3(0.0, 1.0, 0.0),
                            Vec3(1.0, 0.0, 0.0),
                            {radius},
                            {}});
    return {controls, 1.0, 0.001};
}

}  // namespace

TEST_CASE(
    "a smooth minimum lies at most a quarter of its range below the minimum and equals it outside the "
    "range") {
    core::Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const double a = random.between(-1.0, 1.0), b = random.between(-1.0, 1.0),
                     k = random.between(0.01, 0.5);
        const double f = smoothMin(a, b, k), least = std::min(a, b);
        CHECK(f <= least + 1e-15);
        CHECK(f >= least - 0.25 * k - 1e-15);
        if (std::abs(a - b) >= k) CHECK(f == doctest::Approx(least).epsilon(1e-12));
    }
}

TEST_CASE("the weight of a smooth minimum is its derivative") {
    core::Random random(2);
    for (int i = 0; i < 500; ++i) {
        const double a = random.between(-0.1, 0.1), b = random.between(-0.1, 0.1), k = 0.3, h = 1e-6;
        const double slope = (smoothMin(a + h, b, k) - smoothMin(a - h, b, k)) / (2.0 * h);
        CHECK(slope == doctest::Approx(smoothMinWeight(a, b, k)).epsilon(1e-6));
    }
}

TEST_CASE(
    "a round cone's distance is exact: marching it from any side ends on one of its balls or on their hull") {
    const ChainPoint a{Vec3(0.0), 0.03}, b{Vec3(0.1, 0.02, 0.0), 0.01};
    core::Random random(3);
    for (int i = 0; i < 500; ++i) {
        const Vec3 p = randomPoint(random, 0.3);
        // The body is the union of all balls between the two: the distance is the least over them.
        double least = 1.0;
        for (int k = 0; k <= 4000; ++k) {
            const double t = k / 4000.0;
            least = std::min(
                least, glm::distance(p, glm::mix(a.at, b.at, t)) - (a.radius + t * (b.radius - a.radius)));
        }
        CHECK(roundConeDistance(p, a, b) == doctest::Approx(least).epsilon(1e-4));
    }
}

TEST_CASE("a tube with a constant radius is a cylinder with exact distances beside it") {
    const Tube tube = cylinder(0.05, 0.5);
    core::Random random(4);
    for (int i = 0; i < 500; ++i) {
        const double angle = random.between(-3.1, 3.1), rho = random.between(0.01, 0.2),
                     y = random.between(0.1, 0.4);
        const TubeSample sample = tube.sample({rho * std::sin(angle), y, rho * std::cos(angle)});
        CHECK(sample.value == doctest::Approx(rho - 0.05).epsilon(1e-6));
        CHECK(sample.theta == doctest::Approx(angle).epsilon(1e-6));
        CHECK(sample.s == doctest::Approx(2.0 * y).epsilon(1e-6));
    }
}

TEST_CASE("a tube's coordinates and its points are inverse to each other on a bent tube") {
    std::vector<TubeControl> controls;
    for (int i = 0; i < 12; ++i) {
        const double turn = 0.1 * i;
        controls.push_back({0.1 * i,
                            Vec3(0.4 * (1.0 - std::cos(turn)), 0.4 * std::sin(turn), 0.0),
                            Vec3(std::sin(turn), std::cos(turn), 0.0),
                            Vec3(0.0, 0.0, 1.0),
                            {0.04, 0.003},
                            {0.002}});
    }
    const Tube tube(controls, 1.0, 0.01);
    core::Random random(5);
    for (int i = 0; i < 300; ++i) {
        const double index = random.between(1.0, 10.0), theta = random.between(-3.1, 3.1),
                     rho = random.between(0.01, 0.06);
        const TubeSample sample = tube.sample(tube.at(index, theta, rho));
        CHECK(sample.index == doctest::Approx(index).epsilon(1e-4));
        CHECK(sample.theta == doctest::Approx(theta).epsilon(1e-4));
        CHECK(sample.rho == doctest::Approx(rho).epsilon(1e-4));
    }
}

TEST_CASE("a head of degree 0 is a ball and the head is symmetric about the mid-plane") {
    HeadTable ball{Vec3(0.0, 1.5, 0.0), 1, {0.09, 0.0, 0.0}};
    HeadTable lumpy{
        Vec3(0.0, 1.5, 0.0), 3, {0.09, 0.002, 0.003, -0.004, 0.002, 0.001, 0.003, -0.002, 0.001, 0.002}};
    const HeadShape sphere(ball), head(lumpy);
    core::Random random(6);
    for (int i = 0; i < 300; ++i) {
        const Vec3 p = Vec3(0.0, 1.5, 0.0) + randomPoint(random, 0.2);
        CHECK(sphere.sample(p).value == doctest::Approx(glm::distance(p, Vec3(0.0, 1.5, 0.0)) - 0.09));
        CHECK(head.sample(p).value == head.sample(Vec3(-p.x, p.y, p.z)).value);
    }
}

TEST_CASE("the head's slope correction makes its value a distance near the surface") {
    HeadTable lumpy{Vec3(0.0), 2, {0.09, 0.0, 0.002, 0.008, 0.003, -0.006}};
    const HeadShape head(lumpy);
    core::Random random(7);
    for (int i = 0; i < 200; ++i) {
        const Vec3 direction = glm::normalize(randomPoint(random, 1.0) + Vec3(1e-3));
        const Vec3 p = direction * (head.radius(direction) + 0.0005);
        const double h = 1e-5;
        const Vec3 gradient =
            Vec3(head.sample(p + Vec3(h, 0, 0)).value - head.sample(p - Vec3(h, 0, 0)).value,
                 head.sample(p + Vec3(0, h, 0)).value - head.sample(p - Vec3(0, h, 0)).value,
                 head.sample(p + Vec3(0, 0, h)).value - head.sample(p - Vec3(0, 0, h)).value) /
            (2.0 * h);
        CHECK(glm::length(gradient) == doctest::Approx(1.0).epsilon(0.05));
    }
}
