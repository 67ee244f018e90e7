#include "ui/compare_pictures.h"

#include "core/text.h"
#include "ui/dropdown.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/legend.h"
#include "ui/level_looks.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/tool_rail.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate::ui {
namespace {

using core::tr;
using document::CompareMode;
using PictureSide = ComparePicturesModel::Side;

constexpr float kMargin = 14.0F, kLabels = 40.0F;  // dp

void drawPill(const Ui& ui, const Rect& pill, const std::string& text, Colour ink) {
    fill(pill, withAlpha(ui.theme->panel, 235), pill.height / 2.0F);
    outline(pill, ui.theme->hairline, pill.height / 2.0F, ui.dp(1.0F));
    write(pill, ui.fonts.smallStrong, ink, text, 0.5F);
}

float pillWidth(const Ui& ui, const std::string& text) {
    return std::ceil(textWidth(ui.fonts.smallStrong, text)) + ui.dp(24.0F);
}

// Why a picture is bare.
void drawBareNote(const Ui& ui, const Rect& picture, const std::string& note) {
    if (note.empty()) return;
    const float padding = ui.dp(14.0F);
    const float most = std::min(picture.width - ui.dp(16.0F), ui.dp(460.0F)) - 2 * padding;
    const float width = std::min(std::ceil(textWidth(ui.fonts.body, note)) + ui.dp(2.0F), most);
    const float height = wrappedHeight(ui.fonts.body, note, width);
    const Rect card = centred(picture, width + 2 * padding, height + ui.dp(18.0F));
    fill(card, ui.theme->panel, ui.dp(18.0F));
    outline(card, ui.theme->hairline, ui.dp(18.0F), ui.dp(1.0F));
    writeCentred({card.x + padding, card.y + ui.dp(9.0F), width, height}, ui.fonts.body, ui.theme->text,
                 note);
}

// ... where two maps share one picture.
void drawBareNotes(const Ui& ui, const Rect& picture, const ComparePicturesModel& model) {
    std::string notes;
    for (const PictureSide* side : {&model.from, &model.to}) {
        if (side->bare.empty()) continue;
        if (!notes.empty()) notes += "\n";
        notes += core::trf("{0}: {1}", {side->title, side->bare});
    }
    drawBareNote(ui, picture, notes);
}

// All sides, from left to right.
std::vector<const PictureSide*> sidesOf(const ComparePicturesModel& model) {
    std::vector<const PictureSide*> sides{&model.from};
    for (const PictureSide& side : model.between)
        sides.push_back(&side);
    sides.push_back(&model.to);
    return sides;
}

std::string nameOf(std::size_t picture, std::size_t count) {
    if (picture == 0) return "viewport.from";
    return picture + 1 == count ? "viewport.to" : "viewport.between" + std::to_string(picture);
}

// Narrow pictures have room for one side's label only where it does not meet the other's.
void drawSides(const Ui& ui, const Rect& picture, const SideLabels& sides) {
    SideLabels shown = sides;
    const float need = textWidth(ui.fonts.smallStrong, sides.left) +
                       textWidth(ui.fonts.smallStrong, sides.right) + ui.dp(2 * 24.0F + 2 * 12.0F + 6.0F);
    if (need > picture.width && !sides.left.empty()) {
        // The last word is the side: "CLIENT'S RIGHT".
        for (std::string* text : {&shown.left, &shown.right})
            *text = text->substr(text->rfind(' ') + 1);
    }
    drawSideLabels(ui, picture.inset(ui.dp(12.0F)), shown);
}

void drawSideBySide(Ui& ui, const Rect& rest, const ComparePicturesModel& model) {
    const std::vector<const PictureSide*> sides = sidesOf(model);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const Rect picture = columnOf(rest, i, sides.size(), ui.dp(2.0F));
        drawPicture(ui, picture, sides[i]->texture);
        drawBadges(ui, picture, sides[i]->badges, model.blackAndWhite);
        drawSides(ui, picture, sides[i]->sides);
        drawBareNote(ui, picture, sides[i]->bare);
        if (sides.size() > 2) {
            const std::string title =
                fitted(ui.fonts.smallStrong, sides[i]->title, picture.width - ui.dp(40.0F));
            const float width = pillWidth(ui, title);
            drawPill(ui,
                     {picture.centreX() - width / 2.0F, picture.bottom() - ui.dp(38.0F), width, ui.dp(26.0F)},
                     title, ui.theme->text);
        }
        if (i > 0) fill({picture.x - ui.dp(2.0F), rest.y, ui.dp(2.0F), rest.height}, ui.theme->hairline);
        if (sides[i]->turns) outline(picture, ui.theme->accent, 0.0F, ui.dp(2.0F));
    }
}

