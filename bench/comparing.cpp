// Comparing two maps with all measures and regions against reading the same bytes once, and counting how
// often each place was painted out of encoded maps against decoding them whole.
#include "analysis/comparison.h"
#include "analysis/frequency.h"
#include "map/body_map.h"
#include "map/map_codec.h"
#include "map/stroke_painter.h"
#include "row.h"
#include "standard_body.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace palpate::bench {

namespace {

map::BodyMap someMap(const body::BodyModel& body, std::size_t firstPlace, std::size_t places = 20) {
    map::BodyMap map(body.mesh().topologyId(), body.mesh().vertexCount());
    const auto points = pointsOnSkin(body.mesh(), 40);
    for (std::size_t i = firstPlace; i < firstPlace + places; ++i) {
        map::Stroke stroke;
        stroke.level = 1 + static_cast<int>(i % 10);
        stroke.diameterCm = 12.0;
        stroke.topologyId = map.topologyId();
        stroke.points = {points[i]};
        if (!map::paintStroke(body, map, stroke)) giveUp("a stroke could not be painted");
    }
    return map;
}

// Everything that a comparison looks at, touched once: both layers, areas and regions.
double plainPass(const body::BodyModel& body, const map::Layer& from, const map::Layer& to) {
    const auto areas = body.mesh().vertexAreas();
    const auto regions = body.atlas().regionOfVertices();
    double area = 0.0;
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        area += static_cast<double>(areas[i]);
        rest +=
            from.values()[i] + to.values()[i] + from.placeNumbers()[i] + to.placeNumbers()[i] + regions[i];
    }
    return area + static_cast<double>(rest);
}

// As they come out of a vault, whose seals vouch for them: neither side looks at their checksums.
using EncodedMaps = std::vector<std::vector<std::byte>>;

EncodedMaps someEncodedMaps(const body::BodyModel& body) {
    EncodedMaps maps;
    for (std::size_t first = 0; first < 36; ++first)
        maps.push_back(map::encodeMap(someMap(body, first, 4)));
    // Enough of them that what is done once for all maps counts as little as over thousands.
    while (maps.size() < 500)
        maps.push_back(maps[maps.size() - 36]);
    return maps;
}

// By runs.
double countRuns(const body::BodyModel& body, const EncodedMaps& maps) {
    analysis::FrequencyCount count(body);
    for (const auto& bytes : maps) {
        const auto layer = map::decodeRuns(bytes, map::LayerKind::Pain, map::Checksum::Skip);
        if (!layer) giveUp("a map could not be read");
        count.add(layer->runs);
    }
    return count.maps();
}

// By vertices: the same three numbers for each of them, without regions.
double countVertices(const body::BodyModel& body, const EncodedMaps& maps) {
    const std::size_t count = body.mesh().vertexCount();
    std::vector<std::uint32_t> painted(count, 0), sums(count, 0);
    std::vector<map::Value> worst(count, 0);
    for (const auto& bytes : maps) {
        const auto decoded = map::decodeMap(bytes, map::Checksum::Skip);
        if (!decoded) giveUp("a map could not be read");
        const auto values = decoded->layer(map::LayerKind::Pain).values();
        for (std::size_t v = 0; v < count; ++v) {
            const map::Value value = map::isPainted(values[v]) ? values[v] : map::Value{0};
            painted[v] += value > 0 ? 1U : 0U;
            sums[v] += value;
            worst[v] = std::max(worst[v], value);
        }
    }
    return std::accumulate(painted.begin(), painted.end(), 0.0) + sums.front() + worst.front();
}

}  // namespace

std::vector<Row> benchComparing(const Effort& effort) {
    const auto body = standardBody();
    const map::BodyMap before = someMap(*body, 0), after = someMap(*body, 15);
    const map::Layer& from = before.layer(map::LayerKind::Pain);
    const map::Layer& to = after.layer(map::LayerKind::Pain);
    const Duel pass = duel(
        Clock::Thread, effort.rounds(200), 1,
        [&] { keep(analysis::compareByVertex(*body, from, to).jaccard); },
        [&] { keep(plainPass(*body, from, to)); });
    const EncodedMaps maps = someEncodedMaps(*body);
    const Duel counting = duel(
        Clock::Thread, effort.rounds(20), static_cast<int>(maps.size()),
        [&] { keep(countRuns(*body, maps)); }, [&] { keep(countVertices(*body, maps)); });
    return {row("comparison of two maps, against one plain pass", pass, 3.0),
            row("counting a map by its runs, against decoding it whole", counting, 0.1)};
}

}  // namespace palpate::bench
