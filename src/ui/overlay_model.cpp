#include "body/figures.h"
#include "core/text.h"
#include "ui/overlay_view.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using body::OverlayKind;
using core::tr;

constexpr std::size_t kMostMuscles = 3;  // of those under the pointer
// A short name may reach beyond a narrow band of skin, a long one hardly.
constexpr float kOverhang = 1.3F, kOverhangOfBands = 3.0F;

std::vector<OverlayModel::Choice> choicesFor(const document::Document& document) {
    std::vector<OverlayModel::Choice> choices{
        {commandItem(document, "overlay.none"), tr("Nothing"), !document.overlay}};
    for (const OverlayKind kind : body::kOverlayKinds) {
        choices.push_back({commandItem(document, std::string("overlay.") + body::overlayId(kind)),
                           body::overlayName(kind), document.overlay == kind});
    }
    return choices;
}

std::string noteFor(std::optional<OverlayKind> shown) {
    if (shown == OverlayKind::Muscles) return tr("Skin above the muscles; they overlap.");
    if (shown == OverlayKind::Dermatomes)
        return tr(
            "Usual areas: they overlap and differ from person to person. Grey names: drawn between their "
            "neighbours.");
    return {};
}

void addMuscles(OverlayModel& model, const body::AtlasLabels& labels, std::uint32_t vertex) {
    for (const std::size_t muscle : labels.musclesAt(vertex)) {
        if (model.under.size() == kMostMuscles) break;
        const body::Region& names = labels.muscles()[muscle].names;
        model.under.push_back({shortName(names.name, names.side != body::Side::Middle), names.clinical});
    }
}

void addDermatome(OverlayModel& model, const body::AtlasLabels& labels, std::uint32_t vertex) {
    const body::Dermatome& dermatome = labels.dermatomes()[labels.dermatomeOfVertices()[vertex]];
    const std::string usually = core::trf("Usually {0}", {dermatome.names.base});
    if (dermatome.verified) return model.under.push_back({usually, dermatome.names.clinical});
    model.under.push_back(
        {usually, core::trf("{0}; drawn between its neighbours", {dermatome.names.clinical})});
}

std::vector<NameRequest> namesOf(const OverlayReading& reading, std::span<const SeenArea> seen,
                                 float overhang) {
    std::vector<NameRequest> names;
    for (const SeenArea& one : seen) {
        const OverlayArea& area = reading.areas[one.area];
        names.push_back({area.name, area.base, one.at, one.room, overhang, area.uncertain});
    }
    return names;
}

}  // namespace

OverlayModel makeOverlayModel(const document::Document& document, const OverlayReading& reading) {
    OverlayModel model;
    model.shown = document.overlay;
    model.choices = choicesFor(document);
    model.note = noteFor(document.overlay);
    model.figure = commandItem(document, "figure.choose");
    model.figureName = body::figureName(document.body->figure());
    const float overhang = document.overlay == OverlayKind::Dermatomes ? kOverhangOfBands : kOverhang;
    model.names = namesOf(reading, reading.seen, overhang);
    model.backNames = namesOf(reading, reading.backSeen, overhang);
    if (!document.hover || document.labels == nullptr) return model;
    const std::uint32_t vertex = document.body->mesh().nearestVertex(document.hover->point);
    if (document.overlay == OverlayKind::Muscles) addMuscles(model, *document.labels, vertex);
    if (document.overlay == OverlayKind::Dermatomes) addDermatome(model, *document.labels, vertex);
    return model;
}

}  // namespace palpate::ui
