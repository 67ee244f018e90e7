#include "core/text.h"
#include "ui/checkin_panel.h"
#include "ui/checkin_widgets.h"
#include "ui/icons.h"
#include "ui/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using core::tr;
using CheckInAsk = action::CheckIn::Ask;

constexpr float kPlaceRow = 96.0F, kRowSpace = 10.0F;

// Cell `index` of a grid that is as high as `rows` need.
Rect cellOf(const Ui& ui, const Rect& grid, std::size_t index, std::size_t rows, std::size_t columns = 3) {
    const float space = ui.dp(client::kGap);
    const float height =
        std::min(std::floor((grid.height - space * static_cast<float>(rows - 1)) / static_cast<float>(rows)),
                 ui.dp(150.0F));
    const float y = grid.y + static_cast<float>(index / columns) * (height + space);
    return columnOf({grid.x, y, grid.width, height}, index % columns, columns, space);
}

void drawBack(Ui& ui, Rect& inside, std::optional<Action>& asked) {
    Rect low = cutBottom(inside, ui.dp(client::kControl), ui.dp(client::kGap));
    bigCommand(ui, "checkin.back", cutLeft(low, ui.dp(220.0F)),
               {.icon = icon::kArrowLeft, .text = tr("Back")}, asked);
}

void drawSides(Ui& ui, const Rect& row, std::optional<body::Side> chosen, std::optional<Action>& asked) {
    struct Choice {
        body::Side side;
        const char *name, *text;
    };
    const std::array choices{Choice{body::Side::Right, "checkin.side_right", tr("Your right")},
                             Choice{body::Side::Middle, "checkin.side_both", tr("Both sides")},
                             Choice{body::Side::Left, "checkin.side_left", tr("Your left")}};
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Rect cell = columnOf(row, i, choices.size(), ui.dp(client::kGap));
        if (bigButton(ui, choices[i].name, cell,
                      {.text = choices[i].text, .chosen = choices[i].side == chosen}))
            keepFirst(asked, action::CheckIn{CheckInAsk::Side, static_cast<int>(choices[i].side)});
    }
}

void drawRow(Ui& ui, const Rect& rect, const CheckInModel::Row& row, std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel, ui.dp(client::kRounding));
    outline(rect, theme.hairline, ui.dp(client::kRounding), ui.dp(1.5F));
    Rect inside = rect.inset(ui.dp(12.0F));
    const std::string number = std::to_string(row.place);
    const float width = ui.dp(160.0F);
    const Rect remove = cutRight(inside, width, ui.dp(client::kSpace));
    const Rect change = cutRight(inside, width, ui.dp(client::kGap));
    if (bigButton(ui, "checkin.change_" + number, change, {.icon = icon::kPencil, .text = tr("Change")}))
        keepFirst(asked, action::CheckIn{CheckInAsk::Change, row.place});
    if (bigButton(ui, "checkin.remove_" + number, remove, {.icon = icon::kClose, .text = tr("Remove")}))
        keepFirst(asked, action::CheckIn{CheckInAsk::Remove, row.place});
    const Rect mark = cutLeft(inside, ui.dp(56.0F), ui.dp(18.0F));
    levelMark(ui, mark.centreX(), mark.centreY(), ui.dp(56.0F), row.level, ui.fonts.strong);
    const float half = inside.height / 2.0F;
    write({inside.x, inside.y, inside.width, half}, ui.fonts.strong, theme.text, row.where);
    write({inside.x, inside.y + half, inside.width, half}, ui.fonts.body, theme.dim, row.words);
}

// As many rows as fit; more of them by turning over, never by scrolling.
struct RowsShown {
    std::size_t first = 0, end = 0, each = 0;  // those shown, and how many are shown at a time
};

RowsShown rowsShown(const Ui& ui, const Rect& rect, const CheckInModel& model) {
    const float height = ui.dp(kPlaceRow), space = ui.dp(kRowSpace);
    const auto fits = static_cast<std::size_t>(std::max((rect.height + space) / (height + space), 2.0F));
    const std::size_t count = model.rows.size();
    if (count <= fits) return {0, count, count};
    const std::size_t first = model.firstRow / (fits - 1) * (fits - 1);
    return {first, std::min(first + fits - 1, count), fits - 1};
}

