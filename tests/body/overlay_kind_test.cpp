#include "body/overlay_kind.h"
#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "body/figures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;

TEST_CASE("overlays are found by the names that they have") {
    for (const body::OverlayKind kind : body::kOverlayKinds)
        CHECK(body::overlayFromId(body::overlayId(kind)) == kind);
    CHECK_FALSE(body::overlayFromId("bones").has_value());
}

TEST_CASE("the figures that people are offered are those of the model file") {
    const auto held = body::standardBodyFigures(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(held.has_value());
    CHECK(*held == std::vector<std::string>(body::kFigures.begin(), body::kFigures.end()));
    CHECK(body::figureName("older") == "Older");
    CHECK(body::figureName("from elsewhere") == "from elsewhere");
}

TEST_CASE("the muscles above a place are those whose border it lies within, the deepest in first") {
    const auto loaded = body::loadStandardBody(PALPATE_TEST_RESOURCES "/models");
    REQUIRE(loaded.has_value());
    const auto labels = body::loadAtlasLabels(PALPATE_TEST_RESOURCES "/models", (*loaded)->mesh());
    REQUIRE(labels.has_value());
    std::size_t most = 0;
    for (std::uint32_t vertex = 0; vertex < (*loaded)->mesh().vertexCount(); vertex += 97) {
        const auto found = labels->musclesAt(vertex);
        most = std::max(most, found.size());
        std::size_t expected = 0;
        for (const body::Muscle& muscle : labels->muscles())
            if (muscle.weightAt(vertex) >= 0.5F) ++expected;
        CHECK(found.size() == expected);
        for (std::size_t i = 1; i < found.size(); ++i)
            CHECK(labels->muscles()[found[i - 1]].weightAt(vertex) >=
                  labels->muscles()[found[i]].weightAt(vertex));
    }
    CHECK(most >= 2);
}
