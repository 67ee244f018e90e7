#include "document/selection.h"

#include "core/text.h"
#include "document/document.h"
#include "document/edit.h"
#include "document/transaction.h"
#include "map/stroke_target.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::document {

namespace {

// A marker is this wide in the picture; nearer than that a press means the pin.
constexpr float kMarkerRadiusDp = 11.0F;
constexpr float kLeastPinReach = 0.004F;  // metres, where the picture is enlarged

const OpenMap* selectableMap(const Document& document) {
    return openMapOf(document, document.author);
}

core::Error nothingSelected() {
    return {core::tr("Nothing is chosen to be changed"), "",
            core::tr("Choose \"Edit\" and press on something painted or on a pin."),
            core::Error::Kind::Usage};
}

// Skin of that place: the vertex with its highest value, of equal ones the first.
std::optional<body::SkinPoint> pointOf(const Document& document, const PlaceChoice& choice) {
    const OpenMap* open = selectableMap(document);
    if (open == nullptr) return std::nullopt;
    const map::Layer& layer = open->map.layer(choice.layer);
    std::uint32_t best = body::SurfaceMesh::kNoVertex;
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] != choice.place) continue;
        if (best == body::SurfaceMesh::kNoVertex || layer.values()[v] > layer.values()[best]) best = v;
    }
    if (best == body::SurfaceMesh::kNoVertex) return std::nullopt;
    const body::SurfaceMesh& mesh = document.body->mesh();
    const std::uint32_t triangle = mesh.trianglesAround(best).front();
    body::SkinPoint point;
    point.triangle = triangle;
    point.barycentric = glm::vec3(0.0F);
    for (std::size_t i = 0; i < 3; ++i) {
        if (mesh.triangles()[triangle][i] == best) point.barycentric[static_cast<glm::length_t>(i)] = 1.0F;
    }
    return point;
}

std::uint32_t fieldsOf(const map::PlaceEdit& edit) {
    std::uint32_t fields = 0;
    std::uint32_t bit = 1;
    const auto note = [&](bool stated) {
        if (stated) fields |= bit;
        bit <<= 1U;
    };
    note(edit.level.has_value());
    note(edit.words.has_value());
    note(edit.depth.has_value());
    note(edit.techniques.has_value());
    note(edit.minutes.has_value());
    note(edit.response.has_value());
    note(edit.reason.has_value());
    note(edit.note.has_value());
    return fields;
}

constexpr std::uint32_t kPinFields = 1U << 31U;

// Paints a change of what is selected, as the rest of the change before it while the same is being typed.
core::Result<bool> paintTyped(Document& document, map::Stroke stroke, EditPace pace, std::uint32_t fields) {
    const OpenMap* open = selectableMap(document);
    if (open == nullptr || !document.selection) return nothingSelected();
    const TextRun now{open->key, *document.selection, fields, open->entries};
    stroke.continues = pace == EditPace::Typed && document.textRun == now && open->history.canUndo();
    auto painted = paint(document, stroke);
    if (!painted) return painted;
    document.textRun.reset();
    if (pace == EditPace::Typed && (*painted || stroke.continues)) {
        document.textRun = now;
        document.textRun->entries = open->entries;
    }
    return painted;
}

}  // namespace

bool select(Document& document, const std::optional<Selection>& selection) {
    if (document.selection == selection) return false;
    document.selection = selection;
    document.textRun.reset();
    if (!selection && document.toolBefore) {
        document.tool.tool = *std::exchange(document.toolBefore, {});
        document.heldTool.reset();
    }
    if (selection) {
        if (const auto* place = std::get_if<PlaceChoice>(&*selection)) selectLayer(document, place->layer);
    }
    ++document.version;
    return true;
}

bool takeUp(Document& document, const PlaceChoice& place) {
    const OpenMap* open = selectableMap(document);
    if (open == nullptr || !canPaintLayer(document.author, place.layer)) return false;
    if (document.painting || levelOfPlace(open->map.layer(place.layer), place.place) == 0) return false;
    const PaintTool inHand = document.tool.tool;
    const auto before = inHand == PaintTool::Edit ? document.toolBefore : std::optional(inHand);
    const bool tool = selectTool(document, PaintTool::Edit);
    const bool taken = select(document, place);
    document.toolBefore = before;
    return taken || tool;
}