void drawRows(Ui& ui, Rect rect, const CheckInModel& model, const RowsShown& shown,
              std::optional<Action>& asked) {
    for (std::size_t i = shown.first; i < shown.end; ++i)
        drawRow(ui, cutTop(rect, ui.dp(kPlaceRow), ui.dp(kRowSpace)), model.rows[i], asked);
    const std::size_t count = model.rows.size();
    if (shown.each == count) return;
    Rect turn = cutTop(rect, ui.dp(client::kControl));
    if (bigButton(ui, "checkin.rows_before", cutLeft(turn, ui.dp(220.0F)),
                  {.icon = icon::kArrowLeft, .text = tr("Before"), .enabled = shown.first > 0}))
        keepFirst(asked, action::CheckIn{CheckInAsk::Row, static_cast<int>(shown.first - shown.each)});
    cutRight(turn, ui.dp(220.0F));
    const std::string first = std::to_string(shown.first + 1), end = std::to_string(shown.end);
    write(turn, ui.fonts.body, ui.theme->text,
          shown.first + 1 == shown.end
              ? core::trf("Place {0} of {1}", {end, std::to_string(count)})
              : core::trf("{0} to {1} of {2} places", {first, end, std::to_string(count)}),
          0.5F);
}

// Says yes to what was seen: as long as there is more to be seen, it leads there.
void drawYes(Ui& ui, const Rect& rect, const RowsShown& shown, std::size_t count,
             std::optional<Action>& asked) {
    if (shown.end == count) {
        bigCommand(ui, "checkin.yes", rect,
                   {.kind = BigButton::Kind::Primary, .icon = icon::kCheck, .text = tr("Yes, that is right")},
                   asked);
    } else if (bigButton(ui, "checkin.rows_after", rect,
                         {.kind = BigButton::Kind::Primary,
                          .icon = icon::kArrowRight,
                          .text = tr("Go on reading"),
                          .iconAfter = true})) {
        keepFirst(asked, action::CheckIn{CheckInAsk::Row, static_cast<int>(shown.end)});
    }
}

}  // namespace

std::optional<Action> drawCheckInRegions(Ui& ui, const Rect& rect, const CheckInModel& model) {
    std::optional<Action> asked;
    Rect inside = rect;
    drawBack(ui, inside, asked);
    if (model.part.empty()) {
        for (std::size_t i = 0; i < model.parts.size(); ++i) {
            const Rect cell = cellOf(ui, inside, i, (model.parts.size() + 2) / 3);
            if (bigButton(ui, "checkin.part_" + std::to_string(i), cell, {.text = model.parts[i]}))
                keepFirst(asked, action::CheckIn{CheckInAsk::Part, static_cast<int>(i)});
        }
        return asked;
    }
    drawSides(ui, cutTop(inside, ui.dp(client::kControl), ui.dp(28.0F)), model.side, asked);
    for (std::size_t i = 0; i < model.regions.size(); ++i) {
        const Rect cell = cellOf(ui, inside, i, 4);
        if (bigButton(ui, "checkin.region_" + model.regions[i].id, cell,
                      {.text = model.regions[i].name, .enabled = model.regions[i].enabled}))
            keepFirst(asked, action::CheckInRegion{model.regions[i].id});
    }
    return asked;
}

std::optional<Action> drawCheckInHidden(Ui& ui, const Rect& rect, const CheckInModel& model) {
    constexpr std::size_t kColumns = 2;
    std::optional<Action> asked;
    Rect inside = rect;
    drawBack(ui, inside, asked);
    const std::size_t rows = (model.hidden.size() + kColumns - 1) / kColumns;
    for (std::size_t i = 0; i < model.hidden.size(); ++i) {
        const CheckInModel::View& view = model.hidden[i];
        bigCommand(ui, view.command.name.c_str(), cellOf(ui, inside, i, rows, kColumns), {.text = view.text},
                   asked);
    }
    return asked;
}

