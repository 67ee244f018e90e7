#include "app/overlay_labels.h"

namespace palpate::app {

namespace {

render::SkinLabels make(const document::Document& document) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    switch (*document.overlay) {
        case body::OverlayKind::Regions:
            break;
        case body::OverlayKind::Muscles:
            return render::muscleLabels(mesh, *document.labels);
        case body::OverlayKind::Dermatomes:
            return render::dermatomeLabels(mesh, *document.labels);
    }
    return render::regionLabels(mesh, document.body->atlas());
}

}  // namespace

std::shared_ptr<const render::SkinLabels> OverlayLabels::of(const document::Document& document) {
    if (!document.overlay) return nullptr;
    auto& made = m_made[static_cast<std::size_t>(*document.overlay)];
    if (made == nullptr) made = std::make_shared<const render::SkinLabels>(make(document));
    return made;
}

}  // namespace palpate::app
