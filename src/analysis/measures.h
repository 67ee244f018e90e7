#pragma once

#include "body/body_model.h"
#include "map/layer.h"

#include <map>
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
    std::vector<std::string> words;  // of the places that reach into the region
};

struct PlaceMeasures {
    map::PlaceNumber number = 0;
    double extentCm2 = 0.0;
    double mean = 0.0;
    double peak = 0.0;
    body::RegionIndex mainRegion = 0;  // the region that holds most of it
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
    int clusters = 0;                        // connected painted places
    std::map<std::string, double> wordsCm2;  // painted area that carries each word
    std::vector<PlaceMeasures> places;       // in the order of their numbers, painted ones only
    std::vector<RegionMeasures> regions;     // painted ones only, in the atlas's order
};

[[nodiscard]] LayerMeasures measure(const body::BodyModel& body, const map::Layer& layer,
                                    double areaScale = 1.0);

}  // namespace palpate::analysis
