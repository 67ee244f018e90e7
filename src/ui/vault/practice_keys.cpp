#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/passphrase_strength.h"
#include "ui/vault/practice_parts.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using core::tr;
using PracticeAsk = action::Practice::Ask;

// A button with what it does beside it.
void offer(Ui& ui, Rect& room, const std::string& name, const Button& look, PracticeAsk ask, const char* why,
           std::optional<Action>& asked) {
    const float width = ui.dp(230.0F), space = ui.dp(16.0F);
    const float height =
        std::max(wrappedHeight(ui.fonts.small, why, room.width - width - space), ui.dp(size::kControl));
    Rect row = cutTop(room, height, ui.dp(14.0F));
    Rect cell = cutLeft(row, width, space);
    cell.height = ui.dp(size::kControl);
    if (button(ui, name, cell, look)) keepFirst(asked, action::Practice{ask});
    writeWrapped(row, ui.fonts.small, ui.theme->dim, why);
}

// What a new key means, before there is one.
void confirmKeys(Ui& ui, Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    const bool rotates = model.keyStep == PracticeDialogState::KeyStep::Rotate;
    title(ui, room, icon::kKey, rotates ? tr("Rotate all keys?") : tr("Make a new recovery key?"));
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              rotates
                  ? tr("Every record is sealed anew. The passphrase is then the one that you just typed, and "
                       "there is a new "
                       "recovery key, which is shown once and has to be kept: the one that you have opens "
                       "nothing any more "
                       "but older copies and backups. This takes a while in a large practice and cannot be "
                       "taken back.")
                  : tr("The recovery key that you have opens nothing any more but older copies and backups. "
                       "The new one is "
                       "shown once: have a printer or pen and paper at hand. This cannot be taken back."));
    Rect row = cutTop(room, ui.dp(size::kControl));
    const Button go{.kind = Button::Kind::Primary,
                    .icon = icon::kKey,
                    .text = rotates ? tr("Rotate all keys") : tr("Make it")};
    const Button back{.text = tr("Cancel")};
    if (button(ui, "keys.confirm", cutRight(row, buttonWidth(ui, go), ui.dp(10.0F)), go))
        keepFirst(asked, action::Practice{rotates ? PracticeAsk::RotateKeys : PracticeAsk::NewKey});
    if (button(ui, "keys.cancel", cutRight(row, buttonWidth(ui, back)), back))
        keepFirst(asked, action::Practice{PracticeAsk::StayKeys});
}

}  // namespace

void drawKeysTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    if (model.isDemo) {
        return paragraph(
            ui, room, ui.fonts.body, ui.theme->text,
            tr("The demo practice has a published passphrase, so that it opens without asking. Its keys "
               "protect nothing and are not changed."));
    }
    if (model.keyStep != PracticeDialogState::KeyStep::None) return confirmKeys(ui, room, model, asked);
    PracticeDialogState::Keys& keys = *model.keys;
    secretField(ui, "keys.present", labelled(ui, room, tr("Today's passphrase, or the recovery key")),
                keys.present, {.hint = tr("So that nobody changes the keys in a window that was left open")});
    secretField(ui, "keys.passphrase", labelled(ui, room, tr("New passphrase")), keys.passphrase,
                {.hint = tr("Four or five unrelated words are good")});
    keys.again.shown = keys.passphrase.shown;
    drawStrength(ui, room, keys.passphrase);
    const bool differs = !keys.again.empty() && keys.again.text() != keys.passphrase.text();
    Rect againRow = labelled(
        ui, room, differs ? tr("The same once more: the two differ so far") : tr("The same once more"));
    againRow.width -= ui.dp(size::kControl + 6.0F);
    secretField(ui, "keys.again", againRow, keys.again, {.wrong = differs, .eye = false});
    const bool changeable = model.readOnly.empty() && !keys.present.empty();
    const bool ready = changeable && passphraseStrength(keys.passphrase.text()).isEnough() &&
                       keys.again.text() == keys.passphrase.text();
    offer(ui, room, "keys.change",
          {.kind = Button::Kind::Primary,
           .icon = icon::kPencil,
           .text = tr("Change passphrase"),
           .enabled = ready},
          PracticeAsk::ChangePassphrase,
          tr("From now on the file opens with the new one. Older copies and backups still open with the "
             "passphrase "
             "that they were made with."),
          asked);
    offer(ui, room, "keys.rotate", {.icon = icon::kExchange, .text = tr("Rotate all keys"), .enabled = ready},
          PracticeAsk::AskRotate,
          tr("Seals every record anew, with the new passphrase and a new recovery key: what is right when "
             "somebody "
             "leaves, or when an old copy together with an old passphrase may be in other hands. Whoever has "
             "such a "
             "copy can still read that copy, but nothing that is written from now on."),
          asked);
    offer(ui, room, "keys.renew", {.icon = icon::kKey, .text = tr("New recovery key"), .enabled = changeable},
          PracticeAsk::AskNewKey,
          tr("When the printed one is lost or was seen. The old one opens nothing from now on, but older "
             "copies and "
             "backups."),
          asked);
}

void drawNewKey(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    PracticeDialogState::Keys& keys = *model.keys;
    title(ui, room, icon::kKey, tr("The new recovery key"));
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              tr("It is shown now and never again. Print it or write it down, and throw the old one away."));
    switch (drawKeyToKeep(ui, room,
                          {.key = keys.newKey,
                           .typedGroup = keys.typedGroup,
                           .kept = keys.kept,
                           .note = model.keyNote,
                           .problem = model.problem,
                           .done = tr("It is kept")})) {
        case KeyAsk::Print:
            return keepFirst(asked, action::Practice{PracticeAsk::PrintKey});
        case KeyAsk::Save:
            return keepFirst(asked, action::Practice{PracticeAsk::SaveKey});
        case KeyAsk::Done:
            return keepFirst(asked, action::Practice{PracticeAsk::KeyKept});
        case KeyAsk::None:
            return;
    }
}

}  // namespace palpate::ui
