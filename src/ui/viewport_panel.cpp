#include "ui/viewport_panel.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/level_row.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;

constexpr float kOverlayMargin = 14.0F;

// A surface that floats over the picture.
void floatingFace(const Ui& ui, const Rect& rect, float rounding) {
    shadow(ui, rect, rounding);
    fill(rect, ui.theme->panel, rounding);
}

void writePill(const Ui& ui, const Rect& rect, const Font& font, const std::string& text) {
    fill(rect, withAlpha(ui.theme->panel, 225), rect.height / 2.0F);
    outline(rect, ui.theme->hairline, rect.height / 2.0F, ui.dp(1.0F));
    write(rect, font, ui.theme->text, text, 0.5F);
}

float pillWidth(const Ui& ui, const Font& font, const std::string& text) {
    return std::ceil(textWidth(font, text)) + ui.dp(24.0F);
}

// Whose map is shown; in the author's own colour, so that it cannot be mistaken.
void drawMapSwitch(Ui& ui, Rect& top, const ViewportModel& model, std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const auto segment = [&](const CommandItem& item, const char* icon, const char* text, Author author) {
        return Segment{.name = item.name,
                       .icon = icon,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = model.shown == author,
                       .enabled = item.enabled,
                       .face = author == Author::Client ? theme.client : theme.therapist,
                       .ink = theme.onAuthor};
    };
    const std::array segments{
        segment(model.showClient, icon::kUser, tr("Client's map"), Author::Client),
        segment(model.showTherapist, icon::kHand,
                model.moment == clinic::Moment::Before ? tr("Therapist's map") : tr("Therapist's, after"),
                Author::Therapist)};
    const Rect box = cutLeft(top, std::min(ui.dp(330.0F), top.width), ui.dp(12.0F));
    if (const auto pressed = segmented(ui, box, segments))
        keepFirst(asked, action::Run{segments[*pressed].name});
}

// States of the tool that change what a press does, at the top right where the eye passes.
void drawStates(const Ui& ui, Rect& top, const ViewportModel& model) {
    const auto state = [&](bool on, const char* icon, const char* text, Colour face, Colour ink) {
        if (!on) return;
        const std::string label = std::string(icon) + "  " + text;
        const float width = pillWidth(ui, ui.fonts.smallStrong, label);
        if (width > top.width) return;
        const Rect cell = cutRight(top, width, ui.dp(8.0F));
        const Rect pill = centred(cell, width, ui.dp(size::kChip));
        fill(pill, face, pill.height / 2.0F);
        write(pill, ui.fonts.smallStrong, ink, label, 0.5F);
    };
    const Theme& theme = *ui.theme;
    state(!model.locked.empty(), icon::kLock, tr("Look only"), theme.text, theme.panel);
    state(model.mirror, icon::kMirror, tr("Mirror on"), theme.warning, theme.onWarning);
    state(model.erasing, icon::kEraser, tr("Erasing"), theme.warning, theme.onWarning);
}

// What lies under the pointer, in the corner that the body leaves free: the plain name large, the clinical
// one small.
void drawRegionName(const Ui& ui, const Rect& inside, const ViewportModel& model) {
    if (model.region.empty()) return;
    const float padding = ui.dp(14.0F);
    const float most = std::min(ui.dp(264.0F), inside.width) - 2 * padding;
    const float nameHeight = wrappedHeight(ui.fonts.heading, model.region, most);
    const float underneath = underHeight(ui, model.overlay.under, most);
    const float widest = underneath > 0.0F ? most
                                           : std::max(textWidth(ui.fonts.heading, model.region),
                                                      textWidth(ui.fonts.small, model.clinical));
    const float width = std::min(std::ceil(widest) + ui.dp(2.0F), most) + 2 * padding;
    const float height = nameHeight + ui.dp(22.0F) + underneath + 2 * ui.dp(10.0F);
    const Rect card{inside.right() - width, inside.bottom() - height, width, height};
    floatingFace(ui, card, ui.dp(size::kWindowRounding));
    Rect text{card.x + padding, card.y + ui.dp(10.0F), width - 2 * padding, height - 2 * ui.dp(10.0F)};
    const Rect name = cutTop(text, nameHeight, ui.dp(4.0F));
    writeWrapped({name.x, name.y, most, name.height}, ui.fonts.heading, ui.theme->text, model.region);
    write(cutTop(text, ui.dp(18.0F)), ui.fonts.small, ui.theme->dim, model.clinical);
    drawUnder(ui, text, model.overlay.under);
}

