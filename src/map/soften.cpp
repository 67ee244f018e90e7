#include "map/soften.h"

#include "map/brush.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace palpate::map {

namespace {

// Between rounds values are whole 256ths of a tenth: sums of whole numbers are the same in any order, and the
// two sides of the body number their neighbours in different ones.
using Fine = std::int32_t;
constexpr Fine kFine = 256;
constexpr double kHalfway = 0.5;

// The painted vertices of a dab, each once, with the highest weight it came with.
std::vector<DabVertex> paintedOnce(const Layer& layer, std::span<const DabVertex> dab) {
    std::vector<DabVertex> painted;
    std::copy_if(dab.begin(), dab.end(), std::back_inserter(painted),
                 [&](const DabVertex& under) { return isPainted(layer.values()[under.vertex]); });
    keepHeaviest(painted);
    return painted;
}

// What is being evened out, and the layer around it.
struct Evening {
    const body::SurfaceMesh& mesh;
    const Layer& layer;
    const std::vector<DabVertex>& under;
    std::vector<Fine> values;  // of `under`

    [[nodiscard]] Fine valueAt(std::uint32_t vertex) const {
        const auto found =
            std::lower_bound(under.begin(), under.end(), vertex,
                             [](const DabVertex& one, std::uint32_t wanted) { return one.vertex < wanted; });
        if (found != under.end() && found->vertex == vertex)
            return values[static_cast<std::size_t>(found - under.begin())];
        const Value value = layer.values()[vertex];
        return isPainted(value) ? value * kFine : 0;
    }

    [[nodiscard]] Fine evened(std::size_t i) const {
        const auto neighbours = mesh.neighbours(under[i].vertex);
        if (neighbours.empty()) return values[i];
        Fine sum = 0;
        for (const std::uint32_t neighbour : neighbours)
            sum += valueAt(neighbour);
        const double mean = static_cast<double>(sum) / static_cast<double>(neighbours.size());
        const double way = mean - static_cast<double>(values[i]);
        const double share = kHalfway * static_cast<double>(under[i].weight);
        return values[i] + static_cast<Fine>(std::lround(share * way));
    }
};

}  // namespace

std::vector<SoftenedVertex> soften(const body::SurfaceMesh& mesh, const Layer& layer,
                                   std::span<const DabVertex> dab) {
    const std::vector<DabVertex> under = paintedOnce(layer, dab);
    Evening evening{mesh, layer, under, {}};
    for (const DabVertex& one : under)
        evening.values.push_back(layer.values()[one.vertex] * kFine);
    std::vector<Fine> next(under.size());
    for (int round = 0; round < kSoftenRounds; ++round) {
        for (std::size_t i = 0; i < under.size(); ++i)
            next[i] = evening.evened(i);
        std::swap(evening.values, next);
    }
    std::vector<SoftenedVertex> softened;
    for (std::size_t i = 0; i < under.size(); ++i) {
        const auto value = static_cast<Value>((evening.values[i] + kFine / 2) / kFine);
        softened.push_back({under[i].vertex, std::max(value, kPaintedFrom)});
    }
    return softened;
}

}  // namespace palpate::map
