#include "map/place_edit.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace palpate::map {

namespace {

template <typename T>
void put(T& field, const std::optional<T>& wanted) {
    if (wanted) field = *wanted;
}

Value peakOf(const Layer& layer, PlaceNumber place) {
    Value peak = 0;
    for (std::size_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] == place) peak = std::max(peak, layer.values()[v]);
    }
    return peak;
}

// value * level / peak, to the nearest tenth.
Value scaled(Value value, Value level, Value peak) {
    const int doubled = 2 * value * level + peak;
    return std::max(static_cast<Value>(doubled / (2 * peak)), kPaintedFrom);
}

bool liesBesidePaint(const Layer& layer, const body::SurfaceMesh& mesh, std::uint32_t vertex) {
    const auto neighbours = mesh.neighbours(vertex);
    return std::any_of(neighbours.begin(), neighbours.end(),
                       [&](std::uint32_t other) { return layer.placeNumbers()[other] != kNoPlace; });
}

void removePlace(Layer& layer, const body::SurfaceMesh& mesh, PlaceNumber place, DeltaBuilder& delta) {
    std::vector<std::uint32_t> bared;
    Layer::Writer writer(layer);
    const auto bare = [&](std::uint32_t vertex) {
        delta.touch(vertex);
        writer.set(vertex, 0, kNoPlace);
        bared.push_back(vertex);
    };
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] == place) bare(v);
    }
    for (std::size_t next = 0; next < bared.size(); ++next) {
        for (const std::uint32_t around : mesh.neighbours(bared[next])) {
            const bool isRim = layer.values()[around] > 0 && layer.placeNumbers()[around] == kNoPlace;
            if (isRim && !liesBesidePaint(layer, mesh, around)) bare(around);
        }
    }
    delta.touchRow(place);
    layer.erasePlace(place);
}

}  // namespace

Place edited(Place place, const PlaceEdit& edit, LayerKind layer) {
    put(place.words, edit.words);
    put(place.depth, edit.depth);
    put(place.techniques, edit.techniques);
    put(place.minutes, edit.minutes);
    put(place.response, edit.response);
    put(place.reason, edit.reason);
    put(place.note, edit.note);
    sortWords(place, layer);
    return place;
}

void editPlace(Layer& layer, const body::SurfaceMesh& mesh, PlaceNumber place, const PlaceEdit& edit,
               DeltaBuilder& delta) {
    if (edit.level == 0) return removePlace(layer, mesh, place, delta);
    delta.touchRow(place);
    layer.setPlace(place, edited(layer.places().at(place), edit, layer.kind()));
    if (!edit.level) return;
    const Value level = valueOf(*edit.level);
    const Value peak = peakOf(layer, place);
    Layer::Writer writer(layer);
    for (std::uint32_t v = 0; v < layer.values().size(); ++v) {
        if (layer.placeNumbers()[v] != place) continue;
        delta.touch(v);
        writer.set(v, scaled(layer.values()[v], level, peak), place);
    }
}

}  // namespace palpate::map
