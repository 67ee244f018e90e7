#include "core/text.h"
#include "ui/history/chart_drawing.h"
#include "ui/history/history_pages.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/viewport_panel.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;
using HistoryAsk = action::History::Ask;

constexpr float kThumbAspect = HistoryModel::kSmallWidth / HistoryModel::kSmallHeight;
constexpr float kLeastThumb = 134.0F, kMostThumb = 230.0F;  // dp: the width, which the height follows
constexpr float kThumbWords = 44.0F;                        // dp: number and date below the picture

action::History ask(HistoryAsk what, std::size_t visit) {
    return {what, static_cast<int>(visit)};
}

// The chart and what the pointer does on it.
std::optional<Action> drawCourse(Ui& ui, const Rect& rect, const HistoryModel& model) {
    const Rect room = rect.inset(ui.dp(8.0F));
    Rect inside = room;
    const Rect title = cutTop(inside, ui.dp(24.0F));
    write(title, ui.fonts.strong, ui.theme->text, model.title);
    if (!model.reading.empty()) write(title, ui.fonts.small, ui.theme->dim, model.reading, 1.0F);
    const analysis::Chart chart = analysis::timelineChart(model.visits, model.look, chartSize(ui, inside));
    drawChart(ui, inside, chart, model.plain);
    const Press state = pointerArea(ui, "history.chart", inside);
    if (!state.hovered && !state.held && !state.pressed) return std::nullopt;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto visit = itemAt(inside, chart, mouse.x, mouse.y);
    if (!visit) return std::nullopt;
    drawChartTip(ui, room, mouse.x, mouse.y, visitTip(model, *visit));
    if (!state.pressed) return std::nullopt;
    return ask(ImGui::GetIO().KeyShift ? HistoryAsk::Compare : HistoryAsk::Open, *visit);
}

