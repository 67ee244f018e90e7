#include "body/atlas.h"

#include "support/test_bodies.h"
#include "support/text_checks.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace palpate;
using body::Atlas;
using body::Region;
using body::RegionIndex;
using body::Side;
using Json = nlohmann::json;

namespace {

constexpr const char* kTopology = "0123456789abcdef";

std::vector<Region> threeRegions() {
    return {{"sternum", "sternum", "Breastbone", "Sternal", Side::Middle, {}},
            {"chest_L", "chest", "Chest, left", "Pectoral", Side::Left, RegionIndex{2}},
            {"chest_R", "chest", "Chest, right", "Pectoral", Side::Right, RegionIndex{1}}};
}

// Three regions over seven vertices.
Json validFile() {
    Json file = Json::parse(R"({
        "format": 1, "topology_id": "0123456789abcdef", "vertices": 7,
        "regions": [
            {"id": "sternum", "base": "sternum", "side": "middle", "name": "Breastbone", "clinical": "Sternal", "mirror": null},
            {"id": "chest_L", "base": "chest", "side": "left", "name": "Chest, left", "clinical": "Pectoral", "mirror": "chest_R"},
            {"id": "chest_R", "base": "chest", "side": "right", "name": "Chest, right", "clinical": "Pectoral", "mirror": "chest_L"}],
        "labels": {"regions": [[1, 3], [0, 1], [2, 2], [0, 1]]}})");
    file["atlas_id"] = Atlas::create(threeRegions(), {1, 1, 1, 0, 2, 2, 0})->id();
    return file;
}

std::string complaintAbout(const Json& file) {
    const auto atlas = Atlas::parse(file.dump(), kTopology, 7);
    return atlas.has_value() ? std::string("none") : atlas.error().message();
}

}  // namespace

TEST_CASE("an atlas file gives each vertex its region and each region its names") {
    const auto atlas = Atlas::parse(validFile().dump(), kTopology, 7);
    REQUIRE(atlas.has_value());
    const std::vector<RegionIndex> expected{1, 1, 1, 0, 2, 2, 0};
    CHECK(std::vector<RegionIndex>(atlas->regionOfVertices().begin(), atlas->regionOfVertices().end()) ==
          expected);
    CHECK(atlas->regionOf(4) == 2);
    CHECK(atlas->id() == validFile().at("atlas_id"));
    const Region& chest = atlas->region(1);
    CHECK(chest.id == "chest_L");
    CHECK(chest.base == "chest");
    CHECK(chest.name == "Chest, left");
    CHECK(chest.clinical == "Pectoral");
    CHECK(chest.side == Side::Left);
    CHECK(chest.mirror == RegionIndex{2});
    CHECK_FALSE(atlas->region(0).mirror.has_value());
    CHECK(atlas->find("chest_R") == RegionIndex{2});
    CHECK_FALSE(atlas->find("chest").has_value());
}

TEST_CASE("keys of later versions do no harm") {
    Json file = validFile();
    file["muscles"] = {{"id", "pectoralis_major_L"}};
    file["labels"]["wpi"] = Json::array({Json::array({0, 7})});
    file["regions"][0]["dermatomes"] = "T4";
    CHECK(complaintAbout(file) == "none");
}

TEST_CASE("an atlas of another body, another size or a later format says so") {
    Json file = validFile();
    file["topology_id"] = "ffffffffffffffff";
    CHECK(test::contains(complaintAbout(file), "made for the body ffffffffffffffff"));
    file = validFile();
    file["vertices"] = 8;
    CHECK(test::contains(complaintAbout(file), "8 vertices, but the body has 7"));
    file = validFile();
    file["format"] = 2;
    CHECK(test::contains(complaintAbout(file), "format 2"));
}

