#include "support/test_bodies.h"

#include "core/check.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace palpate::test {

using body::SurfaceMesh;
using body::Triangle;

namespace {

// A distance field of a union of round cones, smooth where they meet; the same on both sides of x = 0.
struct Limb {
    glm::vec3 from, to;
    float fromRadius, toRadius;
};

constexpr std::array kLimbs{
    Limb{{0.0F, 0.94F, 0.0F}, {0.0F, 1.30F, 0.0F}, 0.15F, 0.15F},          // trunk
    Limb{{0.0F, 1.38F, 0.0F}, {0.0F, 1.52F, 0.0F}, 0.06F, 0.06F},          // neck
    Limb{{0.0F, 1.60F, 0.0F}, {0.0F, 1.60F, 0.0F}, 0.10F, 0.10F},          // head
    Limb{{0.06F, 1.37F, 0.0F}, {0.26F, 1.36F, 0.0F}, 0.06F, 0.055F},       // shoulder
    Limb{{0.265F, 1.36F, 0.0F}, {0.275F, 1.08F, 0.0F}, 0.05F, 0.047F},     // upper arm
    Limb{{0.275F, 1.08F, 0.0F}, {0.275F, 0.80F, 0.0F}, 0.047F, 0.035F},    // forearm
    Limb{{0.085F, 0.90F, 0.0F}, {0.10F, 0.50F, 0.0F}, 0.075F, 0.055F},     // thigh
    Limb{{0.10F, 0.50F, 0.0F}, {0.10F, 0.06F, 0.0F}, 0.055F, 0.05F},       // lower leg
    Limb{{0.10F, 0.045F, -0.02F}, {0.10F, 0.045F, 0.13F}, 0.045F, 0.04F},  // foot
};

float distanceTo(const Limb& limb, const glm::vec3& p) {
    const glm::vec3 axis = limb.to - limb.from;
    const float squared = glm::dot(axis, axis);
    const float along =
        squared > 0.0F ? glm::clamp(glm::dot(p - limb.from, axis) / squared, 0.0F, 1.0F) : 0.0F;
    return glm::distance(p, limb.from + axis * along) - glm::mix(limb.fromRadius, limb.toRadius, along);
}

float field(const glm::vec3& p) {
    constexpr float kBlend = 0.03F;
    const glm::vec3 half(std::abs(p.x), p.y, p.z);
    float nearest = 1.0e3F;
    for (const Limb& limb : kLimbs) {
        const float distance = distanceTo(limb, half);
        const float share = glm::clamp(0.5F + 0.5F * (nearest - distance) / kBlend, 0.0F, 1.0F);
        nearest = glm::mix(nearest, distance, share) - kBlend * share * (1.0F - share);
    }
    return nearest;
}

// Surface nets (Gibson 1998) on the half x >= 0, mirrored afterwards. Corners of the grid lie at odd
// multiples of half a cell from x = 0, so that the cells in the middle hold the midline's vertices.
class HalfBodyNets {
public:
    HalfBodyNets() {
        for (int z = -kDeep; z <= kDeep; ++z) {
            for (int y = -2; y <= kHigh; ++y) {
                for (int x = 0; x <= kWide; ++x)
                    addQuads({x, y, z});
            }
        }
        mirror();
    }

    [[nodiscard]] SurfaceMesh take() && {
        auto mesh = SurfaceMesh::create(std::move(m_positions), {}, std::move(m_triangles));
        core::check(mesh.has_value(), "the little man is a valid mesh");
        return std::move(*mesh);
    }

private:
    using Corner = std::array<int, 3>;

    // A power of two: sums and differences of corners are exact.
    static constexpr float kCell = 1.0F / 64.0F;
    static constexpr int kWide = 24, kHigh = 112, kDeep = 14;

    static glm::vec3 place(const Corner& corner) {
        return {(static_cast<float>(corner[0]) + 0.5F) * kCell, static_cast<float>(corner[1]) * kCell,
                static_cast<float>(corner[2]) * kCell};
    }

    // For each edge from this corner along +axis that passes the surface: the quad of the four cells around
    // it. A cell is named by its lowest corner.
    void addQuads(const Corner& corner) {
        const bool inside = field(place(corner)) < 0.0F;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            Corner end = corner;
            ++end[axis];
            if ((field(place(end)) < 0.0F) == inside) continue;
            Corner a = corner, b = corner, d = corner;
            const std::size_t u = (axis + 1) % 3, v = (axis + 2) % 3;
            --a[u], --a[v], --b[v], --d[u];
            addQuad({vertexOf(a), vertexOf(b), vertexOf(corner), vertexOf(d)}, inside);
        }
    }

    void addQuad(std::array<std::uint32_t, 4> quad, bool facesAlongAxis) {
        if (!facesAlongAxis) std::reverse(quad.begin(), quad.end());
        const auto across = [&](std::size_t i, std::size_t k) {
            return glm::distance(m_positions[quad[i]], m_positions[quad[k]]);
        };
        const std::size_t start = across(0, 2) <= across(1, 3) ? 0 : 1;
        m_triangles.push_back({quad[start], quad[start + 1], quad[start + 2]});
        m_triangles.push_back({quad[start], quad[start + 2], quad[(start + 3) % 4]});
    }

    std::uint32_t vertexOf(const Corner& cell) {
        const auto [entry, isNew] =
            m_vertexOfCell.try_emplace(cell, static_cast<std::uint32_t>(m_positions.size()));
        if (isNew) m_positions.push_back(surfaceIn(cell));
        return entry->second;
    }

