// Comparing two maps with all measures and regions against reading the same bytes once.
#include "analysis/comparison.h"
#include "map/body_map.h"
#include "map/stroke_painter.h"
#include "row.h"
#include "standard_body.h"

#include <numeric>

namespace palpate::bench {

namespace {

map::BodyMap someMap(const body::BodyModel& body, std::size_t firstPlace) {
    map::BodyMap map(body.mesh().topologyId(), body.mesh().vertexCount());
    const auto points = pointsOnSkin(body.mesh(), 40);
    for (std::size_t i = firstPlace; i < firstPlace + 20; ++i) {
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

}  // namespace

std::vector<Row> benchComparing(const Effort& effort) {
    const auto body = standardBody();
    const map::BodyMap before = someMap(*body, 0), after = someMap(*body, 15);
    const map::Layer& from = before.layer(map::LayerKind::Pain);
    const map::Layer& to = after.layer(map::LayerKind::Pain);
    const Duel pass = duel(
        Clock::Thread, effort.rounds(200), 1, [&] { keep(analysis::compare(*body, from, to).jaccard); },
        [&] { keep(plainPass(*body, from, to)); });
    return {row("comparison of two maps, against one plain pass", pass, 3.0)};
}

}  // namespace palpate::bench