// --- The wipe ---

void drawPart(const Rect& rect, std::uint64_t texture, float first, float last) {
    if (texture == 0 || last <= first) return;
    compat::addImage(*ImGui::GetWindowDrawList(), texture, {rect.x + first * rect.width, rect.y},
                     {rect.x + last * rect.width, rect.bottom()}, {first, 1.0F}, {last, 0.0F});
}

std::vector<Badge> badgesWithin(const std::vector<Badge>& badges, float first, float last) {
    std::vector<Badge> within;
    std::copy_if(badges.begin(), badges.end(), std::back_inserter(within),
                 [=](const Badge& badge) { return badge.x >= first && badge.x < last; });
    return within;
}

// The name of each visit beside the line, on the side where its map is.
void drawWipeNames(const Ui& ui, const Rect& rect, float line, const ComparePicturesModel& model) {
    const float y = rect.y + ui.dp(kMargin + kLabels + size::kControl + 10.0F), height = ui.dp(28.0F);
    const float away = ui.dp(14.0F);
    const float left = pillWidth(ui, model.from.title), right = pillWidth(ui, model.to.title);
    if (line - away - left >= rect.x)
        drawPill(ui, {line - away - left, y, left, height}, model.from.title, ui.theme->text);
    if (line + away + right <= rect.right())
        drawPill(ui, {line + away, y, right, height}, model.to.title, ui.theme->text);
}

std::optional<Action> drawWipe(Ui& ui, const Rect& rect, const ComparePicturesModel& model) {
    const auto share = static_cast<float>(model.share);
    const float line = std::round(rect.x + share * rect.width);
    drawPart(rect, model.from.texture, 0.0F, share);
    drawPart(rect, model.to.texture, share, 1.0F);
    drawBadges(ui, rect, badgesWithin(model.from.badges, 0.0F, line - rect.x), model.blackAndWhite);
    drawBadges(ui, rect, badgesWithin(model.to.badges, line - rect.x, rect.width), model.blackAndWhite);
    drawWipeNames(ui, rect, line, model);
    drawBareNote(ui, {rect.x, rect.y, line - rect.x, rect.height}, model.from.bare);
    drawBareNote(ui, {line, rect.y, rect.right() - line, rect.height}, model.to.bare);
    const Rect strip{line - ui.dp(14.0F), rect.y, ui.dp(28.0F), rect.height};
    const Press state = press(ui, "compare.divider", overlap(strip, rect));
    const bool lit = state.hovered || state.held;
    const float width = ui.dp(3.0F);
    fill({line - width / 2.0F - ui.dp(1.0F), rect.y, width + ui.dp(2.0F), rect.height}, rgb(0xFFFFFF));
    fill({line - width / 2.0F, rect.y, width, rect.height}, lit ? ui.theme->accentHovered : ui.theme->accent);
    const Rect knob{line - ui.dp(17.0F), rect.y + 0.62F * rect.height, ui.dp(34.0F), ui.dp(34.0F)};
    fill(knob, lit ? ui.theme->accentHovered : ui.theme->accent, knob.height / 2.0F);
    outline(knob, rgb(0xFFFFFF), knob.height / 2.0F, ui.dp(1.5F));
    write(knob, ui.fonts.body, ui.theme->onAccent, icon::kMirror, 0.5F);
    tip(ui, tr("Drag the line, or move it with the left and right arrow keys"));
    if (lit) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const float moved = state.held ? ImGui::GetIO().MouseDelta.x : 0.0F;
    if (moved == 0.0F) return std::nullopt;
    // Where the pointer is, so that a line that ran against the edge is met there again.
    const double wanted =
        static_cast<double>((ImGui::GetIO().MousePos.x - rect.x) / std::max(rect.width, 1.0F));
    return action::SetCompareShare{std::clamp(wanted, 0.0, 1.0)};
}