// A ring with a cross, as at the layer: a cross alone would seem to close something.
void drawAvoidSign(const Ui& ui, ImVec2 at) {
    const float radius = ui.dp(5.5F), half = 0.7F * radius, thickness = ui.dp(1.0F);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(at, radius, toInk(ui.theme->panel));
    list->AddCircle(at, radius, toInk(ui.theme->text), 0, ui.dp(1.5F));
    line({at.x - half, at.y - half}, {at.x + half, at.y + half}, ui.theme->text, thickness);
    line({at.x - half, at.y + half}, {at.x + half, at.y - half}, ui.theme->text, thickness);
}

// A spot of the paint in the corner of a view's button: there is something to see from there.
void drawDot(const Ui& ui, const Rect& cell, const ViewButton& view, bool blackAndWhite) {
    const ImVec2 at{cell.right() - ui.dp(8.0F), cell.y + ui.dp(8.0F)};
    // Below the spot: beside it the sign would lie on the button's word.
    if (view.avoid) drawAvoidSign(ui, {at.x, view.worst > 0 ? cell.bottom() - ui.dp(8.0F) : at.y});
    if (view.worst == 0) return;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(at, ui.dp(4.0F),
                          toInk(blackAndWhite ? rgb(0x000000) : levelLook(view.layer, view.worst).face));
    list->AddCircle(at, ui.dp(4.0F), toInk(ui.theme->dim), 0, ui.dp(1.0F));
}

Rect frontOf(const Ui& ui, const Rect& picture) {
    return columnOf(picture, 0, 2, ui.dp(2.0F));
}

Rect backOf(const Ui& ui, const Rect& picture) {
    return columnOf(picture, 1, 2, ui.dp(2.0F));
}

// Names of places keep clear of the levels, of the legend and of the card that comes with the pointer.
void drawNames(const Ui& ui, const Rect& picture, const Rect& room, float rightTop,
               const ViewportModel& model, bool isBack = false) {
    constexpr float kLegendHeight = 206.0F, kLegendWidth = 112.0F, kCardHeight = 92.0F, kBadge = 22.0F;
    NameRoom names{picture, room, room.bottom(), rightTop, room.bottom() - ui.dp(kCardHeight), {}};
    if (model.legend && !isBack) {
        const Rect legend{room.x, room.bottom() - ui.dp(kLegendHeight), ui.dp(kLegendWidth),
                          ui.dp(kLegendHeight)};
        names.taken.push_back(legend);
        names.leftBottom = legend.y;
    }
    for (const Badge& badge : isBack ? model.backBadges : model.badges) {
        const float half = ui.dp(kBadge) / 2.0F;
        names.taken.push_back(
            {picture.x + badge.x - half, picture.y + badge.y - half, 2.0F * half, 2.0F * half});
    }
    drawOverlayNames(ui, names, isBack ? model.overlay.backNames : model.overlay.names);
}

// Names on either half of what lies flat, or on the one picture.
void drawAllNames(const Ui& ui, const Rect& picture, const Rect& room, float rightTop,
                  const ViewportModel& model) {
    if (!model.flat) return drawNames(ui, picture, room, rightTop, model);
    const Rect front = frontOf(ui, picture), back = backOf(ui, picture);
    drawNames(ui, front, {room.x, room.y, front.right() - room.x, room.height}, room.y, model);
    drawNames(ui, back, {back.x, room.y, room.right() - back.x, room.height}, rightTop, model, true);
}

// Their row, or where they leave too little, the one below all other controls.
Rect betweenSideLabels(const Ui& ui, const Rect& inside, const Rect& below) {
    constexpr float kLabel = 150.0F, kLeast = 300.0F;
    const Rect row{inside.x, inside.y - ui.dp(5.0F), inside.width, ui.dp(size::kControl)};
    const float free = row.width - 2.0F * ui.dp(kLabel);
    if (free >= ui.dp(kLeast)) return {row.x + ui.dp(kLabel), row.y, free, row.height};
    return {below.x, below.y, below.width, row.height};
}

