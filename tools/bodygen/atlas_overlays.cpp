#include "bodygen/atlas_overlays.h"

#include "bodygen/atlas_mesh.h"
#include "bodygen/mesh_order.h"
#include "bodygen/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace palpate::bodygen {
namespace {

constexpr std::size_t kSmallestIsland = 40;  // points; about 10 cm2 of the trunk, 2 cm2 of a hand

bool holds(const OverlayPiece& piece, std::uint16_t region, const AtlasSite& site) {
    if (!piece.regions.empty() &&
        std::find(piece.regions.begin(), piece.regions.end(), region) == piece.regions.end())
        return false;
    if (!piece.chart) return true;
    if (piece.polygon.empty()) return site[static_cast<std::size_t>(*piece.chart)].has_value();
    return holds(*piece.chart, piece.polygon, site);
}

// Smallest distance along edges from the border of `inside`, for points nearer than `reach`; the border cuts
// its edges in half.
class BorderDistance {
public:
    BorderDistance(const StandardBody& body, const Neighbours& around)
        : m_points(body.model.points), m_around(around), m_distance(m_points.size(), kFar) {}

    // Calls visit(point, distance) for every point within reach.
    template <typename Visit>
    void measure(const std::vector<char>& inside, double reach, Visit visit) {
        for (std::uint32_t i = 0; i < inside.size(); ++i) {
            for (const std::uint32_t n : m_around[i])
                if (inside[i] != inside[n]) reached(i, 0.5 * length(i, n), reach);
        }
        while (!m_queue.empty()) {
            const auto [distance, point] = m_queue.top();
            m_queue.pop();
            if (distance > m_distance[point]) continue;
            for (const std::uint32_t n : m_around[point])
                if (inside[n] == inside[point]) reached(n, distance + length(point, n), reach);
        }
        for (const std::uint32_t point : m_touched) {
            if (m_distance[point] != kFar) visit(point, m_distance[point]);
            m_distance[point] = kFar;
        }
        m_touched.clear();
    }

private:
    static constexpr double kFar = std::numeric_limits<double>::infinity();

    [[nodiscard]] double length(std::uint32_t a, std::uint32_t b) const {
        return glm::distance(Vec3(m_points[a]), Vec3(m_points[b]));
    }
    void reached(std::uint32_t point, double distance, double reach) {
        if (distance >= m_distance[point] || distance >= reach) return;
        m_distance[point] = distance;
        m_touched.push_back(point);
        m_queue.emplace(distance, point);
    }

    using Step = std::pair<double, std::uint32_t>;
    const std::vector<glm::vec3>& m_points;
    const Neighbours& m_around;
    std::vector<double> m_distance;
    std::vector<std::uint32_t> m_touched;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> m_queue;
};

std::uint8_t levelAt(double signedDistance) {
    const double t = std::clamp((kSoftRim + signedDistance) / (2.0 * kSoftRim), 0.0, 1.0);
    return static_cast<std::uint8_t>(std::lround(t * t * (3.0 - 2.0 * t) * kWeightLevels));
}

}  // namespace

std::vector<OverlayArea> overlayAreas(const OverlayTable& table) {
    std::vector<OverlayArea> areas;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const OverlayRow& row = table.rows[r];
        if (!row.paired) {
            areas.push_back({r, row.id, "middle", row.name, row.codes[0], ""});
            continue;
        }
        areas.push_back({r, row.id + "_L", "left", row.name + ", left", row.codes[0], row.id + "_R"});
        areas.push_back({r, row.id + "_R", "right", row.name + ", right", row.codes[1], row.id + "_L"});
    }
    return areas;
}

std::vector<std::uint16_t> labelPartition(const StandardBody& body, const RegionLabels& regions,
                                          const OverlayTable& table, bool complete) {
    const auto nobody = static_cast<std::uint16_t>(table.rows.size());
    std::vector<std::uint16_t> rows(body.points.size(), kNoLabel);
    parallelFor(rows.size(), [&](std::size_t i) {
        if (body.points[i].side < 0) return;
        const AtlasSite site = atlasSite(body.points[i], body.field.shape());
        if (!complete) rows[i] = nobody;
        for (const OverlayPiece& piece : table.pieces) {
            if (!holds(piece, regions.rowOfPoint[i], site)) continue;
            rows[i] = static_cast<std::uint16_t>(piece.row);
            return;
        }
    });
    const Neighbours around = neighboursOf(body.model);
    fillLabels(rows, body, around);
    smoothLabels(rows, body, around);
    dropSmallParts(rows, around, kSmallestIsland);
    fillLabels(rows, body, around);
    mirrorLabels(rows, body, mirrorPartners(meshOf(body.model)));

    std::vector<std::uint16_t> leftOf(table.rows.size());
    for (std::size_t r = 0, next = 0; r < leftOf.size(); ++r) {
        leftOf[r] = static_cast<std::uint16_t>(next);
        next += table.rows[r].paired ? 2 : 1;
    }
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const std::uint16_t row = rows[i];
        core::check(row != kNoLabel, "every point of the body is labelled");
        const bool right = row != nobody && table.rows[row].paired && body.points[i].side < 0;
        rows[i] = row == nobody ? kNoLabel : static_cast<std::uint16_t>(leftOf[row] + (right ? 1 : 0));
    }
    return rows;
}

std::vector<std::vector<PointWeight>> muscleWeights(const StandardBody& body, const RegionLabels& regions,
                                                    const OverlayTable& table) {
    std::vector<std::vector<char>> inside(table.rows.size(), std::vector<char>(body.points.size(), 0));
    parallelFor(body.points.size(), [&](std::size_t i) {
        if (body.points[i].side < 0) return;
        const AtlasSite site = atlasSite(body.points[i], body.field.shape());
        for (const OverlayPiece& piece : table.pieces)
            if (holds(piece, regions.rowOfPoint[i], site)) inside[piece.row][i] = 1;
    });
    const Neighbours around = neighboursOf(body.model);
    const std::vector<std::uint32_t> partner = mirrorPartners(meshOf(body.model));
    BorderDistance border(body, around);
    std::vector<std::vector<PointWeight>> weights;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        core::check(table.rows[row].paired, "muscles come in pairs");
        std::vector<std::uint8_t> levels(body.points.size(), 0);
        for (std::size_t i = 0; i < levels.size(); ++i)
            levels[i] = inside[row][i] != 0 ? kWeightLevels : 0;
        border.measure(inside[row], kSoftRim, [&](std::uint32_t point, double distance) {
            levels[point] = levelAt(inside[row][point] != 0 ? distance : -distance);
        });
        std::vector<PointWeight> left, right;
        for (std::uint32_t i = 0; i < levels.size(); ++i) {
            if (levels[i] != 0) left.push_back({i, levels[i]});
            if (levels[partner[i]] != 0) right.push_back({i, levels[partner[i]]});
        }
        weights.push_back(std::move(left));
        weights.push_back(std::move(right));
    }
    return weights;
}

}  // namespace palpate::bodygen