// --- The onion skin ---

void drawHollowBadges(const Ui& ui, const Rect& rect, const std::vector<Badge>& badges,
                      const std::vector<Badge>& later) {
    for (const Badge& badge : badges) {
        const float height = ui.dp(20.0F);
        const float width =
            std::max(height, std::ceil(textWidth(ui.fonts.smallStrong, badge.text)) + ui.dp(8.0F));
        const bool meets = std::any_of(later.begin(), later.end(), [&](const Badge& other) {
            return std::hypot(other.x - badge.x, other.y - badge.y) < width + ui.dp(4.0F);
        });
        // Beside the later number rather than below it.
        const float x = badge.x - (meets ? width + ui.dp(4.0F) : 0.0F);
        const Rect disc{rect.x + x - width / 2.0F, rect.y + badge.y - height / 2.0F, width, height};
        fill(disc, rgb(0xFFFFFF), height / 2.0F);
        outline(disc, rgb(0x221A17), height / 2.0F, ui.dp(1.5F));
        write(disc, ui.fonts.smallStrong, rgb(0x221A17), badge.text, 0.5F);
    }
}

// Which line and which number belongs to which visit.
void drawOnionKey(const Ui& ui, const Rect& rect, const ComparePicturesModel& model) {
    const std::string earlier = core::trf("{0}: dotted line, hollow number", {model.from.title});
    const std::string later = core::trf("{0}: whole line, full number", {model.to.title});
    const float sample = ui.dp(44.0F), padding = ui.dp(12.0F), row = ui.dp(24.0F);
    const float text =
        std::ceil(std::max(textWidth(ui.fonts.small, earlier), textWidth(ui.fonts.small, later)));
    const float width = std::min(sample + text + 2 * padding + ui.dp(4.0F), rect.width - ui.dp(8.0F));
    // Below the choice of places, where neither head nor arms are.
    const float top = ui.dp(kMargin + kLabels + size::kControl + 10.0F);
    const Rect card{rect.x + ui.dp(kMargin), rect.y + top, width, 2 * row + ui.dp(12.0F)};
    fill(card, withAlpha(ui.theme->panel, 235), ui.dp(size::kWindowRounding));
    outline(card, ui.theme->hairline, ui.dp(size::kWindowRounding), ui.dp(1.0F));
    Rect inside{card.x + padding, card.y + ui.dp(6.0F), card.width - 2 * padding, 2 * row};
    for (const bool isLater : {false, true}) {
        Rect line = cutTop(inside, row);
        const Rect mark = cutLeft(line, sample, ui.dp(4.0F));
        const float y = mark.y + mark.height / 2.0F, end = mark.right() - ui.dp(8.0F);
        if (isLater) {
            ui::line({mark.x, y}, {end, y}, ui.theme->text, ui.dp(2.0F));
        } else {
            for (float x = mark.x; x < end; x += ui.dp(6.0F))
                ui::line({x, y}, {x + ui.dp(2.5F), y}, ui.theme->text, ui.dp(2.5F));
        }
        write(line, ui.fonts.small, ui.theme->text, isLater ? later : earlier);
    }
}

