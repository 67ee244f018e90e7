#include "map/place_edit.h"

#include <algorithm>

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

void editPlace(Layer& layer, PlaceNumber place, const PlaceEdit& edit, DeltaBuilder& delta) {
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
