#include "app/scene.h"

#include "core/check.h"
#include "document/compare.h"
#include "document/edit.h"
#include "image/palette.h"

#include <utility>

namespace palpate::app {

namespace {

using document::Document;
using map::LayerKind;

// Black and white is for paper, so it stands on paper in the window too.
render::Backdrop backdropOf(const document::Appearance& looks) {
    if (looks.blackAndWhite) return render::Backdrop::paper();
    if (looks.highContrast)
        return {looks.dark ? image::Rgba{0, 0, 0, 255} : image::Rgba{255, 255, 255, 255}, false};
    return looks.dark ? render::Backdrop::dark() : render::Backdrop::light();
}

render::Scene emptyScene(const Document& document, const PictureLook& look) {
    render::Scene scene;
    scene.body = document.body;
    scene.camera = document.camera;
    scene.part = document.part;
    scene.size = look.size;
    scene.pixelScale = look.pixelScale;
    const document::Appearance& looks = document.appearance;
    scene.blackAndWhite = looks.blackAndWhite;
    scene.backdrop = backdropOf(looks);
    return scene;
}

const map::Layer* shownLayer(const Document& document, const map::BodyMap& map, LayerKind kind) {
    return document.layersShown[static_cast<std::size_t>(kind)] ? &map.layer(kind) : nullptr;
}

// Ctrl with fill makes the region bare, and with pins takes one away: there is no ring to either.
bool showsRing(const Document& document) {
    const auto tool = document.tool.tool;
    const bool brushes = tool != document::PaintTool::Fill && tool != document::PaintTool::Pin;
    return document::showsRing(document::toolInHand(document)) && brushes;
}

// The ring is filled with what the brush would leave, the eraser's with bare skin.
render::BrushRing ringOf(const Document& document) {
    render::BrushRing ring;
    ring.centre = document.hover->point;
    ring.radius = static_cast<float>(document::brushDiameterCm(document)) / 200.0F;
    ring.mirrored = document.tool.mirror;
    const auto tool = document::toolInHand(document);
    const auto level = static_cast<std::size_t>(document.tool.brush().level);
    if (tool == document::PaintTool::Erase) ring.preview = image::palette::kBody;
    if (tool != document::PaintTool::Brush || document.painting) return ring;
    if (document.tool.layer == LayerKind::Pain) ring.preview = image::palette::kPain[level];
    if (document.tool.layer == LayerKind::Tension) ring.preview = image::palette::kTension[1];
    if (document.tool.layer == LayerKind::Treated) ring.preview = image::palette::kTreated;
    // Paint has no colour there: a grey says that it will be some.
    if (document.appearance.blackAndWhite) ring.preview = image::palette::kSilhouette;
    return ring;
}

void showOnly(render::Scene& scene, const map::Layer& layer) {
    switch (layer.kind()) {
        case LayerKind::Pain:
            scene.pain = &layer;
            break;
        case LayerKind::Tension:
            scene.tension = &layer;
            break;
        case LayerKind::Treated:
            scene.treated = &layer;
            break;
        case LayerKind::Avoid:
            scene.avoid = &layer;
            break;
    }
}

}  // namespace

render::Scene paintingScene(const Document& document, const PictureLook& look,
                            const document::PreviewMarks& marks,
                            std::shared_ptr<const render::SkinLabels> labels) {
    render::Scene scene = emptyScene(document, look);
    if (document.flat) scene.camera = document::flatCamera(document, body::StandardView::Front);
    if (const document::OpenMap* open = document::shownMap(document)) {
        scene.pain = shownLayer(document, open->map, LayerKind::Pain);
        scene.tension = shownLayer(document, open->map, LayerKind::Tension);
        scene.treated = shownLayer(document, open->map, LayerKind::Treated);
        scene.avoid = shownLayer(document, open->map, LayerKind::Avoid);
    }
    if (document.hover && document::canPaint(document) && showsRing(document)) scene.ring = ringOf(document);
    if (!marks.vertices.empty()) scene.marks = render::SkinMarks{marks.vertices, marks.version};
    if (document.appearance.dark) scene.accent = {0x5A, 0xA9, 0xF5, 255};
    scene.labels = std::move(labels);
    if (document.hover && document.overlay == body::OverlayKind::Regions)
        scene.highlighted = document.hover->region;
    return scene;
}

render::Scene flatBackScene(const Document& document, const PictureLook& look,
                            const document::PreviewMarks& marks,
                            std::shared_ptr<const render::SkinLabels> labels) {
    render::Scene scene = paintingScene(document, look, marks, std::move(labels));
    scene.camera = document::flatCamera(document, body::StandardView::Back);
    return scene;
}

render::Scene historyScene(const Document& document, body::StandardView view, const map::Layer* layer,
                           const PictureLook& look) {
    core::check(document.history.has_value(), "the view over time is open");
    render::Scene scene = emptyScene(document, look);
    scene.body = document.history->body;
    scene.part = nullptr;
    const float aspect = static_cast<float>(look.size.x) / static_cast<float>(look.size.y);
    scene.camera = body::standardCamera(view, scene.body->mesh().bounds(), aspect);
    if (layer != nullptr) showOnly(scene, *layer);
    return scene;
}

namespace {

render::Scene comparedBody(const Document& document, const PictureLook& look,
                           std::shared_ptr<const render::SkinLabels> labels) {
    core::check(document.compare.has_value(), "the compare view is open");
    render::Scene scene = emptyScene(document, look);
    scene.labels = std::move(labels);
    if (document.appearance.dark) scene.accent = {0x5A, 0xA9, 0xF5, 255};
    scene.highlighted = document::comparedRegion(document);
    return scene;
}

}  // namespace

render::Scene sideScene(const Document& document, std::size_t picture, const PictureLook& look,
                        std::shared_ptr<const render::SkinLabels> labels) {
    render::Scene scene = comparedBody(document, look, std::move(labels));
    const document::CompareState& compare = *document.compare;
    scene.camera = document::pictureCamera(document, picture);
    showOnly(scene, document::pictureSide(compare, picture).map.layer(compare.layer));
    if (compare.mode == document::CompareMode::Onion)
        scene.outlines =
            render::MapOutlines{&compare.to.map.layer(compare.layer), &compare.from.map.layer(compare.layer)};
    return scene;
}

render::Scene compareScene(const Document& document, ComparePicture which, const PictureLook& look,
                           std::shared_ptr<const render::SkinLabels> labels) {
    core::check(document.compare.has_value(), "the compare view is open");
    const document::CompareState& compare = *document.compare;
    if (which != ComparePicture::Difference) {
        const std::size_t picture = which == ComparePicture::From ? 0 : document::pictureCount(compare) - 1;
        return sideScene(document, picture, look, std::move(labels));
    }
    render::Scene scene = comparedBody(document, look, std::move(labels));
    scene.difference =
        render::DifferenceField{compare.difference, compare.version, compare.fresh, compare.gone};
    return scene;
}

}  // namespace palpate::app
