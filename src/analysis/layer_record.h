#pragma once

#include "clinic/visit.h"
#include "map/layer.h"

#include <cstdint>

namespace palpate::analysis {

// What a layer of a map says about the body.
enum class LayerRecord : std::uint8_t {
    Painted,
    Nothing,      // nothing hurts: the client finished the map without any pain on it
    NotRecorded,  // nobody painted it, which says nothing about the body
};

// `completed`: the map's author said that it is finished. Only the client can know that nothing hurts.
[[nodiscard]] LayerRecord recordOf(const map::Layer& layer, clinic::Author author, bool completed);

}  // namespace palpate::analysis
