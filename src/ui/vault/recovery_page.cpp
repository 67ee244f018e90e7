#include "core/text.h"
#include "ui/icons.h"
#include "ui/vault/gate_parts.h"

namespace palpate::ui {

using core::tr;

std::optional<GateAsk> drawRecoveryKey(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    title(ui, card, icon::kKey, tr("Keep the recovery key"));
    paragraph(
        ui, card, ui.fonts.body, ui.theme->text,
        tr("If the passphrase is ever forgotten, this key is the only other way in. It is shown now and "
           "never again: print it, or write it down, and keep it apart from this machine."));
    switch (drawKeyToKeep(ui, card,
                          {.key = state.newKey,
                           .typedGroup = state.typedGroup,
                           .kept = state.kept,
                           .note = model.note,
                           .problem = model.problem,
                           .takeFocus = state.focus,
                           .done = tr("On to the practice")})) {
        case KeyAsk::Print:
            return GateAsk{GateAsk::Kind::PrintKey};
        case KeyAsk::Save:
            return GateAsk{GateAsk::Kind::SaveKey};
        case KeyAsk::Done:
            return GateAsk{GateAsk::Kind::Done};
        case KeyAsk::None:
            break;
    }
    return std::nullopt;
}

}  // namespace palpate::ui
