#include "ui/vault/who_dialog.h"

#include "core/text.h"
#include "document/practitioners.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using core::tr;
using PracticeAsk = action::Practice::Ask;

constexpr float kChoice = 46.0F, kBetween = 8.0F;
constexpr float kMostShown = 7.0F;  // without scrolling

void drawChoices(Ui& ui, const Rect& room, const WhoModel& model, std::optional<Action>& asked) {
    ImGui::SetCursorScreenPos(minOf(room));
    compat::beginChild("who", {room.width, room.height}, ImGuiWindowFlags_NoBackground);
    for (const WhoModel::Choice& choice : model.choices) {
        const Button look{.kind = choice.suggested ? Button::Kind::Primary : Button::Kind::Plain,
                          .icon = choice.atWork ? icon::kCheck : icon::kUser,
                          .text = choice.name,
                          .shortcut = choice.suggested ? "Enter" : ""};
        if (button(ui, "who." + std::to_string(choice.id), takeRow(ui.dp(kChoice)), look))
            keepFirst(asked, action::Practice{PracticeAsk::AtWork, choice.id});
        gap(ui.dp(kBetween));
    }
    ImGui::EndChild();
}

}  // namespace

WhoModel makeWhoModel(const document::Document& document, const UiState& state) {
    WhoModel model;
    model.problem = state.practice.problem;
    const core::PractitionerId now = document::atWork(document);
    for (const clinic::Practitioner& one : document.practiceState.practitioners) {
        if (one.retired) continue;
        model.choices.push_back(
            {static_cast<int>(one.id.value), one.name, one.id.value == state.suggestedWho, one.id == now});
    }
    return model;
}

float whoHeight(const WhoModel& model) {
    const float shown = std::min(static_cast<float>(model.choices.size()), kMostShown);
    return 192.0F + shown * (kChoice + kBetween) + (model.problem.empty() ? 0.0F : 60.0F);
}

std::optional<Action> drawWho(Ui& ui, const WhoModel& model) {
    std::optional<Action> asked;
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    Rect room{at.x, at.y, size.x, size.y};
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              tr("The log and new visits name who it was. It can be changed at any time, in the top bar."));
    problemBox(ui, room, model.problem);
    Rect foot = cutBottom(room, ui.dp(size::kControl), ui.dp(10.0F));
    drawChoices(ui, room, model, asked);
    const Button nobody{.kind = Button::Kind::Ghost,
                        .text = tr("Nobody in particular"),
                        .tip = tr("The log and new visits show a dash")};
    const Button people{.icon = icon::kUsers, .text = tr("Who works here\xE2\x80\xA6")};
    if (button(ui, "who.nobody", cutLeft(foot, buttonWidth(ui, nobody)), nobody))
        keepFirst(asked, action::Practice{PracticeAsk::AtWork, 0});
    if (button(ui, "who.people", cutRight(foot, buttonWidth(ui, people)), people))
        keepFirst(asked, action::Run{"practice.people"});
    // The Enter that unlocked, or its second half, chooses nobody.
    notePage(ui, "who works");
    if (isSettling(ui) && (ui.listKeys.enter || wasMeantForEarlierPage(ui))) return std::nullopt;
    // Where Tab has brought the keyboard to a control, Enter is that control's.
    if (!ui.listKeys.enter || (ui.focus.inControls && ui.focus.here >= 0)) return asked;
    for (const WhoModel::Choice& choice : model.choices) {
        if (choice.suggested) keepFirst(asked, action::Practice{PracticeAsk::AtWork, choice.id});
    }
    return asked;
}

void askWhoWorks(const document::Document& document, UiState& state) {
    if (state.dialog == Dialog::WhoWorks) return;
    const core::PractitionerId now = document::atWork(document);
    // Who was last is likely the one who comes back; who is at work hands over.
    state.suggestedWho = now ? 0 : document::lastAtWork(document).value;
    state.practice.problem.clear();
    state.afterWho = state.dialog;
    state.dialog = Dialog::WhoWorks;
}

}  // namespace palpate::ui
