#include "ui/checkin_panel.h"

#include "core/text.h"
#include "ui/checkin_widgets.h"
#include "ui/icons.h"
#include "ui/paint.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;
using document::CheckInPage;

void drawTrouble(const Ui& ui, const Rect& rect, const std::string& text) {
    fill(rect, ui.theme->error, ui.dp(client::kRounding));
    write(rect, ui.fonts.smallStrong, ui.theme->onError, std::string(icon::kWarning) + "  " + text, 0.5F);
}

void drawHeading(const Ui& ui, Rect bar, const CheckInModel& model) {
    const float width = std::min(std::ceil(textWidth(ui.fonts.heading, model.heading)) + 1.0F, bar.width);
    write(cutLeft(bar, width, ui.dp(20.0F)), ui.fonts.heading, ui.theme->text, model.heading);
    write(bar, ui.fonts.body, ui.theme->dim, model.hint);
}

// What the page asks, and at the far end what is rarely needed.
std::optional<Action> drawHead(Ui& ui, Rect bar, const CheckInModel& model) {
    std::optional<Action> asked;
    const Rect hold = cutRight(bar, ui.dp(204.0F), ui.dp(client::kSpace));
    const bool again = model.page == CheckInPage::Mark && model.hasPlaces;
    const Rect start = again ? cutRight(bar, ui.dp(156.0F), ui.dp(client::kSpace)) : Rect{};
    if (!model.trouble.empty()) {
        drawTrouble(ui, cutRight(bar, std::min(bar.width * 0.6F, ui.dp(620.0F)), ui.dp(client::kGap)),
                    model.trouble);
    } else if (model.isDemo) {
        const char* text = tr("Demo practice");
        const float width = std::ceil(textWidth(ui.fonts.smallStrong, text)) + ui.dp(28.0F);
        const Rect pill = centred(cutRight(bar, width, ui.dp(client::kGap)), width, ui.dp(36.0F));
        fill(pill, ui.theme->warning, pill.height / 2.0F);
        write(pill, ui.fonts.smallStrong, ui.theme->onWarning, text, 0.5F);
    }
    const bool asks = model.page == CheckInPage::Nothing || model.page == CheckInPage::StartAgain;
    if (!asks) drawHeading(ui, bar, model);
    if (again &&
        bigButton(ui, "checkin.again", start, {.icon = "", .text = tr("Start again"), .small = true}))
        asked = action::Run{"checkin.again"};
    if (const auto held =
            holdButton(ui, "checkin.hold", hold, tr("Therapist: hold"), model.isHeld, model.held))
        keepFirst(asked, action::CheckIn{action::CheckIn::Ask::Hold, *held ? 1 : 0});
    return asked;
}

// What lies where: another page, and within the list and the read-back, other rows.
std::string layoutOf(const CheckInModel& model) {
    std::string layout = std::to_string(static_cast<int>(model.page)) +
                         (model.hasPlaces ? " places " : " bare ") + (model.isCloseUp ? "alone " : "whole ") +
                         model.part + " " + std::to_string(model.side ? static_cast<int>(*model.side) : -1) +
                         " " + std::to_string(model.firstRow);
    if (model.page == CheckInPage::ReadBack)
        for (const CheckInModel::Row& row : model.rows)
            layout += " " + std::to_string(row.place);
    return layout;
}

// The key is held, not pressed, and let go of whenever that is.
bool isHolding(const Action& action) {
    const auto* task = std::get_if<action::CheckIn>(&action);
    return task != nullptr && task->ask == action::CheckIn::Ask::Hold;
}

}  // namespace

std::optional<Action> drawCheckIn(Ui& ui, const Rect& rect, const CheckInModel& model,
                                  std::uint64_t picture) {
    fill(rect, ui.theme->background);
    notePage(ui, layoutOf(model));
    Rect inside = rect.inset(ui.dp(client::kPadding));
    if (model.page == CheckInPage::Thanks) return drawCheckInThanks(ui, inside, model);
    const Rect head = cutTop(inside, ui.dp(client::kControl), ui.dp(8.0F));
    std::optional<Action> asked = drawHead(ui, head, model);
    switch (model.page) {
        case CheckInPage::Mark:
            keepFirst(asked, drawCheckInMark(ui, inside, model, picture));
            break;
        case CheckInPage::Regions:
            keepFirst(asked, drawCheckInRegions(ui, inside, model));
            break;
        case CheckInPage::HardToSee:
            keepFirst(asked, drawCheckInHidden(ui, inside, model));
            break;
        case CheckInPage::ReadBack:
            keepFirst(asked, drawCheckInReadBack(ui, inside, model));
            break;
        case CheckInPage::Nothing:
        case CheckInPage::StartAgain:
            keepFirst(asked, drawCheckInQuestion(ui, inside, model));
            break;
        case CheckInPage::Thanks:
            break;
    }
    if (asked && wasMeantForEarlierPage(ui) && !isHolding(*asked)) return std::nullopt;
    return asked;
}

}  // namespace palpate::ui
