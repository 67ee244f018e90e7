#include "ui/legend.h"

#include "core/text.h"
#include "image/palette.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace palpate::ui {
namespace {

using core::tr;
using map::LayerKind;
namespace palette = image::palette;

constexpr float kCellHeight = 17.0F, kCellWidth = 26.0F;

constexpr float kDpPerCentimetre = 96.0F / 2.54F;
constexpr float kDigitWidth = 22.0F;  // dp beside the hatching

// Slanted lines as on the body, from edge to edge of the cell; `rising` to the right.
void hatchCell(const Ui& ui, const Rect& cell, float periodDp, float thicknessDp, bool rising) {
    const float period = ui.dp(periodDp) * 1.41421356F;
    for (float x = cell.x - cell.height; x < cell.right(); x += period) {
        const float low = rising ? cell.bottom() : cell.y, high = rising ? cell.y : cell.bottom();
        line({x, low}, {x + cell.height, high}, rgb(0x000000), ui.dp(thicknessDp));
    }
}

void dotCell(const Ui& ui, const Rect& cell) {
    for (float x = cell.x + ui.dp(5.0F); x < cell.right(); x += ui.dp(9.0F)) {
        const float reach = ui.dp(2.0F);
        fill({x - reach, cell.centreY() - reach, 2.0F * reach, 2.0F * reach}, rgb(0x000000), reach);
    }
}

void gridCell(const Ui& ui, const Rect& cell) {
    for (float x = cell.x + ui.dp(5.0F); x < cell.right(); x += ui.dp(10.0F))
        line({x, cell.y}, {x, cell.bottom()}, rgb(0x000000), ui.dp(1.5F));
    line({cell.x, cell.centreY()}, {cell.right(), cell.centreY()}, rgb(0x000000), ui.dp(1.5F));
}

// Tension as the body shows it: stripes of its colour on bare skin.
void stripedCell(const Ui& ui, const Rect& cell, Colour stripe) {
    fill(cell, toColour(palette::kBody));
    ImGui::PushClipRect(minOf(cell), maxOf(cell), true);
    const float period = ui.dp(7.0F) * 1.41421356F;
    for (float x = cell.x - cell.height; x < cell.right(); x += period)
        line({x, cell.bottom()}, {x + cell.height, cell.y}, stripe, ui.dp(3.4F));
    ImGui::PopClipRect();
}

// Whether the number stands beside the pattern: upon it, it could not be read.
bool hasNumberBeside(LayerKind layer, bool blackAndWhite) {
    return blackAndWhite || layer == LayerKind::Tension;
}

void drawLevelCell(const Ui& ui, const Rect& cell, LayerKind layer, int level, bool blackAndWhite) {
    const bool hasDigit = map::highestLevel(layer) > 1;
    if (!blackAndWhite && layer == LayerKind::Tension) {
        Rect pattern = cell;
        const Rect digit = cutRight(pattern, ui.dp(kDigitWidth));
        stripedCell(ui, pattern, levelLook(layer, level).face);
        fill(digit, ui.theme->panel);
        return write(digit, ui.fonts.smallStrong, ui.theme->text, std::to_string(level), 0.5F);
    }
    // What is to be avoided has one level, and on the body nothing but its crossed lines.
    if (!blackAndWhite && layer != LayerKind::Avoid) {
        const LevelLook look = levelLook(layer, level);
        fill(cell, look.face);
        if (hasDigit) write(cell, ui.fonts.smallStrong, look.digit, std::to_string(level), 0.5F);
        return;
    }
    fill(cell, rgb(0xFFFFFF));
    Rect pattern = cell;
    const Rect digit = hasDigit ? cutRight(pattern, ui.dp(kDigitWidth)) : Rect{};
    drawLevelPattern(ui, pattern, layer, level);
    if (hasDigit) write(digit, ui.fonts.smallStrong, rgb(0x000000), std::to_string(level), 0.5F);
}

// The words stand once, beside the middle of their band.
void writeBands(const Ui& ui, const Rect& ladder, LayerKind layer) {
    const int highest = map::highestLevel(layer);
    const float step = ladder.height / static_cast<float>(highest);
    for (int first = 1, level = 1; level <= highest; ++level) {
        if (level < highest && levelWord(layer, level + 1) == levelWord(layer, level)) continue;
        const float top = ladder.bottom() - step * static_cast<float>(level);
        const Rect band{ladder.right() + ui.dp(8.0F), top, ui.dp(80.0F),
                        step * static_cast<float>(level + 1 - first)};
        const float rule = ui.dp(1.0F);
        fill({ladder.right() + ui.dp(3.0F), band.y + rule, rule, band.height - 2 * rule}, ui.theme->dim);
        write(band, ui.fonts.small, ui.theme->dim, levelWord(layer, level));
        first = level + 1;
    }
}

void drawArm(const Ui& ui, Rect row, const std::string& word, ChangeSign sign) {
    constexpr std::size_t kSteps = palette::kBetter.size();
    write(cutLeft(row, ui.dp(64.0F)), ui.fonts.smallStrong, ui.theme->text, word);
    for (std::size_t i = 0; i < kSteps; ++i)
        drawChangeCell(ui, columnOf(row, i, kSteps, ui.dp(2.0F)), sign, static_cast<int>(i));
}

}  // namespace

