#include "ui/region_list.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/region_paint.h"
#include "ui/findings_panel.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/level_row.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/region_search.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kRegionRow = 44.0F;  // dp

std::string paintedText(const analysis::RegionMeasures& region) {
    std::string text = areaText(region.extentCm2);
    for (const std::string& word : region.words)
        text += std::string(", ") + tr(word.c_str());
    return text;
}

std::string paintText(const document::Document& document, std::size_t count) {
    const map::LayerKind layer = document.tool.layer;
    const std::string what =
        map::highestLevel(layer) == 1
            ? std::string(map::layerName(layer))
            : core::fill("{0} {1}", {map::layerName(layer), std::to_string(document.tool.brush().level)});
    if (count < 2) return core::trf("Paint {0}", {what});
    return core::trf("Paint {0} on {1} regions", {what, std::to_string(count)});
}

// The row that the cursor goes to: the next of those that are listed.
std::optional<body::RegionIndex> stepFrom(const RegionListModel& model, int step) {
    if (model.rows.empty()) return std::nullopt;
    const auto at =
        std::find_if(model.rows.begin(), model.rows.end(), [](const auto& row) { return row.current; });
    if (at == model.rows.end()) return model.rows.front().region;
    const auto last = static_cast<int>(model.rows.size()) - 1;
    const int next = std::clamp(static_cast<int>(at - model.rows.begin()) + step, 0, last);
    return model.rows[static_cast<std::size_t>(next)].region;
}

bool isListed(const RegionListModel& model) {
    return std::any_of(model.rows.begin(), model.rows.end(),
                       [](const auto& row) { return row.current || row.picked; });
}

// While the search has the keyboard.
void handleKeys(const Ui& ui, const RegionListModel& model, std::optional<Action>& asked) {
    if (ui.listKeys.steps != 0) {
        if (const auto region = stepFrom(model, ui.listKeys.steps))
            keepFirst(asked, action::GoToRegion{*region});
    }
    if (!ui.listKeys.enter) return;
    // The first that was found is meant where nothing was chosen among what is listed.
    if (!isListed(model) && !model.rows.empty()) {
        keepFirst(asked, action::GoToRegion{model.rows.front().region});
    } else if (model.canPaint) {
        keepFirst(asked, action::PaintRegions{});
    }
}

void drawSearch(Ui& ui, const RegionListModel& model, std::optional<Action>& asked) {
    const Field search{.text = model.search,
                       .hint = tr("Search: shoulder left, knee, ..."),
                       .icon = icon::kSearch,
                       .takeFocus = model.takeFocus};
    auto typed = field(ui, "regions.search", takeRow(ui.dp(size::kControl)), search);
    const bool hasKeys = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
    compat::keepVerticalArrows();
    if (typed) keepFirst(asked, action::SearchRegions{*typed});
    if (hasKeys) handleKeys(ui, model, asked);
}

void drawRow(Ui& ui, const RegionListModel& model, const RegionListModel::Row& row,
             std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const Font& font = row.current ? ui.fonts.strong : ui.fonts.body;
    const float taken =
        ui.dp(8.0F) + ui.dp(20.0F) + ui.dp(8.0F) + (row.level > 0 ? ui.dp(24.0F) + ui.dp(8.0F) : 0.0F);
    const float nameWidth = ImGui::GetContentRegionAvail().x - taken;
    const float secondLine = regionHeight(font, row.name, nameWidth) - font.pixels;
    Rect rect = takeRow(ui.dp(kRegionRow) + secondLine);
    const Press state = listRow(ui, "region." + row.id, rect, row.current);
    if (isRegionCut(font, row.name, nameWidth)) tip(ui, row.name);
    if (state.pressed) keepFirst(asked, action::PickRegion{row.region, !row.picked});
    cutLeft(rect, ui.dp(8.0F));
    write(cutLeft(rect, ui.dp(20.0F), ui.dp(8.0F)), ui.fonts.body, row.picked ? theme.accent : theme.border,
          row.picked ? icon::kTicked : icon::kUnticked);
    if (row.level > 0) {
        const Rect cell = cutRight(rect, ui.dp(24.0F), ui.dp(8.0F));
        if (map::highestLevel(model.layer) > 1)
            levelDisc(ui, cell.centreX(), cell.centreY(), ui.dp(22.0F), model.layer, row.level);
        else
            write(cell, ui.fonts.body, theme.text, icon::kCheck, 0.5F);
    }
    rect = {rect.x, rect.y + ui.dp(3.0F), rect.width, rect.height - ui.dp(6.0F)};
    writeRegion(cutTop(rect, ui.dp(20.0F) + secondLine), font, row.current ? theme.onChosen : theme.text,
                row.name);
    write(rect, ui.fonts.small, theme.dim, fitted(ui.fonts.small, row.detail, rect.width));
    if (!row.current || ui.regionShown == row.region) return;
    ui.regionShown = row.region;
    ImGui::SetScrollHereY(0.5F);
}

