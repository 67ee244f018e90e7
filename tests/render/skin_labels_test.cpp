#include "render/skin_labels.h"

#include "render/skin_channels.h"
#include "support/standard_body.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

using namespace palpate;
using namespace palpate::render;

namespace {

// Pairs of vertices joined by an edge whose labels differ.
std::set<std::pair<std::uint16_t, std::uint16_t>> neighboursOf(const body::SurfaceMesh& mesh,
                                                               std::span<const std::uint16_t> labelOf) {
    std::set<std::pair<std::uint16_t, std::uint16_t>> pairs;
    for (std::uint32_t vertex = 0; vertex < labelOf.size(); ++vertex) {
        for (const std::uint32_t other : mesh.neighbours(vertex)) {
            if (labelOf[vertex] < labelOf[other]) pairs.insert({labelOf[vertex], labelOf[other]});
        }
    }
    return pairs;
}

// The vertex that lies deepest in a label, by the share of its tint.
std::uint32_t deepest(const SkinLabels& labels, std::span<const std::uint16_t> labelOf, std::uint16_t label) {
    const auto& share = labels.shares[labels.tintOfLabel[label]];
    std::uint32_t best = 0;
    int most = -1;
    for (std::uint32_t vertex = 0; vertex < labelOf.size(); ++vertex) {
        if (labelOf[vertex] != label || share[vertex] <= most) continue;
        most = share[vertex];
        best = vertex;
    }
    return best;
}

int difference(const std::array<std::uint8_t, 4>& a, const std::array<std::uint8_t, 4>& b) {
    return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

void checkPartition(const SkinLabels& labels, std::span<const std::uint16_t> labelOf) {
    const auto pairs = neighboursOf(test::standardBody()->mesh(), labelOf);
    CHECK(pairs.size() > labels.tintOfLabel.size());
    for (const auto& [a, b] : pairs) {
        CAPTURE(a);
        CAPTURE(b);
        CHECK(labels.tintOfLabel[a] != labels.tintOfLabel[b]);
        CHECK(difference(tintAt(labels, deepest(labels, labelOf, a)),
                         tintAt(labels, deepest(labels, labelOf, b))) >= 12);
    }
}

}  // namespace

TEST_CASE("two regions side by side have different tints, and so have two dermatomes") {
    const auto theBody = test::standardBody();
    checkPartition(regionLabels(theBody->mesh(), theBody->atlas()), theBody->atlas().regionOfVertices());
    checkPartition(dermatomeLabels(theBody->mesh(), test::theLabels()),
                   test::theLabels().dermatomeOfVertices());
}

TEST_CASE("a partition tints all of the skin, and its shares add up") {
    const auto theBody = test::standardBody();
    const SkinLabels labels = regionLabels(theBody->mesh(), theBody->atlas());
    int wrong = 0;
    for (std::uint32_t vertex = 0; vertex < theBody->mesh().vertexCount(); ++vertex) {
        int sum = 0;
        for (const auto& share : labels.shares)
            sum += share[vertex];
        if (std::abs(sum - SkinLabels::kWhole) > 3 || tintAt(labels, vertex)[3] < 200) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("muscles tint the skin above them and leave the skin over none bare") {
    const auto theBody = test::standardBody();
    const SkinLabels labels = muscleLabels(theBody->mesh(), test::theLabels());
    std::vector<std::uint8_t> isOver(theBody->mesh().vertexCount(), 0);
    for (std::size_t muscle = 0; muscle < labels.tintOfLabel.size(); ++muscle) {
        for (const auto& [vertex, weight] : test::theLabels().muscles()[muscle].weights) {
            isOver[vertex] = 1;
            if (weight >= 1.0F)
                CHECK(labels.shares[labels.tintOfLabel[muscle]][vertex] == SkinLabels::kWhole);
        }
    }
    int wrong = 0;
    for (std::uint32_t vertex = 0; vertex < isOver.size(); ++vertex)
        wrong += isOver[vertex] == 0 && tintAt(labels, vertex)[3] != 0 ? 1 : 0;
    CHECK(wrong == 0);
    CHECK(std::count(isOver.begin(), isOver.end(), 0) > 1000);
}

TEST_CASE("the skin carries tints only while labels are shown") {
    const auto theBody = test::makeTestBody();
    SkinChannels channels(theBody);
    Scene scene;
    scene.body = theBody;
    const auto tinted = [&] {
        return std::count_if(channels.tints().begin(), channels.tints().end(),
                             [](const auto& tint) { return tint[3] != 0; });
    };
    channels.update(scene);
    CHECK_FALSE(channels.haveLabelsChanged());
    CHECK(tinted() == 0);
    CHECK_FALSE(channels.carries(0));
    scene.labels = std::make_shared<SkinLabels>(regionLabels(theBody->mesh(), theBody->atlas()));
    channels.update(scene);
    CHECK(channels.haveLabelsChanged());
    CHECK(tinted() == static_cast<std::ptrdiff_t>(theBody->mesh().vertexCount()));
    CHECK(channels.carries(0));
    channels.acknowledge();
    channels.update(scene);
    CHECK_FALSE(channels.haveLabelsChanged());
    scene.labels.reset();
    channels.update(scene);
    CHECK(channels.haveLabelsChanged());
    CHECK(tinted() == 0);
    CHECK_FALSE(channels.carries(0));
}
