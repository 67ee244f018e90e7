#include "ui/selection_panel.h"

#include "core/text.h"
#include "ui/findings_panel.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/pin_marks.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace palpate::ui {
namespace {

using core::tr;
using document::PaintTool;

constexpr std::array kGrades{"0", "I", "II", "III", "IV"};
constexpr std::array kGradeTips{"No tenderness", "Tender, without a grimace", "Grimace or flinch",
                                "Draws back", "Draws back from a touch that should not hurt"};

// Who pressed a row of one region is told how far the place goes that is changed.
std::string reachOf(const body::Atlas& atlas, const analysis::PlaceMeasures& place) {
    const auto reaches = [&](body::Side side) {
        return std::any_of(place.regions.begin(), place.regions.end(),
                           [&](body::RegionIndex region) { return atlas.region(region).side == side; });
    };
    const bool bothSides = reaches(body::Side::Left) && reaches(body::Side::Right);
    if (place.regions.size() < 2) return {};
    const std::string count = std::to_string(place.regions.size());
    return bothSides
               ? core::trf("One place on both sides, over {0} regions: a change is for all of it.", {count})
               : core::trf("One place over {0} regions: a change is for all of it.", {count});
}

void describePlace(const document::Document& document, const Reading& reading, SelectionModel& model) {
    const auto& choice = std::get<document::PlaceChoice>(*document.selection);
    model.title = core::trf("Place {0}", {std::to_string(choice.place)});
    model.detail = map::layerName(choice.layer);
    if (!reading.measures || reading.measures->layer != choice.layer) return;
    for (const analysis::PlaceMeasures& place : reading.measures->places) {
        if (place.number != choice.place) continue;
        model.title = document.body->atlas().region(place.mainRegion).name;
        model.detail =
            core::fill("{0} \xC2\xB7 {1}", {map::layerName(choice.layer), areaText(place.extentCm2)});
        model.reach = reachOf(document.body->atlas(), place);
    }
}

void drawKinds(Ui& ui, const PinModel& model, std::optional<Action>& asked) {
    for (const map::PinKind kind : map::kPinKinds) {
        Rect row = takeRow(ui.dp(size::kControl));
        const bool chosen = model.pin.kind == kind;
        const Press state = press(ui, std::string("pin.") + map::pinLabel(kind), row, model.enabled);
        const Theme& theme = *ui.theme;
        fill(row,
             chosen          ? theme.chosen
             : state.hovered ? theme.hovered
                             : theme.control,
             ui.dp(size::kFrameRounding));
        outline(row, chosen ? theme.accent : theme.hairline, ui.dp(size::kFrameRounding),
                ui.dp(chosen ? 1.5F : 1.0F));
        cutLeft(row, ui.dp(10.0F));
        const Rect sample = cutLeft(row, ui.dp(24.0F), ui.dp(10.0F));
        drawPinShape(ui, {sample.centreX(), sample.centreY(), kind, {}});
        write(row, chosen ? ui.fonts.strong : ui.fonts.body, chosen ? theme.onChosen : theme.text,
              map::pinName(kind));
        if (state.pressed && !chosen) {
            map::Pin pin = model.pin;
            pin.kind = kind;
            keepFirst(asked, action::SetPin{pin, false});
        }
        gap(ui.dp(4.0F));
    }
}

void drawGrades(Ui& ui, const PinModel& model, std::optional<Action>& asked) {
    gap(ui.dp(6.0F));
    caption(ui, tr("Tenderness to touch"));
    std::vector<Segment> segments;
    for (std::size_t grade = 0; grade < kGrades.size(); ++grade) {
        segments.push_back(
            {.name = "pin.grade." + std::to_string(grade),
             .text = kGrades[grade],
             .tip = std::string(tr(kGradeTips[grade])) + "\n" + tr("Press again for \"not stated\"."),
             .chosen = model.pin.grade == static_cast<int>(grade),
             .enabled = model.enabled});
    }
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return;
    map::Pin pin = model.pin;
    const int grade = static_cast<int>(*pressed);
    pin.grade = pin.grade == grade ? std::nullopt : std::optional<int>(grade);
    keepFirst(asked, action::SetPin{pin, false});
}

}  // namespace

std::string gradeText(int grade) {
    return kGrades[static_cast<std::size_t>(std::clamp(grade, 0, map::kHighestPinGrade))];
}

