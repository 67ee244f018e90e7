#pragma once

#include "body/atlas_labels.h"
#include "body/body_model.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace palpate::render {

// Labels of the skin as a picture shows them: each label has one of a few tints, labels side by side have
// different ones wherever the tints suffice, and a border runs round each. Plain data, one for all figures.
struct SkinLabels {
    static constexpr std::size_t kTints = 6;
    static constexpr std::int8_t kWhole = 100;

    std::vector<std::uint8_t> tintOfLabel;  // by the label's number; 0..kTints - 1
    // How far each vertex lies in the labels of a tint, 0..kWhole.
    std::array<std::vector<std::int8_t>, kTints> shares;
    // Above 0 inside the labels of a tint, below outside: where their borders are drawn.
    std::array<std::vector<std::int8_t>, kTints> insides;
};

[[nodiscard]] SkinLabels regionLabels(const body::SurfaceMesh& mesh, const body::Atlas& atlas);
[[nodiscard]] SkinLabels muscleLabels(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels);
[[nodiscard]] SkinLabels dermatomeLabels(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels);

// A vertex's tint over the bare skin: encoded colour and how much of it, 0..255.
[[nodiscard]] std::array<std::uint8_t, 4> tintAt(const SkinLabels& labels, std::uint32_t vertex);

}  // namespace palpate::render