// `rect` without what is told over its foot.
Rect freeOf(const Rect& rect, float covered) {
    return {rect.x, rect.y, rect.width, std::max(0.0F, rect.height - covered)};
}

void drawUponPicture(Ui& ui, const Rect& rect, float covered, const ViewportModel& model,
                     std::optional<Action>& asked) {
    Rect inside = rect.inset(ui.dp(kOverlayMargin));
    // Whatever is told, the switch stays where it is: the body stands below it.
    Rect top = cutTop(inside, ui.dp(size::kControl), ui.dp(10.0F));
    inside = freeOf(inside, covered);
    Rect room = inside;
    cutTop(room, ui.dp(40.0F));  // what the side labels take
    const Rect controls = cutTop(room, ui.dp(size::kControl), ui.dp(8.0F));
    const float noteEnd = overlayControlsBottom(ui, controls, model.overlay) + ui.dp(8.0F);
    const float free = std::max(room.y, noteEnd);
    const Rect padRoom{room.x, free, room.width, std::max(0.0F, room.bottom() - free)};
    room.width = std::max(0.0F, room.width - ui.dp(kViewPadWidth + 8.0F));
    drawAllNames(ui, rect, room, free, model);
    drawOverlayControls(ui, controls, model.overlay, asked);
    drawMapSwitch(ui, top, model, asked);
    drawStates(ui, top, model);
    drawSideLabels(ui, inside, model.sides);
    drawRegionName(ui, inside, model);
    keepFirst(asked, drawShownPart(ui, betweenSideLabels(ui, inside, {room.x, padRoom.y, room.width, 0.0F}),
                                   model.pad));
    keepFirst(asked, drawViewPad(ui, padRoom, model.pad, handsBesidePad(ui, rect)));
    if (model.legend) drawLevelLegend(ui, room, *model.legend, model.blackAndWhite);
}

// `prefix` of the numbers' names: a place can have one on the front and one on the back.
void pressPlaces(Ui& ui, const Rect& picture, const ViewportModel& model, const std::vector<Badge>& badges,
                 const char* prefix, std::optional<Action>& asked) {
    constexpr float kTarget = 24.0F;  // what WCAG 2.2 (2.5.8) asks for
    if (!model.canTakeUp) return;
    keepFirst(asked, pressBadges(ui, picture, badges, prefix, kTarget, tr("Change this place")).asked);
}

// What to do first, and the button that does it.
void drawEmptyCard(Ui& ui, const Rect& picture, const ViewportModel& model, std::optional<Action>& asked) {
    const bool offers = !model.begin.name.empty();
    const float height = ui.dp(offers ? 204.0F : 150.0F);
    const Rect card = centred(picture, std::min(ui.dp(380.0F), picture.width), height);
    floatingFace(ui, card, ui.dp(size::kWindowRounding));
    Rect inside = card.inset(ui.dp(16.0F));
    if (offers) {
        const Button look{.kind = Button::Kind::Primary,
                          .icon = "",
                          .text = model.beginText,
                          .tip = model.begin.title,
                          .shortcut = model.begin.shortcut,
                          .enabled = model.begin.enabled};
        const Rect row = cutBottom(inside, ui.dp(40.0F), ui.dp(8.0F));
        // Named for its place: the same command has a button in the left column.
        if (button(ui, "empty." + model.begin.name, centred(row, buttonWidth(ui, look), row.height), look))
            keepFirst(asked, action::Run{model.begin.name});
    }
    emptyState(ui, inside, icon::kHand, model.empty);
}

// Front and back side by side. What lies upon them goes over both, but for which side is which.
std::optional<Action> drawFlat(Ui& ui, const Rect& picture, float covered, const ViewportModel& model) {
    std::optional<Action> asked;
    const Rect front = frontOf(ui, picture), back = backOf(ui, picture);
    drawPicture(ui, front, model.texture);
    drawPicture(ui, back, model.backTexture);
    fill({front.right(), picture.y, back.x - front.right(), picture.height}, ui.theme->hairline);
    drawBadges(ui, front, model.badges, model.blackAndWhite);
    drawBadges(ui, back, model.backBadges, model.blackAndWhite);
    drawPinMarks(ui, front, model.pins);
    drawPinMarks(ui, back, model.backPins);
    const auto labels = [&](const Rect& half, const SideLabels& sides) {
        Rect inside = freeOf(half, covered).inset(ui.dp(kOverlayMargin));
        cutTop(inside, ui.dp(size::kControl), ui.dp(10.0F));
        drawSideLabels(ui, inside, sides);
    };
    labels(front, model.sides);
    labels(back, model.backSides);
    ViewportModel upon = model;
    upon.sides = {};
    drawUponPicture(ui, picture, covered, upon, asked);
    pressPlaces(ui, front, model, model.badges, "badge.", asked);
    pressPlaces(ui, back, model, model.backBadges, "badge.back.", asked);
    pointerArea(ui, "viewport", front);
    pointerArea(ui, "viewport.back", back);
    return asked;
}

}  // namespace

