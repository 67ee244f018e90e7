#include "app/scene.h"

#include "core/check.h"

namespace palpate::app {

namespace {

using document::Document;
using map::LayerKind;

render::Scene emptyScene(const Document& document, const PictureLook& look) {
    render::Scene scene;
    scene.body = document.body;
    scene.camera = document.camera;
    scene.size = look.size;
    scene.pixelScale = look.pixelScale;
    scene.backdrop = document.appearance.dark ? render::Backdrop::dark() : render::Backdrop::light();
    return scene;
}

const map::Layer* shownLayer(const Document& document, const map::BodyMap& map, LayerKind kind) {
    return document.layersShown[static_cast<std::size_t>(kind)] ? &map.layer(kind) : nullptr;
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

render::Scene paintingScene(const Document& document, const PictureLook& look) {
    render::Scene scene = emptyScene(document, look);
    if (const document::OpenMap* open = document::shownMap(document)) {
        scene.pain = shownLayer(document, open->map, LayerKind::Pain);
        scene.tension = shownLayer(document, open->map, LayerKind::Tension);
        scene.treated = shownLayer(document, open->map, LayerKind::Treated);
        scene.avoid = shownLayer(document, open->map, LayerKind::Avoid);
    }
    if (document.hover && document::canPaint(document)) {
        render::BrushRing ring;
        ring.centre = document.hover->point;
        ring.radius = static_cast<float>(document::brushDiameterCm(document)) / 200.0F;
        ring.mirrored = document.tool.mirror;
        scene.ring = ring;
    }
    return scene;
}

render::Scene compareScene(const Document& document, ComparePicture which, const PictureLook& look) {
    core::check(document.compare.has_value(), "the compare view is open");
    const document::CompareState& compare = *document.compare;
    render::Scene scene = emptyScene(document, look);
    if (which == ComparePicture::Difference) {
        scene.difference = render::DifferenceField{compare.difference, compare.version};
        return scene;
    }
    const document::CompareSide& side = which == ComparePicture::From ? compare.from : compare.to;
    showOnly(scene, side.map.layer(compare.layer));
    return scene;
}

}  // namespace palpate::app
