#include "ui/findings_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/level_row.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

std::string joined(const std::vector<std::string>& words, const char* between = ", ") {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : between) + std::string(tr(word.c_str()));
    return text;
}

std::string uncapitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string summaryOf(const analysis::LayerMeasures& measures) {
    const std::string extent =
        core::trf("{0} \xC2\xB7 {1} % of the skin",
                  {areaText(measures.extentCm2), core::decimal(measures.extentPercent, 1)});
    if (map::highestLevel(measures.layer) == 1) return extent;
    // A pressure is not good or bad.
    const char* levels = measures.layer == map::LayerKind::Treated
                             ? "{0} \xC2\xB7 mean pressure {1} \xC2\xB7 strongest {2}"
                             : "{0} \xC2\xB7 mean {1} \xC2\xB7 worst {2}";
    return core::trf(levels, {extent, core::decimal(measures.mean, 1), core::decimal(measures.peak, 0)});
}

// Pressing it takes up what is painted there.
void drawRow(Ui& ui, const FindingsModel& model, const FindingsModel::Row& row,
             std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const Font& font = ui.fonts.body;
    const float disc = ui.dp(24.0F);
    const float extentWidth = std::ceil(textWidth(ui.fonts.small, row.extent));
    const float nameWidth =
        ImGui::GetContentRegionAvail().x - disc - ui.dp(10.0F) - extentWidth - ui.dp(8.0F);
    const float nameHeight = regionHeight(font, row.name, nameWidth);
    Rect rect = takeRow(ui.dp(row.detail.empty() ? 32.0F : 44.0F) + nameHeight - font.pixels);
    if (listRow(ui, "finding." + row.id, rect, false).pressed)
        keepFirst(asked, action::OpenFinding{row.region});
    const std::string whole = isRegionCut(font, row.name, nameWidth) ? row.name + "\n" : "";
    tip(ui, whole + tr("Look at it and change it"));
    const Rect cell = cutLeft(rect, disc, ui.dp(10.0F));
    if (map::highestLevel(model.layer) > 1) {
        levelDisc(ui, cell.centreX(), cell.centreY(), disc, model.layer, row.level);
    }
    const Rect extent = cutRight(rect, extentWidth, ui.dp(8.0F));
    write(extent, ui.fonts.small, theme.dim, row.extent);
    if (row.detail.empty()) return writeRegion(rect, font, theme.text, row.name);
    rect = {rect.x, rect.y + ui.dp(2.0F), rect.width, rect.height - ui.dp(4.0F)};
    writeRegion(cutTop(rect, ui.dp(22.0F) + nameHeight - font.pixels), font, theme.text, row.name);
    write(rect, ui.fonts.small, theme.dim, row.detail);
}

// The soft rim of a place that lies elsewhere: less than a fingertip of skin.
bool isEdge(const analysis::LayerMeasures& measures, const analysis::RegionMeasures& region) {
    return region.extentCm2 < analysis::kFingertipCm2 &&
           std::none_of(measures.places.begin(), measures.places.end(),
                        [&](const auto& place) { return place.mainRegion == region.region; });
}

}  // namespace

std::string areaText(double cm2) {
    return core::trf("{0} cm\xC2\xB2", {core::decimal(cm2, cm2 < 9.95 ? 1 : 0)});
}

FindingsModel makeFindingsModel(const document::Document& document, const Reading& reading) {
    FindingsModel model;
    model.layer = document.tool.layer;
    model.title = core::trf("Painted: {0}", {uncapitalised(map::layerName(model.layer))});
    model.list = commandItem(document, "regions.list");
    if (!reading.measures) {
        model.empty = tr("No visit is open.");
        return model;
    }
    std::vector<std::string> edges;
    for (const analysis::RegionMeasures& region : reading.measures->regions) {
        const body::Region& named = document.body->atlas().region(region.region);
        if (isEdge(*reading.measures, region)) {
            edges.push_back(uncapitalised(named.name));
            continue;
        }
        model.rows.push_back({region.region, named.id, named.name, joined(region.words),
                              areaText(region.extentCm2), static_cast<int>(std::lround(region.peak))});
    }
    if (!edges.empty())
        model.edges = core::trf("Edges, less than 2 cm\xC2\xB2 each, reach into: {0}", {joined(edges, "; ")});
    const auto worse = [](const FindingsModel::Row& a, const FindingsModel::Row& b) {
        return a.level > b.level;
    };
    std::stable_sort(model.rows.begin(), model.rows.end(), worse);
    if (model.rows.empty()) {
        const document::OpenMap* shown = document::shownMap(document);
        const bool saysNothingHurts = shown != nullptr && shown->completed && shown->map.isEmpty() &&
                                      shown->key.author == clinic::Author::Client &&
                                      model.layer == map::LayerKind::Pain;
        model.empty = saysNothingHurts ? tr("The client says that nothing hurts today.")
                                       : tr("Nothing is painted on this layer yet.");
    } else {
        model.summary = summaryOf(*reading.measures);
    }
    return model;
}

std::optional<Action> drawFindings(Ui& ui, const FindingsModel& model) {
    std::optional<Action> asked;
    Rect heading = takeRow(ui.dp(size::kControl));
    const Button pick{.kind = Button::Kind::Ghost,
                      .icon = icon::kList,
                      .text = {},
                      .tip = model.list.title,
                      .shortcut = model.list.shortcut,
                      .enabled = model.list.enabled};
    if (button(ui, "regions.open", cutRight(heading, heading.height), pick)) {
        keepFirst(asked, action::Run{model.list.name});
    }
    write(heading, ui.fonts.strong, ui.theme->text, model.title);
    if (!model.empty.empty()) {
        write(takeRow(ui.dp(22.0F)), ui.fonts.body, ui.theme->dim, model.empty);
        return asked;
    }
    write(takeRow(ui.dp(20.0F)), ui.fonts.small, ui.theme->dim, model.summary);
    gap(ui.dp(4.0F));
    for (const FindingsModel::Row& row : model.rows)
        drawRow(ui, model, row, asked);
    if (!model.edges.empty()) {
        const float height = wrappedHeight(ui.fonts.small, model.edges, ImGui::GetContentRegionAvail().x);
        writeWrapped(takeRow(height), ui.fonts.small, ui.theme->dim, model.edges);
    }
    return asked;
}

}  // namespace palpate::ui
