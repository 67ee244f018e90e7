#pragma once

#include "image/image.h"

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

namespace palpate::render {

// sRGB (IEC 61966-2-1) to linear light, 0..1; alpha is left out.
[[nodiscard]] glm::vec3 toLinear(image::Rgba colour);
// Each channel 0..1, still encoded.
[[nodiscard]] glm::vec4 toUnit(image::Rgba colour);
// One channel of linear light, 0..1, as an encoded byte, rounded to the nearest.
[[nodiscard]] std::uint8_t toEncodedByte(float linear);

// Every `factor` x `factor` pixels become their mean in linear light. Both sides must be multiples of
// `factor`.
[[nodiscard]] image::Image shrink(const image::Image& picture, int factor);

}  // namespace palpate::render
