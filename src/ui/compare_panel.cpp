#include "ui/compare_panel.h"

#include "core/text.h"
#include "ui/dates.h"
#include "ui/dropdown.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/legend.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/tool_rail.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;
using document::CompareMode;

std::string visitTitle(const clinic::Visit& visit) {
    return core::trf("Visit {0} \xC2\xB7 {1}", {std::to_string(visit.number), friendlyDate(visit.at)});
}

CompareModel::Side sideOf(const document::Document& document, const document::CompareSide& side) {
    const clinic::Visit* visit = document::findVisit(document, side.key.visit);
    CompareModel::Side shown{0, side.key.visit, visit ? visitTitle(*visit) : std::string(), {}, {}};
    switch (side.recordOf(document.compare->layer)) {
        case analysis::LayerRecord::Painted:
            break;
        case analysis::LayerRecord::Nothing:
            shown.bare = tr("Nothing hurt at this visit.");
            break;
        case analysis::LayerRecord::NotRecorded:
            shown.bare =
                core::trf("{0}: not recorded at this visit.", {map::layerName(document.compare->layer)});
            break;
    }
    return shown;
}

std::optional<Action> drawPicker(Ui& ui, const std::string& name, const Rect& rect, const CompareModel& model,
                                 bool isFrom) {
    const CompareModel::Side& side = isFrom ? model.from : model.to;
    Dropdown look{.caption = isFrom ? tr("from") : tr("to"),
                  .text = side.title,
                  .entries = {},
                  .tip = isFrom ? tr("The earlier map") : tr("The later map")};
    for (const CompareModel::VisitEntry& visit : model.visits) {
        look.entries.push_back(
            {name + "." + std::to_string(visit.id.value), visit.text, visit.id == side.visit});
    }
    const auto pressed = dropdown(ui, name, rect, look);
    if (!pressed) return std::nullopt;
    const core::VisitId chosen = model.visits[*pressed].id;
    return isFrom ? action::Compare{chosen, model.to.visit, model.author}
                  : action::Compare{model.from.visit, chosen, model.author};
}

// Why a picture is bare.
void drawBareNote(const Ui& ui, const Rect& picture, const std::string& note) {
    if (note.empty()) return;
    const float width = std::min(std::ceil(textWidth(ui.fonts.body, note)) + ui.dp(40.0F), picture.width);
    const Rect pill = centred(picture, width, ui.dp(size::kControl));
    fill(pill, ui.theme->panel, pill.height / 2.0F);
    outline(pill, ui.theme->hairline, pill.height / 2.0F, ui.dp(1.0F));
    write(pill, ui.fonts.body, ui.theme->text, note, 0.5F);
}

void drawSide(Ui& ui, const Rect& rect, const CompareModel& model, const CompareModel::Side& side) {
    drawPicture(ui, rect, side.texture);
    drawBadges(ui, rect, side.badges);
    drawSideLabels(ui, rect.inset(ui.dp(12.0F)), model.sides);
    drawBareNote(ui, rect, side.bare);
}

