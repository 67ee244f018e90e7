#include "analysis/agreement.h"

#include "analysis/small_body.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using map::Layer;
using map::LayerKind;

namespace {

analysis::Agreement between(const std::vector<std::pair<std::uint32_t, map::Value>>& client,
                            const std::vector<std::pair<std::uint32_t, map::Value>>& therapist) {
    const auto body = test::makeSmallBody();
    const auto layer = [](const auto& vertices) {
        Layer made(LayerKind::Pain, 9);
        made.setPlace(1, {});
        for (const auto& [vertex, value] : vertices)
            made.set(vertex, value, 1);
        return made;
    };
    return analysis::agreementOf(analysis::compare(body, layer(client), layer(therapist)), body.atlas());
}

bool says(const analysis::Agreement& agreement, const std::string& part) {
    return agreement.text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("client and therapist who mark the same skin alike agree in everything") {
    const auto same = between({{4, 70}}, {{4, 60}, {1, 60}});
    CHECK(same.onPlaces);
    CHECK(same.onExtent);
    CHECK(same.onLevel);
    CHECK(says(same, "as well as two drawings by one person do (Jaccard 0.80; redraws 0.62 \u00b1 0.18)"));
    CHECK(says(same, "Their worst levels are alike: 7 and 6."));
    CHECK(same.onlyFrom.empty());
    CHECK(same.onlyTo.empty());
}

TEST_CASE("where they differ it is said in what, and who painted which region alone") {
    const auto apart = between({{3, 80}, {4, 80}}, {{5, 40}});
    CHECK_FALSE(apart.onPlaces);
    CHECK_FALSE(apart.onExtent);
    CHECK_FALSE(apart.onLevel);
    CHECK(says(apart, "marked different places (Jaccard 0.00)"));
    CHECK(says(apart, "The therapist's area is smaller: 3333 against 16667 cm\u00b2."));
    CHECK(says(apart, "The therapist's worst level is lower: 4 against 8."));
    CHECK(apart.onlyFrom == std::vector<body::RegionIndex>{1, 0});  // the larger paint first
    CHECK(says(apart, "Only the client painted: Middle; Right side of the belly."));
    CHECK(says(apart, "Only the therapist painted: Left side of the belly."));
    CHECK(says(between({{4, 50}, {1, 50}}, {{1, 50}, {7, 50}, {0, 50}}), "agree only in part"));
}

TEST_CASE("bare maps are said to be bare") {
    CHECK(between({}, {}).onPlaces);
    CHECK(says(between({}, {}), "Neither"));
    CHECK(says(between({{4, 50}}, {}), "The therapist's map is bare. Only the client painted: Middle."));
    CHECK(says(between({}, {{4, 50}}), "The client's map is bare."));
}