void drawLevelPattern(const Ui& ui, const Rect& cell, LayerKind layer, int level) {
    fill(cell, rgb(0xFFFFFF));
    ImGui::PushClipRect(minOf(cell), maxOf(cell), true);
    switch (layer) {
        case LayerKind::Pain: {
            const float period = kDpPerCentimetre / (level <= 3 ? 5.0F : level <= 6 ? 9.0F : 14.0F);
            hatchCell(ui, cell, period, std::min(1.2F, 0.45F * period), true);
            break;
        }
        case LayerKind::Tension:
            hatchCell(ui, cell, level < 3 ? 14.0F : level < 5 ? 11.0F : level < 8 ? 8.5F : 6.5F, 2.4F, false);
            break;
        case LayerKind::Treated:
            dotCell(ui, cell);
            break;
        case LayerKind::Avoid:
            gridCell(ui, cell);
            break;
    }
    ImGui::PopClipRect();
}

void drawNumberedPattern(const Ui& ui, const Rect& cell, LayerKind layer, int level, const Font& font) {
    drawLevelPattern(ui, cell, layer, level);
    const std::string number = std::to_string(level);
    const float width = std::ceil(textWidth(font, number)) + ui.dp(6.0F);
    const Rect behind = centred(cell, std::min(width, cell.width), std::min(font.pixels * 1.1F, cell.height));
    fill(behind, rgb(0xFFFFFF), ui.dp(2.0F));
    write(cell, font, rgb(0x000000), number, 0.5F);
}

// As shaders/painted.frag has it.
void drawChangeCell(const Ui& ui, const Rect& cell, ChangeSign sign, int bin) {
    static constexpr std::array kLinesPerCentimetre{3.0F, 5.0F, 9.0F, 14.0F};
    const auto at = static_cast<std::size_t>(std::clamp(bin, 0, 3));
    const bool isMore = sign == ChangeSign::More;
    if (!ui.blackAndWhite || sign == ChangeSign::Same) {
        const Colour face = sign == ChangeSign::Same
                                ? ui.theme->hovered
                                : toColour((isMore ? palette::kWorse : palette::kBetter)[at]);
        fill(cell, face, ui.dp(3.0F));
        drawChangeSign(ui, cell, sign, sign == ChangeSign::Same ? ui.theme->dim : digitOn(face));
        return;
    }
    fill(cell, rgb(0xFFFFFF));
    ImGui::PushClipRect(minOf(cell), maxOf(cell), true);
    const float period = kDpPerCentimetre / kLinesPerCentimetre[at];
    hatchCell(ui, cell, period, std::min(1.2F, 0.45F * period), isMore);
    ImGui::PopClipRect();
    outline(cell, rgb(0x000000), 0.0F, ui.dp(1.0F));
    // White behind the sign, which would not be seen among the lines.
    const float x = std::floor(cell.centreX()), y = std::floor(cell.centreY());
    const float reach = ui.dp(6.0F), thick = ui.dp(6.0F);
    line({x - reach, y}, {x + reach, y}, rgb(0xFFFFFF), thick);
    if (isMore) line({x, y - reach}, {x, y + reach}, rgb(0xFFFFFF), thick);
    drawChangeSign(ui, cell, sign, rgb(0x000000));
}

