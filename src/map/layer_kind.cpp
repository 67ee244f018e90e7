#include "map/layer_kind.h"

#include "core/text.h"

namespace palpate::map {

namespace {

struct LayerFacts {
    const char* id;
    const char* name;
    int highestLevel;
};

// In the order of LayerKind. Scales: numeric rating 0-10 for pain and tension, Walton's pressure scale 1-5
// for treatment.
constexpr std::array<LayerFacts, kLayerCount> kLayerFacts{{
    {"pain", "Pain", 10},
    {"tension", "Tension", 10},
    {"treated", "Treated", 5},
    {"avoid", "Avoid", 1},
}};

const LayerFacts& factsOf(LayerKind kind) {
    return kLayerFacts[static_cast<std::size_t>(kind)];
}

}  // namespace

const char* layerId(LayerKind kind) {
    return factsOf(kind).id;
}

const char* layerName(LayerKind kind) {
    return core::tr(factsOf(kind).name);
}

std::optional<LayerKind> layerFromId(std::string_view id) {
    for (const LayerKind kind : kLayerKinds) {
        if (id == layerId(kind)) return kind;
    }
    return std::nullopt;
}

int highestLevel(LayerKind kind) {
    return factsOf(kind).highestLevel;
}

}  // namespace palpate::map
