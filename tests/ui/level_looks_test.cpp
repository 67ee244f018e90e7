#include "ui/level_looks.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace palpate::ui;
using palpate::map::LayerKind;

TEST_CASE("pain levels have exactly the colours of the paint, with digits that can be read") {
    const struct {
        int level;
        std::uint32_t face;
        std::uint32_t digit;
        double ratio;  // as stated beside the colours, to one decimal
    } rows[] = {{1, 0xFBDA66, 0x000000, 15.3}, {2, 0xF8BE19, 0x000000, 12.4}, {3, 0xEF9B00, 0x000000, 9.4},
                {4, 0xE47A00, 0x000000, 7.1},  {5, 0xDA5900, 0x000000, 5.4},  {6, 0xD23200, 0xFFFFFF, 5.0},
                {7, 0xBF0011, 0xFFFFFF, 6.5},  {8, 0xA4001F, 0xFFFFFF, 8.1},  {9, 0x890025, 0xFFFFFF, 10.0},
                {10, 0x6E0025, 0xFFFFFF, 12.4}};
    for (const auto& row : rows) {
        CAPTURE(row.level);
        const LevelLook look = levelLook(LayerKind::Pain, row.level);
        CHECK(look.face == rgb(row.face));
        CHECK(look.digit == rgb(row.digit));
        CHECK(contrast(look.face, look.digit) == doctest::Approx(row.ratio).epsilon(0.012));
    }
}

TEST_CASE("tension levels fall into the four blues") {
    const std::uint32_t faces[] = {0x8CCEFE, 0x8CCEFE, 0x5B96D3, 0x5B96D3, 0x396AAD,
                                   0x396AAD, 0x396AAD, 0x193A80, 0x193A80, 0x193A80};
    for (int level = 1; level <= 10; ++level) {
        CAPTURE(level);
        const LevelLook look = levelLook(LayerKind::Tension, level);
        CHECK(look.face == rgb(faces[level - 1]));
        CHECK(contrast(look.face, look.digit) >= 4.5);
    }
}

TEST_CASE("a level out of the scale looks like its nearest end") {
    CHECK(levelLook(LayerKind::Pain, 0).face == levelLook(LayerKind::Pain, 1).face);
    CHECK(levelLook(LayerKind::Pain, 99).face == levelLook(LayerKind::Pain, 10).face);
    CHECK(contrast(levelLook(LayerKind::Treated, 9).face, levelLook(LayerKind::Treated, 9).digit) >= 4.5);
}

TEST_CASE("the layers have colours of their own") {
    std::set<std::string> seen;
    for (const LayerKind layer : palpate::map::kLayerKinds) {
        const Colour colour = layerColour(layer);
        seen.insert(std::to_string(colour.red) + "," + std::to_string(colour.green) + "," +
                    std::to_string(colour.blue));
    }
    CHECK(seen.size() == palpate::map::kLayerCount);
}

TEST_CASE("levels have the words of their bands") {
    CHECK(levelWord(LayerKind::Pain, 0).empty());
    CHECK(levelWord(LayerKind::Pain, 1) == "mild");
    CHECK(levelWord(LayerKind::Pain, 3) == "mild");
    CHECK(levelWord(LayerKind::Pain, 4) == "moderate");
    CHECK(levelWord(LayerKind::Pain, 6) == "moderate");
    CHECK(levelWord(LayerKind::Pain, 7) == "severe");
    CHECK(levelWord(LayerKind::Tension, 10) == "severe");
    CHECK(levelWord(LayerKind::Treated, 1) == "lightest");
    CHECK(levelWord(LayerKind::Treated, 5) == "deepest");
    CHECK(levelWord(LayerKind::Avoid, 1).empty());
}
