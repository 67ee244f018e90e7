#include "render/gl_scene.h"

#include "body/skin_distance.h"
#include "platform/offscreen_context.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace palpate::test {

namespace {

struct Gl {
    core::Result<platform::OffscreenContext> context = platform::OffscreenContext::create();
    std::shared_ptr<render::Device> device;

    Gl() {
        REQUIRE_MESSAGE(context.has_value(), (context ? "" : context.error().message()));
        auto made = render::Device::create(platform::OffscreenContext::loader());
        REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().message()));
        device = *made;
    }
};

}  // namespace

std::shared_ptr<render::Device> testDevice() {
    static Gl gl;
    REQUIRE(gl.context->makeCurrent().has_value());
    return gl.device;
}

render::Scene testScene(body::StandardView view, glm::ivec2 size) {
    render::Scene scene;
    scene.body = makeTestBody();
    scene.size = size;
    scene.camera = body::standardCamera(view, scene.body->mesh().bounds(),
                                        static_cast<float>(size.x) / static_cast<float>(size.y));
    return scene;
}

map::BodyMap emptyMap() {
    const body::SurfaceMesh& mesh = makeTestBody()->mesh();
    return {mesh.topologyId(), mesh.vertexCount()};
}

void dab(map::Layer& layer, const glm::vec3& place, float radius, int level) {
    const auto theBody = makeTestBody();
    const auto hit = theBody->bvh().nearest(place, 0.2F);
    REQUIRE(hit.has_value());
    body::SkinDistance distances(theBody->mesh());
    for (const auto& reached : distances.within(hit->point, radius)) {
        const float weight = std::min(1.0F, 5.0F * (1.0F - reached.distance / radius));
        const auto value = static_cast<map::Value>(std::lround(10.0F * static_cast<float>(level) * weight));
        layer.set(reached.vertex, std::max(value, layer.values()[reached.vertex]), 0);
    }
}

void fill(map::Layer& layer, int level) {
    for (std::uint32_t vertex = 0; vertex < layer.values().size(); ++vertex) {
        layer.set(vertex, map::valueOf(level), 0);
    }
}

image::Image draw(const render::Scene& scene) {
    render::SceneRenderer renderer(testDevice());
    renderer.draw(scene);
    return renderer.readImage();
}

image::Rgba colourAt(const image::Image& picture, const render::Scene& scene, const glm::vec3& place) {
    const auto hit = scene.body->bvh().nearest(place, 0.2F);
    REQUIRE(hit.has_value());
    const glm::vec2 pixel =
        scene.camera.project(scene.body->mesh().position(hit->point), glm::vec2(scene.size));
    return picture.at(static_cast<int>(pixel.x), static_cast<int>(pixel.y));
}

int distance(image::Rgba a, image::Rgba b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

int countNear(const image::Image& picture, image::Rgba colour, int limit) {
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += distance(picture.at(x, y), colour) <= limit ? 1 : 0;
    }
    return count;
}

}  // namespace palpate::test
