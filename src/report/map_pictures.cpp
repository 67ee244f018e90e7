#include "report/map_pictures.h"

#include "render/scene.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace palpate::report {

namespace {

void show(render::Scene& scene, const map::BodyMap& map, std::span<const map::LayerKind> layers) {
    for (const map::LayerKind kind : layers) {
        const map::Layer* layer = &map.layer(kind);
        switch (kind) {
            case map::LayerKind::Pain:
                scene.pain = layer;
                break;
            case map::LayerKind::Tension:
                scene.tension = layer;
                break;
            case map::LayerKind::Treated:
                scene.treated = layer;
                break;
            case map::LayerKind::Avoid:
                scene.avoid = layer;
                break;
        }
    }
}

render::Scene onPaper(const std::shared_ptr<const body::BodyModel>& body, const PictureRequest& request) {
    render::Scene scene;
    scene.body = body;
    scene.camera = request.camera;
    scene.size = {request.width, request.height};
    scene.pixelScale = request.pixelScale;
    scene.backdrop = render::Backdrop::paper();
    return scene;
}

// The renderer takes over a difference when its version is another one.
std::uint64_t nextDifferenceVersion() {
    static std::atomic<std::uint64_t> version{0};
    return ++version;
}

}  // namespace

PictureSource mapPictures(render::PictureRenderer& renderer, std::shared_ptr<const body::BodyModel> body,
                          const map::BodyMap& map, std::vector<map::LayerKind> layers) {
    return
        [&renderer, body = std::move(body), &map, layers = std::move(layers)](const PictureRequest& request) {
            render::Scene scene = onPaper(body, request);
            show(scene, map, layers);
            return renderer.render(scene);
        };
}

PictureSource differencePictures(render::PictureRenderer& renderer,
                                 std::shared_ptr<const body::BodyModel> body,
                                 const std::vector<std::int8_t>& tenths) {
    const std::uint64_t version = nextDifferenceVersion();
    return [&renderer, body = std::move(body), &tenths, version](const PictureRequest& request) {
        render::Scene scene = onPaper(body, request);
        scene.difference = render::DifferenceField{tenths, version};
        return renderer.render(scene);
    };
}

core::Result<image::Image> standardViewPicture(render::PictureRenderer& renderer,
                                               std::shared_ptr<const body::BodyModel> body,
                                               const map::BodyMap& map,
                                               std::span<const map::LayerKind> layers,
                                               body::StandardView view, int width, int height,
                                               std::shared_ptr<const render::SkinLabels> labels) {
    // Lines are as wide as in a picture whose smaller side has 1000 dp, but never too thin to be drawn.
    constexpr float kSmallerSide = 1000.0F, kThinnest = 0.5F;
    render::Scene scene;
    const float aspect = static_cast<float>(width) / static_cast<float>(height);
    scene.camera = body::standardCamera(view, body->mesh().bounds(), aspect);
    scene.body = std::move(body);
    scene.size = {width, height};
    scene.pixelScale = std::max(kThinnest, static_cast<float>(std::min(width, height)) / kSmallerSide);
    scene.labels = std::move(labels);
    show(scene, map, layers);
    return renderer.render(scene);
}

}  // namespace palpate::report
