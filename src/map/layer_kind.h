#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace palpate::map {

enum class LayerKind : std::uint8_t { Pain, Tension, Treated, Avoid };

inline constexpr std::size_t kLayerCount = 4;
inline constexpr std::array kLayerKinds{LayerKind::Pain, LayerKind::Tension, LayerKind::Treated,
                                        LayerKind::Avoid};

[[nodiscard]] const char* layerId(LayerKind kind);    // "pain": files, CLI
[[nodiscard]] const char* layerName(LayerKind kind);  // tr("Pain")
[[nodiscard]] std::optional<LayerKind> layerFromId(std::string_view id);

// Values are kept in tenths of a level, one byte each; 0 is bare skin.
using Value = std::uint8_t;

// Highest level of the layer's own scale: pain and tension 10, treated (pressure) 5, avoid 1.
[[nodiscard]] int highestLevel(LayerKind kind);
[[nodiscard]] constexpr double levelOf(Value value) {
    return value / 10.0;
}
// `level` is 0..highestLevel of the layer.
[[nodiscard]] constexpr Value valueOf(int level) {
    return static_cast<Value>(level * 10);
}
// A vertex counts as painted from half a level on.
inline constexpr Value kPaintedFrom = 5;
[[nodiscard]] constexpr bool isPainted(Value value) {
    return value >= kPaintedFrom;
}
// The value itself where it counts as painted, else 0.
[[nodiscard]] constexpr Value levelOrNone(Value value) {
    return isPainted(value) ? value : Value{0};
}

}  // namespace palpate::map