void drawPicture(Ui& ui, const Rect& rect, std::uint64_t texture) {
    if (texture == 0) return fill(rect, ui.theme->background);
    // OpenGL keeps the lowest row first.
    compat::addImage(*ImGui::GetWindowDrawList(), texture, minOf(rect), maxOf(rect), {0.0F, 1.0F},
                     {1.0F, 0.0F});
}

void drawSideLabels(const Ui& ui, const Rect& rect, const SideLabels& sides) {
    const Font& font = ui.fonts.smallStrong;
    const float height = ui.dp(26.0F);
    const auto place = [&](const std::string& text, float align) {
        if (text.empty()) return;
        const float width = pillWidth(ui, font, text);
        writePill(ui, {std::round(rect.x + (rect.width - width) * align), rect.y, width, height}, font, text);
    };
    place(sides.left, 0.0F);
    place(sides.right, 1.0F);
    // From the side there is one label; it leaves the middle to the name of the region.
    place(sides.middle, 0.0F);
}

std::optional<Action> drawViewBar(Ui& ui, const Rect& rect, const std::vector<ViewButton>& views,
                                  const CommandItem& fit, bool blackAndWhite) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel);
    fill({rect.x, rect.y, rect.width, ui.dp(1.0F)}, theme.hairline);
    const auto count = static_cast<float>(views.size());
    const float control = ui.dp(size::kControl);
    const float space = ui.dp(12.0F);
    const float each = std::floor(std::min(ui.dp(68.0F), (rect.width - control - 2 * space) / count));
    Rect inside = centred(rect, each * count + space + control, control);
    std::vector<Segment> segments;
    for (const ViewButton& view : views) {
        segments.push_back({.name = view.command.name,
                            .icon = "",
                            .text = view.text,
                            .tip = view.command.title + (view.painted.empty() ? "" : "\n" + view.painted),
                            .shortcut = view.command.shortcut,
                            .chosen = view.active,
                            .enabled = view.command.enabled});
    }
    const Rect row = cutLeft(inside, each * count, space);
    if (const auto pressed = segmented(ui, row, segments))
        keepFirst(asked, action::Run{segments[*pressed].name});
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (!views[i].painted.empty())
            drawDot(ui, columnOf(row, i, views.size(), 0.0F), views[i], blackAndWhite);
    }
    const Button whole{.kind = Button::Kind::Plain,
                       .icon = icon::kExpand,
                       .text = {},
                       .tip = fit.title,
                       .shortcut = fit.shortcut,
                       .enabled = fit.enabled};
    if (button(ui, fit.name, inside, whole)) keepFirst(asked, action::Run{fit.name});
    return asked;
}

std::optional<Action> drawViewport(Ui& ui, const Rect& rect, const ViewportModel& model, float covered) {
    std::optional<Action> asked;
    Rect picture = rect;
    keepFirst(asked, drawViewBar(ui, cutBottom(picture, ui.dp(size::kViewBar)), model.views, model.fit,
                                 model.blackAndWhite));
    if (model.flat && model.empty.empty()) {
        keepFirst(asked, drawFlat(ui, picture, covered, model));
        return asked;
    }
    drawPicture(ui, picture, model.texture);
    if (!model.empty.empty()) {
        drawEmptyCard(ui, freeOf(picture, covered), model, asked);
    } else {
        drawBadges(ui, picture, model.badges, model.blackAndWhite);
        drawPinMarks(ui, picture, model.pins);
        drawUponPicture(ui, picture, covered, model, asked);
        pressPlaces(ui, picture, model, model.badges, "badge.", asked);
    }
    pointerArea(ui, model.name, picture);
    return asked;
}

}  // namespace palpate::ui
