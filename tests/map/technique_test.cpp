#include "map/technique.h"

#include <doctest/doctest.h>

using namespace palpate;
using map::Place;
using map::TechniquePattern;

namespace {

Place treatedWith(std::vector<std::string> techniques) {
    Place place;
    place.techniques = std::move(techniques);
    return place;
}

}  // namespace

TEST_CASE("each technique of the trade has its pattern, however it is written") {
    CHECK(map::patternOf("effleurage") == TechniquePattern::Dots);
    CHECK(map::patternOf("Petrissage") == TechniquePattern::PlusSigns);
    CHECK(map::patternOf("kneading") == TechniquePattern::PlusSigns);
    CHECK(map::patternOf("Trigger point") == TechniquePattern::Crosses);
    CHECK(map::patternOf("cross-fibre friction") == TechniquePattern::Waves);
    CHECK(map::patternOf("hot stones") == TechniquePattern::Dots);
}

TEST_CASE("a place shows its first technique, by pattern and letter") {
    CHECK(map::patternOf(treatedWith({})) == TechniquePattern::Dots);
    CHECK(map::techniqueLetter(treatedWith({})).empty());
    CHECK(map::patternOf(treatedWith({"friction", "petrissage"})) == TechniquePattern::Waves);
    CHECK(map::techniqueLetter(treatedWith({"effleurage"})) == "E");
    CHECK(map::techniqueLetter(treatedWith({"friction", "petrissage"})) == "F");
    CHECK(map::techniqueLetter(treatedWith({"trigger point"})) == "X");
    CHECK(map::techniqueLetter(treatedWith({"\xC3\xA9tirement"})) == "\xC3\xA9");
}
