#include "core/text.h"
#include "ui/checkin_panel.h"
#include "ui/checkin_widgets.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

constexpr float kLeftColumn = 168.0F, kRightColumn = 316.0F, kCaption = 28.0F, kCaptionGap = 4.0F;
constexpr float kNamesStrip = 32.0F;   // the strip above the body
constexpr float kBesideBody = 104.0F;  // the strips on both sides of it

void drawViewsAndSizes(Ui& ui, Rect column, const CheckInModel& model, std::optional<Action>& asked) {
    const float control = ui.dp(client::kControl);
    for (const CheckInModel::View& view : model.views) {
        const Rect cell = cutTop(column, control, ui.dp(client::kSpace));
        if (bigButton(ui, view.command.name, cell, {.text = view.text, .chosen = view.active}))
            keepFirst(asked, action::Run{view.command.name});
    }
    if (model.sizes.empty()) return;
    for (auto size = model.sizes.rbegin(); size != model.sizes.rend(); ++size) {
        const Rect cell = cutBottom(column, control, ui.dp(client::kSpace));
        if (bigButton(ui, "checkin.size_" + size->id, cell, {.text = size->text, .chosen = size->on}))
            keepFirst(asked, action::SetDiameter{size->centimetres});
    }
    write(cutBottom(column, ui.dp(16.0F)), ui.fonts.smallStrong, ui.theme->text, tr("Size of a touch"));
}

void writePill(const Ui& ui, const Rect& row, float align, const Font& font, const std::string& text) {
    if (text.empty()) return;
    const float width = std::ceil(textWidth(font, text)) + ui.dp(32.0F);
    const Rect pill{std::round(row.x + (row.width - width) * align), row.y, width, row.height};
    fill(pill, ui.theme->panel, pill.height / 2.0F);
    outline(pill, ui.theme->hairline, pill.height / 2.0F, ui.dp(1.0F));
    write(pill, font, ui.theme->text, text, 0.5F);
}

// What is being rated has the ring that its level has in the row of numbers: it is seen without colour.
void drawChosenRing(const Ui& ui, ImVec2 at) {
    constexpr float kThickness = 4.0F;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(at, ui.dp(client::kBadgeTarget / 2.0F + 1.0F), toInk(ui.theme->panel), 48);
    list->AddCircle(at, ui.dp((client::kBadgeTarget - kThickness) / 2.0F), toInk(ui.theme->text), 48,
                    ui.dp(kThickness));
}

// The number, and if it stands beside its mark the line that leads there.
void drawNumber(const Ui& ui, const Rect& picture, const Badge& badge) {
    const ImVec2 at{picture.x + badge.atX, picture.y + badge.atY};
    const ImVec2 mark{picture.x + badge.x, picture.y + badge.y};
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colour face = ui.theme->panel, ink = ui.theme->text;
    if (badge.isBeside()) {
        line(at, mark, face, ui.dp(5.0F));
        list->AddCircleFilled(mark, ui.dp(5.0F), toInk(face), 24);
        line(at, mark, ink, ui.dp(badge.chosen ? 3.5F : 2.0F));
        list->AddCircleFilled(mark, ui.dp(3.5F), toInk(ink), 24);
    }
    if (badge.chosen) drawChosenRing(ui, at);
    list->AddCircleFilled(at, ui.dp(client::kBadge / 2.0F), toInk(face), 48);
    list->AddCircle(at, ui.dp(client::kBadge / 2.0F), toInk(ink), 48, ui.dp(1.5F));
    levelMark(ui, at.x, at.y, ui.dp(client::kBadge - 4.0F), badge.level, ui.fonts.smallStrong);
}

// What moves the picture stands beside it: upon it something would lie over a mark.
void drawLeftOfBody(Ui& ui, Rect strip, const CheckInModel& model, std::optional<Action>& asked) {
    const float height = ui.dp(client::kControl), space = ui.dp(client::kSpace);
    bigCommand(ui, "checkin.turn_left", cutBottom(strip, height, space),
               {.icon = icon::kArrowLeft, .text = tr("Turn")}, asked);
    bigCommand(ui, "checkin.hard_to_see", cutBottom(strip, height, space),
               {.text = tr("Hidden parts"), .small = true}, asked);
    if (model.isCloseUp)
        bigCommand(ui, "checkin.whole", cutBottom(strip, height, space),
                   {.text = tr("Whole body"), .small = true}, asked);
}

void drawRightOfBody(Ui& ui, Rect strip, const CheckInModel& model, std::optional<Action>& asked) {
    const float height = ui.dp(client::kControl), space = ui.dp(client::kSpace);
    bigCommand(ui, "checkin.turn_right", cutBottom(strip, height, space),
               {.icon = icon::kArrowRight, .text = tr("Turn"), .iconAfter = true}, asked);
    bigCommand(ui, "checkin.farther", cutBottom(strip, height, space),
               {.icon = icon::kMinus, .enabled = model.canFarther}, asked);
    bigCommand(ui, "checkin.nearer", cutBottom(strip, height, space),
               {.icon = icon::kPlus, .enabled = model.canNearer}, asked);
    if (!model.canUp && !model.canDown) return;
    bigCommand(ui, "checkin.down", cutBottom(strip, height, space),
               {.icon = icon::kArrowDown, .text = tr("Down"), .enabled = model.canDown}, asked);
    bigCommand(ui, "checkin.up", cutBottom(strip, height, space),
               {.icon = icon::kArrowUp, .text = tr("Up"), .enabled = model.canUp}, asked);
}

