// The atlas that is shipped, on the body that is shipped.

#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "region_areas.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace palpate;
using body::Instrument;

namespace {

const Instrument& instrument(const char* id) {
    const Instrument* found = test::theLabels().findInstrument(id);
    REQUIRE_MESSAGE(found != nullptr, std::string(id));
    return *found;
}

template <typename Wanted>
double areaWhere(Wanted wanted) {
    double area = 0.0;
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v)
        if (wanted(v)) area += static_cast<double>(test::theBody().mesh().vertexAreas()[v]);
    return area;
}

void checkEveryRegionIsReached(const body::BodyModel& body) {
    std::vector<bool> reached(body.atlas().regions().size(), false);
    for (std::uint32_t v = 0; v < body.mesh().vertexCount(); v += 3) {
        if (reached[body.atlas().regionOf(v)]) continue;
        // From half a metre off the skin, so that arms and legs may be in the way.
        const glm::vec3 normal = body.mesh().normals()[v];
        const auto hit = body.bvh().firstHit({body.mesh().positions()[v] + 0.5F * normal, -normal});
        if (hit) reached[body.atlas().regionOf(body.mesh().nearestVertex(hit->point))] = true;
    }
    for (std::size_t r = 0; r < reached.size(); ++r) {
        CAPTURE(body.atlas().regions()[r].id);
        CHECK(reached[r]);
    }
}

// Percent of the body's skin in each area of an instrument, by base: both sides together.
std::map<std::string, double> sharesOf(const Instrument& form) {
    std::map<std::string, double> shares;
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v) {
        const std::uint16_t area = form.areaOfVertex[v];
        if (area == body::kNoArea) continue;
        shares[form.areas[area].names.base] += 100.0 *
                                               static_cast<double>(test::theBody().mesh().vertexAreas()[v]) /
                                               test::theBody().mesh().area();
    }
    return shares;
}

// The area of `form` that holds most of a region.
std::string areaHolding(const Instrument& form, const char* regionId) {
    const auto region = test::theBody().atlas().find(regionId);
    REQUIRE_MESSAGE(region.has_value(), std::string(regionId));
    std::map<std::string, std::size_t> votes;
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v) {
        if (test::theBody().atlas().regionOf(v) != *region) continue;
        const std::uint16_t area = form.areaOfVertex[v];
        ++votes[area == body::kNoArea ? "none" : form.areas[area].names.id];
    }
    return std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; })
        ->first;
}

void checkMirror(std::span<const std::uint16_t> labels,
                 const std::function<const body::Region&(std::uint16_t)>& names) {
    for (std::uint32_t v = 0; v < test::theBody().mesh().vertexCount(); ++v) {
        const std::uint32_t across = test::theBody().mesh().mirrorOf(v);
        if (across == v) continue;
        REQUIRE((labels[v] == body::kNoArea) == (labels[across] == body::kNoArea));
        if (labels[v] == body::kNoArea) continue;
        const body::Region& here = names(labels[v]);
        REQUIRE(labels[across] == here.mirror.value_or(labels[v]));
        if (here.side != body::Side::Middle)
            REQUIRE((here.side == body::Side::Left) == (test::theBody().mesh().positions()[v].x > 0.0F));
    }
}

}  // namespace

TEST_CASE("every region of the standard body is of one piece") {
    const auto& mesh = test::theBody().mesh();
    const auto regions = test::theBody().atlas().regionOfVertices();
    std::vector<bool> seen(mesh.vertexCount(), false);
    std::vector<int> pieces(test::theBody().atlas().regions().size(), 0);
    for (std::uint32_t start = 0; start < mesh.vertexCount(); ++start) {
        if (seen[start]) continue;
        ++pieces[regions[start]];
        seen[start] = true;
        for (std::vector<std::uint32_t> open{start}; !open.empty();) {
            const std::uint32_t v = open.back();
            open.pop_back();
            for (const std::uint32_t n : mesh.neighbours(v)) {
                if (seen[n] || regions[n] != regions[start]) continue;
                seen[n] = true;
                open.push_back(n);
            }
        }
    }
    for (std::size_t r = 0; r < pieces.size(); ++r) {
        CAPTURE(test::theBody().atlas().regions()[r].id);
        CHECK(pieces[r] == 1);
    }
}

TEST_CASE("every region of the standard body has a plausible area") {
    CHECK(std::size(test::kRegionAreas) == 76);
    std::set<std::string> bases;
    for (const test::RegionArea& row : test::kRegionAreas) {
        bases.insert(row.base);
        for (const char* side : {"", "_L", "_R"}) {
            const auto region = test::theBody().atlas().find(std::string(row.base) + side);
            if (!region) continue;
            const double area = 1e4 * areaWhere([&](std::uint32_t v) {
                                    return test::theBody().atlas().regionOf(v) == *region;
                                });
            CAPTURE(std::string(row.base));
            CHECK(area >= row.least);
            CHECK(area <= row.most);
        }
    }
    for (const body::Region& region : test::theBody().atlas().regions())
        CHECK_MESSAGE(bases.contains(region.base), region.base);
}