void drawBottom(Ui& ui, Rect bottom, const RegionListModel& model, std::optional<Action>& asked) {
    const float space = ui.dp(8.0F);
    Rect first = cutTop(bottom, ui.dp(size::kControl), space);
    const Button paint{.kind = Button::Kind::Primary,
                       .text = model.paintText,
                       .shortcut = "Enter",
                       .enabled = model.canPaint};
    const Button both{.icon = icon::kMirror,
                      .text = tr("Both sides"),
                      .tip = model.mirror.title,
                      .shortcut = model.mirror.shortcut,
                      .enabled = model.mirror.enabled,
                      .chosen = model.mirrored};
    const Rect side = cutRight(first, buttonWidth(ui, both), space);
    if (button(ui, "regions.paint", first, paint)) keepFirst(asked, action::PaintRegions{});
    if (button(ui, "regions.both", side, both)) keepFirst(asked, action::Run{model.mirror.name});
    const Rect second = cutTop(bottom, ui.dp(size::kControl));
    const Button clear{.icon = icon::kEraser, .text = tr("Make bare"), .enabled = model.canClear};
    const Button edit{.icon = icon::kPencil, .text = tr("Edit the place"), .enabled = model.canEdit};
    if (button(ui, "regions.clear", columnOf(second, 0, 2, space), clear))
        keepFirst(asked, action::ClearRegions{});
    if (button(ui, "regions.edit", columnOf(second, 1, 2, space), edit))
        keepFirst(asked, action::EditRegion{});
}

void drawHead(Ui& ui, Rect head, std::optional<Action>& asked) {
    const Button cross{
        .kind = Button::Kind::Ghost, .icon = icon::kClose, .tip = tr("Close"), .shortcut = "Esc"};
    if (button(ui, "regions.close", cutRight(head, head.height), cross))
        keepFirst(asked, action::Run{"regions.list"});
    write(head, ui.fonts.heading, ui.theme->text, tr("Regions"));
}

}  // namespace

RegionListModel makeRegionListModel(const document::Document& document, const UiState& state,
                                    const Reading& reading) {
    RegionListModel model;
    model.open = document.regions.open;
    if (!model.open) return model;
    model.search = state.regionSearch;
    model.takeFocus = state.focusRegionSearch;
    model.layer = document.tool.layer;
    model.mirror = commandItem(document, "tool.mirror");
    model.mirrored = document.tool.mirror;
    model.note = document::whyNoPainting(document);
    const auto& atlas = document.body->atlas();
    const auto& picked = document.regions.picked;
    for (body::RegionIndex index = 0; index < atlas.regions().size(); ++index) {
        const body::Region& region = atlas.region(index);
        const bool isPicked = std::find(picked.begin(), picked.end(), index) != picked.end();
        if (!isFound(region, model.search)) continue;
        model.rows.push_back(
            {index, region.id, region.name, region.clinical, 0, isPicked, document.regions.current == index});
    }
    const auto chosen = document::withMirrored(document, document::chosenRegions(document));
    if (reading.measures) {
        for (const analysis::RegionMeasures& painted : reading.measures->regions) {
            if (std::binary_search(chosen.begin(), chosen.end(), painted.region)) model.canClear = true;
            for (RegionListModel::Row& row : model.rows) {
                if (row.region != painted.region) continue;
                row.level = std::max(1, static_cast<int>(std::lround(painted.peak)));
                row.detail = paintedText(painted);
            }
        }
    }
    model.canPaint = model.note.empty() && !chosen.empty();
    model.canEdit = model.canClear = model.canClear && model.note.empty();
    model.paintText = paintText(document, chosen.size());
    return model;
}

std::optional<Action> drawRegionList(Ui& ui, const Rect& rect, const RegionListModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel);
    fill({rect.right() - ui.dp(1.0F), rect.y, ui.dp(1.0F), rect.height}, theme.border);
    Rect inside = rect.inset(ui.dp(14.0F));
    drawHead(ui, cutTop(inside, ui.dp(size::kControl), ui.dp(6.0F)), asked);
    ImGui::SetCursorScreenPos(minOf(inside));
    const Rect searchRow = cutTop(inside, ui.dp(size::kControl), ui.dp(8.0F));
    compat::beginChild("regions.top", {searchRow.width, searchRow.height}, ImGuiWindowFlags_NoBackground);
    drawSearch(ui, model, asked);
    ImGui::EndChild();
    const Rect bottom = cutBottom(inside, ui.dp(2 * size::kControl + 8.0F), ui.dp(10.0F));
    if (!model.note.empty()) {
        const float height = wrappedHeight(ui.fonts.small, model.note, inside.width);
        writeWrapped(cutTop(inside, height, ui.dp(6.0F)), ui.fonts.small, theme.dim, model.note);
    }
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("regions.list", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    for (const RegionListModel::Row& row : model.rows)
        drawRow(ui, model, row, asked);
    if (model.rows.empty())
        write(takeRow(ui.dp(30.0F)), ui.fonts.body, theme.dim, tr("No region is called that."));
    ImGui::EndChild();
    drawBottom(ui, bottom, model, asked);
    return asked;
}

}  // namespace palpate::ui