// Which side is which and what is pointed at, in a strip of their own: nothing of the body lies below them.
void drawNames(const Ui& ui, const Rect& strip, const CheckInModel& model, const std::string& pointedAt) {
    Rect row = strip;
    const Font& font = ui.fonts.smallStrong;
    const std::string left = model.sides.left + model.sides.middle;
    const float widest = std::max(textWidth(font, left), textWidth(font, model.sides.right));
    const float label = std::ceil(widest) + ui.dp(32.0F);
    writePill(ui, cutLeft(row, label, ui.dp(8.0F)), 0.0F, font, left);
    writePill(ui, cutRight(row, label, ui.dp(8.0F)), 1.0F, font, model.sides.right);
    const std::string name = fittedRegion(ui.fonts.strong, pointedAt, row.width - ui.dp(32.0F));
    writePill(ui, row, 0.5F, ui.fonts.strong, name);
}

void drawNumbers(Ui& ui, const Rect& picture, const std::vector<Badge>& badges) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect(minOf(picture), maxOf(picture), true);
    for (const bool chosen : {false, true})  // the one that matters now lies upon the others
        for (const Badge& badge : badges)
            if (badge.chosen == chosen) drawNumber(ui, picture, badge);
    list->PopClipRect();
}

// The name of what is pointed at, be it skin or the number of a place.
std::string drawBody(Ui& ui, const Rect& rect, const CheckInModel& model, std::uint64_t picture,
                     std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    if (picture == 0) {
        fill(rect, theme.background);
    } else {
        compat::addImage(*ImGui::GetWindowDrawList(), picture, minOf(rect), maxOf(rect), {0.0F, 1.0F},
                         {1.0F, 0.0F});
    }
    const Colour edge = model.erasing ? theme.onWarning : theme.hairline;
    outline(rect, edge, ui.dp(client::kRounding), ui.dp(model.erasing ? 3.0F : 1.5F));
    drawNumbers(ui, rect, model.badges);
    BadgePress numbers;
    // The eraser is for the skin below a number.
    if (!model.erasing)
        numbers = pressBadges(ui, rect, model.badges, "checkin.badge.", client::kBadgeTarget, "");
    keepFirst(asked, numbers.asked);
    pointerArea(ui, "viewport", rect);
    for (const CheckInModel::Row& row : model.rows)
        if (row.place == numbers.pointedAt) return core::trf("Change: {0}", {row.where});
    return model.underFinger;
}

void writeCaption(const Ui& ui, Rect& column, const char* text, bool enabled) {
    write(cutTop(column, ui.dp(kCaption), ui.dp(kCaptionGap)), ui.fonts.smallStrong,
          enabled ? ui.theme->text : ui.theme->disabled, text);
}

// Before anything is marked: what else there is to say.
void drawBeginning(Ui& ui, Rect column, const CheckInModel& model, std::optional<Action>& asked) {
    const float control = ui.dp(client::kPrimary);
    bigCommand(ui, "checkin.nothing", cutTop(column, control, ui.dp(client::kGap)),
               {.icon = icon::kCheck, .text = tr("Nothing hurts today")}, asked);
    bigCommand(ui, "checkin.list", cutTop(column, control, ui.dp(client::kGap)),
               {.icon = icon::kList, .text = tr("Pick from a list")}, asked);
    if (!model.same.empty()) {
        bigCommand(ui, "checkin.same", cutTop(column, control, ui.dp(client::kGap)),
                   {.icon = icon::kHistory, .text = model.same}, asked);
    }
    // Everything that was marked was taken away again.
    if (model.canUndo) {
        bigCommand(ui, "checkin.undo", cutTop(column, control, ui.dp(client::kGap)),
                   {.icon = icon::kUndo, .text = tr("Undo: bring my marks back")}, asked);
    }
    const std::string promise = tr("Your therapist sees what you mark. Nothing is sent anywhere.");
    const float low = wrappedHeight(ui.fonts.small, promise, column.width);
    writeWrapped(cutBottom(column, low), ui.fonts.small, ui.theme->dim, promise);
}

