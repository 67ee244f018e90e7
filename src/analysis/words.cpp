#include "analysis/words.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>
#include <tuple>

namespace palpate::analysis {

namespace {

// Position in the vocabularies, then past their end.
std::size_t rankOf(std::string_view word) {
    std::size_t rank = 0;
    for (const auto vocabulary : {map::qualityWords(), map::tensionFindings()}) {
        const auto found = std::find(vocabulary.begin(), vocabulary.end(), word);
        rank += static_cast<std::size_t>(found - vocabulary.begin());
        if (found != vocabulary.end()) return rank;
    }
    return rank;
}

// Names that keep their capital in the middle of a sentence.
constexpr std::array<std::string_view, 1> kProperNames{"Achilles"};

std::string inSentence(std::string name) {
    for (const std::string_view proper : kProperNames) {
        if (name.starts_with(proper)) return name;
    }
    if (!name.empty()) name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return name;
}

// The atlas writes the side behind a comma.
std::string withoutSide(const body::Region& region) {
    const std::string_view suffix = region.side == body::Side::Left    ? ", left"
                                    : region.side == body::Side::Right ? ", right"
                                                                       : "";
    std::string name = region.name;
    if (!suffix.empty() && name.ends_with(suffix)) name.erase(name.size() - suffix.size());
    return name;
}

std::string describeWhere(const body::Region& region, bool bothSides) {
    if (bothSides) return core::trf("{0}, both sides", {withoutSide(region)});
    return describeRegion(region);
}

void addPart(std::string& line, std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += ", ";
    line += part;
}

void addDetails(std::string& line, const map::Place& place) {
    for (const std::string& word : place.words)
        addPart(line, word);
    addPart(line, describeDepth(place.depth));
    for (const std::string& technique : place.techniques)
        addPart(line, technique);
    if (place.minutes > 0) addPart(line, core::trf("{0} min", {std::to_string(place.minutes)}));
    addPart(line, place.response);
    addPart(line, place.reason);
}

}  // namespace

void sortWords(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
        const std::size_t rankA = rankOf(a), rankB = rankOf(b);
        return std::tie(rankA, a) < std::tie(rankB, b);
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::string describeRegion(const body::Region& region) {
    if (region.side == body::Side::Middle) return region.name;
    const char* pattern = region.side == body::Side::Left ? "Left {0}" : "Right {0}";
    return core::trf(pattern, {inSentence(withoutSide(region))});
}

std::string describeLevel(map::LayerKind layer, double level) {
    const std::string shown = core::decimal(level, level == std::floor(level) ? 0 : 1);
    const std::string highest = std::to_string(map::highestLevel(layer));
    switch (layer) {
        case map::LayerKind::Pain:
            return core::trf("{0} out of {1}", {shown, highest});
        case map::LayerKind::Tension:
            return core::trf("tension {0} out of {1}", {shown, highest});
        case map::LayerKind::Treated:
            return core::trf("pressure {0} out of {1}", {shown, highest});
        case map::LayerKind::Avoid:
            break;
    }
    return core::tr("avoid");
}

std::string describeDepth(map::Depth depth) {
    switch (depth) {
        case map::Depth::Skin:
            return core::tr("on the skin");
        case map::Depth::Muscle:
            return core::tr("in the muscle");
        case map::Depth::Joint:
            return core::tr("in the joint");
        case map::Depth::Unstated:
            break;
    }
    return "";
}

std::string describePlace(const body::BodyModel& body, const map::Layer& layer, const PlaceMeasures& place) {
    std::string line = describeWhere(body.atlas().region(place.mainRegion), place.bothSides);
    addPart(line, describeLevel(layer.kind(), place.peak));
    const auto row = layer.places().find(place.number);
    if (row != layer.places().end()) addDetails(line, row->second);
    return line;
}

std::string describeCluster(const body::BodyModel& body, map::LayerKind layer,
                            const ClusterMeasures& cluster) {
    std::string line = describeRegion(body.atlas().region(cluster.centreRegion));
    addPart(line, describeLevel(layer, cluster.peak));
    for (const std::string& word : cluster.words)
        addPart(line, word);
    return line;
}

}  // namespace palpate::analysis
