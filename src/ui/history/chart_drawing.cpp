#include "ui/history/chart_drawing.h"

#include "ui/colour.h"
#include "ui/metrics.h"
#include "ui/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using analysis::ChartInk;
using analysis::ChartSign;

// Every one 3:1 or more on the panel: WCAG 2.2, 1.4.11. Neighbours on one scale differ in lightness too.
Colour seriesColour(ChartInk ink, bool dark) {
    switch (ink) {
        case ChartInk::Worst:
            return dark ? rgb(0xFF9A8A) : rgb(0xB23A1E);
        case ChartInk::Mean:
            return dark ? rgb(0x6DB6FF) : rgb(0x004488);
        case ChartInk::Extent:
            return dark ? rgb(0x8FD3C7) : rgb(0x1F5F74);
        case ChartInk::Load:
            return dark ? rgb(0xE8BE55) : rgb(0x9A6A00);
        case ChartInk::Treated:
            return dark ? rgb(0x5CC9B8) : rgb(0x0E6054);
        case ChartInk::Rating:
            return dark ? rgb(0xD0A6F5) : rgb(0x6D3A9C);
        case ChartInk::Left:
            return dark ? rgb(0x8DBBFF) : rgb(0x1B5E9B);
        case ChartInk::Right:
            return dark ? rgb(0xE3AC62) : rgb(0x8A4B08);
        case ChartInk::Better:
            return dark ? rgb(0x7FC0E8) : rgb(0x03557B);
        case ChartInk::Worse:
            return dark ? rgb(0xF0A090) : rgb(0x902F1C);
        default:
            return {};
    }
}

Colour colourOf(const Theme& theme, ChartInk ink, bool plain) {
    switch (ink) {
        case ChartInk::Text:
            return theme.text;
        case ChartInk::Dim:
            return theme.dim;
        case ChartInk::Rule:
            return theme.hairline;
        case ChartInk::Axis:
            return theme.border;
        case ChartInk::Chosen:
            return theme.accent;
        default:
            return plain ? theme.text : seriesColour(ink, luminance(theme.panel) < 0.3);
    }
}

void drawSign(ImDrawList& list, ImVec2 at, ChartSign sign, float radius, ImU32 ink, ImU32 face) {
    const float thick = std::max(radius * 0.45F, 1.5F);
    const auto cross = [&](float x, float y) {
        list.AddLine({at.x - x, at.y - y}, {at.x + x, at.y + y}, ink, thick);
    };
    switch (sign) {
        case ChartSign::Disc:
            return list.AddCircleFilled(at, radius, ink, 20);
        case ChartSign::Ring:
            list.AddCircleFilled(at, radius, face, 20);
            return list.AddCircle(at, radius, ink, 20, thick);
        case ChartSign::Square:
            return list.AddRectFilled({at.x - radius * 0.88F, at.y - radius * 0.88F},
                                      {at.x + radius * 0.88F, at.y + radius * 0.88F}, ink);
        case ChartSign::Triangle:
            return list.AddTriangleFilled({at.x, at.y - radius * 1.15F},
                                          {at.x + radius * 1.1F, at.y + radius * 0.85F},
                                          {at.x - radius * 1.1F, at.y + radius * 0.85F}, ink);
        case ChartSign::Diamond: {
            const float r = radius * 1.2F;
            return list.AddQuadFilled({at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, {at.x - r, at.y},
                                      ink);
        }
        case ChartSign::Cross:
            cross(radius, radius);
            return cross(radius, -radius);
        case ChartSign::Plus:
            cross(radius, 0.0F);
            return cross(0.0F, radius);
        case ChartSign::Minus:
            return cross(radius, 0.0F);
    }
}

}  // namespace

analysis::ChartSize chartSize(const Ui& ui, const Rect& rect) {
    return {rect.width, rect.height, ui.fonts.small.pixels};
}

void drawChart(const Ui& ui, const Rect& rect, const analysis::Chart& chart, bool plain) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto x = [&](double across) { return rect.x + static_cast<float>(across); };
    const auto y = [&](double down) { return rect.y + static_cast<float>(down); };
    const auto colour = [&](ChartInk ink) { return colourOf(*ui.theme, ink, plain); };
    for (const analysis::ChartBox& box : chart.boxes) {
        const Colour face =
            withAlpha(colour(box.ink), static_cast<std::uint8_t>(std::lround(255.0 * box.strength)));
        fill({x(box.x), y(box.y), static_cast<float>(box.width), static_cast<float>(box.height)}, face);
    }
    for (const analysis::ChartLine& one : chart.lines) {
        const float width = std::max(static_cast<float>(one.width), 1.0F);
        ImVec2 from{x(one.from.x), y(one.from.y)}, to{x(one.to.x), y(one.to.y)};
        // A level line between two rows of pixels would be a grey smear over both.
        if (one.from.y == one.to.y) from.y = to.y = std::floor(from.y) + 0.5F;
        if (one.from.x == one.to.x) from.x = to.x = std::floor(from.x) + 0.5F;
        list.AddLine(from, to, toInk(colour(one.ink)), width);
    }
    for (const analysis::ChartMark& mark : chart.marks) {
        drawSign(list, {x(mark.at.x), y(mark.at.y)}, mark.sign, static_cast<float>(mark.radius),
                 toInk(colour(mark.ink)), toInk(ui.theme->panel));
    }
    for (const analysis::ChartText& text : chart.texts) {
        const Font& font = text.strong ? ui.fonts.smallStrong : ui.fonts.small;
        const float width = std::ceil(textWidth(font, text.text)) + 1.0F;
        const Rect line{x(text.at.x) - static_cast<float>(text.align) * width,
                        y(text.at.y) - font.pixels * 0.7F, width, font.pixels * 1.4F};
        write(line, font, colour(text.ink), text.text);
    }
}

std::optional<std::size_t> itemAt(const Rect& rect, const analysis::Chart& chart, float x, float y) {
    if (!rect.contains(x, y)) return std::nullopt;
    const double across = x - rect.x, down = y - rect.y;
    for (auto target = chart.targets.rbegin(); target != chart.targets.rend(); ++target) {
        if (across >= target->x && across < target->x + target->width && down >= target->y &&
            down < target->y + target->height)
            return target->item;
    }
    return std::nullopt;
}

void drawChartTip(const Ui& ui, const Rect& room, float x, float y, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    const float row = std::ceil(ui.fonts.small.pixels * 1.45F), padding = ui.dp(10.0F);
    float width = 0.0F;
    for (std::size_t i = 0; i < lines.size(); ++i)
        width = std::max(width, textWidth(i == 0 ? ui.fonts.smallStrong : ui.fonts.small, lines[i]));
    Rect card{x + ui.dp(14.0F), y + ui.dp(10.0F), std::ceil(width) + 2 * padding + 1.0F,
              row * static_cast<float>(lines.size()) + 2 * padding};
    if (card.right() > room.right()) card.x = std::max(room.x, x - ui.dp(14.0F) - card.width);
    if (card.bottom() > room.bottom()) card.y = std::max(room.y, room.bottom() - card.height);
    shadow(ui, card, ui.dp(size::kFrameRounding));
    fill(card, ui.theme->panel, ui.dp(size::kFrameRounding));
    outline(card, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(1.0F));
    Rect inside = card.inset(padding);
    for (std::size_t i = 0; i < lines.size(); ++i)
        write(cutTop(inside, row), i == 0 ? ui.fonts.smallStrong : ui.fonts.small, ui.theme->text, lines[i]);
}

}  // namespace palpate::ui
