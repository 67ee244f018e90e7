#pragma once

#include "map/layer_kind.h"
#include "report/canvas.h"

#include <span>

// Keys to the colours and patterns on a picture. Each draws from (x, y) downwards, `width` wide, and returns
// its height, in millimetres.
namespace palpate::report {

// Swatches 0 to 10 with numbers and words, and what the contour lines mean.
double drawPainLegend(Canvas& canvas, double x, double y, double width, bool blackAndWhite = false);
// The other layers among `layers`, one line each.
double drawLayerLegend(Canvas& canvas, double x, double y, double width,
                       std::span<const map::LayerKind> layers, bool blackAndWhite = false);
// The steps of change with their signs: better and worse, or lower and higher for layers where neither is
// better; what dashes and dots around a place mean. In black and white denser lines stand for larger changes.
double drawChangeLegend(Canvas& canvas, double x, double y, double width, map::LayerKind layer,
                        bool blackAndWhite = false);

// The colour of a level and of a digit on it; in black and white always white and black.
[[nodiscard]] Colour levelColour(map::LayerKind layer, double level, bool blackAndWhite = false);
[[nodiscard]] Colour digitColour(map::LayerKind layer, double level, bool blackAndWhite = false);

}  // namespace palpate::report
