#include "map/body_map.h"

#include "core/check.h"

#include <algorithm>
#include <utility>

namespace palpate::map {

BodyMap::BodyMap(std::string topologyId, std::size_t vertexCount)
    : m_topologyId(std::move(topologyId)),
      m_vertexCount(vertexCount),
      m_layers{Layer(LayerKind::Pain, vertexCount), Layer(LayerKind::Tension, vertexCount),
               Layer(LayerKind::Treated, vertexCount), Layer(LayerKind::Avoid, vertexCount)} {}

BodyMap::BodyMap(std::string topologyId, std::size_t vertexCount, std::array<Layer, kLayerCount> layers,
                 PinTable pins)
    : m_topologyId(std::move(topologyId)),
      m_vertexCount(vertexCount),
      m_layers(std::move(layers)),
      m_pins(std::move(pins)) {
    for (const LayerKind kind : kLayerKinds) {
        core::check(layer(kind).kind() == kind && layer(kind).values().size() == vertexCount,
                    "a map has one layer of each kind, over all of its vertices");
    }
}

bool BodyMap::isEmpty() const {
    return m_pins.isEmpty() &&
           std::all_of(m_layers.begin(), m_layers.end(), [](const Layer& layer) { return layer.isEmpty(); });
}

}  // namespace palpate::map
