#include "core/text.h"
#include "ui/history/chart_drawing.h"
#include "ui/history/history_pages.h"
#include "ui/imgui_compat.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kTableRow = 26.0F;

// What the colours of a map of frequencies mean: a step for each tenth of the maps.
void drawShareLegend(const Ui& ui, Rect rect) {
    write(cutTop(rect, ui.dp(20.0F)), ui.fonts.small, ui.theme->dim,
          tr("Share of the maps that painted it, % (nearest tenth; lines at 35 and 65 %)"));
    Rect ramp = cutTop(rect, ui.dp(24.0F));
    ramp.width = std::min(ramp.width, ui.dp(460.0F));
    for (int tenth = 1; tenth <= 10; ++tenth) {
        const Rect cell = columnOf(ramp, static_cast<std::size_t>(tenth - 1), 10, 0.0F);
        if (ui.blackAndWhite) {
            drawLevelPattern(ui, cell, map::LayerKind::Pain, tenth);
            const Rect number = centred(cell, ui.dp(26.0F), ui.dp(15.0F));
            fill(number, rgb(0xFFFFFF));
            write(number, ui.fonts.smallStrong, rgb(0x000000), std::to_string(10 * tenth), 0.5F);
            continue;
        }
        const LevelLook look = levelLook(map::LayerKind::Pain, tenth);
        fill(cell, look.face);
        write(cell, ui.fonts.smallStrong, look.digit, std::to_string(10 * tenth), 0.5F);
    }
}

void drawProgress(const Ui& ui, Rect rect, double share) {
    const Rect bar = centred(rect, rect.width, ui.dp(8.0F));
    fill(bar, ui.theme->hairline, bar.height / 2.0F);
    fill({bar.x, bar.y, std::max(bar.height, bar.width * static_cast<float>(share)), bar.height},
         ui.theme->accent, bar.height / 2.0F);
}

// The bar while it counts, with the way out of it, and what was counted.
std::optional<Action> drawCounting(Ui& ui, Rect row, const HistoryModel& model) {
    std::optional<Action> asked;
    const CommandItem& item = model.counting ? model.stopCounting : model.countAgain;
    const Button look{
        .text = model.counting ? tr("Stop") : tr("Count again"), .tip = item.title, .enabled = item.enabled};
    if (button(ui, item.name, cutRight(row, buttonWidth(ui, look), ui.dp(12.0F)), look))
        keepFirst(asked, action::Run{item.name});
    if (model.counting) drawProgress(ui, cutRight(row, ui.dp(160.0F), ui.dp(12.0F)), model.countedShare);
    write(row, ui.fonts.body, ui.theme->text, model.counted);
    return asked;
}

void drawFrequencyRows(Ui& ui, const Rect& rect, const HistoryModel& model) {
    const std::vector<float> shares{0.42F, 0.16F, 0.12F, 0.15F, 0.15F};
    Rect rest = rect;
    Rect head = cutTop(rest, ui.dp(kTableRow));
    head.width -= ui.dp(size::kScrollbar);
    const char* highest = model.layer == map::LayerKind::Treated ? tr("Strongest") : tr("Worst");
    drawCells(ui, head, {tr("Region"), tr("Maps"), "%", highest, tr("Mean")}, shares, true);
    fill({rest.x, rest.y, rest.width, ui.dp(1.0F)}, ui.theme->hairline);
    ImGui::SetCursorScreenPos(minOf(rest));
    compat::beginChild("history.frequencies", {rest.width, rest.height}, ImGuiWindowFlags_NoBackground);
    for (const HistoryModel::FrequencyRow& row : model.frequencyRows) {
        Rect line = takeRow(ui.dp(kTableRow));
        line.width = head.width;
        drawCells(ui, line, {row.name, row.maps, row.share, row.worst, row.mean}, shares, false);
    }
    if (model.frequencyRows.empty())
        write(takeRow(ui.dp(kTableRow)), ui.fonts.small, ui.theme->dim,
              model.counting ? tr("Counting ...") : tr("No region was painted on any of these maps."));
    if (model.hasUncounted) {
        const char* note = tr("0 maps: painted there, but on no map 10 cm\xC2\xB2 or a tenth of the region.");
        const float width = rect.width - ui.dp(size::kScrollbar);
        gap(ui.dp(6.0F));
        writeWrapped(takeRow(wrappedHeight(ui.fonts.small, note, width)), ui.fonts.small, ui.theme->dim,
                     note);
    }
    ImGui::EndChild();
}

