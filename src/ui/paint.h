#pragma once

#include "ui/colour.h"
#include "ui/fonts.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <imgui.h>

#include <string>
#include <string_view>

// Ink on the current window: shapes and text at rectangles, without any control in them.
namespace palpate::ui {

[[nodiscard]] inline ImU32 toInk(Colour colour) {
    return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}
[[nodiscard]] ImVec4 toVec4(Colour colour);
[[nodiscard]] inline ImVec2 minOf(const Rect& rect) {
    return {rect.x, rect.y};
}
[[nodiscard]] inline ImVec2 maxOf(const Rect& rect) {
    return {rect.right(), rect.bottom()};
}

void fill(const Rect& rect, Colour colour, float rounding = 0.0F);
void outline(const Rect& rect, Colour colour, float rounding, float thickness);
void line(ImVec2 from, ImVec2 to, Colour colour, float thickness);
// A soft shadow below a surface that lies upon another. Draw before the surface.
void shadow(const Ui& ui, const Rect& rect, float rounding);

[[nodiscard]] float textWidth(const Font& font, std::string_view text);
// `text` cut so that it fits into `width` pixels, with an ellipsis if anything was cut; never within a
// letter.
[[nodiscard]] std::string fitted(const Font& font, std::string_view text, float width);

// The same for the name of a region: "Top of the shoulder (upper trapezius), left" loses letters before the
// last comma, never the side.
[[nodiscard]] std::string fittedRegion(const Font& font, std::string_view name, float width);
// The height of a region's name: one line, or two where one is too short for it and two are not.
[[nodiscard]] float regionHeight(const Font& font, std::string_view name, float width);
// It fits on neither: the whole name belongs into a tip.
[[nodiscard]] bool isRegionCut(const Font& font, std::string_view name, float width);
// In the middle of the rectangle's height, which is to hold regionHeight().
void writeRegion(const Rect& rect, const Font& font, Colour colour, std::string_view name);

// One line, its capitals in the middle of the rectangle's height; cut with an ellipsis if it does not fit.
// `align` 0 left, 0.5 middle, 1 right.
void write(const Rect& rect, const Font& font, Colour colour, std::string_view text, float align = 0.0F);
// As many lines as it needs from the top of the rectangle; the height used.
float writeWrapped(const Rect& rect, const Font& font, Colour colour, std::string_view text);
// The same with every line in the middle; words are never cut.
float writeCentred(const Rect& rect, const Font& font, Colour colour, std::string_view text);
[[nodiscard]] float wrappedHeight(const Font& font, std::string_view text, float width);

// The next row of the current window: its whole width, `height` pixels. Moves on.
[[nodiscard]] Rect takeRow(float height);
// Leaves `height` pixels free.
void gap(float height);

}  // namespace palpate::ui
