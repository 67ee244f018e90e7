#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

namespace palpate::ui {

using core::tr;

std::optional<GateAsk> drawRecoveryKey(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    std::optional<GateAsk> asked;
    title(ui, card, icon::kKey, model.renewed ? tr("The new recovery key") : tr("Keep the recovery key"));
    paragraph(
        ui, card, ui.fonts.body, ui.theme->text,
        tr("If the passphrase is ever forgotten, this key is the only other way in. It is shown now and "
           "never again: print it, or write it down, and keep it apart from this machine."));
    drawKeyGroups(ui, card, state.newKey.text());
    Rect row = cutTop(card, ui.dp(size::kControl), ui.dp(10.0F));
    const Button print{.icon = icon::kPrint, .text = tr("Print"), .tip = tr("Makes a sheet to be printed")};
    const Button save{.icon = icon::kDownload, .text = tr("Save as a file")};
    if (button(ui, "key.print", cutLeft(row, buttonWidth(ui, print), ui.dp(10.0F)), print))
        asked = GateAsk{GateAsk::Kind::PrintKey};
    if (button(ui, "key.save", cutLeft(row, buttonWidth(ui, save), ui.dp(10.0F)), save))
        asked = GateAsk{GateAsk::Kind::SaveKey};
    paragraph(ui, card, ui.fonts.small, ui.theme->dim,
              model.note.empty()
                  ? tr("Whoever finds a saved key opens the practice with it: move the file to a "
                       "stick and keep that locked away.")
                  : model.note);
    problemBox(ui, card, model.problem);
    secretField(ui, "key.group", labelled(ui, card, tr("Type one of the groups, to show that you have it")),
                state.typedGroup, {.hint = {}, .wrong = false, .takeFocus = state.focus, .stars = false});
    if (tick(ui, "key.kept", cutTop(card, ui.dp(size::kControl), ui.dp(8.0F)), state.kept,
             tr("or tick: it is printed or written down")))
        state.kept = !state.kept;
    Rect buttons = cutBottom(card, ui.dp(size::kControl));
    const Button done{.kind = Button::Kind::Primary,
                      .icon = icon::kCheck,
                      .text = tr("On to the practice"),
                      .enabled = isKeyKept(state)};
    if (button(ui, "key.done", cutRight(buttons, buttonWidth(ui, done)), done))
        asked = GateAsk{GateAsk::Kind::Done};
    return asked;
}

}  // namespace palpate::ui
