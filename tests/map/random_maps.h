#pragma once

#include "core/random.h"
#include "map/body_map.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::map {

inline Place randomPlace(core::Random& random, LayerKind kind) {
    Place place;
    for (const std::string_view word : wordsOf(kind)) {
        if (random.below(4) == 0) place.words.emplace_back(word);
    }
    if (kind == LayerKind::Pain) place.depth = static_cast<Depth>(random.below(4));
    if (kind == LayerKind::Treated) {
        if (random.below(2) == 0) place.techniques = {"effleurage", "myofascial release"};
        place.minutes = static_cast<int>(random.below(60));
        place.response = random.below(2) == 0 ? "eased" : "";
    }
    if (kind == LayerKind::Avoid) place.reason = "recent surgery";
    if (random.below(3) == 0) place.note = "n\xc3\xa4her \"ansehen\" " + std::to_string(random.below(1000));
    return place;
}

// Patches of random size, level and place, as painting leaves them; about half of the vertices stay bare.
inline void scribble(Layer& layer, core::Random& random) {
    const auto count = static_cast<std::uint32_t>(layer.values().size());
    for (std::uint32_t v = 0; v < count;) {
        const auto end = std::min<std::uint32_t>(count, v + 1 + static_cast<std::uint32_t>(random.below(20)));
        const auto number = static_cast<PlaceNumber>(1 + random.below(6));
        const auto value = static_cast<Value>(random.below(valueOf(highestLevel(layer.kind())) + 1U));
        const bool bare = random.below(2) == 0 || !isPainted(value);
        if (!bare && !layer.places().contains(number))
            layer.setPlace(number, randomPlace(random, layer.kind()));
        for (; v < end; ++v)
            layer.set(v, bare ? Value{0} : value, bare ? kNoPlace : number);
    }
}

inline Pin randomPin(core::Random& random, std::size_t triangleCount) {
    Pin pin;
    const auto a = static_cast<float>(random.unit());
    pin.at = {static_cast<std::uint32_t>(random.below(triangleCount)), {a, 1.0F - a, 0.0F}};
    pin.kind = kPinKinds[random.below(kPinKinds.size())];
    if (canHaveGrade(pin.kind) && random.below(2) == 0) pin.grade = static_cast<int>(random.below(5));
    if (random.below(2) == 0) pin.note = "refers to the temple";
    return pin;
}

inline BodyMap randomMap(core::Random& random, std::size_t vertexCount) {
    BodyMap map("0123456789abcdef", vertexCount);
    for (const LayerKind kind : kLayerKinds)
        scribble(map.layer(kind), random);
    for (auto pins = random.below(4); pins > 0; --pins)
        map.pins().set(static_cast<PinNumber>(1 + random.below(65535)), randomPin(random, 2 * vertexCount));
    return map;
}

}  // namespace palpate::map
