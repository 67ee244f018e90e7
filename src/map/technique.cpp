#include "map/technique.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace palpate::map {

namespace {

// What the word begins with in any language of the trade.
constexpr std::array<std::pair<std::string_view, TechniquePattern>, 5> kStems{
    {{"petrissage", TechniquePattern::PlusSigns},
     {"knead", TechniquePattern::PlusSigns},
     {"trigger", TechniquePattern::Crosses},
     {"ischemic", TechniquePattern::Crosses},
     {"friction", TechniquePattern::Waves}}};

}  // namespace

TechniquePattern patternOf(std::string_view technique) {
    const std::string small = core::lowered(technique);
    for (const auto& [stem, pattern] : kStems) {
        if (small.find(stem) != std::string::npos) return pattern;
    }
    return TechniquePattern::Dots;
}

TechniquePattern patternOf(const Place& place) {
    return place.techniques.empty() ? TechniquePattern::Dots : patternOf(place.techniques.front());
}

std::string techniqueLetter(const Place& place) {
    if (place.techniques.empty() || place.techniques.front().empty()) return {};
    if (patternOf(place) == TechniquePattern::Crosses) return "X";
    // A letter beyond ASCII takes as many bytes as its first one says.
    const std::string& name = place.techniques.front();
    const auto first = static_cast<unsigned char>(name.front());
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (bytes > 1) return name.substr(0, bytes);
    return std::string(1, static_cast<char>(std::toupper(first)));
}

}  // namespace palpate::map