std::optional<Action> drawCheckInReadBack(Ui& ui, const Rect& rect, const CheckInModel& model) {
    std::optional<Action> asked;
    Rect inside = centred(rect, std::min(rect.width, ui.dp(1260.0F)), rect.height);
    Rect low = cutBottom(inside, ui.dp(client::kPrimary), ui.dp(client::kGap));
    const RowsShown shown = rowsShown(ui, inside, model);
    drawRows(ui, inside, model, shown, asked);
    const float space = ui.dp(client::kGap);
    std::optional<Action> yes;
    drawYes(ui, cutRight(low, ui.dp(360.0F), space), shown, model.rows.size(), yes);
    if (model.fromLast)
        bigCommand(ui, "checkin.different", cutLeft(low, ui.dp(300.0F), space),
                   {.text = tr("No, it's different")}, asked);
    bigCommand(ui, "checkin.back", cutLeft(low, ui.dp(270.0F), space),
               {.icon = icon::kPlus, .text = tr("Add something")}, asked);
    if (model.canPutBack)
        bigCommand(ui, "checkin.undo", cutLeft(low, ui.dp(240.0F)),
                   {.icon = icon::kUndo, .text = tr("Put it back")}, asked);
    keepFirst(asked, yes);
    return asked;
}

std::optional<Action> drawCheckInQuestion(Ui& ui, const Rect& rect, const CheckInModel& model) {
    std::optional<Action> asked;
    const bool nothing = model.page == document::CheckInPage::Nothing;
    Rect box = centred(rect, std::min(rect.width, ui.dp(760.0F)), ui.dp(320.0F));
    write(cutTop(box, ui.dp(56.0F), ui.dp(12.0F)), ui.fonts.heading, ui.theme->text, model.heading, 0.5F);
    const std::string text = model.saidNothing ? tr("Is that still right?")
                             : nothing
                                 ? tr("Is that right?")
                                 : tr("Everything that you marked today goes away. You can still undo it.");
    const float height = wrappedHeight(ui.fonts.body, text, box.width);
    writeCentred(cutTop(box, height, ui.dp(36.0F)), ui.fonts.body, ui.theme->text, text);
    const Rect row = cutTop(box, ui.dp(client::kPrimary));
    const float space = ui.dp(client::kGap);
    const char* no = nothing ? tr("No, something hurts") : tr("No, keep my marks");
    bigCommand(ui, "checkin.back", columnOf(row, 0, 2, space), {.text = no}, asked);
    bigCommand(ui, nothing ? "checkin.yes" : "checkin.clear", columnOf(row, 1, 2, space),
               {.kind = BigButton::Kind::Primary,
                .text = nothing ? tr("Yes, that is right") : tr("Yes, start again")},
               asked);
    return asked;
}

std::optional<Action> drawCheckInThanks(Ui& ui, const Rect& rect, const CheckInModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    Rect inside = rect;
    const Rect low = cutBottom(inside, ui.dp(client::kPrimary));
    Rect box = centred(inside, ui.dp(760.0F), ui.dp(300.0F));
    const Rect top = cutTop(box, ui.dp(140.0F), ui.dp(28.0F));
    const Rect disc = centred(top, ui.dp(128.0F), ui.dp(128.0F));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({disc.centreX(), disc.centreY()}, disc.width / 2.0F, toInk(theme.good), 96);
    const auto at = [&](float x, float y) {
        return ImVec2(disc.x + disc.width * x, disc.y + disc.height * y);
    };
    const std::array tick{at(0.28F, 0.52F), at(0.44F, 0.68F), at(0.74F, 0.34F)};
    list->AddPolyline(tick.data(), static_cast<int>(tick.size()), toInk(theme.panel), 0, ui.dp(9.0F));
    write(cutTop(box, ui.dp(48.0F), ui.dp(14.0F)), ui.fonts.heading, theme.text, model.heading, 0.5F);
    writeCentred(box, ui.fonts.body, theme.text,
                 tr("That is all. Please give the screen back to your therapist."));
    const Rect hold = centred(low, ui.dp(420.0F), low.height);
    if (const auto held =
            holdButton(ui, "checkin.hold", hold, tr("Therapist: press and hold"), model.isHeld, model.held))
        keepFirst(asked, action::CheckIn{CheckInAsk::Hold, *held ? 1 : 0});
    return asked;
}

}  // namespace palpate::ui
