#include "ui/overlay_view.h"

#include "core/text.h"
#include "ui/dropdown.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kPickWidth = 236.0F;                           // dp
constexpr float kNarrowColumn = 116.0F, kWideColumn = 190.0F;  // dp
constexpr float kColumnShare = 0.17F;                          // of the picture's width
constexpr float kNotePadding = 8.0F;                           // dp
constexpr std::uint8_t kPlate = 225;                           // opacity of what is behind a name

void drawLeader(const Ui& ui, const Rect& box, glm::vec2 to) {
    const glm::vec2 start = leaderStart(box, to);
    const ImVec2 from{start.x, start.y};
    const ImVec2 end{to.x, to.y};
    line(from, end, withAlpha(ui.theme->panel, 170), ui.dp(3.0F));
    line(from, end, ui.theme->dim, ui.dp(1.0F));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(end, ui.dp(3.5F), toInk(ui.theme->panel));
    list->AddCircleFilled(end, ui.dp(2.5F), toInk(ui.theme->text));
}

void drawName(const Ui& ui, const PlacedName& name, bool faint, float lineHeight) {
    fill(name.box, withAlpha(ui.theme->panel, kPlate), ui.dp(4.0F));
    Rect rest = name.box;
    cutTop(rest, (rest.height - lineHeight * static_cast<float>(name.lines.size())) / 2.0F);
    for (const std::string& row : name.lines)
        write(cutTop(rest, lineHeight), ui.fonts.small, faint ? ui.theme->dim : ui.theme->text, row, 0.5F);
}

// The choice of overlay at the right end of the row.
Rect pickRect(const Ui& ui, Rect row) {
    return cutRight(row, std::min(ui.dp(kPickWidth), row.width / 2.0F));
}

// Below it, as high as it needs; without height if there is nothing to say.
Rect noteRect(const Ui& ui, const Rect& row, const std::string& note) {
    const Rect pick = pickRect(ui, row);
    if (note.empty()) return {pick.x, pick.bottom(), pick.width, 0.0F};
    const float height = wrappedHeight(ui.fonts.small, note, pick.width - 2.0F * ui.dp(kNotePadding));
    return {pick.x, pick.bottom() + ui.dp(4.0F), pick.width, height + ui.dp(10.0F)};
}

}  // namespace

void drawOverlayControls(Ui& ui, const Rect& row, const OverlayModel& model, std::optional<Action>& asked) {
    Rect rest = row;
    const Button figure{.icon = icon::kUser,
                        .text = core::trf("Figure: {0}", {model.figureName}),
                        .tip = model.figure.title,
                        .shortcut = model.figure.shortcut,
                        .enabled = model.figure.enabled};
    if (button(ui, model.figure.name, cutLeft(rest, buttonWidth(ui, figure), ui.dp(12.0F)), figure))
        keepFirst(asked, action::Run{model.figure.name});
    Dropdown look{.caption = tr("On the body"),
                  .tip = tr("Names and borders of places on the skin. O shows the next kind.")};
    for (const OverlayModel::Choice& choice : model.choices) {
        look.entries.push_back({choice.command.name, choice.text, choice.chosen});
        if (choice.chosen) look.text = choice.text;
    }
    if (const auto pressed = dropdown(ui, "overlay.pick", pickRect(ui, row), look))
        keepFirst(asked, action::Run{model.choices[*pressed].command.name});
    const Rect note = noteRect(ui, row, model.note);
    if (note.height <= 0.0F) return;
    fill(note, withAlpha(ui.theme->panel, kPlate), ui.dp(size::kFrameRounding));
    const Rect text{note.x + ui.dp(kNotePadding), note.y + ui.dp(5.0F),
                    note.width - 2.0F * ui.dp(kNotePadding), note.height};
    writeWrapped(text, ui.fonts.small, ui.theme->dim, model.note);
}

float overlayControlsBottom(const Ui& ui, const Rect& row, const OverlayModel& model) {
    return noteRect(ui, row, model.note).bottom();
}

void drawOverlayNames(const Ui& ui, const NameRoom& room, std::vector<NameRequest> requests) {
    if (requests.empty()) return;
    for (NameRequest& request : requests)
        request.at += glm::vec2(room.picture.x, room.picture.y);
    const float width =
        std::clamp(kColumnShare * room.picture.width, ui.dp(kNarrowColumn), ui.dp(kWideColumn));
    PlacingRoom placing;
    placing.picture = room.room;
    placing.leftColumn = {room.room.x, room.room.y, width, std::max(0.0F, room.leftBottom - room.room.y)};
    placing.rightColumn = {room.room.right() - width, room.rightTop, width,
                           std::max(0.0F, room.rightBottom - room.rightTop)};
    placing.taken = room.taken;
    placing.lineHeight = std::ceil(ui.fonts.small.pixels * 1.15F);
    placing.padding = ui.dp(4.0F);
    placing.gap = ui.dp(4.0F);
    const TextWidth widthOf = [&ui](const std::string& text) { return textWidth(ui.fonts.small, text); };
    const auto names = placeNames(requests, placing, widthOf);
    for (const PlacedName& name : names) {
        if (name.isCallout) drawLeader(ui, name.box, requests[name.request].at);
    }
    for (const PlacedName& name : names)
        drawName(ui, name, requests[name.request].faint, placing.lineHeight);
}

float underHeight(const Ui& ui, std::span<const OverlayModel::Under> under, float width) {
    float height = 0.0F;
    for (const OverlayModel::Under& one : under) {
        height += ui.dp(8.0F) + wrappedHeight(ui.fonts.strong, one.name, width) +
                  wrappedHeight(ui.fonts.small, one.clinical, width);
    }
    return height;
}

void drawUnder(const Ui& ui, Rect rect, std::span<const OverlayModel::Under> under) {
    for (const OverlayModel::Under& one : under) {
        cutTop(rect, ui.dp(8.0F));
        cutTop(rect, writeWrapped(rect, ui.fonts.strong, ui.theme->text, one.name));
        cutTop(rect, writeWrapped(rect, ui.fonts.small, ui.theme->dim, one.clinical));
    }
}

}  // namespace palpate::ui
