#pragma once

#include "body/body_model.h"
#include "map/layer.h"
#include "map/map_codec.h"

#include <cstdint>
#include <span>
#include <vector>

namespace palpate::analysis {

// From how much paint on a region counts as "painted there" on a map: whichever is less. Palpate's own
// choice, so that a place spilling over a border does not count and one fingertip-sized mark does.
struct RegionRule {
    double cm2 = 10.0;  // on the figure whose areas are used
    double percentOfRegion = 10.0;
};

struct RegionFrequency {
    body::RegionIndex region = 0;
    int maps = 0;         // in which the region counts as painted
    double share = 0.0;   // of all maps, 0..1
    double onSkin = 0.0;  // mean over the region's skin of the share of maps that painted it
    double worst = 0.0;   // highest level on any of the maps
    double mean = 0.0;    // level of the painted skin, by area, over all maps
};

// How often each place was painted over a number of maps of one layer.
struct Frequency {
    int maps = 0;
    std::vector<std::uint32_t> painted;  // by vertex: in how many maps
    std::vector<map::Value> worst;       // by vertex: highest value
    std::vector<double> mean;            // by vertex: mean level over the maps that painted it, else 0
    std::vector<RegionFrequency>
        regions;  // with any paint; the most often painted first, then in the atlas's order

    [[nodiscard]] double share(std::uint32_t vertex) const {
        return maps > 0 ? static_cast<double>(painted[vertex]) / maps : 0.0;
    }
};

// Adds maps up one by one, of whatever figures and clients: the vertices are the same places on all of them.
// A map costs its runs and its painted vertices, not the body's vertices.
class FrequencyCount {
public:
    // Areas and regions are those of `body`, which must outlive this object.
    explicit FrequencyCount(const body::BodyModel& body, const RegionRule& rule = {});

    // One map: its painted runs, ascending, within the body's vertices. Without runs nothing hurts: it counts
    // as a map.
    void add(std::span<const map::ValueRun> runs);
    // `layer` must be over the vertices of the body.
    void add(const map::Layer& layer) { add(map::paintedRuns(layer)); }

    [[nodiscard]] int maps() const { return m_maps; }
    [[nodiscard]] Frequency result() const;

private:
    void addPainted(const map::VertexRange& range);
    void addToRegions(const map::VertexRange& range);
    void closeRegions();
    [[nodiscard]] std::vector<RegionFrequency> regionFrequencies(const Frequency& frequency) const;

    const body::BodyModel& m_body;
    RegionRule m_rule;
    int m_maps = 0;
    // Steps from vertex to vertex, so that a run costs two additions: of how many maps painted it, and of
    // their values.
    std::vector<std::int64_t> m_mapSteps, m_valueSteps;
    std::vector<map::Value> m_worst;
    std::vector<std::uint32_t> m_sameRegionUntil;  // by vertex: where its stretch of one region ends
    std::vector<double> m_areaBefore;              // by vertex: area of all vertices before it, square metres
    std::vector<double> m_regionAreas;
    std::vector<double> m_paintedNow;          // by region, on the map being added
    std::vector<body::RegionIndex> m_touched;  // regions on the map being added
    std::vector<int> m_regionMaps;
};

// The share of maps as values of a layer, for a picture: 10 tenths for each tenth of the maps, so that "every
// map" has level 10. Whatever was painted at all is at least half a level and so counts as painted.
[[nodiscard]] std::vector<map::Value> shareAsValues(const Frequency& frequency);

}  // namespace palpate::analysis
