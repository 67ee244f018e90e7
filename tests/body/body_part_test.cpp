#include "body/body_part.h"

#include "core/random.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <set>
#include <string>

using namespace palpate;
using body::BodyPart;

namespace {

std::shared_ptr<const BodyPart> partNamed(const body::BodyModel& body, std::string_view id) {
    auto part = BodyPart::create(body, id);
    REQUIRE(part.has_value());
    return *part;
}

// Towards the body from any side.
body::Ray randomRay(const body::BodyModel& body, core::Random& random) {
    const auto positions = body.mesh().positions();
    const auto at = positions[static_cast<std::size_t>(random.below(static_cast<int>(positions.size())))];
    const glm::vec3 direction = glm::normalize(
        glm::vec3(random.between(-1.0, 1.0), random.between(-1.0, 1.0), random.between(-1.0, 1.0)) + 1.0e-3F);
    return {at - 3.0F * direction, direction};
}

}  // namespace

TEST_CASE("every part of the body is found by its id, and only those") {
    std::set<std::string> ids, names;
    for (const body::PartName& part : body::bodyParts()) {
        CHECK(ids.insert(part.id).second);
        CHECK(names.insert(part.name).second);
        REQUIRE(body::findPart(part.id) != nullptr);
        CHECK(std::string(body::findPart(part.id)->name) == part.name);
    }
    CHECK(ids.size() == 12);
    CHECK(body::findPart("tail") == nullptr);
}

TEST_CASE("the parts of the standard body hold all of its skin, each limb on its own side") {
    const auto body = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(body.has_value());
    const body::Atlas& atlas = (*body)->atlas();
    for (const body::Region& region : atlas.regions()) {
        CAPTURE(region.id);
        CHECK(body::isInPart(region, body::partOf(region).id));
        int whole = 0;
        for (const char* part : {"head", "trunk", "left_arm", "right_arm", "left_leg", "right_leg"})
            whole += body::isInPart(region, part) ? 1 : 0;
        CHECK(whole == 1);
    }
    for (const body::PartName& part : body::bodyParts()) {
        CAPTURE(part.id);
        const auto made = partNamed(**body, part.id);
        const std::string id = part.id;
        for (std::uint32_t v = 0; v < (*body)->mesh().vertexCount(); ++v) {
            if (!made->shows(v)) continue;
            const float x = (*body)->mesh().positions()[v].x;
            const bool isOnWrongSide =
                (id.starts_with("left_") && x < 0.0F) || (id.starts_with("right_") && x > 0.0F);
            if (isOnWrongSide) CHECK_MESSAGE(false, "vertex ", v, " at x ", x);
        }
    }
    CHECK(partNamed(**body, "feet")->bounds().highest.y < 0.2F);
    CHECK(partNamed(**body, "head")->bounds().lowest.y > 1.2F);
}

TEST_CASE("what a person points at belongs to the smallest part: fingers to the hand, shins to the leg") {
    const auto body = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(body.has_value());
    const body::Atlas& atlas = (*body)->atlas();
    const auto part = [&](const char* region) {
        return std::string(body::partOf(atlas.region(atlas.find(region).value())).id);
    };
    CHECK(part("fingers_L") == "left_hand");
    CHECK(part("forearm_flexor_R") == "right_arm");
    CHECK(part("shin_L") == "left_leg");
    CHECK(part("arch_R") == "right_foot");
    CHECK(part("crown") == "head");
    CHECK(part("sacrum") == "trunk");
    CHECK(part("ribs_side_L") == "trunk");
}

TEST_CASE("a ray meets no skin that is hidden, and no inside of skin that is shown") {
    const auto body = test::makeTestBody();
    const auto arm = partNamed(*body, "left_arm");
    core::Random random(7);
    int met = 0, hidden = 0;
    for (int i = 0; i < 20000; ++i) {
        const body::Ray ray = randomRay(*body, random);
        const auto hit = body::firstShown(*body, arm.get(), ray);
        if (!hit) {
            ++hidden;
            continue;
        }
        ++met;
        CHECK(arm->shows(body->mesh(), hit->point));
        const auto& triangle = body->mesh().triangles()[hit->point.triangle];
        const auto positions = body->mesh().positions();
        const glm::vec3 outwards = glm::cross(positions[triangle[1]] - positions[triangle[0]],
                                              positions[triangle[2]] - positions[triangle[0]]);
        CHECK(glm::dot(outwards, ray.direction) < 0.0F);
    }
    CHECK(met > 500);
    CHECK(hidden > 5000);
}

TEST_CASE("without a part every ray meets what it met before") {
    const auto body = test::makeTestBody();
    core::Random random(8);
    for (int i = 0; i < 2000; ++i) {
        const body::Ray ray = randomRay(*body, random);
        const auto plain = body->bvh().firstHit(ray);
        const auto shown = body::firstShown(*body, nullptr, ray);
        REQUIRE(plain.has_value() == shown.has_value());
        if (plain) CHECK(plain->point == shown->point);
    }
}

TEST_CASE("a part that a body does not have is refused in words") {
    const auto part = BodyPart::create(*test::makeTestBody(), "left_hand");
    REQUIRE_FALSE(part.has_value());
    CHECK(part.error().message().find("left hand") != std::string::npos);
    CHECK(BodyPart::create(*test::makeTestBody(), "tail").has_value() == false);
}
