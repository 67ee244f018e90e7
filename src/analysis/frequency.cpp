#include "analysis/frequency.h"

#include "core/check.h"
#include "core/units.h"

#include <algorithm>
#include <cmath>

namespace palpate::analysis {

namespace {

std::vector<std::uint32_t> endsOfStretches(std::span<const body::RegionIndex> regionOf) {
    std::vector<std::uint32_t> ends(regionOf.size());
    for (std::size_t v = regionOf.size(); v-- > 0;) {
        const bool goesOn = v + 1 < regionOf.size() && regionOf[v + 1] == regionOf[v];
        ends[v] = goesOn ? ends[v + 1] : static_cast<std::uint32_t>(v + 1);
    }
    return ends;
}

}  // namespace

FrequencyCount::FrequencyCount(const body::BodyModel& body, const RegionRule& rule)
    : m_body(body),
      m_rule(rule),
      m_mapSteps(body.mesh().vertexCount() + 1, 0),
      m_valueSteps(body.mesh().vertexCount() + 1, 0),
      m_worst(body.mesh().vertexCount(), 0),
      m_sameRegionUntil(endsOfStretches(body.atlas().regionOfVertices())),
      m_areaBefore(1, 0.0),
      m_regionAreas(body.atlas().regions().size(), 0.0),
      m_paintedNow(body.atlas().regions().size(), 0.0),
      m_regionMaps(body.atlas().regions().size(), 0) {
    const auto areas = body.mesh().vertexAreas();
    for (std::size_t v = 0; v < areas.size(); ++v) {
        m_areaBefore.push_back(m_areaBefore.back() + static_cast<double>(areas[v]));
        m_regionAreas[body.atlas().regionOfVertices()[v]] += static_cast<double>(areas[v]);
    }
}

void FrequencyCount::add(std::span<const map::ValueRun> runs) {
    const std::span<map::Value> worst(m_worst);  // of our own: a byte may be part of anything
    map::VertexRange joined;                     // runs without a gap between them
    std::int64_t before = 0;                     // the value at its end
    for (const auto& [range, value] : runs) {
        core::check(range.first >= joined.end && range.first < range.end && range.end <= worst.size() &&
                        map::isPainted(value),
                    "the runs of a map are painted, ascending and on its body");
        for (std::uint32_t v = range.first; v < range.end; ++v)
            worst[v] = std::max(worst[v], value);
        if (range.first == joined.end) {
            m_valueSteps[range.first] += value - before;
            joined.end = range.end;
        } else {
            m_valueSteps[joined.end] -= before;
            addPainted(joined);
            m_valueSteps[range.first] += value;
            joined = range;
        }
        before = value;
    }
    m_valueSteps[joined.end] -= before;
    addPainted(joined);
    closeRegions();
    ++m_maps;
}

void FrequencyCount::addPainted(const map::VertexRange& range) {
    if (range.isEmpty()) return;
    ++m_mapSteps[range.first];
    --m_mapSteps[range.end];
    addToRegions(range);
}

void FrequencyCount::addToRegions(const map::VertexRange& range) {
    const auto regionOf = m_body.atlas().regionOfVertices();
    for (std::uint32_t v = range.first; v < range.end;) {
        const std::uint32_t end = std::min(range.end, m_sameRegionUntil[v]);
        const body::RegionIndex region = regionOf[v];
        if (m_paintedNow[region] == 0.0) m_touched.push_back(region);
        m_paintedNow[region] += m_areaBefore[end] - m_areaBefore[v];
        v = end;
    }
}

void FrequencyCount::closeRegions() {
    for (const body::RegionIndex region : m_touched) {
        const double painted = m_paintedNow[region];
        const double enough = std::min(m_rule.cm2 / core::kSquareCentimetres,
                                       0.01 * m_rule.percentOfRegion * m_regionAreas[region]);
        if (painted > 0.0 && painted >= enough) ++m_regionMaps[region];
        m_paintedNow[region] = 0.0;
    }
    m_touched.clear();
}

std::vector<RegionFrequency> FrequencyCount::regionFrequencies(const Frequency& frequency) const {
    const auto areas = m_body.mesh().vertexAreas();
    std::vector<RegionFrequency> all(m_regionAreas.size());
    std::vector<double> painted(all.size(), 0.0);  // area times maps
    for (std::uint32_t v = 0; v < areas.size(); ++v) {
        RegionFrequency& region = all[m_body.atlas().regionOf(v)];
        const double times = static_cast<double>(areas[v]) * frequency.painted[v];
        painted[m_body.atlas().regionOf(v)] += times;
        region.mean += times * frequency.mean[v];
        region.worst = std::max(region.worst, map::levelOf(frequency.worst[v]));
    }
    for (std::size_t r = 0; r < all.size(); ++r) {
        all[r].region = static_cast<body::RegionIndex>(r);
        all[r].maps = m_regionMaps[r];
        if (painted[r] <= 0.0) continue;
        all[r].share = static_cast<double>(m_regionMaps[r]) / m_maps;
        all[r].onSkin = painted[r] / (m_regionAreas[r] * m_maps);
        all[r].mean /= painted[r];
    }
    std::erase_if(all, [](const auto& region) { return region.onSkin <= 0.0; });
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.maps > b.maps; });
    return all;
}

Frequency FrequencyCount::result() const {
    Frequency frequency;
    frequency.maps = m_maps;
    frequency.worst = m_worst;
    frequency.painted.resize(m_worst.size());
    frequency.mean.resize(m_worst.size());
    std::int64_t painted = 0, values = 0;
    for (std::size_t v = 0; v < m_worst.size(); ++v) {
        painted += m_mapSteps[v];
        values += m_valueSteps[v];
        frequency.painted[v] = static_cast<std::uint32_t>(painted);
        if (painted > 0)
            frequency.mean[v] = static_cast<double>(values) / (10.0 * static_cast<double>(painted));
    }
    frequency.regions = regionFrequencies(frequency);
    return frequency;
}

std::vector<map::Value> shareAsValues(const Frequency& frequency) {
    std::vector<map::Value> values(frequency.painted.size(), 0);
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        if (frequency.painted[v] == 0) continue;
        const auto value = static_cast<map::Value>(std::lround(100.0 * frequency.share(v)));
        values[v] = std::max(map::kPaintedFrom, value);
    }
    return values;
}

}  // namespace palpate::analysis