void drawChoices(Ui& ui, Rect& column, const CheckInModel& model, std::optional<Action>& asked) {
    const float control = ui.dp(client::kControl);
    const float space = ui.dp(client::kSpace);
    writeCaption(ui, column, tr("What does it feel like?"), model.hasTouched);
    for (std::size_t first = 0; first < model.feelings.size(); first += 3) {
        const Rect row = cutTop(column, control, space);
        for (std::size_t i = first; i < std::min(first + 3, model.feelings.size()); ++i) {
            const CheckInModel::Choice& word = model.feelings[i];
            const BigButton look{
                .text = word.text, .chosen = word.on, .enabled = model.hasTouched, .small = true};
            if (bigButton(ui, "checkin.word_" + word.id, columnOf(row, i - first, 3, space), look))
                keepFirst(asked, action::ToggleWord{word.id});
        }
    }
    cutTop(column, ui.dp(4.0F));
    writeCaption(ui, column, tr("How deep is it?"), model.hasTouched);
    const Rect row = cutTop(column, control, space);
    for (std::size_t i = 0; i < model.depths.size(); ++i) {
        const CheckInModel::Choice& depth = model.depths[i];
        const BigButton look{
            .text = depth.text, .chosen = depth.on, .enabled = model.hasTouched, .small = true};
        if (bigButton(ui, "checkin.depth_" + depth.id, columnOf(row, i, model.depths.size(), space), look))
            keepFirst(asked, action::SetDepth{map::depthFromId(depth.id).value_or(map::Depth::Unstated)});
    }
}

void drawAnswers(Ui& ui, Rect column, const CheckInModel& model, std::optional<Action>& asked) {
    drawChoices(ui, column, model, asked);
    const float control = ui.dp(client::kControl);
    const float space = ui.dp(client::kSpace);
    bigCommand(ui, "checkin.another", cutBottom(column, control, space),
               {.icon = icon::kPlus, .text = tr("another place")}, asked);
    bigCommand(ui, "checkin.list", cutBottom(column, control, space),
               {.icon = icon::kList, .text = tr("Pick from a list")}, asked);
    const Rect row = cutBottom(column, control, space);
    bigCommand(ui, "checkin.undo", columnOf(row, 0, 2, space),
               {.icon = icon::kUndo, .text = tr("Undo"), .enabled = model.canUndo}, asked);
    bigCommand(ui, "checkin.erase", columnOf(row, 1, 2, space),
               {.icon = icon::kEraser, .text = tr("Erase"), .chosen = model.erasing}, asked);
}

void drawHowBad(Ui& ui, Rect rect, const CheckInModel& model, std::optional<Action>& asked) {
    Rect caption = cutTop(rect, ui.dp(kCaption), ui.dp(kCaptionGap));
    const Theme& theme = *ui.theme;
    if (model.hasTouched) {
        const auto writeNext = [&](const Font& font, Colour colour, const std::string& text) {
            write(cutLeft(caption, std::ceil(textWidth(font, text)) + 1.0F, ui.dp(10.0F)), font, colour,
                  text);
        };
        const std::string place = model.kept.empty() ? model.place : core::trf("New: {0}", {model.place});
        writeNext(ui.fonts.strong, theme.text, place + ":");
        writeNext(ui.fonts.body, theme.text, tr("how bad is it?"));
        write(caption, ui.fonts.body, theme.dim, fitted(ui.fonts.body, model.kept, caption.width));
    } else {
        write(caption, ui.fonts.body, theme.dim,
              model.erasing ? tr("Press \"Erase\" once more to mark again.")
                            : tr("Touch a place to say how bad it is."));
    }
    const Rect finish = cutRight(rect, ui.dp(216.0F), ui.dp(28.0F));
    if (const auto level = painRow(ui, rect, model.level, model.hasTouched))
        keepFirst(asked, action::Run{"checkin.level_" + std::to_string(*level)});
    bigCommand(ui, "checkin.finish", finish,
               {.kind = BigButton::Kind::Primary,
                .icon = icon::kArrowRight,
                .text = tr("I'm finished"),
                .iconAfter = true},
               asked);
}

}  // namespace

std::optional<Action> drawCheckInMark(Ui& ui, const Rect& rect, const CheckInModel& model,
                                      std::uint64_t picture) {
    std::optional<Action> asked;
    Rect inside = rect;
    const float gap = ui.dp(client::kGap);
    const Rect low = cutBottom(inside, ui.dp(client::kControl + kCaption + kCaptionGap), gap);
    const Rect left = cutLeft(inside, ui.dp(kLeftColumn), gap);
    const Rect right = cutRight(inside, ui.dp(kRightColumn), gap);
    drawViewsAndSizes(ui, left, model, asked);
    const Rect names = cutTop(inside, ui.dp(kNamesStrip), ui.dp(4.0F));
    const float space = ui.dp(client::kSpace);
    drawLeftOfBody(ui, cutLeft(inside, ui.dp(kBesideBody), space), model, asked);
    drawRightOfBody(ui, cutRight(inside, ui.dp(kBesideBody), space), model, asked);
    drawNames(ui, names, model, drawBody(ui, inside, model, picture, asked));
    if (model.hasPlaces) {
        drawAnswers(ui, right, model, asked);
        drawHowBad(ui, low, model, asked);
    } else {
        drawBeginning(ui, right, model, asked);
        const std::string text = tr("One touch is enough. You can also draw with your finger.");
        write(low, ui.fonts.body, ui.theme->text, std::string(icon::kHand) + "   " + text, 0.5F);
    }
    return asked;
}

}  // namespace palpate::ui