void drawOnion(Ui& ui, const Rect& rect, const ComparePicturesModel& model) {
    drawPicture(ui, rect, model.to.texture);
    const auto alpha = static_cast<int>(std::lround(255.0 * model.share));
    if (model.from.texture != 0 && alpha > 0) {
        compat::addImage(*ImGui::GetWindowDrawList(), model.from.texture, minOf(rect), maxOf(rect),
                         {0.0F, 1.0F}, {1.0F, 0.0F}, IM_COL32(255, 255, 255, alpha));
    }
    drawBadges(ui, rect, model.to.badges, model.blackAndWhite);
    drawHollowBadges(ui, rect, model.from.badges, model.to.badges);
    drawOnionKey(ui, rect, model);
    drawBareNotes(ui, rect, model);
}

// --- What all have upon them ---

// What lies under the pointer, in the corner that the body leaves free.
void drawPointed(const Ui& ui, const Rect& rest, const ComparePicturesModel& model) {
    if (model.region.empty()) return;
    const float padding = ui.dp(14.0F), most = std::min(ui.dp(250.0F), rest.width) - 2 * padding;
    const float name = wrappedHeight(ui.fonts.strong, model.region, most);
    const float more = underHeight(ui, model.under, most);
    const float height = name + ui.dp(20.0F) + more + 2 * ui.dp(8.0F);
    const bool titled = model.mode == CompareMode::SideBySide && !model.between.empty();
    const float corner = ui.dp(kMargin) + (titled ? ui.dp(34.0F) : 0.0F);
    const Rect card{rest.right() - most - 2 * padding - ui.dp(kMargin), rest.bottom() - height - corner,
                    most + 2 * padding, height};
    shadow(ui, card, ui.dp(size::kWindowRounding));
    fill(card, ui.theme->panel, ui.dp(size::kWindowRounding));
    Rect text{card.x + padding, card.y + ui.dp(8.0F), most, height - 2 * ui.dp(8.0F)};
    writeWrapped(cutTop(text, name, ui.dp(2.0F)), ui.fonts.strong, ui.theme->text, model.region);
    write(cutTop(text, ui.dp(18.0F)), ui.fonts.small, ui.theme->dim,
          fitted(ui.fonts.small, model.clinical, most));
    drawUnder(ui, text, model.under);
}

std::optional<Action> drawOverlays(Ui& ui, const Rect& rect, const ComparePicturesModel& model) {
    Dropdown look{.caption = tr("On the body"),
                  .text = {},
                  .entries = {},
                  .tip = tr("Borders of places on the skin. O shows the next kind.")};
    for (const OverlayModel::Choice& choice : model.overlays) {
        look.entries.push_back({choice.command.name, choice.text, choice.chosen});
        if (choice.chosen) look.text = choice.text;
    }
    const auto pressed = dropdown(ui, "overlay.pick", rect, look);
    if (!pressed) return std::nullopt;
    return action::Run{model.overlays[*pressed].command.name};
}

std::optional<Action> drawMode(Ui& ui, const Rect& rest, const ComparePicturesModel& model) {
    std::optional<Action> asked;
    switch (model.mode) {
        case CompareMode::SideBySide:
            drawSideBySide(ui, rest, model);
            break;
        case CompareMode::Difference:
            drawPicture(ui, rest, model.differenceTexture);
            drawBareNote(ui, rest, model.noDifference);
            break;
        case CompareMode::Wipe:
            asked = drawWipe(ui, rest, model);
            break;
        case CompareMode::Onion:
            drawOnion(ui, rest, model);
            break;
    }
    if (model.mode != CompareMode::SideBySide) drawSideLabels(ui, rest.inset(ui.dp(12.0F)), model.sides);
    return asked;
}

