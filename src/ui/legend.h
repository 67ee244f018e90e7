#pragma once

#include "map/layer_kind.h"
#include "ui/colour.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <cstdint>
#include <string>

// What the colours on the body mean. Only ink: nothing in here can be pressed.
namespace palpate::ui {

// The scale of a layer as a ladder, its highest level on top, with the words of its bands, in the bottom left
// corner of `room`; left out where there is not enough of that. In black and white each level has the
// hatching that the body has.
void drawLevelLegend(const Ui& ui, const Rect& room, map::LayerKind layer, bool blackAndWhite = false);

// A level as the body shows it in black and white, black on white without its number: pain in three densities
// of rising lines, tension in four of falling ones, treated as dots, avoid as a grid.
void drawLevelPattern(const Ui& ui, const Rect& cell, map::LayerKind layer, int level);
// The same with the number in its middle, for buttons and scales.
void drawNumberedPattern(const Ui& ui, const Rect& cell, map::LayerKind layer, int level, const Font& font);

// The sign that the body shows for a change, on a small cell. `bin` 0..3 by the size of the change; -1 is
// none. In black and white the cell has the hatching of the body, denser the larger the change.
enum class ChangeSign : std::uint8_t { Same, Less, More };
void drawChangeCell(const Ui& ui, const Rect& cell, ChangeSign sign, int bin);
// The sign on a plain cell: of layers in which less is neither good nor bad.
void drawChangeSign(const Ui& ui, const Rect& cell, ChangeSign sign, Colour ink);

// Pixels that the legend of changes needs from top to bottom.
[[nodiscard]] float changeLegendHeight(const Ui& ui);
// What the four signs of a change are called.
struct ChangeWords {
    std::string less, more, fresh, gone;
};
// Less with minus strokes and more with plus marks, so that it can be read without colour.
void drawChangeLegend(const Ui& ui, const Rect& rect, const ChangeWords& words);

}  // namespace palpate::ui
