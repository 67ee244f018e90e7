#pragma once

#include "image/palette.h"
#include "map/layer_kind.h"
#include "ui/colour.h"

#include <string>

namespace palpate::ui {

[[nodiscard]] constexpr Colour toColour(image::Rgba colour) {
    return {colour.r, colour.g, colour.b, colour.a};
}

// How a level of a layer is shown on a button, in a list and beside the body: the colour that the paint has,
// and a digit that can be read on it. `level` is 1..highestLevel(layer); others are held within.
struct LevelLook {
    Colour face, digit;
};
[[nodiscard]] LevelLook levelLook(map::LayerKind layer, int level);

// The one colour that stands for a layer in a list.
[[nodiscard]] Colour layerColour(map::LayerKind layer);

// The band of a pain or tension level in words: mild 1-3, moderate 4-6, severe 7-10; for treated areas the
// pressure, 1 (lightest) .. 5 (deepest). Empty for 0.
[[nodiscard]] std::string levelWord(map::LayerKind layer, int level);

}  // namespace palpate::ui
