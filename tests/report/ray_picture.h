#pragma once

#include "body/body_model.h"
#include "body/camera.h"
#include "image/image.h"
#include "image/palette.h"
#include "map/layer.h"
#include "report/sheet.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace palpate::test {

// A plain picture of a layer made by rays, so that sheets can be tested without OpenGL. `share` of the pixels
// asked for in each direction; white around the body.
inline report::PictureSource rayPictures(const body::BodyModel& body, const map::Layer& layer,
                                         float share = 0.25F) {
    return [&body, &layer, share](const report::PictureRequest& request) {
        const body::Camera& camera = request.camera;
        const int width = std::max(1, static_cast<int>(share * static_cast<float>(request.width)));
        const int height = std::max(1, static_cast<int>(share * static_cast<float>(request.height)));
        image::Image picture(width, height, {255, 255, 255, 255});
        const glm::vec2 size(static_cast<float>(width), static_cast<float>(height));
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const auto ray =
                    camera.rayThrough({static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F}, size);
                const auto hit = body.bvh().firstHit(ray);
                if (!hit) continue;
                const map::Value value = layer.values()[body.mesh().nearestVertex(hit->point)];
                const auto level =
                    static_cast<std::size_t>(map::isPainted(value) ? std::max(1, (value + 5) / 10) : 0);
                const float facing = std::abs(glm::dot(body.mesh().normal(hit->point), camera.towardsEye()));
                const float light = 0.8F + 0.2F * facing;
                const image::Rgba colour = image::palette::kPain[std::min<std::size_t>(level, 10)];
                const auto lit = [light](std::uint8_t channel) {
                    return static_cast<std::uint8_t>(std::lround(light * static_cast<float>(channel)));
                };
                picture.set(x, y, {lit(colour.r), lit(colour.g), lit(colour.b), 255});
            }
        }
        return core::Result<image::Image>(std::move(picture));
    };
}

}  // namespace palpate::test
