#include "document/motions.h"

#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <string>

using namespace palpate;
using clinic::MotionKey;
using document::Document;

namespace {

MotionKey key(const char* text) {
    const auto read = clinic::motionFromText(text);
    REQUIRE(read);
    return *read;
}

}  // namespace

TEST_CASE("a measurement is kept at once and comes back when the visit is opened again") {
    const auto vault = test::makeVault();
    {
        Document document = test::openVault(vault);
        REQUIRE(*document::noteMotion(document, key("neck_rotation:left"), 55));
        CHECK_FALSE(*document::noteMotion(document, key("neck_rotation:left"), 55));
        REQUIRE(*document::noteMotion(document, key("neck_rotation:right"), 60));
        REQUIRE(*document::noteMotion(document, key("neck_rotation:right"), std::nullopt));
    }
    const Document again = test::openVault(vault);
    CHECK(again.motions.measured[key("neck_rotation:left")] == 55);
    CHECK(again.motions.measured.degrees.size() == 1);
}

TEST_CASE("of every measurement the newest earlier visit that has it stands beside it") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::noteMotion(document, key("neck_rotation:left"), 40));
    REQUIRE(document::noteMotion(document, key("neck_flexion"), 30));
    CHECK(document.motions.before.empty());
    REQUIRE(document::addVisit(document, test::kTuesday));
    REQUIRE(document::noteMotion(document, key("neck_rotation:left"), 50));
    REQUIRE(document::addVisit(document, test::kTuesday));
    CHECK(document.motions.measured.isEmpty());
    REQUIRE(document.motions.before.size() == 2);
    const auto& rotation = document.motions.before.at(key("neck_rotation:left"));
    CHECK(rotation.visit == 2);
    CHECK(rotation.degrees == 50);
    CHECK(document.motions.before.at(key("neck_flexion")).visit == 1);
    document::closeVisit(document);
    CHECK(document.motions.before.empty());
}

TEST_CASE("a measurement that is impossible or cannot be written changes nothing") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(document::noteMotion(document, key("neck_flexion"), 45));
    const auto version = document.version;
    CHECK_FALSE(document::noteMotion(document, key("neck_flexion"), 91));
    const MotionKey sideless{key("neck_rotation:left").movement};
    CHECK_FALSE(document::noteMotion(document, sideless, 10));
    vault->failing = true;
    CHECK_FALSE(document::noteMotion(document, key("neck_flexion"), 30));
    CHECK(document.motions.measured[key("neck_flexion")] == 45);
    CHECK(document.version == version);
    document::closeVisit(document);
    const auto none = document::noteMotion(document, key("neck_flexion"), 30);
    REQUIRE_FALSE(none);
    CHECK(none.error().what.find("No visit") != std::string::npos);
}

TEST_CASE("measurements that cannot be read are said, never written over, and leave the ratings usable") {
    const auto vault = test::makeVault();
    const auto record = std::pair(vault->visits.front().id, std::string("range-of-motion"));
    vault->visitRecords[record] = {std::byte{'{'}};
    Document document = test::openVault(vault);
    CHECK_FALSE(document.motions.trouble.empty());
    CHECK(document.scores.trouble.empty());
    const auto refused = document::noteMotion(document, key("neck_flexion"), 30);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == document.motions.trouble);
    CHECK(vault->visitRecords[record].size() == 1);
}
