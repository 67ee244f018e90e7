#pragma once

#include "body/body_model.h"
#include "body/skin_point.h"
#include "map/layer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palpate::analysis {

// Measures of the painted part (value >= 0.5) of one layer. Areas come from the figure's vertex areas times
// `areaScale` (the client's own skin area over the figure's).
struct RegionMeasures {
    body::RegionIndex region = 0;
    double extentCm2 = 0.0;
    double percentOfRegion = 0.0;
    double mean = 0.0;  // area-weighted level of the painted part; 0 if nothing is painted
    double peak = 0.0;
    std::vector<std::string>
        words;  // of the places that reach into the region, as the vocabulary orders them
    // What the region adds to LayerMeasures::loadPercent: 100 * sum(area_i * level_i) over the region's
    // vertices / (area of the body * highest level).
    double loadPercent = 0.0;
    std::map<std::string, double> wordsCm2;  // painted area in it that carries each word
    std::map<map::Depth, double> depthsCm2;  // by how deep it is felt; together the extent
};

// Less of a region than that is the soft rim of a place that lies elsewhere.
inline constexpr double kFingertipCm2 = 2.0;

struct PlaceMeasures {
    map::PlaceNumber number = 0;
    double extentCm2 = 0.0;
    double mean = 0.0;
    double peak = 0.0;
    body::RegionIndex mainRegion = 0;  // the region that holds most of it; of equal ones the first
    bool bothSides = false;  // the main region's partner on the other side holds at least a third as much
    // The regions that hold a fingertip of it or more, and the main one, in the atlas's order.
    std::vector<body::RegionIndex> regions;
};

// Painted skin that hangs together, whatever places it belongs to.
struct ClusterMeasures {
    double extentCm2 = 0.0;
    double mean = 0.0;
    double peak = 0.0;
    // The painted vertex nearest to the area-weighted mean position, so that the centre of a ring round a
    // limb lies on the ring; of equally near ones the first.
    std::uint32_t centreVertex = 0;
    body::SkinPoint centre;              // the same
    body::RegionIndex centreRegion = 0;  // where the centre lies
    std::vector<std::string> words;      // of the places that reach into it, as the vocabulary orders them
};

struct LayerMeasures {
    map::LayerKind layer = map::LayerKind::Pain;
    double extentCm2 = 0.0;
    double extentPercent = 0.0;  // of the whole skin
    double mean = 0.0;           // area-weighted level of the painted part
    double peak = 0.0;
    // Area x intensity as a share of the whole body at the layer's highest level:
    // 100 * sum(area_i * level_i) / (area of the body * highest level), over painted vertices.
    double loadPercent = 0.0;
    int clusters = 0;  // connected painted patches of skin, whatever places they belong to
    std::vector<ClusterMeasures> patches;  // those, the largest first, of equal ones the lower vertex
    // The extent by side: left where x > 0, front where the skin faces forwards (normal z > 0). The midline
    // and skin that faces straight sideways, up or down count half to each.
    double leftCm2 = 0.0, rightCm2 = 0.0;
    double frontCm2 = 0.0, backCm2 = 0.0;
    std::map<std::string, double> wordsCm2;  // painted area that carries each word
    // Painted area by how deep it is felt; together the extent. Only depths that occur.
    std::map<map::Depth, double> depthsCm2;
    std::vector<PlaceMeasures> places;    // in the order of their numbers, painted ones only
    std::vector<RegionMeasures> regions;  // painted ones only, in the atlas's order

    // Empty if the right side (the back) has no paint.
    [[nodiscard]] std::optional<double> leftRightRatio() const;
    [[nodiscard]] std::optional<double> frontBackRatio() const;
};

// One pass over the vertices. `layer` must be over the vertices of `body`.
// Sources: extent as the painted area (Leoni et al. 2013, pain drawings in low back and neck pain); load is
// the "sum intensity" of pain drawings (area x intensity, jove.com/t/65334) as a share of its highest value.
[[nodiscard]] LayerMeasures measure(const body::BodyModel& body, const map::Layer& layer,
                                    double areaScale = 1.0);

}  // namespace palpate::analysis
