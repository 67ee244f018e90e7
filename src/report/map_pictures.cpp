#include "report/map_pictures.h"

#include "analysis/comparison.h"
#include "render/scene.h"
#include "report/body_panel.h"
#include "report/level_marks.h"
#include "report/paper.h"
#include "report/pin_signs.h"

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
    scene.blackAndWhite = request.blackAndWhite;
    scene.dpPerCentimetre = request.dpPerCentimetre;
    return scene;
}

// Lines are as wide as in a picture whose smaller side has 1000 dp, but never too thin to be drawn.
float pixelsPerDp(int width, int height) {
    constexpr float kSmallerSide = 1000.0F, kThinnest = 0.5F;
    return std::max(kThinnest, static_cast<float>(std::min(width, height)) / kSmallerSide);
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

PictureSource onionPictures(render::PictureRenderer& renderer, std::shared_ptr<const body::BodyModel> body,
                            const OnionMaps& maps, map::LayerKind layer) {
    return [&renderer, body = std::move(body), maps, layer](const PictureRequest& request) {
        render::Scene scene = onPaper(body, request);
        show(scene, maps.shown, std::span(&layer, 1));
        scene.outlines = render::MapOutlines{&maps.later.layer(layer), &maps.earlier.layer(layer)};
        return renderer.render(scene);
    };
}

Difference differenceOf(const map::Layer& from, const map::Layer& to) {
    return {analysis::difference(from, to), analysis::paintedOnlyIn(to, from),
            analysis::paintedOnlyIn(from, to)};
}

PictureSource differencePictures(render::PictureRenderer& renderer,
                                 std::shared_ptr<const body::BodyModel> body, const Difference& difference) {
    const std::uint64_t version = nextDifferenceVersion();
    return [&renderer, body = std::move(body), &difference, version](const PictureRequest& request) {
        render::Scene scene = onPaper(body, request);
        scene.difference =
            render::DifferenceField{difference.tenths, version, difference.fresh, difference.gone};
        return renderer.render(scene);
    };
}

core::Result<image::Image> standardViewPicture(
    render::PictureRenderer& renderer, std::shared_ptr<const body::BodyModel> body, const map::BodyMap& map,
    std::span<const map::LayerKind> layers, body::StandardView view, int width, int height,
    std::shared_ptr<const render::SkinLabels> labels, bool blackAndWhite) {
    render::Scene scene;
    const float aspect = static_cast<float>(width) / static_cast<float>(height);
    scene.camera = body::standardCamera(view, body->mesh().bounds(), aspect);
    scene.body = std::move(body);
    scene.size = {width, height};
    scene.pixelScale = pixelsPerDp(width, height);
    scene.labels = std::move(labels);
    scene.blackAndWhite = blackAndWhite;
    if (blackAndWhite) scene.backdrop = render::Backdrop::paper();
    show(scene, map, layers);
    return renderer.render(scene);
}

namespace {

// A picture of a standard view as a page that can be drawn upon.
struct Upon {
    Canvas canvas;
    Rect page;
    body::Camera camera;
};

// `fonts` outlives the result: its canvas writes with them.
Upon upon(const image::Image& picture, const body::BodyModel& body, body::StandardView view,
          const Fonts& fonts) {
    const double perMillimetre =
        static_cast<double>(pixelsPerDp(picture.width(), picture.height())) / paper::kMillimetresPerDp;
    const Rect page{0.0, 0.0, picture.width() / perMillimetre, picture.height() / perMillimetre};
    const float aspect = static_cast<float>(picture.width()) / static_cast<float>(picture.height());
    Upon made{Canvas(picture.width(), picture.height(), perMillimetre, fonts), page,
              body::standardCamera(view, body.mesh().bounds(), aspect)};
    made.canvas.picture(picture, page);
    return made;
}

}  // namespace

core::Result<image::Image> withNumbers(const image::Image& picture, const body::BodyModel& body,
                                       const map::BodyMap& map, std::span<const map::LayerKind> layers,
                                       body::StandardView view, bool blackAndWhite,
                                       const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Upon drawn = upon(picture, body, view, *fonts);
    std::vector<LevelMark> marks;
    for (const map::LayerKind layer : layers) {
        const auto more = levelMarks(body, map.layer(layer), drawn.camera);
        marks.insert(marks.end(), more.begin(), more.end());
    }
    drawLevelMarks(drawn.canvas, drawn.page, drawn.camera, marks, blackAndWhite);
    return drawn.canvas.image();
}

core::Result<image::Image> withPins(const image::Image& picture, const body::BodyModel& body,
                                    const map::PinTable& pins, body::StandardView view,
                                    const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Upon drawn = upon(picture, body, view, *fonts);
    const glm::vec2 size(static_cast<float>(drawn.page.width), static_cast<float>(drawn.page.height));
    for (const PinSign& pin : pinSigns(body, pins, drawn.camera)) {
        const glm::dvec2 at(drawn.camera.project(pin.position, size));
        drawPinSign(drawn.canvas, at.x, at.y, pin);
    }
    return drawn.canvas.image();
}

}  // namespace palpate::report