void drawDoseRows(Ui& ui, const Rect& rect, const HistoryModel& model) {
    const std::vector<float> shares{0.30F, 0.09F, 0.25F, 0.09F, 0.09F, 0.09F, 0.09F};
    Rect rest = rect;
    Rect head = cutTop(rest, ui.dp(kTableRow));
    head.width -= ui.dp(size::kScrollbar);
    drawCells(ui, head,
              {tr("Region"), tr("Visits"), tr("Treated: area, time, pressure"), tr("Dose"), tr("Before"),
               tr("After"), tr("Change")},
              shares, true);
    fill({rest.x, rest.y, rest.width, ui.dp(1.0F)}, ui.theme->hairline);
    ImGui::SetCursorScreenPos(minOf(rest));
    compat::beginChild("history.doses", {rest.width, rest.height}, ImGuiWindowFlags_NoBackground);
    for (const HistoryModel::DoseRow& row : model.doseRows) {
        Rect line = takeRow(ui.dp(kTableRow));
        line.width = head.width;
        drawCells(ui, line,
                  {row.region, row.visits, row.treated, row.dose, row.before, row.after, row.change}, shares,
                  false);
    }
    ImGui::EndChild();
}

}  // namespace

std::optional<Action> drawFrequencyPage(Ui& ui, const Rect& rect, const HistoryModel& model) {
    std::optional<Action> asked;
    Rect rest = rect;
    Rect head = cutTop(rest, ui.dp(50.0F)).inset(ui.dp(7.0F));
    head = {head.x + ui.dp(7.0F), head.y, head.width - ui.dp(14.0F), head.height};
    keepFirst(asked, drawCounting(ui, head, model));
    Rect table = cutRight(rest, std::floor(std::min(rest.width * 0.46F, ui.dp(470.0F))), ui.dp(8.0F));
    const Rect legend = cutBottom(rest, ui.dp(56.0F));
    drawShareLegend(ui, {legend.x + ui.dp(14.0F), legend.y + ui.dp(4.0F), legend.width - ui.dp(28.0F),
                         legend.height - ui.dp(8.0F)});
    drawBodyPair(ui, rest, model, {});
    drawFrequencyRows(ui, {table.x, table.y, table.width - ui.dp(14.0F), table.height}, model);
    return asked;
}

std::optional<Action> drawTreatmentPage(Ui& ui, const Rect& rect, const HistoryModel& model) {
    Rect rest = rect.inset(ui.dp(12.0F));
    const float note = wrappedHeight(ui.fonts.body, model.doseNote, rest.width);
    writeWrapped(cutTop(rest, note, ui.dp(10.0F)), ui.fonts.body, ui.theme->text, model.doseNote);
    const Rect chartRect = cutTop(rest, std::floor(rest.height * 0.55F), ui.dp(8.0F));
    const analysis::Chart chart = analysis::doseChart(model.points, chartSize(ui, chartRect));
    drawChart(ui, chartRect, chart, model.plain);
    const Press state = pointerArea(ui, "history.doses", chartRect);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const std::size_t none = model.doseRows.size();
    const std::size_t point =
        state.hovered ? itemAt(chartRect, chart, mouse.x, mouse.y).value_or(none) : none;
    drawDoseRows(ui, rest, model);
    if (point < none) {
        const HistoryModel::DoseRow& row = model.doseRows[point];
        drawChartTip(ui, chartRect, mouse.x, mouse.y,
                     {row.region, core::trf("Visits {0}", {row.visits}), row.treated,
                      core::trf("Dose {0}, mean pain {1} then {2}: {3}",
                                {row.dose, row.before, row.after, row.change})});
    }
    return std::nullopt;
}

}  // namespace palpate::ui
