#pragma once

#include "image/image.h"
#include "map/body_map.h"
#include "render/device.h"
#include "render/scene.h"
#include "render/scene_renderer.h"

#include <glm/vec3.hpp>

#include <memory>

namespace palpate::test {

// One off-screen context for the whole program; a test without OpenGL 3.3 fails.
[[nodiscard]] std::shared_ptr<render::Device> testDevice();

// The little man from the front, unpainted.
[[nodiscard]] render::Scene testScene(body::StandardView view = body::StandardView::Front,
                                      glm::ivec2 size = {300, 300});

[[nodiscard]] map::BodyMap emptyMap();

// Sets every vertex within `radius` metres along the skin; at the rim, a fifth of the radius, down to
// nothing.
void dab(map::Layer& layer, const glm::vec3& place, float radius, int level);
void fill(map::Layer& layer, int level);

// Draws with a renderer of its own.
[[nodiscard]] image::Image draw(const render::Scene& scene);

// Of the skin at a place that the view shows.
[[nodiscard]] image::Rgba colourAt(const image::Image& picture, const render::Scene& scene,
                                   const glm::vec3& place);
// The largest difference of a channel.
[[nodiscard]] int distance(image::Rgba a, image::Rgba b);
// How many pixels are within `limit` of the colour.
[[nodiscard]] int countNear(const image::Image& picture, image::Rgba colour, int limit);

// In the middle of the little man's chest and of his back.
inline constexpr glm::vec3 kChest{0.0F, 1.2F, 0.15F};
inline constexpr glm::vec3 kBack{0.0F, 1.2F, -0.15F};

}  // namespace palpate::test