    // The mean of the places where the cell's edges pass the surface, then twice pulled onto it.
    static glm::vec3 surfaceIn(const Corner& cell) {
        glm::vec3 sum(0.0F);
        float count = 0.0F;
        for (int from = 0; from < 8; ++from) {
            for (int bit = 1; bit < 8; bit *= 2) {
                if ((from & bit) != 0) continue;
                const glm::vec3 a = place(cornerOf(cell, from)), b = place(cornerOf(cell, from | bit));
                const float fa = field(a), fb = field(b);
                if ((fa < 0.0F) == (fb < 0.0F)) continue;
                sum += a + (b - a) * (fa / (fa - fb));
                count += 1.0F;
            }
        }
        glm::vec3 p = sum / count;
        for (int i = 0; i < 2; ++i)
            p -= gradient(p) * field(p);
        if (cell[0] < 0) p.x = 0.0F;
        return p;
    }

    static Corner cornerOf(const Corner& cell, int bits) {
        return {cell[0] + (bits & 1), cell[1] + ((bits >> 1) & 1), cell[2] + (bits >> 2)};
    }

    static glm::vec3 gradient(const glm::vec3& p) {
        constexpr float kStep = 1.0F / 1024.0F;
        glm::vec3 slope;
        for (glm::length_t axis = 0; axis < 3; ++axis) {
            glm::vec3 step(0.0F);
            step[axis] = kStep;
            slope[axis] = field(p + step) - field(p - step);
        }
        return glm::normalize(slope);
    }

    void mirror() {
        std::vector<std::uint32_t> partner(m_positions.size());
        for (std::uint32_t v = 0; v < partner.size(); ++v) {
            const glm::vec3 p = m_positions[v];
            partner[v] = p.x == 0.0F ? v : static_cast<std::uint32_t>(m_positions.size());
            if (p.x != 0.0F) m_positions.emplace_back(-p.x, p.y, p.z);
        }
        const std::size_t half = m_triangles.size();
        for (std::size_t t = 0; t < half; ++t) {
            const auto [a, b, c] = m_triangles[t];
            m_triangles.push_back({partner[a], partner[c], partner[b]});
        }
    }

    std::map<Corner, std::uint32_t> m_vertexOfCell;
    std::vector<glm::vec3> m_positions;
    std::vector<Triangle> m_triangles;
};

// Which part of the little man a place belongs to, without its side.
const char* partAt(const glm::vec3& p) {
    const float fromMiddle = std::abs(p.x);
    if (p.y > 1.45F) return "crown";
    if (fromMiddle > 0.19F && p.y > 0.74F) return p.y > 1.08F ? "biceps" : "forearm_flexor";
    if (p.y < 0.85F) return p.y > 0.48F ? "quad_mid" : "shin";
    return p.z >= 0.0F ? "chest" : "midback";
}

std::vector<body::Region> littleManRegions() {
    std::vector<body::Region> regions{
        {"crown", "crown", "Top of the head", "Vertex", body::Side::Middle, {}}};
    const std::array<std::array<const char*, 3>, 6> pairs{
        {{"chest", "Chest", "Pectoral region"},
         {"midback", "Middle of the back", "Infrascapular region"},
         {"biceps", "Upper arm", "Brachial region"},
         {"forearm_flexor", "Forearm", "Antebrachial region"},
         {"quad_mid", "Thigh", "Femoral region"},
         {"shin", "Shin", "Crural region"}}};
    for (const auto& [base, name, clinical] : pairs) {
        const auto left = static_cast<body::RegionIndex>(regions.size());
        const auto right = static_cast<body::RegionIndex>(left + 1);
        const std::string id = base, plain = name;
        regions.push_back({id + "_L", id, plain + ", left", clinical, body::Side::Left, right});
        regions.push_back({id + "_R", id, plain + ", right", clinical, body::Side::Right, left});
    }
    return regions;
}

body::Atlas littleManAtlas(const SurfaceMesh& mesh) {
    std::vector<body::Region> regions = littleManRegions();
    std::vector<body::RegionIndex> labels;
    for (const glm::vec3& p : mesh.positions()) {
        const auto found = std::find_if(regions.begin(), regions.end(), [&](const body::Region& region) {
            const bool onItsSide =
                region.side == body::Side::Middle || (region.side == body::Side::Left) == (p.x >= 0.0F);
            return onItsSide && region.base == partAt(p);
        });
        labels.push_back(static_cast<body::RegionIndex>(found - regions.begin()));
    }
    auto atlas = body::Atlas::create(std::move(regions), std::move(labels));
    core::check(atlas.has_value(), "the little man's atlas is valid");
    return std::move(*atlas);
}

}  // namespace

SurfaceMesh makeLittleManMesh() {
    return HalfBodyNets().take();
}

std::shared_ptr<const body::BodyModel> makeTestBody() {
    static const std::shared_ptr<const body::BodyModel> theBody = [] {
        SurfaceMesh mesh = makeLittleManMesh();
        body::Atlas atlas = littleManAtlas(mesh);
        return std::make_shared<const body::BodyModel>("neutral", std::move(mesh), std::move(atlas));
    }();
    return theBody;
}

const body::BodyModel& littleMan() {
    static const auto kBody = makeTestBody();
    return *kBody;
}

}  // namespace palpate::test