// The visit on the body: back, forth, by sliding, and opening it.
std::optional<Action> drawTimeSlider(Ui& ui, const Rect& bar, const HistoryModel& model) {
    std::optional<Action> asked;
    fill({bar.x, bar.y, bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    Rect row = centred(bar, bar.width - 2 * ui.dp(12.0F), ui.dp(size::kControl));
    const auto step = [&](const CommandItem& item, const char* icon) {
        const Button look{
            .icon = icon, .tip = item.title, .shortcut = item.shortcut, .enabled = item.enabled};
        if (button(ui, item.name, cutLeft(row, row.height, ui.dp(8.0F)), look))
            keepFirst(asked, action::Run{item.name});
    };
    step(model.earlier, icon::kTurnLeft);
    step(model.later, icon::kTurnRight);
    if (model.entries.empty()) return asked;
    const HistoryModel::Visit& visit = model.entries[model.shown];
    const Button open{.icon = icon::kPencil, .text = tr("Open this visit")};
    if (button(ui, "history.open_shown", cutRight(row, buttonWidth(ui, open), ui.dp(12.0F)), open))
        keepFirst(asked, ask(HistoryAsk::Open, model.shown));
    write(cutRight(row, ui.dp(180.0F), ui.dp(12.0F)), ui.fonts.strong, ui.theme->text,
          visit.title + " \u00b7 " + visit.date);
    const Slider look{.value = static_cast<double>(model.shown),
                      .least = 0.0,
                      .most = std::max(1.0, static_cast<double>(model.entries.size() - 1)),
                      .enabled = model.entries.size() > 1,
                      .tip = tr("The visit on the body")};
    if (const auto moved = slider(ui, "history.slider", row, look)) {
        const auto index = static_cast<std::size_t>(std::lround(*moved));
        if (index != model.shown && index < model.entries.size())
            keepFirst(asked, ask(HistoryAsk::Show, index));
    }
    return asked;
}

void drawThumb(Ui& ui, Rect cell, const HistoryModel& model, std::size_t index, const Press& state) {
    const Theme& theme = *ui.theme;
    const HistoryModel::Visit& visit = model.entries[index];
    const bool shown = index == model.shown;
    const float rounding = ui.dp(size::kFrameRounding);
    if (shown || state.hovered) fill(cell, shown ? theme.chosen : theme.hovered, rounding);
    const Rect frame = cell;
    cell = cell.inset(ui.dp(3.0F));
    const Rect date = cutBottom(cell, ui.dp(19.0F));
    const Rect title = cutBottom(cell, ui.dp(19.0F));
    if (visit.texture != 0) {
        // Of the same shape as the picture, which would be stretched otherwise.
        const float wide = std::min(cell.width, cell.height * kThumbAspect);
        const Rect picture = centred(cell, wide, wide / kThumbAspect);
        fill(cell, theme.background);
        compat::addImage(*ImGui::GetWindowDrawList(), visit.texture, minOf(picture), maxOf(picture),
                         {0.0F, 0.0F}, {1.0F, 1.0F});
    } else {
        fill(cell, theme.background);
    }
    if (!visit.bare.empty()) {
        const Rect words = cutBottom(cell, ui.dp(18.0F));
        fill(words, theme.background);
        write(words, ui.fonts.small, theme.text, visit.bare, 0.5F);
    }
    write(title, ui.fonts.smallStrong, shown ? theme.onChosen : theme.text,
          (index == model.from ? "A: " : "") + visit.title, 0.5F);
    write(date, ui.fonts.small, theme.dim, visit.date, 0.5F);
    outline(frame,
            shown                 ? theme.accent
            : index == model.from ? theme.border
                                  : theme.hairline,
            rounding, ui.dp(shown ? 2.0F : 1.0F));
}

struct Thumbs {
    float width = 0.0F, height = 0.0F;
    std::size_t columns = 1;
};

// As large as lets all of them be seen at once, within what is legible and what is needless.
Thumbs fitThumbs(const Ui& ui, float room, float height, float space, std::size_t count) {
    Thumbs fit;
    for (float width = kMostThumb; width >= kLeastThumb; width -= 8.0F) {
        fit.width = ui.dp(width);
        fit.height = std::ceil(fit.width / kThumbAspect) + ui.dp(kThumbWords);
        fit.columns =
            static_cast<std::size_t>(std::max(1.0F, std::floor((room + space) / (fit.width + space))));
        const auto rows = static_cast<float>((count + fit.columns - 1) / fit.columns);
        if (rows * (fit.height + space) <= height) break;
    }
    return fit;
}

// Every visit, front and back, by time. All can be reached with the keyboard; ink is spent on what is seen.
std::optional<Action> drawThumbs(Ui& ui, const Rect& rect, const HistoryModel& model) {
    std::optional<Action> asked;
    ImGui::SetCursorScreenPos(minOf(rect));
    compat::beginChild("history.visits", {rect.width, rect.height}, ImGuiWindowFlags_NoBackground);
    const float space = ui.dp(6.0F);
    const float room = rect.width - ui.dp(size::kScrollbar) - space;
    const Thumbs thumbs = fitThumbs(ui, room, rect.height, space, model.entries.size());
    const float width = thumbs.width, height = thumbs.height;
    const std::size_t columns = thumbs.columns;
    for (std::size_t first = 0; first < model.entries.size(); first += columns) {
        const Rect row = takeRow(height);
        const bool isSeen = overlap(row, rect).height > 0.0F;
        for (std::size_t i = first; i < std::min(first + columns, model.entries.size()); ++i) {
            const Rect cell{row.x + static_cast<float>(i - first) * (width + space), row.y, width, height};
            const Press state = press(ui, "history.visit." + std::to_string(i), cell);
            if (isSeen) tip(ui, tr("Compare this visit"));
            if (state.pressed) keepFirst(asked, ask(HistoryAsk::Compare, i));
            if (isSeen) drawThumb(ui, cell, model, i, state);
        }
        gap(space);
    }
    ImGui::EndChild();
    return asked;
}

}  // namespace

std::optional<Action> drawTimelinePage(Ui& ui, const Rect& rect, const HistoryModel& model) {
    std::optional<Action> asked;
    if (model.entries.empty()) {
        emptyState(ui, rect, icon::kHistory, tr("This client has no visit yet."));
        return asked;
    }
    Rect rest = rect;
    keepFirst(
        asked,
        drawCourse(ui, cutTop(rest, std::floor(rect.height * (model.look.motion ? 0.57F : 0.5F))), model));
    keepFirst(asked, drawTimeSlider(ui, cutTop(rest, ui.dp(50.0F)), model));
    const Rect bodies = cutLeft(rest, std::floor(std::min(rest.width * 0.5F, rest.height * 1.7F)));
    drawBodyPair(ui, bodies, model, model.entries[model.shown].bare);
    cutLeft(rest, ui.dp(10.0F));
    cutTop(rest, ui.dp(6.0F));
    keepFirst(asked, drawThumbs(ui, rest, model));
    return asked;
}

}  // namespace palpate::ui
