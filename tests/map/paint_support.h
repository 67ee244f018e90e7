#pragma once

#include "body/body_model.h"
#include "core/random.h"
#include "map/body_map.h"
#include "map/random_maps.h"
#include "map/stroke_painter.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace palpate::map {

// A body that is one region, "skin".
inline std::shared_ptr<const body::BodyModel> bodyOf(body::SurfaceMesh mesh) {
    std::vector<body::RegionIndex> labels(mesh.vertexCount(), 0);
    body::Region skin;
    skin.id = skin.name = "skin";
    auto atlas = body::Atlas::create({skin}, std::move(labels));
    REQUIRE(atlas.has_value());
    return std::make_shared<const body::BodyModel>("neutral", std::move(mesh), std::move(*atlas));
}

inline BodyMap bareMap(const body::BodyModel& body) {
    return {body.mesh().topologyId(), body.mesh().vertexCount()};
}

inline body::SkinPoint skinAt(const body::BodyModel& body, const glm::vec3& metres) {
    const auto nearest = body.bvh().nearest(metres, 1.0F);
    REQUIRE(nearest.has_value());
    return nearest->point;
}

inline body::SkinPoint randomSkin(const body::BodyModel& body, core::Random& random) {
    const auto triangle = static_cast<std::uint32_t>(random.below(body.mesh().triangles().size()));
    auto a = static_cast<float>(random.unit());
    auto b = static_cast<float>(random.unit());
    if (a + b > 1.0F) {
        a = 1.0F - a;
        b = 1.0F - b;
    }
    return {triangle, {a, b, 1.0F - a - b}};
}

// A point of a random painted triangle; of any, where nothing is painted.
inline body::SkinPoint randomPaintedSkin(const body::BodyModel& body, const Layer& layer,
                                         core::Random& random) {
    std::vector<std::uint32_t> painted;
    for (std::uint32_t t = 0; t < body.mesh().triangles().size(); ++t) {
        if (isPainted(layer.values()[body.mesh().triangles()[t][0]])) painted.push_back(t);
    }
    if (painted.empty()) return randomSkin(body, random);
    return {painted[random.below(painted.size())], {0.5F, 0.25F, 0.25F}};
}

// A stroke of 6 cm and level 7 on the pain layer.
inline Stroke strokeOn(const body::BodyModel& body, std::vector<body::SkinPoint> points = {}) {
    Stroke stroke;
    stroke.level = 7;
    stroke.figure = body.figure();
    stroke.topologyId = body.mesh().topologyId();
    stroke.points = std::move(points);
    return stroke;
}

// Anything that validate() lets pass.
inline Stroke randomStroke(const body::BodyModel& body, core::Random& random) {
    Stroke stroke = strokeOn(body);
    stroke.tool = std::array{Tool::Brush, Tool::Brush,  Tool::Brush, Tool::Erase,
                             Tool::Fill,  Tool::Soften, Tool::Band}[random.below(7)];
    // The last layer has one level and nothing to soften.
    stroke.layer = kLayerKinds[random.below(stroke.tool == Tool::Soften ? kLayerCount - 1 : kLayerCount)];
    stroke.mirror = random.below(3) == 0;
    if (laysPaint(stroke.tool)) {
        const auto highest = static_cast<std::uint64_t>(highestLevel(stroke.layer));
        stroke.level = 1 + static_cast<int>(random.below(highest));
        if (random.below(3) != 0) stroke.place = randomPlace(random, stroke.layer);
    }
    const auto regions = body.atlas().regions();
    const bool byRegion = stroke.tool == Tool::Fill || (stroke.tool == Tool::Erase && random.below(4) == 0);
    if (byRegion) {
        stroke.region = regions[random.below(regions.size())].id;
        return stroke;
    }
    stroke.diameterCm = random.between(kSmallestDiameterCm, kLargestDiameterCm);
    // A walk with steps of all sizes, a jump to elsewhere now and then.
    stroke.points.push_back(randomSkin(body, random));
    for (auto left = stroke.tool == Tool::Band ? 0 : random.below(12); left > 0; --left) {
        const glm::vec3 from = body.mesh().position(stroke.points.back());
        const auto step = [&] { return static_cast<float>(random.between(-0.05, 0.05)); };
        stroke.points.push_back(random.below(25) == 0
                                    ? randomSkin(body, random)
                                    : skinAt(body, from + glm::vec3{step(), step(), step()}));
    }
    return stroke;
}

inline MapDelta paint(const body::BodyModel& body, BodyMap& map, const Stroke& stroke) {
    auto delta = paintStroke(body, map, stroke);
    REQUIRE_MESSAGE(delta.has_value(), (delta ? "" : delta.error().message()));
    return std::move(*delta);
}

// What every map that was only ever painted on keeps.
inline void requireSound(const BodyMap& map) {
    for (const LayerKind kind : kLayerKinds) {
        const Layer& layer = map.layer(kind);
        std::set<PlaceNumber> used;
        for (std::size_t v = 0; v < layer.values().size(); ++v) {
            const PlaceNumber place = layer.placeNumbers()[v];
            REQUIRE(isPainted(layer.values()[v]) == (place != kNoPlace));
            if (place != kNoPlace) used.insert(place);
        }
        REQUIRE(used.size() == layer.places().size());
        for (const auto& row : layer.places())
            REQUIRE(used.contains(row.first));
    }
}

}  // namespace palpate::map