TEST_CASE("labels that do not partition the body are refused") {
    const auto withRuns = [](const char* runs) {
        Json file = validFile();
        file["labels"]["regions"] = Json::parse(runs);
        return complaintAbout(file);
    };
    CHECK(test::contains(withRuns("[[1,3],[0,1],[2,2]]"), "only 6 of 7"));
    CHECK(test::contains(withRuns("[[1,3],[0,1],[2,9]]"), "wrong run"));
    CHECK(test::contains(withRuns("[[1,3],[0,1],[3,3]]"), "wrong run"));
    CHECK(test::contains(withRuns("[[1,3],[0,1],[-1,3]]"), "wrong run"));
    CHECK(test::contains(withRuns("[[1,3],[0,1],[2,-3]]"), "wrong run"));
    CHECK(test::contains(withRuns("[[1,3],[0,0],[2,4]]"), "wrong run"));
    CHECK(test::contains(withRuns("[[1,4],[2,3]]"), "no skin to the region \"sternum\""));
    CHECK(test::contains(withRuns("[[1.5,3]]"), "not a body atlas"));
    CHECK(test::contains(withRuns("[[1,1e300]]"), "not a body atlas"));
    CHECK(test::contains(withRuns("[[1]]"), "not a body atlas"));
    CHECK(test::contains(withRuns("[]"), "only 0 of 7"));
}

TEST_CASE("regions that contradict each other are refused by name") {
    const auto withRegion = [](std::size_t index, const char* key, const Json& value) {
        Json file = validFile();
        file["regions"][index][key] = value;
        return complaintAbout(file);
    };
    CHECK(test::contains(withRegion(2, "id", "chest_L"), "\"chest_L\" twice"));
    CHECK(test::contains(withRegion(2, "id", ""), "unknown partner \"chest_R\""));
    CHECK(test::contains(withRegion(1, "mirror", "nobody"), "unknown partner \"nobody\""));
    CHECK(test::contains(withRegion(1, "mirror", "sternum"), "wrong partner"));
    CHECK(test::contains(withRegion(1, "mirror", nullptr), "wrong partner"));
    CHECK(test::contains(withRegion(1, "side", "port"), "unknown side \"port\""));
    CHECK(test::contains(withRegion(1, "name", 7), "not a body atlas"));
}

TEST_CASE("what is not an atlas is refused, whatever it is") {
    for (const char* text :
         {"", "{", "[]", "null", "{\"format\":1}", "\x01\x02\x03", "{\"format\":\"one\"}"}) {
        const auto atlas = Atlas::parse(text, kTopology, 7);
        REQUIRE_FALSE(atlas.has_value());
        CHECK(test::contains(atlas.error().message(), "not a body atlas"));
    }
    Json file = validFile();
    file["atlas_id"] = "0123456789abcdef";
    CHECK(test::contains(complaintAbout(file), "does not match its own id"));
    file = validFile();
    file["labels"]["regions"][0] = {2, 3};
    file["labels"]["regions"][2] = {1, 2};
    CHECK(test::contains(complaintAbout(file), "does not match its own id"));
    for (const char* key : {"format", "topology_id", "atlas_id", "vertices", "regions", "labels"}) {
        file = validFile();
        file.erase(key);
        CHECK(test::contains(complaintAbout(file), key));
    }
}

TEST_CASE("an atlas made in memory is checked like one from a file") {
    CHECK(Atlas::create(threeRegions(), {0, 1, 2}).has_value());
    CHECK_FALSE(Atlas::create({}, {}).has_value());
    CHECK_FALSE(Atlas::create(threeRegions(), {0, 1, 3}).has_value());
    CHECK_FALSE(Atlas::create(threeRegions(), {0, 1, 1}).has_value());
    const auto one = Atlas::create(threeRegions(), {0, 1, 2, 0}),
               other = Atlas::create(threeRegions(), {0, 1, 2, 1});
    CHECK(one->id().size() == 16);
    CHECK(one->id() != other->id());
}

TEST_CASE("the little man's regions mirror each other vertex by vertex") {
    const auto body = test::makeTestBody();
    const Atlas& atlas = body->atlas();
    for (std::uint32_t v = 0; v < body->mesh().vertexCount(); ++v) {
        const Region& region = atlas.region(atlas.regionOf(v));
        const std::uint32_t across = body->mesh().mirrorOf(v);
        if (across == v) continue;
        REQUIRE(atlas.regionOf(across) == region.mirror.value_or(atlas.regionOf(v)));
        if (region.side != Side::Middle)
            REQUIRE((body->mesh().positions()[v].x > 0.0F) == (region.side == Side::Left));
    }
}