std::string pinText(const map::Pin& pin) {
    if (!pin.grade) return map::pinName(pin.kind);
    return core::trf("{0}, grade {1}", {map::pinName(pin.kind), gradeText(*pin.grade)});
}

SelectionModel makeSelectionModel(const document::Document& document, const Reading& reading) {
    SelectionModel model;
    const map::Pin* pin = document::selectedPin(document);
    const bool place = document::selectedPlace(document) != nullptr;
    model.editing = document.tool.tool == PaintTool::Edit || (document.tool.tool == PaintTool::Pin && pin);
    model.remove = commandItem(document, "place.remove");
    if (pin != nullptr) {
        const auto vertex = document.body->mesh().nearestVertex(pin->at);
        model.title = map::pinName(pin->kind);
        model.detail = document.body->atlas().region(document.body->atlas().regionOf(vertex)).name;
    } else if (place) {
        describePlace(document, reading, model);
    } else {
        model.hint =
            tr("Press on something painted, or on a pin, to change it as a whole. The list of regions "
               "does it without the pointer.");
    }
    return model;
}

std::optional<Action> drawSelection(Ui& ui, const SelectionModel& model) {
    std::optional<Action> asked;
    if (!model.editing) return asked;
    if (model.title.empty()) {
        const float width = ImGui::GetContentRegionAvail().x;
        const float height = wrappedHeight(ui.fonts.body, model.hint, width);
        writeWrapped(takeRow(height), ui.fonts.body, ui.theme->dim, model.hint);
        return asked;
    }
    const float control = ui.dp(size::kControl);
    const float nameWidth = ImGui::GetContentRegionAvail().x - 2 * control - ui.dp(6.0F) - ui.dp(8.0F);
    const float secondLine = regionHeight(ui.fonts.strong, model.title, nameWidth) - ui.fonts.strong.pixels;
    Rect head = takeRow(ui.dp(44.0F) + secondLine);
    const Button remove{.icon = icon::kTrash,
                        .tip = model.remove.title,
                        .shortcut = model.remove.shortcut,
                        .enabled = model.remove.enabled};
    const Button done{.icon = icon::kCheck, .tip = tr("Done with this"), .shortcut = "Esc"};
    if (button(ui, "selection.done", centred(cutRight(head, control, ui.dp(6.0F)), control, control), done)) {
        keepFirst(asked, action::Deselect{});
    }
    if (button(ui, model.remove.name, centred(cutRight(head, control, ui.dp(8.0F)), control, control),
               remove)) {
        keepFirst(asked, action::Run{model.remove.name});
    }
    writeRegion(cutTop(head, ui.dp(24.0F) + secondLine), ui.fonts.strong, ui.theme->text, model.title);
    write(head, ui.fonts.small, ui.theme->dim, fittedRegion(ui.fonts.small, model.detail, head.width));
    if (!model.reach.empty()) {
        const float height = wrappedHeight(ui.fonts.small, model.reach, ImGui::GetContentRegionAvail().x);
        writeWrapped(takeRow(height), ui.fonts.small, ui.theme->text, model.reach);
    }
    gap(ui.dp(10.0F));
    return asked;
}

PinModel makePinModel(const document::Document& document) {
    PinModel model;
    const map::Pin* chosen = document::selectedPin(document);
    model.isChosen = chosen != nullptr;
    model.shown = model.isChosen || document.tool.tool == PaintTool::Pin;
    model.pin = chosen != nullptr ? *chosen : document.tool.pin;
    model.enabled = document::canPaint(document);
    return model;
}

std::optional<Action> drawPin(Ui& ui, const PinModel& model) {
    std::optional<Action> asked;
    if (!model.shown) return asked;
    if (!model.isChosen) caption(ui, tr("Press on the body to set a"));
    drawKinds(ui, model, asked);
    if (map::canHaveGrade(model.pin.kind)) drawGrades(ui, model, asked);
    gap(ui.dp(8.0F));
    Field note{.text = model.pin.note, .hint = tr("Note: where it refers to, ...")};
    note.most = map::kLongestText;
    if (auto typed = field(ui, "pin.note", takeRow(ui.dp(size::kControl)), note)) {
        map::Pin pin = model.pin;
        pin.note = *typed;
        keepFirst(asked, action::SetPin{pin, true});
    }
    return asked;
}

}  // namespace palpate::ui
