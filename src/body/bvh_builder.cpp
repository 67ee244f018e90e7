#include "body/bvh_builder.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

namespace palpate::body {

namespace {

constexpr std::size_t kLeafSize = 4;
constexpr std::size_t kMostBins = 16;
constexpr float kNoSplit = 1.0e30F;
// Deeper than any sensible mesh gets; keeps the walkers' stacks of fixed size safe.
constexpr int kDeepestSplit = 56;

// Four numbers in one register (gcc and clang); compared and chosen lane by lane.
using Lanes = float __attribute__((vector_size(16)));

// A box whose fourth lane carries something else: read, merged and moved in whole registers, which builds the
// tree three times as fast as a Box does.
struct Bounds {
    Lanes lowest{1.0e30F, 1.0e30F, 1.0e30F, 1.0e30F};
    Lanes highest{-1.0e30F, -1.0e30F, -1.0e30F, -1.0e30F};

    void add(const Bounds& other) {
        lowest = other.lowest < lowest ? other.lowest : lowest;
        highest = other.highest > highest ? other.highest : highest;
    }
    [[nodiscard]] Box box() const {
        return {{lowest[0], lowest[1], lowest[2]}, {highest[0], highest[1], highest[2]}};
    }
    // Half of the surface; 0 for an empty box.
    [[nodiscard]] float halfArea() const {
        const glm::vec3 size = glm::max(box().size(), glm::vec3(0.0F));
        return size.x * size.y + size.y * size.z + size.z * size.x;
    }
};

// A triangle on its way to its leaf; its number is in the last lane of `highest`.
struct Item {
    Bounds bounds;

    [[nodiscard]] std::uint32_t triangle() const {
        return std::bit_cast<std::uint32_t>(static_cast<float>(bounds.highest[3]));
    }
    [[nodiscard]] float twiceCentre(int axis) const { return bounds.lowest[axis] + bounds.highest[axis]; }
};

struct Bin {
    Bounds bounds;
    std::uint32_t count = 0;

    void add(const Bounds& other, std::uint32_t items) {
        bounds.add(other);
        count += items;
    }
    [[nodiscard]] float cost() const { return bounds.halfArea() * static_cast<float>(count); }
};

// Slices of equal width across a node's box.
class Slices {
public:
    Slices(const Bounds& bounds, int axis, std::size_t items)
        : m_count(std::min(kMostBins, 4 + items / 16)),
          m_axis(axis),
          m_start(2.0F * bounds.lowest[axis]),
          m_scale(0.5F * static_cast<float>(m_count) / (bounds.highest[axis] - bounds.lowest[axis])) {}

    [[nodiscard]] bool isUsable() const { return m_scale < kNoSplit; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t of(const Item& item) const {
        return std::min(m_count - 1,
                        static_cast<std::size_t>((item.twiceCentre(m_axis) - m_start) * m_scale));
    }

private:
    std::size_t m_count;
    int m_axis;
    float m_start, m_scale;
};

struct Split {
    std::size_t lastLeftSlice = 0;
    float cost = kNoSplit;
    Bounds left, right;
};

// The cheapest place to cut between two slices; kNoSplit if all lies in one slice.
Split bestSplit(std::span<const Item> items, const Slices& slices) {
    std::array<Bin, kMostBins> bins;
    for (const Item& item : items)
        bins[slices.of(item)].add(item.bounds, 1);
    std::array<Bin, kMostBins> rights;  // what lies beyond each slice
    for (std::size_t i = slices.count() - 1; i > 0; --i) {
        rights[i - 1] = rights[i];
        rights[i - 1].add(bins[i].bounds, bins[i].count);
    }
    Split best;
    Bin left;
    for (std::size_t i = 0; i + 1 < slices.count(); ++i) {
        left.add(bins[i].bounds, bins[i].count);
        const float cost = left.cost() + rights[i].cost();
        if (left.count > 0 && rights[i].count > 0 && cost < best.cost)
            best = {i, cost, left.bounds, rights[i].bounds};
    }
    return best;
}

std::array<int, 3> longestFirst(const glm::vec3& size) {
    std::array<int, 3> axes{0, 1, 2};
    if (size[axes[1]] > size[axes[0]]) std::swap(axes[0], axes[1]);
    if (size[axes[2]] > size[axes[1]]) std::swap(axes[1], axes[2]);
    if (size[axes[1]] > size[axes[0]]) std::swap(axes[0], axes[1]);
    return axes;
}

class Builder {
public:
    explicit Builder(const SurfaceMesh& mesh) : m_items(mesh.triangles().size()) {
        Bounds all;
        for (std::uint32_t t = 0; t < m_items.size(); ++t) {
            Bounds& bounds = m_items[t].bounds;
            for (const std::uint32_t corner : mesh.triangles()[t]) {
                const glm::vec3& p = mesh.positions()[corner];
                const Lanes position{p.x, p.y, p.z, 0.0F};
                bounds.add({position, position});
            }
            bounds.highest[3] = std::bit_cast<float>(t);
            all.add(bounds);
        }
        m_nodes.reserve(m_items.size());
        m_nodes.emplace_back();
        build(0, all, 0, m_items.size(), 0);
    }

    [[nodiscard]] BvhTree take() && {
        BvhTree tree{std::move(m_nodes), std::vector<std::uint32_t>(m_items.size())};
        std::transform(m_items.begin(), m_items.end(), tree.order.begin(),
                       [](const Item& item) { return item.triangle(); });
        return tree;
    }

private:
    void build(std::size_t node, const Bounds& bounds, std::size_t first, std::size_t count, int depth) {
        m_nodes[node] = {bounds.box(), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count)};
        if (count <= kLeafSize || depth == kDeepestSplit) return;
        Split split;
        const std::size_t left = divide(split, bounds, std::span(m_items).subspan(first, count));
        const std::size_t child = m_nodes.size();
        m_nodes.resize(child + 2);
        m_nodes[node].first = static_cast<std::uint32_t>(child);
        m_nodes[node].count = 0;
        build(child, split.left, first, left, depth + 1);
        build(child + 1, split.right, first + left, count - left, depth + 1);
    }

    // Sorts the items into two heaps and answers how many are in the first; 0 if they are better left
    // together.
    static std::size_t divide(Split& split, const Bounds& bounds, std::span<Item> items) {
        // Across the longest side; the others only where all lies in one slice. On a skin of evenly sized
        // triangles, trying all three gains a few per cent of a pick and costs twice the time to build.
        for (const int axis : longestFirst(bounds.box().size())) {
            const Slices slices(bounds, axis, items.size());
            if (slices.isUsable()) split = bestSplit(items, slices);
            if (split.cost >= kNoSplit) continue;
            const auto middle = std::partition(items.begin(), items.end(), [&](const Item& item) {
                return slices.of(item) <= split.lastLeftSlice;
            });
            return static_cast<std::size_t>(middle - items.begin());
        }
        return halve(split, items);
    }

    // Where there is nothing to choose by, leaves still have to stay small.
    static std::size_t halve(Split& split, std::span<const Item> items) {
        const std::size_t half = items.size() / 2;
        for (std::size_t i = 0; i < items.size(); ++i)
            (i < half ? split.left : split.right).add(items[i].bounds);
        return half;
    }

    std::vector<Item> m_items;
    std::vector<Bvh::Node> m_nodes;
};

}  // namespace

BvhTree buildBvh(const SurfaceMesh& mesh) {
    return Builder(mesh).take();
}

}  // namespace palpate::body
