#pragma once

#include "report/canvas.h"

// What every page of Palpate has in common: colours and type sizes.
namespace palpate::report::paper {

inline constexpr Colour kInk{27, 31, 36, 255};
inline constexpr Colour kDim{86, 94, 104, 255};
inline constexpr Colour kFaint{124, 133, 144, 255};
inline constexpr Colour kRule{208, 212, 218, 255};
inline constexpr Colour kWhite{255, 255, 255, 255};
inline constexpr Colour kAccent{22, 99, 181, 255};

inline constexpr TextStyle kTitle{22.0, Weight::SemiBold, kInk, Align::Left};
inline constexpr TextStyle kHeading{10.0, Weight::SemiBold, kInk, Align::Left};
inline constexpr TextStyle kBody{9.5, Weight::Regular, kInk, Align::Left};
inline constexpr TextStyle kBodyDim{10.0, Weight::Regular, kDim, Align::Left};
inline constexpr TextStyle kSmall{8.0, Weight::Regular, kDim, Align::Left};  // the smallest on paper

[[nodiscard]] constexpr TextStyle aligned(TextStyle style, Align align) {
    style.align = align;
    return style;
}
[[nodiscard]] constexpr TextStyle coloured(TextStyle style, Colour colour) {
    style.colour = colour;
    return style;
}

inline constexpr double kHairline = 0.2;

// Lines and patterns on a body are measured in dp. On a page, where a body is 10 cm high, these are finer
// than on a screen.
inline constexpr double kMillimetresPerDp = 0.14;

}  // namespace palpate::report::paper
