#pragma once

#include "image/image.h"

#include <array>

// The colours that carry meaning. Chosen and checked by numbers (CIEDE2000 between neighbours, three kinds of
// colour blindness, grey print); change one only together with those checks.
namespace palpate::image::palette {

[[nodiscard]] constexpr Rgba rgb(unsigned hex) {
    return {static_cast<std::uint8_t>((hex >> 16U) & 0xffU), static_cast<std::uint8_t>((hex >> 8U) & 0xffU),
            static_cast<std::uint8_t>(hex & 0xffU), 255};
}

// Bare body: a neutral grey, so that nobody has to choose a skin tone.
inline constexpr Rgba kBody = rgb(0xE4E1DD);
inline constexpr Rgba kSilhouette = rgb(0x5A606A);

// Pain by level 0..10; 0 is the bare body. Lightness falls by at least 5.8 L* at every step.
inline constexpr std::array<Rgba, 11> kPain{kBody,         rgb(0xFBDA66), rgb(0xF8BE19), rgb(0xEF9B00),
                                            rgb(0xE47A00), rgb(0xDA5900), rgb(0xD23200), rgb(0xBF0011),
                                            rgb(0xA4001F), rgb(0x890025), rgb(0x6E0025)};
// Digits on a pain colour are black up to level 5 and white above.
[[nodiscard]] constexpr bool isDigitWhiteOnPain(int level) {
    return level >= 6;
}

// Tension: stripes, one colour for each of the bins 0.5..<3, 3..<5, 5..<8, 8..10.
inline constexpr std::array<Rgba, 4> kTension{rgb(0x8CCEFE), rgb(0x5B96D3), rgb(0x396AAD), rgb(0x193A80)};
inline constexpr std::array<double, 4> kTensionFrom{0.5, 3.0, 5.0, 8.0};

// Treated: dots and a solid outline. Avoid: hatching; it must read as a warning over every other colour.
inline constexpr Rgba kTreated = rgb(0x0E6054);
inline constexpr Rgba kAvoid = rgb(0x221A17);

// Change between two maps, by size |d|: bins 0.5..<1, 1..<2, 2..<4, >= 4. Better carries minus strokes and
// worse plus marks, because the two arms are equal in grey. Smaller changes show kBody.
inline constexpr std::array<Rgba, 4> kBetter{rgb(0xAAC4DC), rgb(0x759EBF), rgb(0x397AA3), rgb(0x03557B)};
inline constexpr std::array<Rgba, 4> kWorse{rgb(0xE9B5A8), rgb(0xCD8876), rgb(0xB05C48), rgb(0x902F1C)};
inline constexpr std::array<double, 4> kChangeFrom{0.5, 1.0, 2.0, 4.0};

// Places of the body that lie side by side: pale and hardly coloured, so that paint stands out, and apart in
// lightness and towards blue, which every kind of colour blindness keeps. A border is drawn round each as
// well.
inline constexpr std::array<Rgba, 6> kLabelTints{rgb(0xAEC6DF), rgb(0xF5F2EB), rgb(0xC6BCD8),
                                                 rgb(0xBCD5CC), rgb(0xD8C8B0), rgb(0x9FABBF)};
inline constexpr Rgba kLabelBorder = rgb(0x4A5160);

// Lines of equal level and their casing.
inline constexpr Rgba kContour = rgb(0x221A17);
inline constexpr Rgba kCasing = rgb(0xFFFFFF);

}  // namespace palpate::image::palette