map::PinNumber pinUnder(const OpenMap& map, const Document& document, const body::SkinPoint& point) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    const float metresPerDp = document.camera.height / document.viewportSize.y * document.pixelsPerDp;
    float nearest = std::max(kMarkerRadiusDp * metresPerDp, kLeastPinReach);
    map::PinNumber found = map::kNoPin;
    for (const auto& [number, pin] : map.map.pins().rows()) {
        const float distance = glm::distance(mesh.position(pin.at), mesh.position(point));
        if (distance >= nearest) continue;
        nearest = distance;
        found = number;
    }
    return found;
}

std::optional<Selection> selectionUnder(const Document& document, const body::SkinPoint& point) {
    const OpenMap* open = selectableMap(document);
    if (open == nullptr) return std::nullopt;
    if (const map::PinNumber pin = pinUnder(*open, document, point); pin != map::kNoPin)
        return PinChoice{pin};
    std::vector<map::LayerKind> layers{document.tool.layer};
    for (const map::LayerKind layer : map::kLayerKinds) {
        if (layer != document.tool.layer && document.layersShown[static_cast<std::size_t>(layer)])
            layers.push_back(layer);
    }
    for (const map::LayerKind layer : layers) {
        const map::PlaceNumber place = map::placeUnder(open->map.layer(layer), document.body->mesh(), point);
        if (place != map::kNoPlace) return PlaceChoice{layer, place};
    }
    return std::nullopt;
}

const map::Place* selectedPlace(const Document& document) {
    if (!document.selection || document.tool.tool != PaintTool::Edit) return nullptr;
    const auto* choice = std::get_if<PlaceChoice>(&*document.selection);
    const OpenMap* open = selectableMap(document);
    if (choice == nullptr || open == nullptr) return nullptr;
    const auto& places = open->map.layer(choice->layer).places();
    const auto row = places.find(choice->place);
    return row == places.end() ? nullptr : &row->second;
}

const map::Pin* selectedPin(const Document& document) {
    if (!document.selection) return nullptr;
    const auto* choice = std::get_if<PinChoice>(&*document.selection);
    const OpenMap* open = selectableMap(document);
    return choice == nullptr || open == nullptr ? nullptr : open->map.pins().find(choice->pin);
}

int levelOfPlace(const map::Layer& layer, map::PlaceNumber place) {
    map::Value peak = 0;
    for (std::size_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] == place) peak = std::max(peak, layer.values()[v]);
    }
    if (peak == 0) return 0;
    return std::max(1, static_cast<int>(std::lround(map::levelOf(peak))));
}

core::Result<bool> editSelectedPlace(Document& document, const map::PlaceEdit& edit, EditPace pace) {
    if (selectedPlace(document) == nullptr) return nothingSelected();
    const PlaceChoice choice = std::get<PlaceChoice>(*document.selection);
    const auto at = pointOf(document, choice);
    if (!at) return nothingSelected();
    map::Stroke stroke = strokeHeader(document, PaintTool::Edit);
    stroke.layer = choice.layer;
    stroke.edit = edit;
    stroke.points = {*at};
    return paintTyped(document, std::move(stroke), pace, fieldsOf(edit));
}

core::Result<bool> editSelectedPin(Document& document, const map::Pin& pin, EditPace pace) {
    const map::Pin* was = selectedPin(document);
    if (was == nullptr) return nothingSelected();
    map::Stroke stroke = strokeHeader(document, PaintTool::Pin);
    stroke.points = {was->at};
    stroke.pin = pin;
    stroke.pin.at = {};
    if (!map::canHaveGrade(pin.kind)) stroke.pin.grade.reset();
    return paintTyped(document, std::move(stroke), pace, kPinFields);
}

core::Result<bool> removeSelected(Document& document) {
    core::Result<bool> removed = nothingSelected();
    if (selectedPin(document) != nullptr) {
        removed = removePin(document, std::get<PinChoice>(*document.selection).pin);
    } else if (selectedPlace(document) != nullptr) {
        map::PlaceEdit edit;
        edit.level = 0;
        removed = editSelectedPlace(document, edit);
    }
    if (removed && *removed) select(document, std::nullopt);
    return removed;
}

}  // namespace palpate::document
