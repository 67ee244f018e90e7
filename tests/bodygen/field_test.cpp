#include "bodygen/part_coordinates.h"
#include "core/random.h"
#include "neutral_field.h"

#include <numeric>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

}  // namespace

TEST_CASE("the shares of the parts sum to one everywhere and none is negative") {
    core::Random random(11);
    for (int i = 0; i < 3000; ++i) {
        const Vec3 p(random.between(-0.8, 0.8), random.between(0.0, 1.75), random.between(-0.2, 0.3));
        const PartWeights weights = neutralField().weights(p);
        CHECK(std::accumulate(weights.begin(), weights.end(), 0.0) == doctest::Approx(1.0).epsilon(1e-12));
        CHECK(*std::min_element(weights.begin(), weights.end()) >= 0.0);
    }
}

TEST_CASE("the field has the same bits on both sides of the mid-plane") {
    core::Random random(12);
    for (int i = 0; i < 2000; ++i) {
        const Vec3 p(random.between(0.0, 0.8), random.between(0.0, 1.75), random.between(-0.2, 0.3));
        const Vec3 q(-p.x, p.y, p.z);
        CHECK(neutralField().value(p) == neutralField().value(q));
        const Vec3 a = neutralField().normal(p), b = neutralField().normal(q);
        CHECK(a == Vec3(-b.x, b.y, b.z));
    }
}

TEST_CASE("no point of the body lies below the ground and the head reaches the stature") {
    const BodyField& field = neutralField();
    core::Random random(13);
    for (int i = 0; i < 2000; ++i)
        CHECK(field.value(Vec3(random.between(0.0, 0.4), -0.001, random.between(-0.2, 0.3))) > 0.0);
    const auto top =
        field.crossing(Vec3(0.0, 2.2, field.shape().frame.headCentre.z), Vec3(0.0, -1.0, 0.0), 1.0);
    REQUIRE(top);
    CHECK(top->y == doctest::Approx(1.70).epsilon(0.01));
}

TEST_CASE("palms face forward and elbows are straight in the chart pose") {
    const BodyShape& shape = neutralField().shape();
    CHECK(shape.frame.hand.dorsal.z < -0.95);
    const Vec3 shoulder = shape.figure.joint("shoulder"), elbow = shape.figure.joint("elbow");
    const Vec3 upper = glm::normalize(elbow - shoulder),
               fore = glm::normalize(shape.figure.joint("wrist") - elbow);
    CHECK(glm::dot(upper, fore) > std::cos(0.14));
    CHECK(std::acos(-upper.y) == doctest::Approx(40.0 * M_PI / 180.0).epsilon(0.01));
}

TEST_CASE("coordinates name the places they are documented for") {
    const BodyField& field = neutralField();
    const auto named = namedPoints(field);
    const auto at = [&](std::string_view name) {
        const auto found =
            std::find_if(named.begin(), named.end(), [&](const NamedPoint& p) { return p.name == name; });
        REQUIRE(found != named.end());
        return surfacePoint(field, found->position);
    };
    const SurfacePoint kneecap = at("patella");
    CHECK(kneecap.part == Part::Leg);
    REQUIRE(kneecap.leg);
    CHECK(kneecap.leg->s == doctest::Approx(0.955).epsilon(0.02));
    CHECK(std::abs(kneecap.leg->theta) < 12.0);
    const SurfacePoint elbow = at("olecranon");
    REQUIRE(elbow.arm);
    CHECK(elbow.arm->s == doctest::Approx(1.0).epsilon(0.03));
    CHECK(std::abs(elbow.arm->theta) > 165.0);
    const SurfacePoint vertebra = at("c7");
    CHECK(vertebra.side == 0);
    CHECK(vertebra.torsoFraction == doctest::Approx(1.0).epsilon(0.01));
    const SurfacePoint knuckle = at("pip2");
    REQUIRE(knuckle.digit);
    CHECK(knuckle.digit->part == Part::Index);
    CHECK(knuckle.digit->along == doctest::Approx(2.0).epsilon(0.1));
    CHECK(std::abs(knuckle.digit->around) < 30.0);
}

TEST_CASE("a mirrored point has the same coordinates and the other side") {
    const BodyField& field = neutralField();
    core::Random random(14);
    for (int i = 0; i < 300; ++i) {
        const Vec3 p(random.between(0.01, 0.6), random.between(0.0, 1.7), random.between(-0.1, 0.2));
        const SurfacePoint left = surfacePoint(field, p), right = surfacePoint(field, Vec3(-p.x, p.y, p.z));
        CHECK(left.side == 1);
        CHECK(right.side == -1);
        CHECK(left.part == right.part);
        CHECK(left.weights == right.weights);
        CHECK(left.arm.has_value() == right.arm.has_value());
        if (left.arm) CHECK(left.arm->theta == right.arm->theta);
    }
}
