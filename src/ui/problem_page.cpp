#include "ui/problem_page.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using core::tr;

// From the top of `rest`, as high as it needs.
std::optional<ProblemAnswer> drawAnswers(Ui& ui, Rect row) {
    const Button again{.kind = Button::Kind::Primary, .icon = "", .text = tr("Try again")};
    const Button close{.icon = "", .text = tr("Close")};
    std::optional<ProblemAnswer> answer;
    if (button(ui, "problem.again", cutLeft(row, buttonWidth(ui, again), ui.dp(10.0F)), again))
        answer = ProblemAnswer::TryAgain;
    if (button(ui, "problem.close", cutLeft(row, buttonWidth(ui, close)), close))
        answer = ProblemAnswer::Close;
    return answer;
}

}  // namespace

ProblemModel makeProblemModel(const core::Error& error) {
    return {error.what + ".", error.where, error.hint};
}

std::optional<ProblemAnswer> drawProblem(Ui& ui, float width, float height, const ProblemModel& model) {
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::Begin("##problem", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    const Rect window{0.0F, 0.0F, width, height};
    const Rect card =
        centred(window, std::min(ui.dp(560.0F), width - ui.dp(32.0F)), std::min(ui.dp(320.0F), height));
    fill(window, ui.theme->background);
    shadow(ui, card, ui.dp(size::kWindowRounding));
    fill(card, ui.theme->panel, ui.dp(size::kWindowRounding));
    Rect rest = card.inset(ui.dp(26.0F));
    const Rect buttons = cutBottom(rest, ui.dp(size::kControl), ui.dp(12.0F));
    write(cutTop(rest, ui.dp(30.0F), ui.dp(8.0F)), ui.fonts.heading, ui.theme->onWarning, icon::kWarning);
    paragraph(ui, rest, ui.fonts.heading, ui.theme->text, model.what);
    paragraph(ui, rest, ui.fonts.small, ui.theme->dim, model.where);
    paragraph(ui, rest, ui.fonts.body, ui.theme->text, model.hint);
    const auto answer = drawAnswers(ui, buttons);
    ImGui::End();
    return answer;
}

}  // namespace palpate::ui
