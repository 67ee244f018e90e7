#include "body/bvh_builder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

namespace palpate::body {

namespace {

constexpr std::size_t kLeafSize = 8;
constexpr std::size_t kMostBins = 16;
constexpr float kNoSplit = 1.0e30F;

// A box whose fourth lane carries something else: read, merged and moved in whole registers, which builds the
// tree three times as fast as a Box does.
struct Bounds {
    Lanes lowest{1.0e30F, 1.0e30F, 1.0e30F, 1.0e30F};
    Lanes highest{-1.0e30F, -1.0e30F, -1.0e30F, -1.0e30F};

    void add(const Bounds& other) {
        lowest = lower(other.lowest, lowest);
        highest = higher(other.highest, highest);
    }
    [[nodiscard]] Lanes size() const { return highest - lowest; }
    // Half of the surface; 0 for an empty box.
    [[nodiscard]] float halfArea() const {
        const Lanes sides = higher(size(), allLanes(0.0F));
        return sides[0] * sides[1] + sides[1] * sides[2] + sides[2] * sides[0];
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

struct Scratch {
    std::array<Bin, kMostBins> bins;
    std::array<Bin, kMostBins> rights;  // what lies beyond each slice
};

struct Split {
    std::size_t lastLeftSlice = 0;
    float cost = kNoSplit;
    Bounds left, right;
};

// The cheapest place to cut between two slices; kNoSplit if all lies in one slice.
Split bestSplit(std::span<const Item> items, const Slices& slices, Scratch& scratch) {
    // Most nodes are small and have few slices: no more of them is made ready than is used.
    Bin* const bins = scratch.bins.data();
    Bin* const rights = scratch.rights.data();
    std::fill_n(bins, slices.count(), Bin{});
    for (const Item& item : items)
        bins[slices.of(item)].add(item.bounds, 1);
    rights[slices.count() - 1] = {};
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

std::array<int, 3> longestFirst(Lanes size) {
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
        m_nodes.reserve(m_items.size() / 4 + 1);
        m_nodes.emplace_back();
        build(0, {all, 0, m_items.size()}, 0);
    }

    [[nodiscard]] BvhTree take() && {
        BvhTree tree{std::move(m_nodes), std::vector<std::uint32_t>(m_items.size())};
        std::transform(m_items.begin(), m_items.end(), tree.order.begin(),
                       [](const Item& item) { return item.triangle(); });
        return tree;
    }

private:
    // Some of the items, one after the other.
    struct Part {
        Bounds bounds;
        std::size_t first = 0, count = 0;
    };

    void build(std::size_t node, const Part& whole, int depth) {
        std::array<Part, kLanes> parts{whole};
        std::size_t count = 1;
        while (count < kLanes) {
            Part* const largest = mostCostly(std::span(parts).first(count));
            if (largest == nullptr) break;
            parts[count++] = divide(*largest);
        }
        for (std::size_t lane = 0; lane < count; ++lane)
            adopt(node, lane, parts[lane], depth);
    }

    // Of those that are too large for a leaf; null if none is.
    static Part* mostCostly(std::span<Part> parts) {
        Part* found = nullptr;
        for (Part& part : parts) {
            if (part.count <= kLeafSize) continue;
            if (found == nullptr || part.bounds.halfArea() > found->bounds.halfArea()) found = &part;
        }
        return found;
    }

    void adopt(std::size_t node, std::size_t lane, const Part& part, int depth) {
        for (int axis = 0; axis < 3; ++axis) {
            const auto i = static_cast<std::size_t>(axis);
            m_nodes[node].boxes.lowest[i][lane] = part.bounds.lowest[axis];
            m_nodes[node].boxes.highest[i][lane] = part.bounds.highest[axis];
        }
        const bool isLeaf = part.count <= kLeafSize || depth == kDeepestNode;
        const std::size_t child = m_nodes.size();
        m_nodes[node].first[lane] = static_cast<std::uint32_t>(isLeaf ? part.first : child);
        m_nodes[node].count[lane] = static_cast<std::uint32_t>(isLeaf ? part.count : 0);
        if (isLeaf) return;
        m_nodes.emplace_back();
        build(child, part, depth + 1);
    }

    // Leaves one of two heaps in `part` and gives the other.
    Part divide(Part& part) {
        Split split;
        const std::size_t left =
            divide(split, part.bounds, std::span(m_items).subspan(part.first, part.count));
        const Part right{split.right, part.first + left, part.count - left};
        part = {split.left, part.first, left};
        return right;
    }

    // Sorts the items into two heaps and answers how many are in the first; 0 if they are better left
    // together.
    std::size_t divide(Split& split, const Bounds& bounds, std::span<Item> items) {
        // Across the longest side; the others only where all lies in one slice. On a skin of evenly sized
        // triangles, trying all three gains a few per cent of a pick and costs twice the time to build.
        for (const int axis : longestFirst(bounds.size())) {
            const Slices slices(bounds, axis, items.size());
            if (slices.isUsable()) split = bestSplit(items, slices, m_scratch);
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
    std::vector<BvhNode> m_nodes;
    Scratch m_scratch;
};

}  // namespace

BvhTree buildBvh(const SurfaceMesh& mesh) {
    return Builder(mesh).take();
}

}  // namespace palpate::body
