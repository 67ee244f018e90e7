#include "ui/view_pad.h"

#include "core/text.h"
#include "document/edit.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/view_cube.h"
#include "ui/widgets.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kCube = 96.0F, kPadGap = 6.0F;
constexpr float kListWidth = 200.0F, kListRow = 32.0F;

std::optional<Action> drawButton(Ui& ui, const Rect& cell, const CommandItem& item, const char* icon,
                                 const char* text = "", bool chosen = false) {
    const Button look{.kind = Button::Kind::Plain,
                      .icon = icon,
                      .text = text,
                      .tip = item.title,
                      .shortcut = item.shortcut,
                      .enabled = item.enabled,
                      .chosen = chosen};
    // Not the command's own name: the bar below the picture has some of the same.
    if (!button(ui, "pad." + item.name, cell, look)) return std::nullopt;
    return action::Run{item.name};
}

std::optional<Action> drawPair(Ui& ui, const Rect& row,
                               const std::pair<const CommandItem*, const char*>& left,
                               const std::pair<const CommandItem*, const char*>& right) {
    std::optional<Action> asked =
        drawButton(ui, columnOf(row, 0, 2, ui.dp(kPadGap)), *left.first, left.second);
    keepFirst(asked, drawButton(ui, columnOf(row, 1, 2, ui.dp(kPadGap)), *right.first, right.second));
    return asked;
}

std::optional<Action> drawEntries(Ui& ui, Rect column, const char* title,
                                  const std::vector<ViewPadModel::Entry>& entries) {
    std::optional<Action> asked;
    write(cutTop(column, ui.dp(kListRow)).inset(0.0F), ui.fonts.smallStrong, ui.theme->dim, title);
    for (const ViewPadModel::Entry& entry : entries) {
        Rect row = cutTop(column, ui.dp(kListRow));
        if (listRow(ui, entry.command.name, row, entry.chosen).pressed)
            asked = action::Run{entry.command.name};
        cutLeft(row, ui.dp(12.0F));
        write(row, entry.chosen ? ui.fonts.strong : ui.fonts.body,
              entry.chosen ? ui.theme->onChosen : ui.theme->text, entry.text);
    }
    return asked;
}