// Recorded last, so that what lies upon the pictures is found first.
void recordPictures(Ui& ui, const Rect& rest, const ComparePicturesModel& model) {
    switch (model.mode) {
        case CompareMode::SideBySide:
            break;
        case CompareMode::Difference:
            pointerArea(ui, "viewport.difference", rest);
            return;
        case CompareMode::Wipe:
            pointerArea(ui, "viewport.wipe", rest);
            return;
        case CompareMode::Onion:
            pointerArea(ui, "viewport.onion", rest);
            return;
    }
    const std::size_t count = model.between.size() + 2;
    for (std::size_t i = 0; i < count; ++i)
        pointerArea(ui, nameOf(i, count), columnOf(rest, i, count, ui.dp(2.0F)));
}

}  // namespace

namespace {

// In the bottom left corner, where the other ways of looking have the legend of levels.
void drawDifferenceLegend(const Ui& ui, const Rect& room, const ComparePicturesModel& model) {
    if (!model.noDifference.empty()) return;
    const float padding = ui.dp(10.0F);
    const float width = std::min(ui.dp(350.0F), room.width);
    const float height = changeLegendHeight(ui) + 2.0F * padding;
    if (room.height < height) return;
    const Rect card{room.x, room.bottom() - height, width, height};
    fill(card, ui.theme->panel, ui.dp(size::kFrameRounding));
    outline(card, ui.theme->hairline, ui.dp(size::kFrameRounding), ui.dp(1.0F));
    drawChangeLegend(ui, card.inset(padding), model.words);
}

}  // namespace

std::optional<Action> drawComparedPictures(Ui& ui, const Rect& rect, const ComparePicturesModel& model) {
    std::optional<Action> asked;
    Rect rest = rect;
    Rect bar = cutBottom(rest, ui.dp(size::kViewBar));
    fill(bar, ui.theme->panel);
    fill({bar.x, bar.y, bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    // Beside the tools while painting: here the same place is left free.
    cutLeft(bar, model.viewBarInset + ui.dp(kToolRail));
    keepFirst(asked, drawViewBar(ui, bar, model.views, model.fit, model.blackAndWhite));
    const bool isNarrow = model.mode == CompareMode::SideBySide && !model.between.empty();
    Rect upon = rest.inset(ui.dp(kMargin));
    // Bodies in three pictures and more are too narrow to have the pad's buttons upon the last one.
    if (isNarrow) fill(cutRight(rest, ui.dp(kViewPadWidth + 2.0F * kMargin)), ui.theme->panel);
    keepFirst(asked, drawMode(ui, rest, model));
    // Below the side labels and, in the middle, below where they end.
    cutTop(upon, ui.dp(kLabels));
    Rect legend = upon;
    if (model.mode == CompareMode::SideBySide)
        legend.width = columnOf(rest, 0, model.between.size() + 2, 0.0F).width - 2 * ui.dp(kMargin);
    if (model.mode == CompareMode::Difference) {
        drawDifferenceLegend(ui, legend, model);
    } else if (!isNarrow) {
        drawLevelLegend(ui, legend, model.layer, model.blackAndWhite);
    }
    Rect middle = upon;
    const Rect overlays{upon.x, upon.y, std::min(ui.dp(192.0F), legend.width), ui.dp(size::kControl)};
    keepFirst(asked, drawOverlays(ui, overlays, model));
    if (model.pad.shownPart.empty()) {
        // Nothing is told there.
    } else if (const float left = overlays.width + ui.dp(12.0F); middle.width - left > ui.dp(300.0F)) {
        middle = {middle.x + left, middle.y, middle.width - left - ui.dp(kViewPadWidth), middle.height};
    } else {
        cutTop(middle, ui.dp(size::kControl + 8.0F));
    }
    keepFirst(asked, drawShownPart(ui, cutTop(middle, ui.dp(size::kControl)), model.pad));
    keepFirst(asked, drawViewPad(ui, upon, model.pad));
    drawPointed(ui, rest, model);
    recordPictures(ui, rest, model);
    return asked;
}

}  // namespace palpate::ui
