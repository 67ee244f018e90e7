#include "body/bvh_builder.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace palpate::body {

namespace {

constexpr std::uint32_t kLeafSize = 4;
constexpr std::size_t kBins = 16;
// Of one triangle test, as the cost of visiting a node.
constexpr float kVisitCost = 1.0F;
// Deeper than any sensible mesh gets; keeps the walkers' stacks of fixed size safe.
constexpr int kDeepestSplit = 56;

void merge(Box& box, const Box& other) {
    box.lowest = glm::min(box.lowest, other.lowest);
    box.highest = glm::max(box.highest, other.highest);
}

// Half of the surface; 0 for an empty box.
float halfArea(const Box& box) {
    const glm::vec3 size = glm::max(box.size(), glm::vec3(0.0F));
    return size.x * size.y + size.y * size.z + size.z * size.x;
}

struct Split {
    glm::length_t axis = 0;
    std::size_t lastLeftBin = 0;
    float cost = 0.0F;
};

// Where along one axis a triangle's centre falls.
struct Binning {
    float start = 0.0F;
    float scale = 0.0F;

    Binning(float low, float high) : start(low), scale(static_cast<float>(kBins) / (high - low)) {}
    [[nodiscard]] std::size_t operator()(float centre) const {
        return std::min(kBins - 1, static_cast<std::size_t>((centre - start) * scale));
    }
};

struct Bin {
    Box box;
    std::uint32_t count = 0;

    void add(const Bin& other) {
        merge(box, other.box);
        count += other.count;
    }
    [[nodiscard]] float cost() const { return halfArea(box) * static_cast<float>(count); }
};

class Builder {
public:
    explicit Builder(const SurfaceMesh& mesh) {
        const std::size_t count = mesh.triangles().size();
        m_boxes.resize(count);
        m_centres.resize(count);
        for (std::size_t t = 0; t < count; ++t) {
            for (const std::uint32_t corner : mesh.triangles()[t])
                m_boxes[t].add(mesh.positions()[corner]);
            m_centres[t] = m_boxes[t].centre();
        }
        m_tree.order.resize(count);
        std::iota(m_tree.order.begin(), m_tree.order.end(), 0U);
        m_tree.nodes.reserve(count);
        m_tree.nodes.emplace_back();
        build(0, 0, static_cast<std::uint32_t>(count), 0);
    }

    [[nodiscard]] BvhTree take() && { return std::move(m_tree); }

private:
    void build(std::size_t node, std::uint32_t first, std::uint32_t count, int depth) {
        Box box, centres;
        for (const std::uint32_t triangle : trianglesOf(first, count)) {
            merge(box, m_boxes[triangle]);
            centres.add(m_centres[triangle]);
        }
        m_tree.nodes[node] = {box, first, count};
        const std::uint32_t left = depth < kDeepestSplit ? partition(first, count, box, centres) : 0;
        if (left == 0) return;
        const std::size_t child = m_tree.nodes.size();
        m_tree.nodes.resize(child + 2);
        m_tree.nodes[node].first = static_cast<std::uint32_t>(child);
        m_tree.nodes[node].count = 0;
        build(child, first, left, depth + 1);
        build(child + 1, first + left, count - left, depth + 1);
    }

    // Sorts the triangles into two heaps and answers how many are in the first; 0 if they are better left
    // together.
    std::uint32_t partition(std::uint32_t first, std::uint32_t count, const Box& box, const Box& centres) {
        if (count <= 1) return 0;
        const Split split = bestSplit(first, count, centres);
        const float together = halfArea(box) * static_cast<float>(count);
        const float apart = split.cost + kVisitCost * halfArea(box);
        if (count <= kLeafSize && apart >= together) return 0;
        const auto triangles = trianglesOf(first, count);
        if (split.cost >= kNoSplit) {
            // All centres in one place: nothing to choose by, but leaves stay small.
            return count <= kLeafSize ? 0 : count / 2;
        }
        const Binning bin(centres.lowest[split.axis], centres.highest[split.axis]);
        const auto middle = std::partition(triangles.begin(), triangles.end(), [&](std::uint32_t triangle) {
            return bin(m_centres[triangle][split.axis]) <= split.lastLeftBin;
        });
        return static_cast<std::uint32_t>(middle - triangles.begin());
    }

    [[nodiscard]] Split bestSplit(std::uint32_t first, std::uint32_t count, const Box& centres) {
        Split best{0, 0, kNoSplit};
        for (glm::length_t axis = 0; axis < 3; ++axis) {
            if (!(centres.highest[axis] > centres.lowest[axis])) continue;
            std::array<Bin, kBins> bins;
            const Binning bin(centres.lowest[axis], centres.highest[axis]);
            for (const std::uint32_t triangle : trianglesOf(first, count)) {
                bins[bin(m_centres[triangle][axis])].add({m_boxes[triangle], 1});
            }
            std::array<float, kBins> rightCost{};
            Bin right;
            for (std::size_t i = kBins - 1; i > 0; --i) {
                right.add(bins[i]);
                rightCost[i - 1] = right.cost();
            }
            Bin left;
            for (std::size_t i = 0; i + 1 < kBins; ++i) {
                left.add(bins[i]);
                const float cost = left.cost() + rightCost[i];
                if (left.count > 0 && left.count < count && cost < best.cost) best = {axis, i, cost};
            }
        }
        return best;
    }

    [[nodiscard]] std::span<std::uint32_t> trianglesOf(std::uint32_t first, std::uint32_t count) {
        return std::span(m_tree.order).subspan(first, count);
    }

    static constexpr float kNoSplit = 1.0e30F;

    std::vector<Box> m_boxes;
    std::vector<glm::vec3> m_centres;
    BvhTree m_tree;
};

}  // namespace

BvhTree buildBvh(const SurfaceMesh& mesh) {
    return Builder(mesh).take();
}

}  // namespace palpate::body