TEST_CASE("region ids and names are unique") {
    std::set<std::string> ids, names;
    for (const body::Region& region : test::theBody().atlas().regions()) {
        CHECK(ids.insert(region.id).second);
        CHECK(names.insert(region.name).second);
        CHECK_FALSE(region.clinical.empty());
    }
}

TEST_CASE("a ray from outside reaches every region of every figure") {
    const auto names = body::standardBodyFigures(test::modelsFolder());
    REQUIRE(names);
    REQUIRE(names->size() == 6);
    for (const std::string& name : *names) {
        CAPTURE(name);
        const auto figure = body::loadStandardBody(test::modelsFolder(), name);
        REQUIRE(figure);
        checkEveryRegionIsReached(**figure);
    }
}

TEST_CASE("there are at least 70 muscles a side, each with skin that it covers fully and a soft rim") {
    std::size_t left = 0;
    for (const body::Muscle& muscle : test::theLabels().muscles()) {
        CAPTURE(muscle.names.id);
        left += muscle.names.side == body::Side::Left ? 1 : 0;
        REQUIRE(muscle.names.mirror.has_value());
        const auto has = [&](auto wanted) {
            return std::any_of(muscle.weights.begin(), muscle.weights.end(), wanted);
        };
        CHECK(has([](const body::VertexWeight& w) { return w.weight >= 0.7F; }));
        CHECK(has([](const body::VertexWeight& w) { return w.weight < 0.5F; }));
        CHECK_FALSE(has([](const body::VertexWeight& w) { return w.weight <= 0.0F || w.weight > 1.0F; }));
    }
    CHECK(left >= 70);
    CHECK(test::theLabels().muscles().size() == 2 * left);
}

TEST_CASE("a muscle and its mirror image cover mirrored skin") {
    for (const body::Muscle& muscle : test::theLabels().muscles()) {
        std::map<std::uint32_t, float> other;
        for (const auto& w : test::theLabels().muscles()[*muscle.names.mirror].weights)
            other[w.vertex] = w.weight;
        REQUIRE(other.size() == muscle.weights.size());
        for (const auto& w : muscle.weights)
            REQUIRE(other[test::theBody().mesh().mirrorOf(w.vertex)] == w.weight);
    }
}

TEST_CASE("weights of muscles change little from a vertex to its neighbour") {
    // smoothstep over 20 mm climbs by at most 3/2 in 20 mm; edges are up to 9 mm; one step of 1/7 for
    // rounding.
    const auto& mesh = test::theBody().mesh();
    for (const body::Muscle& muscle : test::theLabels().muscles()) {
        std::vector<float> weight(mesh.vertexCount(), 0.0F);
        for (const auto& w : muscle.weights)
            weight[w.vertex] = w.weight;
        for (const auto& w : muscle.weights) {
            for (const std::uint32_t n : mesh.neighbours(w.vertex)) {
                const float length = glm::distance(mesh.positions()[w.vertex], mesh.positions()[n]);
                REQUIRE(std::abs(w.weight - weight[n]) <= 1.5F / 0.020F * length + 1.01F / 7.0F);
            }
        }
    }
}

TEST_CASE("dermatomes and instruments mirror each other vertex by vertex") {
    checkMirror(test::theLabels().dermatomeOfVertices(), [](std::uint16_t i) -> const body::Region& {
        return test::theLabels().dermatomes()[i].names;
    });
    for (const Instrument& form : test::theLabels().instruments())
        checkMirror(form.areaOfVertex,
                    [&](std::uint16_t i) -> const body::Region& { return form.areas[i].names; });
}

TEST_CASE("the dermatomes are C2 to S5 and V1 to V3 a side and every one of them says how sure it is") {
    std::set<std::string> levels;
    for (const body::Dermatome& one : test::theLabels().dermatomes()) {
        levels.insert(one.names.base);
        CHECK_FALSE(one.sources.empty());
    }
    std::set<std::string> expected{"V1", "V2", "V3"};
    const auto add = [&](char letter, int first, int last) {
        for (int level = first; level <= last; ++level)
            expected.insert(letter + std::to_string(level));
    };
    add('C', 2, 8);
    add('T', 1, 12);
    add('L', 1, 5);
    add('S', 1, 5);
    CHECK(levels == expected);
    CHECK(test::theLabels().dermatomes().size() == 2 * expected.size());
    const auto verified = [](const char* id) {
        for (const body::Dermatome& one : test::theLabels().dermatomes())
            if (one.names.id == id) return one.verified;
        return false;
    };
    CHECK(verified("C6_L"));
    CHECK_FALSE(verified("T7_L"));
}