void drawLevelLegend(const Ui& ui, const Rect& room, LayerKind layer, bool blackAndWhite) {
    const int highest = map::highestLevel(layer);
    const float step = ui.dp(kCellHeight);
    const float height = step * static_cast<float>(highest);
    const float titleHeight = ui.dp(24.0F);
    if (room.height < height + titleHeight) return;
    const float left = room.x;
    const float bottom = room.bottom();
    const float width =
        ui.dp(kCellWidth) + (hasNumberBeside(layer, blackAndWhite) ? ui.dp(kDigitWidth) : 0.0F);
    const Rect ladder{left, bottom - height, width, height};
    for (int level = 1; level <= highest; ++level) {
        const Rect cell{left, bottom - step * static_cast<float>(level), ladder.width, step};
        drawLevelCell(ui, cell, layer, level, blackAndWhite);
    }
    outline(ladder.inset(-ui.dp(1.0F)), ui.theme->border, ui.dp(2.0F), ui.dp(1.0F));
    writeBands(ui, ladder, layer);
    const Rect title{left, ladder.y - titleHeight, ui.dp(140.0F), ui.dp(20.0F)};
    write(title, ui.fonts.smallStrong, ui.theme->text, map::layerName(layer));
}

void drawChangeSign(const Ui& ui, const Rect& cell, ChangeSign sign, Colour ink) {
    const float reach = ui.dp(4.0F);
    const float thickness = ui.dp(2.0F);
    const float x = std::floor(cell.centreX());
    const float y = std::floor(cell.centreY());
    if (sign == ChangeSign::Same) {
        line({x - reach, y - reach / 2.0F}, {x + reach, y - reach / 2.0F}, ink, ui.dp(1.0F));
        line({x - reach, y + reach / 2.0F}, {x + reach, y + reach / 2.0F}, ink, ui.dp(1.0F));
        return;
    }
    line({x - reach, y}, {x + reach, y}, ink, thickness);
    if (sign == ChangeSign::More) line({x, y - reach}, {x, y + reach}, ink, thickness);
}

namespace {

// A sample of an outline with gaps, and what it goes round.
void drawOutlineKey(const Ui& ui, Rect cell, float dash, float share, const std::string& word) {
    const Rect sample = cutLeft(cell, ui.dp(36.0F), ui.dp(8.0F));
    const float y = std::floor(sample.centreY());
    for (float x = sample.x; x + ui.dp(dash * share) <= sample.right(); x += ui.dp(dash))
        line({x, y}, {x + ui.dp(dash * share), y}, ui.theme->text, ui.dp(2.0F));
    write(cell, ui.fonts.small, ui.theme->dim, word);
}

}  // namespace

float changeLegendHeight(const Ui& ui) {
    return ui.dp(4 * 22.0F + 2 * 4.0F);
}

void drawChangeLegend(const Ui& ui, const Rect& rect, const ChangeWords& words) {
    Rect rest = rect;
    const float row = ui.dp(22.0F);
    const Rect better = cutTop(rest, row, ui.dp(4.0F));
    const Rect worse = cutTop(rest, row, ui.dp(4.0F));
    drawArm(ui, better, words.less, ChangeSign::Less);
    drawArm(ui, worse, words.more, ChangeSign::More);
    Rect labels = cutTop(rest, row);
    write(cutLeft(labels, ui.dp(64.0F)), ui.fonts.small, ui.theme->dim, tr("by levels"));
    static constexpr std::array kBins{
        "0.5\xE2\x80\x93"
        "1",
        "1\xE2\x80\x93"
        "2",
        "2\xE2\x80\x93"
        "4",
        "4 or more"};
    for (std::size_t i = 0; i < kBins.size(); ++i) {
        write(columnOf(labels, i, kBins.size(), ui.dp(2.0F)), ui.fonts.small, ui.theme->dim, tr(kBins[i]),
              0.5F);
    }
    const Rect outlines = cutTop(rest, row);
    drawOutlineKey(ui, columnOf(outlines, 0, 2, ui.dp(8.0F)), 10.0F, 0.6F, words.fresh);
    drawOutlineKey(ui, columnOf(outlines, 1, 2, ui.dp(8.0F)), 6.0F, 0.4F, words.gone);
}

}  // namespace palpate::ui
