#include "ui/level_looks.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace palpate::ui {
namespace {

using core::tr;
using map::LayerKind;
namespace palette = image::palette;

constexpr Colour kBlack = rgb(0x000000);
constexpr Colour kWhite = rgb(0xFFFFFF);

Colour tensionColour(int level) {
    std::size_t bin = 0;
    for (std::size_t i = 0; i < palette::kTension.size(); ++i) {
        if (level >= palette::kTensionFrom[i]) bin = i;
    }
    return toColour(palette::kTension[bin]);
}

}  // namespace

LevelLook levelLook(LayerKind layer, int level) {
    const int held = std::clamp(level, 1, map::highestLevel(layer));
    if (layer == LayerKind::Pain) {
        return {toColour(palette::kPain[static_cast<std::size_t>(held)]),
                palette::isDigitWhiteOnPain(held) ? kWhite : kBlack};
    }
    const Colour face = layer == LayerKind::Tension ? tensionColour(held) : layerColour(layer);
    return {face, digitOn(face)};
}

Colour layerColour(LayerKind layer) {
    switch (layer) {
        case LayerKind::Pain:
            return toColour(palette::kPain[6]);
        case LayerKind::Tension:
            return toColour(palette::kTension[2]);
        case LayerKind::Treated:
            return toColour(palette::kTreated);
        case LayerKind::Avoid:
            break;
    }
    return toColour(palette::kAvoid);
}

std::string levelWord(LayerKind layer, int level) {
    if (level <= 0 || layer == LayerKind::Avoid) return {};
    if (layer == LayerKind::Treated) {
        static constexpr std::array kPressures{"lightest", "light", "moderate", "strong", "deepest"};
        return tr(kPressures[static_cast<std::size_t>(std::min(level, 5)) - 1]);
    }
    if (level <= 3) return tr("mild");
    return level <= 6 ? tr("moderate") : tr("severe");
}

}  // namespace palpate::ui
