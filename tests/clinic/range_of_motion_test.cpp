#include "clinic/range_of_motion.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>

using namespace palpate;
using clinic::MotionKey;
using clinic::MotionMode;
using clinic::MotionMoment;
using clinic::MotionSide;

namespace {

std::size_t movement(const char* id) {
    const auto found = clinic::movementFromId(id);
    REQUIRE(found);
    return *found;
}

}  // namespace

TEST_CASE("every movement is found by its id, is of a joint, and can stand at zero") {
    std::set<std::string> ids, texts;
    for (std::size_t i = 0; i < clinic::kMovements; ++i) {
        const clinic::Movement& one = clinic::movements()[i];
        CAPTURE(one.id);
        CHECK(clinic::movementFromId(one.id) == i);
        CHECK(one.least <= 0);
        CHECK(one.most > 0);
        if (i > 0) CHECK(clinic::movements()[i - 1].joint <= one.joint);
        ids.insert(one.id);
        texts.insert(clinic::movementText(one));
    }
    CHECK(ids.size() == clinic::kMovements);
    CHECK(texts.size() == clinic::kMovements);
    CHECK_FALSE(clinic::movementFromId("neck").has_value());
    CHECK_FALSE(clinic::movementFromId("").has_value());
}

TEST_CASE("every measurement is read back from its text") {
    for (std::size_t i = 0; i < clinic::kMovements; ++i) {
        const bool sided = clinic::movements()[i].isSided;
        const std::array sides{sided ? MotionSide::Left : MotionSide::Middle,
                               sided ? MotionSide::Right : MotionSide::Middle};
        for (const MotionSide side : sides) {
            for (const MotionMode mode : {MotionMode::Active, MotionMode::Passive}) {
                for (const MotionMoment moment : {MotionMoment::Before, MotionMoment::After}) {
                    const MotionKey key{i, side, mode, moment};
                    CAPTURE(clinic::motionText(key));
                    const auto read = clinic::motionFromText(clinic::motionText(key));
                    REQUIRE(read);
                    CHECK(*read == key);
                }
            }
        }
    }
    const auto other = clinic::motionFromText("neck_rotation:after:active:left");
    REQUIRE(other);
    CHECK(clinic::motionText(*other) == "neck_rotation:left:after");
    CHECK(clinic::motionName(*other) == "Neck: rotation, left, after the treatment");
}

TEST_CASE("what is no measurement is refused, and said what would be one") {
    struct Wrong {
        const char* text;
        const char* what;
        const char* hint;
    };
    for (const Wrong& wrong : {Wrong{"neck_twist:left", "no movement of that name", "neck_rotation"},
                               Wrong{"", "no movement of that name", "knee_flexion"},
                               Wrong{"neck_rotation", "needs a side", "neck_rotation:left"},
                               Wrong{"neck_flexion:left", "no left or right", "Leave the side out"},
                               Wrong{"neck_rotation:left:right", "\"right\" cannot stand", "Each once"},
                               Wrong{"neck_rotation:left:sideways", "\"sideways\" cannot", "left or right"},
                               Wrong{"neck_rotation:left:", "\"\" cannot", "left or right"}}) {
        CAPTURE(wrong.text);
        const auto read = clinic::motionFromText(wrong.text);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.find(wrong.what) != std::string::npos);
        CHECK(read.error().hint.find(wrong.hint) != std::string::npos);
        CHECK(read.error().kind == core::Error::Kind::Usage);
    }
}

TEST_CASE("degrees out of what a joint can do are refused, and the range is named") {
    const MotionKey elbow{movement("elbow_extension"), MotionSide::Right};
    CHECK(clinic::validate(elbow, -90));
    CHECK(clinic::validate(elbow, 30));
    for (const int degrees : {-91, 31}) {
        clinic::RangeOfMotion motions;
        motions.set(elbow, degrees);
        const auto valid = clinic::validate(motions);
        REQUIRE_FALSE(valid);
        CHECK(valid.error().what.find(std::to_string(degrees)) != std::string::npos);
        CHECK(valid.error().hint.find("-90 to 30") != std::string::npos);
        CHECK(valid.error().where == "elbow_extension");
    }
    CHECK_FALSE(clinic::validate({movement("elbow_extension"), MotionSide::Middle}, 0));
    CHECK_FALSE(clinic::validate({movement("neck_flexion"), MotionSide::Left}, 0));
}

TEST_CASE("a measurement can be taken back, and zero degrees are one") {
    clinic::RangeOfMotion motions;
    const MotionKey key{movement("knee_extension"), MotionSide::Left};
    CHECK(motions.isEmpty());
    motions.set(key, 0);
    CHECK_FALSE(motions.isEmpty());
    CHECK(motions[key] == 0);
    CHECK_FALSE(motions[MotionKey{key.movement, MotionSide::Right}].has_value());
    motions.set(key, std::nullopt);
    CHECK(motions.isEmpty());
}
