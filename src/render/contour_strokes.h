#pragma once

#include "body/body_part.h"
#include "image/image.h"
#include "render/contour_trace.h"
#include "render/view.h"

#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace palpate::render {

// A corner of a ribbon that draws a piece of a line.
struct StrokeVertex {
    glm::vec3 device{0.0F};  // normalised device coordinates
    float across = 0.0F;     // pixels from the middle of the line, signed
    float halfWidth = 0.0F;  // pixels
    float dash = -1.0F;      // in dashes from where the line begins; below 0: no gaps
    float dashShare = 1.0F;  // of each, what is ink
    std::array<std::uint8_t, 4> colour{};
};

// How a line is drawn. Widths in pixels.
struct StrokeStyle {
    image::Rgba colour;
    float width = 1.0F;
    float casing = 0.0F;  // of white on either side
    // Fades out where the next line of the same set would lie nearer than this many pixels; 0: never.
    float leastGap = 0.0F;
    float valuesToNext = 0.0F;  // how far the next line's value is
    // A silhouette stands where the skin is seen edge-on: half of it lies over the skin that comes nearer
    // from there, so it is lifted by what a bulge of a few centimetres rises within the line's width.
    bool isSilhouette = false;
    float dash = 0.0F;  // metres from one dash to the next, where the line's points ask for dashes
    float dashShare = 0.6F;
    const body::BodyPart* part = nullptr;  // lines on other skin are left out; null: all skin is shown
};

// Two piles: all casings are drawn before all lines, so that crossing lines do not cut each other.
struct Strokes {
    std::vector<StrokeVertex> casings;  // four corners a piece: 0 1 2, 2 1 3
    std::vector<StrokeVertex> lines;

    void clear() {
        casings.clear();
        lines.clear();
    }
};

// Adds the pieces of a line that face the eye and lie near one of `rectangles`. A line keeps its width in
// pixels from every side, and lies on the skin. A piece depends on no point farther than two
// steps away, but for where its dashes lie: that is in its own two points.
void addStrokes(std::span<const ContourPoint> line, const StrokeStyle& style, const View& view,
                std::span<const PixelRect> rectangles, Strokes& strokes);

}  // namespace palpate::render
