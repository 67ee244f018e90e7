#include "document/place_words.h"

#include "document/edit.h"

#include <glm/geometric.hpp>

namespace palpate::document {

namespace {

void startAnew(Document& document, LayerBrush& brush) {
    brush.owner = map::kNoPlace;
    if (brush.place == map::Place{}) return;
    brush.place = {};
    ++document.version;
}

}  // namespace

void beginPlace(Document& document, const std::function<bool(std::uint32_t)>& reaches) {
    LayerBrush& brush = document.tool.brush();
    const OpenMap* open = openMapOf(document, document.author);
    if (brush.owner == map::kNoPlace || open == nullptr) return;
    const map::Layer& layer = open->map.layer(document.tool.layer);
    bool exists = false;
    for (std::uint32_t vertex = 0; vertex < layer.values().size(); ++vertex) {
        if (layer.placeNumbers()[vertex] != brush.owner || !map::isPainted(layer.values()[vertex])) continue;
        if (reaches(vertex)) return;
        exists = true;
    }
    // A place that was undone or erased is painted once more, with the words that were chosen for it.
    if (exists) startAnew(document, brush);
}

void beginPlaceAt(Document& document, const body::SkinPoint& point) {
    const body::SurfaceMesh& mesh = document.body->mesh();
    const glm::vec3 at = mesh.position(point);
    const auto radius = static_cast<float>(brushDiameterCm(document)) / 200.0F;
    beginPlace(document,
               [&](std::uint32_t vertex) { return glm::distance(mesh.positions()[vertex], at) <= radius; });
}

void ownPlaceAt(Document& document, const body::SkinPoint& point) {
    document.tool.brush().owner = placeUnder(document, point);
}

void ownPlaceOf(Document& document, std::uint32_t vertex) {
    const OpenMap* open = openMapOf(document, document.author);
    if (open == nullptr) return;
    const map::Layer& layer = open->map.layer(document.tool.layer);
    if (vertex < layer.placeNumbers().size()) document.tool.brush().owner = layer.placeNumbers()[vertex];
}

void leavePlaces(Document& document) {
    for (LayerBrush& brush : document.tool.brushes) {
        if (brush.owner != map::kNoPlace) startAnew(document, brush);
    }
}

}  // namespace palpate::document
