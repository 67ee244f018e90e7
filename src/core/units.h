#pragma once

#include <compare>

namespace palpate::core {

// A length or an area with its unit in the type, for places where mixing would go unnoticed. Geometry itself
// is in plain metres (float) and square metres.
template <typename Tag>
struct Quantity {
    double value = 0.0;

    friend auto operator<=>(const Quantity&, const Quantity&) = default;
    friend Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend Quantity operator*(Quantity a, double factor) { return {a.value * factor}; }
};

using Centimetres = Quantity<struct CentimetresTag>;
using Metres = Quantity<struct MetresTag>;
using SquareCentimetres = Quantity<struct SquareCentimetresTag>;
using SquareMetres = Quantity<struct SquareMetresTag>;

inline constexpr double kSquareCentimetres = 1.0e4;  // in a square metre

[[nodiscard]] inline Metres toMetres(Centimetres length) {
    return {length.value / 100.0};
}
[[nodiscard]] inline Centimetres toCentimetres(Metres length) {
    return {length.value * 100.0};
}
[[nodiscard]] inline SquareCentimetres toSquareCentimetres(SquareMetres area) {
    return {area.value * kSquareCentimetres};
}

}  // namespace palpate::core
