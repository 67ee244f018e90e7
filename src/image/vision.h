#pragma once

#include "image/image.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate::image {

// As whom a picture is seen: with all three kinds of cones, or without the ones for long, middle or short
// waves.
enum class Vision : std::uint8_t { Full, Protan, Deutan, Tritan };
inline constexpr std::array kVisions{Vision::Full, Vision::Protan, Vision::Deutan, Vision::Tritan};

[[nodiscard]] const char* visionId(Vision vision);    // "full", "protan", "deutan", "tritan"
[[nodiscard]] const char* visionName(Vision vision);  // tr("Red-blind (protan)")
[[nodiscard]] std::optional<Vision> visionFromId(std::string_view id);

// Row by row; to be applied to linear red, green and blue. Machado, Oliveira and Fernandes 2009, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), the table for
// severity 1.0. The identity for Full.
[[nodiscard]] const std::array<float, 9>& visionMatrix(Vision vision);

// What that person sees in place of the colour; alpha stays.
[[nodiscard]] Rgba seenAs(Rgba colour, Vision vision);
void seeAs(Image& picture, Vision vision);

}  // namespace palpate::image