// Opens to the left of its button, so that it stays within the window.
std::optional<Action> drawPartList(Ui& ui, const Rect& button, const ViewPadModel& model) {
    const float padding = ui.dp(10.0F);
    const auto rows = static_cast<float>(std::max(model.parts.size(), model.hidden.size()) + 1);
    const ImVec2 size{2.0F * ui.dp(kListWidth) + 3.0F * padding, rows * ui.dp(kListRow) + 2.0F * padding};
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({std::max(button.x - size.x - ui.dp(4.0F), 0.0F),
                             std::clamp(button.y, 0.0F, std::max(screen.y - size.y, 0.0F))});
    ImGui::SetNextWindowSize({size.x, std::min(size.y, screen.y)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    const bool open = ImGui::BeginPopup("parts", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (!open) return std::nullopt;
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect window{at.x, at.y, size.x, std::min(size.y, screen.y)};
    ui.rects.add({"parts", window, window, false, ui.depth + 1});
    ui.depth += 2;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    Rect inside{from.x, from.y, size.x - 2.0F * padding, size.y - 2.0F * padding};
    std::optional<Action> asked =
        drawEntries(ui, cutLeft(inside, ui.dp(kListWidth), padding), tr("Show only"), model.parts);
    keepFirst(asked, drawEntries(ui, inside, tr("Hard to see"), model.hidden));
    if (asked) ImGui::CloseCurrentPopup();
    ui.depth -= 2;
    ImGui::EndPopup();
    return asked;
}

std::optional<Action> drawParts(Ui& ui, const Rect& row, const ViewPadModel& model) {
    const Button look{
        .kind = Button::Kind::Plain,
        .icon = icon::kEye,
        .text = tr("Only"),
        .tip = tr("Show only a part of the body, or skin that is hard to see. The key shows only "
                  "the part under the pointer."),
        .shortcut = model.only.shortcut,
        .enabled = true,
        .chosen = !model.shownPart.empty()};
    ImGui::PushID("view.parts");
    if (button(ui, "view.parts", row, look)) ImGui::OpenPopup("parts");
    std::optional<Action> asked = drawPartList(ui, row, model);
    ImGui::PopID();
    return asked;
}

}  // namespace

ViewPadModel makeViewPadModel(const document::Document& document) {
    ViewPadModel model;
    model.camera = document.camera;
    const body::Box bounds = document.body->mesh().bounds();
    for (std::size_t i = 0; i < body::kStandardViews.size(); ++i) {
        const body::StandardView view = body::kStandardViews[i];
        model.faces[i] = commandItem(document, std::string("view.") + body::standardViewId(view));
        const glm::vec3 straight = body::standardCamera(view, bounds, 1.0F).towardsEye();
        constexpr float kStraight = 0.999F;
        model.looksFrom[i] = glm::dot(straight, document.camera.towardsEye()) > kStraight;
    }
    model.turnLeft = commandItem(document, "view.turn_left_far");
    model.turnRight = commandItem(document, "view.turn_right_far");
    model.nearer = commandItem(document, "view.nearer");
    model.farther = commandItem(document, "view.farther");
    model.fit = commandItem(document, "view.fit");
    model.flat = commandItem(document, "view.flat");
    model.isFlat = document.flat;
    model.only = commandItem(document, "view.only");
    model.everything = commandItem(document, "view.everything");
    for (const body::PartName& part : body::bodyParts()) {
        const bool chosen = document.part && std::string_view(document.part->name().id) == part.id;
        if (chosen) model.shownPart = part.name;
        model.parts.push_back({commandItem(document, std::string("view.only_") + part.id),
                               core::capitalised(part.name), chosen});
    }
    for (const document::HiddenSkin& skin : document::hiddenSkin())
        model.hidden.push_back(
            {commandItem(document, std::string("view.hidden_") + skin.id), skin.title, false});
    return model;
}

std::optional<Strip> handsBesidePad(const Ui& ui, const Rect& picture) {
    // Of the picture's height: how far the hands of the widest figure are from its middle, and where they
    // hang.
    constexpr float kReach = 0.36F, kTop = 0.39F, kBottom = 0.53F, kMargin = 14.0F;
    if (picture.width / 2.0F - ui.dp(kViewPadWidth + kMargin) >= kReach * picture.height) return std::nullopt;
    return Strip{picture.y + kTop * picture.height, picture.y + kBottom * picture.height};
}

std::optional<Action> drawViewPad(Ui& ui, const Rect& room, const ViewPadModel& model,
                                  const std::optional<Strip>& free) {
    std::optional<Action> asked;
    const float control = ui.dp(size::kControl), space = ui.dp(kPadGap);
    constexpr float kRows = 4.0F;
    const float width = std::min(ui.dp(kViewPadWidth), room.width);
    Rect column{room.right() - width, room.y, width, room.height};
    // What lies flat has no other sides to turn to.
    if (!model.isFlat && column.height >= kRows * (control + space) + ui.dp(kCube))
        keepFirst(asked, drawViewCube(ui, cutTop(column, ui.dp(kCube), space), model));
    int rows = static_cast<int>(kRows);
    const auto next = [&]() -> std::optional<Rect> {
        const float rest = static_cast<float>(rows--) * (control + space);
        const bool meets = free && column.y < free->bottom && column.y + control > free->top;
        if (meets && column.bottom() - free->bottom >= rest)
            cutTop(column, std::ceil(free->bottom) - column.y);
        if (column.height < control) return std::nullopt;
        return cutTop(column, control, space);
    };
    if (const auto row = next())
        keepFirst(asked, drawPair(ui, *row, {&model.turnLeft, icon::kTurnLeft},
                                  {&model.turnRight, icon::kTurnRight}));
    if (const auto row = next())
        keepFirst(asked,
                  drawPair(ui, *row, {&model.farther, icon::kZoomOut}, {&model.nearer, icon::kZoomIn}));
    if (const auto row = next())
        keepFirst(asked, drawButton(ui, *row, model.flat, icon::kColumns, tr("Flat"), model.isFlat));
    if (const auto row = next()) keepFirst(asked, drawParts(ui, *row, model));
    return asked;
}

std::optional<Action> drawShownPart(Ui& ui, const Rect& row, const ViewPadModel& model) {
    if (model.shownPart.empty()) return std::nullopt;
    const Font& font = ui.fonts.strong;
    const std::string text = core::trf("Showing only: {0}", {model.shownPart});
    const Button back{.kind = Button::Kind::Primary,
                      .icon = "",
                      .text = tr("Show all"),
                      .tip = model.everything.title,
                      .shortcut = model.only.shortcut};
    const float padding = ui.dp(14.0F), control = ui.dp(size::kControl);
    const float wanted = std::ceil(textWidth(font, text)) + padding + ui.dp(12.0F) + buttonWidth(ui, back);
    Rect pill = centred(row, std::min(wanted, row.width), control);
    shadow(ui, pill, ui.dp(size::kFrameRounding));
    fill(pill, ui.theme->panel, ui.dp(size::kFrameRounding));
    outline(pill, ui.theme->accent, ui.dp(size::kFrameRounding), ui.dp(1.5F));
    const bool pressed =
        button(ui, model.everything.name, cutRight(pill, buttonWidth(ui, back), ui.dp(12.0F)), back);
    cutLeft(pill, padding);
    write(pill, font, ui.theme->text, text);
    if (!pressed) return std::nullopt;
    return action::Run{model.everything.name};
}

}  // namespace palpate::ui