TEST_CASE("every instrument tells its source and its rule and every area of it has skin") {
    CHECK(test::theLabels().instruments().size() == 4);
    for (const Instrument& form : test::theLabels().instruments()) {
        CAPTURE(form.texts.id);
        CHECK(form.texts.source.size() > 20);
        CHECK(form.texts.rule.size() > 40);
        std::vector<bool> used(form.areas.size(), false);
        for (const std::uint16_t area : form.areaOfVertex)
            if (area != body::kNoArea) used[area] = true;
        CHECK(std::find(used.begin(), used.end(), false) == used.end());
    }
    CHECK(instrument("wpi_2016").areas.size() == 19);
    CHECK(instrument("michigan").areas.size() == 35);
    CHECK(instrument("choir").areas.size() == 74);
}

TEST_CASE("wrist, hand, ankle, foot, head and face count for no area of the widespread pain index") {
    for (const char* region : {"wrist_L", "palm_R", "hand_back_L", "fingers_R", "thumb_L", "ankle_inner_L",
                               "ankle_outer_R", "foot_top_L", "heel_R", "arch_L", "forefoot_L", "forehead_L",
                               "crown", "temple_ear_R", "eye_cheek_L", "pubic"}) {
        CAPTURE(std::string(region));
        CHECK(areaHolding(instrument("wpi_2016"), region) == "none");
    }
    CHECK(areaHolding(instrument("wpi_2016"), "jaw_L") == "jaw_L");
    CHECK(areaHolding(instrument("wpi_2016"), "piriformis_R") == "hip_R");
    CHECK(areaHolding(instrument("wpi_2016"), "upper_trap_L") == "shoulder_girdle_L");
    CHECK(areaHolding(instrument("wpi_2016"), "lumbar_R") == "lower_back");
}

TEST_CASE("the segments of the CHOIR map are numbered 101 to 136 and 201 to 238, each once") {
    std::set<std::string> codes, expected;
    for (const auto& area : instrument("choir").areas)
        CHECK(codes.insert(area.code).second);
    for (int code = 101; code <= 136; ++code)
        expected.insert(std::to_string(code));
    for (int code = 201; code <= 238; ++code)
        expected.insert(std::to_string(code));
    CHECK(codes == expected);
}

TEST_CASE("segments of the CHOIR map lie where its figures have them") {
    const Instrument& choir = instrument("choir");
    const auto codeOf = [&](const char* region) {
        for (const auto& area : choir.areas)
            if (area.names.id == areaHolding(choir, region)) return area.code;
        return std::string("none");
    };
    CHECK(codeOf("biceps_L") == "112");
    CHECK(codeOf("biceps_R") == "111");
    CHECK(codeOf("chest_R") == "108");
    CHECK(codeOf("palm_L") == "128");
    CHECK(codeOf("kneecap_L") == "130");
    CHECK(codeOf("foot_top_R") == "135");
    CHECK(codeOf("interscapular_L") == "208");
    CHECK(codeOf("glute_max_R") == "224");
    CHECK(codeOf("calf_outer_L") == "233");
    CHECK(codeOf("hand_back_R") == "230");
    CHECK(codeOf("heel_L") == "237");
    // The female map calls the left upper arm 114.
    CHECK(choir.areas[*choir.areaByCode("114", "female")].names.id == "upper_arm_front_L");
    CHECK(choir.areas[*choir.areaByCode("112", "female")].names.id == "abdomen_R");
    CHECK(choir.areaByCode("201", "female") == choir.areaByCode("201"));
}

TEST_CASE("parts of the Lund-Browder chart have the published shares within 1.5 points") {
    const Instrument& chart = instrument("lund_browder");
    const auto shares = sharesOf(chart);
    std::map<std::string, std::pair<double, double>>
        parts;  // measured, published; both sides, front and back
    std::set<std::string> seen;
    double published = 0.0;
    for (const auto& area : chart.areas) {
        REQUIRE(area.percent.has_value());
        published += *area.percent;
        std::string part = area.names.base;
        for (const char* end : {"_front", "_back"})
            if (part.ends_with(end) && !part.starts_with("trunk"))
                part.resize(part.size() - std::string(end).size());
        parts[part].second += *area.percent;
        if (seen.insert(area.names.base).second) parts[part].first += shares.at(area.names.base);
    }
    CHECK(published == doctest::Approx(100.0));
    CHECK(parts.size() == 12);
    for (const auto& entry : parts) {
        const std::string& part = entry.first;
        const auto& share = entry.second;
        const bool paired =
            part != "head" && part != "neck" && part != "genitalia" && !part.starts_with("trunk");
        const double sides = paired ? 2.0 : 1.0;
        MESSAGE(part << ": " << share.first / sides << " % of the skin, published " << share.second / sides);
        CHECK(std::abs(share.first - share.second) / sides <= 1.5);
    }
}
