#pragma once

#include "map/layer.h"
#include "map/pin.h"

#include <array>
#include <cstddef>
#include <string>

namespace palpate::map {

// What one author painted at one moment of a visit.
class BodyMap {
public:
    // An empty map over a body of that topology.
    BodyMap(std::string topologyId, std::size_t vertexCount);
    // A map that holds these layers already, in the order of LayerKind, all of `vertexCount` vertices, and
    // these pins.
    BodyMap(std::string topologyId, std::size_t vertexCount, std::array<Layer, kLayerCount> layers,
            PinTable pins = {});

    [[nodiscard]] const std::string& topologyId() const { return m_topologyId; }
    [[nodiscard]] std::size_t vertexCount() const { return m_vertexCount; }
    [[nodiscard]] const Layer& layer(LayerKind kind) const {
        return m_layers[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] Layer& layer(LayerKind kind) { return m_layers[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const PinTable& pins() const { return m_pins; }
    [[nodiscard]] PinTable& pins() { return m_pins; }
    [[nodiscard]] bool isEmpty() const;  // nothing painted, no pins

    friend bool operator==(const BodyMap&, const BodyMap&) = default;

private:
    std::string m_topologyId;
    std::size_t m_vertexCount;
    std::array<Layer, kLayerCount> m_layers;
    PinTable m_pins;
};

}  // namespace palpate::map
