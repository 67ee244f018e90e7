#include "body/adjacency.h"

#include <glm/geometric.hpp>

#include <bit>
#include <cmath>
#include <limits>

namespace palpate::body {

namespace {

constexpr float kTolerance = 1.0e-4F;  // metres
constexpr std::uint32_t kNobody = SurfaceMesh::kNoVertex;

std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    std::uint64_t hash = a * 0x9e3779b97f4a7c15ULL;
    hash = (hash ^ (hash >> 32U) ^ b) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 32U) ^ c) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 29U);
}

// -0 and 0 are the same place.
std::uint32_t bitsOf(float number) {
    return std::bit_cast<std::uint32_t>(number == 0.0F ? 0.0F : number);
}

std::uint64_t exactKey(const glm::vec3& p) {
    return mix(bitsOf(p.x), bitsOf(p.y), bitsOf(p.z));
}

struct Cell {
    std::int64_t x, y, z;
};

Cell cellOf(const glm::vec3& p) {
    const auto index = [](float number) {
        return static_cast<std::int64_t>(
            std::floor(static_cast<double>(number) / static_cast<double>(kTolerance)));
    };
    return {index(p.x), index(p.y), index(p.z)};
}

std::uint64_t cellKey(const Cell& cell) {
    return mix(static_cast<std::uint64_t>(cell.x), static_cast<std::uint64_t>(cell.y),
               static_cast<std::uint64_t>(cell.z));
}

// Vertices by a 64-bit key, open addressing. Different places may share a key: the caller compares.
class VertexTable {
public:
    explicit VertexTable(std::size_t count) : m_slots(std::bit_ceil(2 * count + 1), kNobody) {}

    void add(std::uint64_t key, std::uint32_t vertex) {
        std::size_t slot = key & (m_slots.size() - 1);
        while (m_slots[slot] != kNobody)
            slot = (slot + 1) & (m_slots.size() - 1);
        m_slots[slot] = vertex;
    }

    // Calls `visit` with every vertex that may have `key` (and some others) until it answers true.
    template <typename Visit>
    void candidates(std::uint64_t key, Visit visit) const {
        std::size_t slot = key & (m_slots.size() - 1);
        while (m_slots[slot] != kNobody && !visit(m_slots[slot]))
            slot = (slot + 1) & (m_slots.size() - 1);
    }

private:
    std::vector<std::uint32_t> m_slots;
};

glm::vec3 reflected(const glm::vec3& p) {
    return {-p.x, p.y, p.z};
}

// False if some vertex has no partner at exactly the mirrored place.
bool findExact(std::span<const glm::vec3> positions, std::vector<std::uint32_t>& partner) {
    VertexTable table(positions.size());
    for (std::uint32_t v = 0; v < positions.size(); ++v)
        table.add(exactKey(positions[v]), v);
    bool complete = true;
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        const glm::vec3 wanted = reflected(positions[v]);
        table.candidates(exactKey(wanted), [&](std::uint32_t candidate) {
            if (positions[candidate] == wanted) partner[v] = candidate;
            return partner[v] != kNobody;
        });
        complete = complete && partner[v] != kNobody;
    }
    return complete;
}

std::uint32_t nearestTo(const glm::vec3& wanted, std::span<const glm::vec3> positions,
                        const VertexTable& cells) {
    std::uint32_t best = kNobody;
    float bestDistance = kTolerance;
    const Cell centre = cellOf(wanted);
    for (std::int64_t i = 0; i < 27; ++i) {
        const Cell cell{centre.x + i % 3 - 1, centre.y + i / 3 % 3 - 1, centre.z + i / 9 - 1};
        cells.candidates(cellKey(cell), [&](std::uint32_t candidate) {
            const float distance = glm::distance(positions[candidate], wanted);
            if (distance < bestDistance || (distance == bestDistance && candidate < best)) {
                best = candidate;
                bestDistance = distance;
            }
            return false;
        });
    }
    return best;
}

void findNearest(std::span<const glm::vec3> positions, std::vector<std::uint32_t>& partner) {
    VertexTable cells(positions.size());
    for (std::uint32_t v = 0; v < positions.size(); ++v)
        cells.add(cellKey(cellOf(positions[v])), v);
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (partner[v] == kNobody) partner[v] = nearestTo(reflected(positions[v]), positions, cells);
    }
}

}  // namespace

std::vector<std::uint32_t> mirrorPartners(std::span<const glm::vec3> positions) {
    std::vector<std::uint32_t> partner(positions.size(), kNobody);
    if (!findExact(positions, partner)) findNearest(positions, partner);
    std::vector<std::uint32_t> mutual(positions.size(), kNobody);
    for (std::uint32_t v = 0; v < positions.size(); ++v) {
        if (partner[v] != kNobody && partner[partner[v]] == v) mutual[v] = partner[v];
    }
    return mutual;
}

}  // namespace palpate::body