// From, swap, to: each picker over its own picture.
std::optional<Action> drawPickers(Ui& ui, const Rect& bar, const CompareModel& model) {
    std::optional<Action> asked;
    fill(bar, ui.theme->panel);
    fill({bar.x, bar.bottom() - ui.dp(1.0F), bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    const float control = ui.dp(size::kControl);
    Rect head = centred(bar, bar.width - 2 * ui.dp(14.0F), control);
    const float each = std::floor((head.width - control - 2 * ui.dp(12.0F)) / 2.0F);
    const Rect from = cutLeft(head, each);
    const Rect to = cutRight(head, each);
    keepFirst(asked, drawPicker(ui, "compare.pick_from", from, model, true));
    const Button swap{.kind = Button::Kind::Ghost,
                      .icon = icon::kExchange,
                      .text = {},
                      .tip = model.swap.title,
                      .shortcut = model.swap.shortcut,
                      .enabled = model.swap.enabled};
    if (button(ui, model.swap.name, centred(head, control, control), swap)) {
        keepFirst(asked, action::Run{model.swap.name});
    }
    keepFirst(asked, drawPicker(ui, "compare.pick_to", to, model, false));
    return asked;
}

std::optional<Action> drawModes(Ui& ui, const CompareModel& model) {
    caption(ui, tr("Show"));
    const auto segment = [](const CommandItem& item, const char* icon, const char* text, bool chosen) {
        return Segment{.name = item.name,
                       .icon = icon,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = chosen,
                       .enabled = item.enabled};
    };
    const std::array segments{
        segment(model.sideBySide, icon::kColumns, tr("Side by side"), !model.showsDifference),
        segment(model.difference, icon::kExchange, tr("Difference"), model.showsDifference)};
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

std::optional<Action> drawAuthors(Ui& ui, const CompareModel& model) {
    caption(ui, tr("Whose maps"));
    const Theme& theme = *ui.theme;
    const auto segment = [&](const char* name, const char* icon, const char* text, Author author) {
        return Segment{.name = name,
                       .icon = icon,
                       .text = text,
                       .tip = {},
                       .shortcut = {},
                       .chosen = model.author == author,
                       .enabled = true,
                       .face = author == Author::Client ? theme.client : theme.therapist,
                       .ink = theme.onAuthor};
    };
    const std::array segments{segment("compare.client", icon::kUser, tr("Client"), Author::Client),
                              segment("compare.therapist", icon::kHand, tr("Therapist"), Author::Therapist)};
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return std::nullopt;
    const Author author = *pressed == 0 ? Author::Client : Author::Therapist;
    return action::Compare{model.from.visit, model.to.visit, author};
}

std::optional<Action> drawLayerChoice(Ui& ui, const CompareModel& model) {
    caption(ui, tr("Layer"));
    std::vector<Segment> segments;
    for (const CompareModel::LayerChoice& layer : model.layers) {
        segments.push_back({.name = layer.command.name,
                            .icon = "",
                            .text = layer.name,
                            .tip = layer.command.title,
                            .shortcut = layer.command.shortcut,
                            .chosen = layer.active,
                            .enabled = layer.command.enabled});
    }
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return std::nullopt;
    return action::Run{segments[*pressed].name};
}

}  // namespace

CompareModel makeCompareModel(const document::Document& document, const CompareReading& reading) {
    const document::CompareState& compare = *document.compare;
    CompareModel model;
    model.from = sideOf(document, compare.from);
    model.to = sideOf(document, compare.to);
    model.from.badges = badgesFor(document, reading.from);
    model.to.badges = badgesFor(document, reading.to);
    model.showsDifference = compare.mode == CompareMode::Difference;
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        model.visits.push_back({visit->id, visitTitle(*visit)});
    }
    model.author = compare.to.key.author;
    model.layer = compare.layer;
    model.sideBySide = commandItem(document, "compare.side");
    model.difference = commandItem(document, "compare.difference");
    model.swap = commandItem(document, "compare.swap");
    for (const map::LayerKind layer : map::kLayerKinds) {
        model.layers.push_back({commandItem(document, std::string("compare.layer_") + map::layerId(layer)),
                                map::layerName(layer), layer == compare.layer});
    }
    // Who looks is spoken to, whoever painted the maps.
    model.sides = sideLabels(document.camera, document.author == Author::Client);
    model.noDifference = analysis::whyNotComparable(compare.layer, compare.recorded);
    std::vector<Spot> both = reading.from;
    both.insert(both.end(), reading.to.begin(), reading.to.end());
    model.views = viewButtons(document, both);
    model.fit = commandItem(document, "view.fit");
    model.pad = makeViewPadModel(document);
    model.readout = makeCompareReadout(document);
    return model;
}

std::optional<Action> drawComparePictures(Ui& ui, const Rect& rect, const CompareModel& model) {
    std::optional<Action> asked;
    Rect rest = rect;
    keepFirst(asked, drawPickers(ui, cutTop(rest, ui.dp(56.0F)), model));
    Rect bar = cutBottom(rest, ui.dp(size::kViewBar));
    fill(bar, ui.theme->panel);
    fill({bar.x, bar.y, bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    // Beside the tools while painting: here the same place is left free.
    cutLeft(bar, model.viewBarInset + ui.dp(kToolRail));
    keepFirst(asked, drawViewBar(ui, bar, model.views, model.fit));
    const Rect left = columnOf(rest, 0, 2, ui.dp(2.0F));
    const Rect right = columnOf(rest, 1, 2, ui.dp(2.0F));
    // Below the side labels and, in the middle, below where they end.
    Rect upon = rest.inset(ui.dp(14.0F));
    cutTop(upon, ui.dp(40.0F));
    Rect middle = upon;
    const Rect shownRow = cutTop(middle, ui.dp(size::kControl));
    if (model.showsDifference) {
        drawPicture(ui, rest, model.differenceTexture);
        drawSideLabels(ui, rest.inset(ui.dp(12.0F)), model.sides);
        drawBareNote(ui, rest, model.noDifference);
        keepFirst(asked, drawShownPart(ui, shownRow, model.pad));
        keepFirst(asked, drawViewPad(ui, upon, model.pad));
        pointerArea(ui, "viewport.difference", rest);
    } else {
        drawSide(ui, left, model, model.from);
        drawSide(ui, right, model, model.to);
        Rect room = left.inset(ui.dp(14.0F));
        cutTop(room, ui.dp(40.0F));
        drawLevelLegend(ui, room, model.layer);
        keepFirst(asked, drawShownPart(ui, shownRow, model.pad));
        keepFirst(asked, drawViewPad(ui, upon, model.pad));
        pointerArea(ui, "viewport.from", left);
        pointerArea(ui, "viewport.to", right);
        fill({left.right(), rest.y, right.x - left.right(), rest.height}, ui.theme->hairline);
    }
    return asked;
}

std::optional<Action> drawCompareColumn(Ui& ui, const Rect& rect, const CompareModel& model) {
    std::optional<Action> asked;
    fill(rect, ui.theme->panel);
    const Rect inside{rect.x + ui.dp(16.0F), rect.y, rect.width - ui.dp(16.0F), rect.height};
    ImGui::SetCursorScreenPos(minOf(inside));
    ImGui::SetNextWindowContentSize({inside.width - ui.dp(20.0F), 0.0F});
    compat::beginChild("measures", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    gap(ui.dp(12.0F));
    keepFirst(asked, drawModes(ui, model));
    gap(ui.dp(12.0F));
    keepFirst(asked, drawAuthors(ui, model));
    gap(ui.dp(12.0F));
    keepFirst(asked, drawLayerChoice(ui, model));
    gap(ui.dp(12.0F));
    drawCompareReadout(ui, model.readout);
    gap(ui.dp(14.0F));
    ImGui::EndChild();
    return asked;
}

}  // namespace palpate::ui
