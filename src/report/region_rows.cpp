#include "report/region_rows.h"

#include "analysis/words.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace palpate::report {

namespace {

using PlacesByRegion = std::map<body::RegionIndex, std::set<map::PlaceNumber>>;

PlacesByRegion placesByRegion(const body::Atlas& atlas, const map::Layer& layer) {
    PlacesByRegion places;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (map::isPainted(layer.values()[v])) places[atlas.regionOf(v)].insert(layer.placeNumbers()[v]);
    }
    return places;
}

// Parts of a sentence, each once, in the order in which they came.
struct Parts {
    std::vector<std::string> list;
    void add(const std::string& part) {
        if (!part.empty() && std::find(list.begin(), list.end(), part) == list.end()) list.push_back(part);
    }
    [[nodiscard]] std::string joined() const {
        std::string text;
        for (const std::string& part : list)
            text += (text.empty() ? "" : ", ") + part;
        return text;
    }
};

std::vector<const map::Place*> rowsOf(const map::Layer& layer, const std::set<map::PlaceNumber>& numbers) {
    std::vector<const map::Place*> rows;
    for (const map::PlaceNumber number : numbers) {
        const auto row = layer.places().find(number);
        if (row != layer.places().end()) rows.push_back(&row->second);
    }
    return rows;
}

void addPain(Parts& parts, const std::vector<const map::Place*>& places) {
    std::vector<std::string> words;
    for (const map::Place* place : places)
        words.insert(words.end(), place->words.begin(), place->words.end());
    analysis::sortWords(words);
    for (const std::string& word : words)
        parts.add(word);
    for (const map::Place* place : places)
        parts.add(analysis::describeDepth(place->depth));
}

void addTreated(Parts& parts, const std::vector<const map::Place*>& places) {
    Parts techniques;
    for (const map::Place* place : places) {
        for (const std::string& technique : place->techniques)
            techniques.add(technique);
        // Of the whole place, which may reach into other regions.
        if (place->minutes > 0) techniques.add(core::trf("{0} min", {std::to_string(place->minutes)}));
    }
    parts.add(techniques.list.empty() ? core::tr("treated")
                                      : core::trf("treated: {0}", {techniques.joined()}));
}

void addAvoid(Parts& parts, const std::vector<const map::Place*>& places) {
    Parts reasons;
    for (const map::Place* place : places)
        reasons.add(place->reason);
    parts.add(reasons.list.empty() ? core::tr("avoid") : core::trf("avoid: {0}", {reasons.joined()}));
}

void addDetail(Parts& parts, const map::Layer& layer, const std::set<map::PlaceNumber>& numbers) {
    const auto places = rowsOf(layer, numbers);
    switch (layer.kind()) {
        case map::LayerKind::Pain:
        case map::LayerKind::Tension:
            addPain(parts, places);
            break;
        case map::LayerKind::Treated:
            addTreated(parts, places);
            break;
        case map::LayerKind::Avoid:
            addAvoid(parts, places);
            break;
    }
}

// Worst first: by pain, then tension, then extent, then name.
bool isWorse(const RegionRow& a, const RegionRow& b) {
    const auto rank = [](const RegionRow& row) {
        return std::tuple(-row.peaks[0].value_or(0.0), -row.peaks[1].value_or(0.0), -row.extentCm2,
                          std::string_view(row.name));
    };
    return rank(a) < rank(b);
}

// Where a sheet has no room for all rows, those of the first layer must not push out what was treated or is
// to be avoided: the worst row of every layer comes first, then the second of every layer, and so on.
void takeTurns(std::vector<RegionRow>& rows) {
    std::vector<std::size_t> turn(rows.size(), rows.size());
    for (const map::LayerKind kind : map::kLayerKinds) {
        const auto layer = static_cast<std::size_t>(kind);
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].peaks[layer]) order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return *rows[a].peaks[layer] > *rows[b].peaks[layer];
        });
        for (std::size_t place = 0; place < order.size(); ++place)
            turn[order[place]] = std::min(turn[order[place]], place);
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return turn[a] < turn[b]; });
    std::vector<RegionRow> turned;
    for (const std::size_t row : order)
        turned.push_back(std::move(rows[row]));
    rows = std::move(turned);
}

}  // namespace

std::vector<RegionRow> regionRows(const body::BodyModel& body, const map::BodyMap& map, double areaScale) {
    std::map<body::RegionIndex, std::pair<RegionRow, Parts>> byRegion;
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = map.layer(kind);
        const PlacesByRegion places = placesByRegion(body.atlas(), layer);
        for (const auto& region : analysis::measure(body, layer, areaScale).regions) {
            auto& [row, parts] = byRegion[region.region];
            row.peaks[static_cast<std::size_t>(kind)] = region.peak;
            row.extentCm2 = std::max(row.extentCm2, region.extentCm2);
            addDetail(parts, layer, places.at(region.region));
        }
    }
    std::vector<RegionRow> rows;
    for (auto& [index, entry] : byRegion) {
        entry.first.name = analysis::describeRegion(body.atlas().region(index));
        entry.first.detail = entry.second.joined();
        rows.push_back(std::move(entry.first));
    }
    std::sort(rows.begin(), rows.end(), isWorse);
    takeTurns(rows);
    return rows;
}

}  // namespace palpate::report
