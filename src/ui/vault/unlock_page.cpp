#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

namespace palpate::ui {
namespace {

using core::tr;

void drawSecret(Ui& ui, Rect& card, GateState& state, const GateModel& model) {
    const SecretField look{.hint = {},
                           .wrong = !model.problem.empty(),
                           .takeFocus = state.focus && model.working.empty(),
                           .enabled = model.working.empty()};
    if (state.byRecoveryKey) {
        SecretField key = look;
        key.stars = false;
        secretField(ui, "unlock.key", labelled(ui, card, tr("Recovery key, with or without the dashes")),
                    state.typedKey, key);
    } else {
        secretField(ui, "unlock.passphrase", labelled(ui, card, tr("Passphrase")), state.passphrase, look);
    }
}

std::string stateLine(const GateModel& model) {
    if (!model.working.empty()) return model.working;
    if (model.waitSeconds > 0)
        return core::trf("Several tries did not fit. The next one can be made in {0} s.",
                         {std::to_string(model.waitSeconds)});
    return {};
}

void drawButtons(Ui& ui, Rect buttons, GateState& state, const GateModel& model,
                 std::optional<GateAsk>& asked) {
    const bool typed = model.isDemo || !(state.byRecoveryKey ? state.typedKey : state.passphrase).empty();
    const bool ready = typed && model.working.empty() && model.waitSeconds == 0;
    const Button unlock{.kind = Button::Kind::Primary,
                        .icon = icon::kUnlock,
                        .text = model.isDemo ? tr("Open the demo practice") : tr("Unlock"),
                        .enabled = ready};
    const bool entered = ready && isEntered(ui);
    if (button(ui, "unlock.go", cutLeft(buttons, buttonWidth(ui, unlock), ui.dp(10.0F)), unlock) || entered)
        keepFirstAsk(asked, {GateAsk::Kind::Unlock});
    if (!model.isDemo) {
        const Button other{
            .kind = Button::Kind::Ghost,
            .text = state.byRecoveryKey ? tr("Use the passphrase") : tr("Use the recovery key instead")};
        if (button(ui, "unlock.other", cutLeft(buttons, buttonWidth(ui, other), ui.dp(10.0F)), other)) {
            keepFirstAsk(asked, {GateAsk::Kind::OtherWay});
        }
    }
    const Button another{.kind = Button::Kind::Ghost, .text = tr("Another practice")};
    if (button(ui, "unlock.another", cutRight(buttons, buttonWidth(ui, another)), another))
        keepFirstAsk(asked, {GateAsk::Kind::Go, GatePage::Welcome});
}

}  // namespace

std::optional<GateAsk> drawUnlock(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    std::optional<GateAsk> asked;
    title(ui, card, icon::kLock, model.practice);
    paragraph(ui, card, ui.fonts.small, ui.theme->dim, model.file);
    paragraph(ui, card, ui.fonts.body, ui.theme->text, model.note);
    problemBox(ui, card, model.problem);
    if (model.isDemo) {
        paragraph(
            ui, card, ui.fonts.body, ui.theme->text,
            tr("The demo practice. Its clients are invented and its passphrase is published, so it opens "
               "without being asked for."));
    } else {
        drawSecret(ui, card, state, model);
    }
    Rect line = cutTop(card, ui.dp(20.0F), ui.dp(8.0F));
    write(line, ui.fonts.small, model.waitSeconds > 0 ? ui.theme->onWarning : ui.theme->accent,
          stateLine(model));
    const Rect buttons = cutTop(card, ui.dp(size::kControl), ui.dp(22.0F));
    drawButtons(ui, buttons, state, model, asked);
    drawRecent(ui, card, tr("Other practices"), model, asked);
    return asked;
}

}  // namespace palpate::ui
