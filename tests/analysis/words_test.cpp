#include "analysis/words.h"

#include "analysis/small_body.h"

#include <doctest/doctest.h>

using namespace palpate;
using analysis::describePlace;
using map::Layer;
using map::LayerKind;

namespace {

std::string firstPlace(const Layer& layer) {
    const auto body = test::makeSmallBody();
    const auto measures = analysis::measure(body, layer);
    return describePlace(body, layer, measures.places.at(0));
}

Layer dab(LayerKind kind, std::uint32_t vertex, map::Value value, map::Place place) {
    Layer layer(kind, 9);
    layer.setPlace(1, std::move(place));
    layer.set(vertex, value, 1);
    return layer;
}

}  // namespace

TEST_CASE("a place is said in plain words, with the person's own side first") {
    CHECK(firstPlace(dab(LayerKind::Pain, 5, 70, test::placeWith({"aching"}, map::Depth::Muscle))) ==
          "Left side of the belly, 7 out of 10, aching, in the muscle");
    CHECK(firstPlace(dab(LayerKind::Pain, 3, 35, test::placeWith({}))) ==
          "Right side of the belly, 3.5 out of 10");
    CHECK(firstPlace(dab(LayerKind::Pain, 4, 100, test::placeWith({"aching", "numb"}, map::Depth::Skin))) ==
          "Middle, 10 out of 10, aching, numb, on the skin");
}

TEST_CASE("a place that reaches over to the other side is said to be on both") {
    Layer layer = dab(LayerKind::Pain, 5, 40, test::placeWith({"stiff"}));
    layer.set(3, 40, 1);
    CHECK(firstPlace(layer) == "Side of the belly, both sides, 4 out of 10, stiff");
}

TEST_CASE("every layer has its own words") {
    CHECK(firstPlace(dab(LayerKind::Tension, 5, 60, test::placeWith({"tight band"}))) ==
          "Left side of the belly, tension 6 out of 10, tight band");
    map::Place treated;
    treated.techniques = {"myofascial release"};
    treated.minutes = 5;
    treated.response = "eased";
    CHECK(firstPlace(dab(LayerKind::Treated, 3, 30, treated)) ==
          "Right side of the belly, pressure 3 out of 5, myofascial release, 5 min, eased");
    map::Place avoid;
    avoid.reason = "recent surgery";
    CHECK(firstPlace(dab(LayerKind::Avoid, 4, 10, avoid)) == "Middle, avoid, recent surgery");
}

TEST_CASE("a proper name keeps its capital behind the side") {
    body::Region region{"achilles_R",      "achilles", "Achilles tendon, right", "Calcaneal tendon region",
                        body::Side::Right, {}};
    CHECK(analysis::describeRegion(region) == "Right Achilles tendon");
    region = {"heel_L", "heel", "Heel, left", "Calcaneal region", body::Side::Left, {}};
    CHECK(analysis::describeRegion(region) == "Left heel");
    region = {"sternum", "sternum", "Breastbone", "Sternal region", body::Side::Middle, {}};
    CHECK(analysis::describeRegion(region) == "Breastbone");
}

TEST_CASE("words come in the order of the vocabularies, each once") {
    std::vector<std::string> words{"warmth", "zzz", "stiff", "aching", "spasm", "stiff"};
    analysis::sortWords(words);
    CHECK(words == std::vector<std::string>{"aching", "stiff", "spasm", "warmth", "zzz"});
}
