#include "analysis/measures.h"

#include "analysis/measure_clusters.h"
#include "analysis/weighted_sum.h"
#include "analysis/words.h"
#include "core/check.h"
#include "core/units.h"

#include <cmath>
#include <cstdint>
#include <utility>

namespace palpate::analysis {

namespace {

using PlaceRegion = std::pair<map::PlaceNumber, body::RegionIndex>;

// Everything that one pass over the vertices collects, in square metres of the figure.
struct MapSums {
    WeightedSum whole;
    double left = 0.0, right = 0.0, front = 0.0, back = 0.0;
    std::vector<WeightedSum> regions;  // painted part, by region
    std::vector<double> regionAreas;   // painted or not
    std::map<map::PlaceNumber, WeightedSum> places;
    std::map<PlaceRegion, double> shares;  // painted area of a place within a region
};

// Adds `area` to one side by the sign of `towards`, half to each where it points to neither.
void addToSide(float towards, double area, double& positive, double& negative) {
    if (towards > 0.0F) {
        positive += area;
    } else if (towards < 0.0F) {
        negative += area;
    } else {
        positive += 0.5 * area;
        negative += 0.5 * area;
    }
}

// Skin within a hundredth of a millimetre of the midline belongs to it.
float sideways(const glm::vec3& position) {
    constexpr float kMidline = 1.0e-5F;
    return std::abs(position.x) <= kMidline ? 0.0F : position.x;
}

MapSums sumUp(const body::BodyModel& body, const map::Layer& layer) {
    const auto areas = body.mesh().vertexAreas();
    const auto regionOf = body.atlas().regionOfVertices();
    const auto values = layer.values();
    const auto places = layer.placeNumbers();
    MapSums sums;
    sums.regions.resize(body.atlas().regions().size());
    sums.regionAreas.resize(body.atlas().regions().size());
    for (std::size_t v = 0; v < values.size(); ++v) {
        const auto area = static_cast<double>(areas[v]);
        sums.regionAreas[regionOf[v]] += area;
        if (!map::isPainted(values[v])) continue;
        sums.whole.add(area, values[v]);
        sums.regions[regionOf[v]].add(area, values[v]);
        addToSide(sideways(body.mesh().positions()[v]), area, sums.left, sums.right);
        addToSide(body.mesh().normals()[v].z, area, sums.front, sums.back);
        if (places[v] == 0) continue;
        sums.places[places[v]].add(area, values[v]);
        sums.shares[{places[v], regionOf[v]}] += area;
    }
    return sums;
}

double shareIn(const MapSums& sums, map::PlaceNumber place, body::RegionIndex region) {
    const auto found = sums.shares.find({place, region});
    return found == sums.shares.end() ? 0.0 : found->second;
}

void locate(PlaceMeasures& place, const MapSums& sums, const body::Atlas& atlas, double toCm2) {
    double largest = 0.0;
    const auto first = sums.shares.lower_bound({place.number, 0});
    const auto isOfPlace = [&](auto share) {
        return share != sums.shares.end() && share->first.first == place.number;
    };
    for (auto share = first; isOfPlace(share); ++share) {
        if (share->second <= largest) continue;
        largest = share->second;
        place.mainRegion = share->first.second;
    }
    for (auto share = first; isOfPlace(share); ++share) {
        const body::RegionIndex region = share->first.second;
        if (region == place.mainRegion || share->second * toCm2 >= kFingertipCm2)
            place.regions.push_back(region);
    }
    const auto mirror = atlas.region(place.mainRegion).mirror;
    place.bothSides = mirror && 3.0 * shareIn(sums, place.number, *mirror) >= largest;
}

std::vector<PlaceMeasures> measurePlaces(const MapSums& sums, const body::Atlas& atlas, double toCm2) {
    std::vector<PlaceMeasures> places;
    for (const auto& [number, sum] : sums.places) {
        PlaceMeasures place;
        place.number = number;
        place.extentCm2 = sum.area * toCm2;
        place.mean = sum.mean();
        place.peak = sum.peakLevel();
        locate(place, sums, atlas, toCm2);
        places.push_back(place);
    }
    return places;
}

const std::vector<std::string>& wordsOf(const map::Layer& layer, map::PlaceNumber place) {
    static const std::vector<std::string> kNone;
    const auto row = layer.places().find(place);
    return row == layer.places().end() ? kNone : row->second.words;
}

// What the places that reach into a region say of it.
void describeRegions(std::vector<RegionMeasures>& regions, const MapSums& sums, const map::Layer& layer,
                     double toCm2) {
    constexpr double kRounding = 1.0e-9;
    for (RegionMeasures& region : regions) {
        double unplaced = sums.regions[region.region].area;
        for (const auto& [number, sum] : sums.places) {
            const double area = shareIn(sums, number, region.region);
            if (area <= 0.0) continue;
            unplaced -= area;
            const auto row = layer.places().find(number);
            region.depthsCm2[row == layer.places().end() ? map::Depth::Unstated : row->second.depth] +=
                area * toCm2;
            for (const std::string& word : wordsOf(layer, number)) {
                region.words.push_back(word);
                region.wordsCm2[word] += area * toCm2;
            }
        }
        if (unplaced > kRounding * sums.regions[region.region].area)
            region.depthsCm2[map::Depth::Unstated] += unplaced * toCm2;
        sortWords(region.words);
    }
}

std::vector<RegionMeasures> measureRegions(const MapSums& sums, const map::Layer& layer, double toCm2,
                                           double toLoad) {
    std::vector<RegionMeasures> regions;
    for (std::size_t r = 0; r < sums.regions.size(); ++r) {
        const WeightedSum& sum = sums.regions[r];
        if (sum.area <= 0.0) continue;
        RegionMeasures region;
        region.region = static_cast<body::RegionIndex>(r);
        region.extentCm2 = sum.area * toCm2;
        region.percentOfRegion = 100.0 * sum.area / sums.regionAreas[r];
        region.mean = sum.mean();
        region.peak = sum.peakLevel();
        region.loadPercent = sum.areaTimesLevel * toLoad;
        regions.push_back(std::move(region));
    }
    describeRegions(regions, sums, layer, toCm2);
    return regions;
}

// Paint without a place has no depth stated either.
std::map<map::Depth, double> areasByDepth(const MapSums& sums, const map::Layer& layer, double toCm2) {
    std::map<map::Depth, double> areas;
    double unplaced = sums.whole.area;
    for (const auto& [number, sum] : sums.places) {
        const auto row = layer.places().find(number);
        areas[row == layer.places().end() ? map::Depth::Unstated : row->second.depth] += sum.area * toCm2;
        unplaced -= sum.area;
    }
    constexpr double kRounding = 1.0e-9;
    if (unplaced > kRounding * sums.whole.area) areas[map::Depth::Unstated] += unplaced * toCm2;
    return areas;
}

std::optional<double> ratio(double above, double below) {
    if (below <= 0.0) return std::nullopt;
    return above / below;
}

}  // namespace

std::optional<double> LayerMeasures::leftRightRatio() const {
    return ratio(leftCm2, rightCm2);
}

std::optional<double> LayerMeasures::frontBackRatio() const {
    return ratio(frontCm2, backCm2);
}

LayerMeasures measure(const body::BodyModel& body, const map::Layer& layer, double areaScale) {
    core::check(layer.values().size() == body.mesh().vertexCount(), "a layer is measured on its own body");
    const double toCm2 = core::kSquareCentimetres * areaScale;
    const MapSums sums = sumUp(body, layer);

    LayerMeasures measures;
    measures.layer = layer.kind();
    measures.extentCm2 = sums.whole.area * toCm2;
    measures.extentPercent = 100.0 * sums.whole.area / body.mesh().area();
    measures.mean = sums.whole.mean();
    measures.peak = sums.whole.peakLevel();
    const double toLoad = 100.0 / (body.mesh().area() * map::highestLevel(layer.kind()));
    measures.loadPercent = sums.whole.areaTimesLevel * toLoad;
    measures.patches = measureClusters(body, layer, toCm2);
    measures.clusters = static_cast<int>(measures.patches.size());
    measures.leftCm2 = sums.left * toCm2;
    measures.rightCm2 = sums.right * toCm2;
    measures.frontCm2 = sums.front * toCm2;
    measures.backCm2 = sums.back * toCm2;
    measures.places = measurePlaces(sums, body.atlas(), toCm2);
    for (const PlaceMeasures& place : measures.places) {
        for (const std::string& word : wordsOf(layer, place.number))
            measures.wordsCm2[word] += place.extentCm2;
    }
    measures.depthsCm2 = areasByDepth(sums, layer, toCm2);
    measures.regions = measureRegions(sums, layer, toCm2, toLoad);
    return measures;
}

}  // namespace palpate::analysis
