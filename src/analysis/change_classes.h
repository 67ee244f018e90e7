#pragma once

#include "body/body_model.h"
#include "map/layer.h"

#include <cstdint>
#include <vector>

namespace palpate::analysis {

// What became of a vertex between two maps.
enum class ChangeClass : std::uint8_t { Bare, New, Resolved, Better, Worse, Unchanged };
inline constexpr std::size_t kChangeClassCount = 6;

// What two maps may differ by and still be called unchanged.
struct ChangeTolerance {
    // How far a border may have moved, in millimetres in a straight line over skin that hangs together. Two
    // drawings of the same pain overlap by a Jaccard of only 0.62 (Leoni et al. 2013), so that borders move.
    // No publication was found that says how far; 20 mm is Palpate's own choice, with what it does to redraws
    // in docs/comparison.md. 0: no tolerance, vertex against vertex.
    double borderMm = 20.0;
    // Least step that counts, as a share of the layer's highest level: 2 points of 0-10, the change that
    // patients call much better (Salaffi et al. 2004).
    double levelShare = 0.2;

    friend bool operator==(const ChangeTolerance&, const ChangeTolerance&) = default;
};

// The least step between two values of that layer that counts as better or worse, in tenths of a level.
[[nodiscard]] int levelStep(map::LayerKind kind, const ChangeTolerance& tolerance);

// One class a vertex. Of the two maps the one with the higher level at a vertex is held against the highest
// level H that the other one has anywhere within `borderMm`: H bare is new (or resolved), lower by
// levelStep() or more is worse (or better), else unchanged. So what moved by less than that is no change, nor
// are soft rims, and exchanging the maps exchanges new with resolved and worse with better.
[[nodiscard]] std::vector<ChangeClass> classifyChange(const body::BodyModel& body, const map::Layer& from,
                                                      const map::Layer& to,
                                                      const ChangeTolerance& tolerance = {});

}  // namespace palpate::analysis
