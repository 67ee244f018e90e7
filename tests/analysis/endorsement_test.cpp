#include "analysis/endorsement.h"

#include "analysis/small_body.h"
#include "analysis/widespread_pain.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using analysis::endorse;
using doctest::Approx;

namespace {

body::InstrumentArea areaNamed(std::string id, std::string code, double percent) {
    body::InstrumentArea area;
    area.names.id = std::move(id);
    area.code = std::move(code);
    area.percent = percent;
    return area;
}

// Three areas over the small body's columns; its upper right corner belongs to none.
body::Instrument smallInstrument() {
    body::Instrument instrument;
    instrument.areas = {areaNamed("right", "112", 25.0), areaNamed("middle", "113", 50.0),
                        areaNamed("left", "116", 25.0)};
    instrument.areaOfVertex = {0, 1, 2, 0, 1, 2, body::kNoArea, 1, 2};
    instrument.recodings = {{"female", "114", "112"}, {"female", "112", "116"}};
    return instrument;
}

map::Layer placePerVertex(const std::vector<std::pair<std::uint32_t, map::Value>>& vertices) {
    map::Layer layer(map::LayerKind::Pain, 9);
    for (const auto& [vertex, value] : vertices) {
        const auto place = static_cast<map::PlaceNumber>(vertex + 1);
        layer.setPlace(place, {});
        layer.set(vertex, value, place);
    }
    return layer;
}

constexpr double kThird = 1.0e4 / 3.0;  // of a square metre, in cm2: what an outer vertex has

}  // namespace

TEST_CASE("areas tell what was painted on them and by which places") {
    const auto body = test::makeSmallBody();
    const auto result =
        endorse(body.mesh(), smallInstrument(), placePerVertex({{0, 50}, {3, 70}, {6, 90}, {1, 4}}));
    REQUIRE(result.size() == 3);
    CHECK(result[0].paintedCm2 == Approx(2.0 * kThird));
    CHECK(result[0].areaCm2 == Approx(2.0 * kThird));
    CHECK(result[0].places == std::vector<map::PlaceNumber>{1, 4});
    CHECK(result[0].isEndorsed);
    CHECK_FALSE(result[1].isEndorsed);  // below half a level
    CHECK(result[1].areaCm2 == Approx(6.0 * kThird));
    CHECK(analysis::countEndorsed(result) == 1);
}

TEST_CASE("an area counts from so much skin or such a share of it, whichever is less") {
    const auto body = test::makeSmallBody();
    const auto layer = placePerVertex({{1, 50}});  // a sixth of the middle
    const auto isMiddle = [&](double cm2, double percent) {
        return endorse(body.mesh(), smallInstrument(), layer, 1.0, {cm2, percent})[1].isEndorsed;
    };
    CHECK(isMiddle(1.0e6, 16.6));
    CHECK_FALSE(isMiddle(1.0e6, 16.7));
    CHECK(isMiddle(kThird - 1.0, 100.0));
    CHECK_FALSE(isMiddle(kThird + 1.0, 100.0));
    // A smaller person has less of it.
    CHECK_FALSE(endorse(body.mesh(), smallInstrument(), layer, 0.5, {kThird - 1.0, 100.0})[1].isEndorsed);
}

TEST_CASE("a correction outweighs the paint and leaves it as it is") {
    const auto body = test::makeSmallBody();
    const analysis::Corrections corrections{{"left"}, {"right"}};
    const auto result =
        endorse(body.mesh(), smallInstrument(), placePerVertex({{0, 50}}), 1.0, {}, corrections);
    CHECK(result[0].fromPaint);
    CHECK_FALSE(result[0].isEndorsed);
    CHECK_FALSE(result[2].fromPaint);
    CHECK(result[2].isEndorsed);
    CHECK(analysis::endorsedIds(smallInstrument(), result) == std::vector<std::string>{"left"});
}

TEST_CASE("codes are those of the edition that is asked for") {
    const auto body = test::makeSmallBody();
    const auto result = endorse(body.mesh(), smallInstrument(), placePerVertex({{0, 50}, {1, 50}, {2, 50}}));
    CHECK(analysis::endorsedCodes(smallInstrument(), result) == "112,113,116");
    CHECK(analysis::endorsedCodes(smallInstrument(), result, "female") == "112,113,114");
    CHECK(analysis::endorsedCodes(smallInstrument(), result, "unheard of") == "112,113,116");
}

TEST_CASE("published shares weigh the painted part of each area") {
    const auto body = test::makeSmallBody();
    const auto result = endorse(body.mesh(), smallInstrument(), placePerVertex({{0, 50}, {1, 50}}));
    CHECK(analysis::percentByPublishedShares(smallInstrument(), result) == Approx(25.0 / 2.0 + 50.0 / 6.0));
    const auto bare = endorse(body.mesh(), smallInstrument(), placePerVertex({}));
    CHECK(analysis::percentByPublishedShares(smallInstrument(), bare) == 0.0);
    CHECK(analysis::countEndorsed(bare) == 0);
}

TEST_CASE("on the standard body whole areas score exactly themselves") {
    const auto body = body::loadStandardBody(std::filesystem::path(PALPATE_TEST_RESOURCES) / "models");
    REQUIRE(body.has_value());
    const auto labels =
        body::loadAtlasLabels(std::filesystem::path(PALPATE_TEST_RESOURCES) / "models", (*body)->mesh());
    REQUIRE(labels.has_value());
    for (const body::Instrument& instrument : labels->instruments()) {
        CAPTURE(instrument.texts.id);
        std::vector<std::string> all;
        for (std::size_t chosen = 0; chosen < instrument.areas.size(); ++chosen) {
            map::Layer layer(map::LayerKind::Pain, (*body)->mesh().vertexCount());
            map::Layer::Writer writer(layer);
            for (std::size_t v = 0; v < instrument.areaOfVertex.size(); ++v) {
                if (instrument.areaOfVertex[v] == chosen) writer.set(static_cast<std::uint32_t>(v), 60, 1);
            }
            const auto result = endorse((*body)->mesh(), instrument, layer);
            CHECK(analysis::endorsedIds(instrument, result) ==
                  std::vector<std::string>{instrument.areas[chosen].names.id});
            all.push_back(instrument.areas[chosen].names.id);
        }
        if (instrument.texts.id != "wpi_2016") continue;
        const auto pain = analysis::widespreadPain(all);
        CHECK(pain.wpi == 19);
        CHECK(pain.sites == 15);
        CHECK(pain.regionsWithPain == 5);
    }
}
