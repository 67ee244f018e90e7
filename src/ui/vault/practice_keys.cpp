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
using Ask = action::Practice::Ask;

// A button with what it does beside it.
void offer(Ui& ui, Rect& room, const std::string& name, const Button& look, Ask ask, const char* why,
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

}  // namespace

void drawKeysTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    if (model.isDemo) {
        return paragraph(
            ui, room, ui.fonts.body, ui.theme->text,
            tr("The demo practice has a published passphrase, so that it opens without asking. Its keys "
               "protect nothing and are not changed."));
    }
    PracticeDialogState::Keys& keys = *model.keys;
    secretField(ui, "keys.passphrase", labelled(ui, room, tr("New passphrase")), keys.passphrase,
                {.hint = tr("Four or five unrelated words are good")});
    keys.again.shown = keys.passphrase.shown;
    drawStrength(ui, room, keys.passphrase);
    const bool differs = !keys.again.empty() && keys.again.text() != keys.passphrase.text();
    Rect againRow = labelled(ui, room, tr("The same once more"));
    againRow.width -= ui.dp(size::kControl + 6.0F);
    secretField(ui, "keys.again", againRow, keys.again, {.wrong = differs, .eye = false});
    const bool changeable = model.readOnly.empty();
    const bool ready = changeable && passphraseStrength(keys.passphrase.text()).isEnough() &&
                       keys.again.text() == keys.passphrase.text();
    offer(ui, room, "keys.change",
          {.kind = Button::Kind::Primary,
           .icon = icon::kPencil,
           .text = tr("Change passphrase"),
           .enabled = ready},
          Ask::ChangePassphrase,
          tr("From now on the file opens with the new one. Older copies and backups still open with the "
             "passphrase "
             "that they were made with."),
          asked);
    offer(ui, room, "keys.rotate", {.icon = icon::kExchange, .text = tr("Rotate all keys"), .enabled = ready},
          Ask::RotateKeys,
          tr("Seals every record anew, with the new passphrase and a new recovery key: what is right when "
             "somebody "
             "leaves, or when an old copy together with an old passphrase may be in other hands. Whoever has "
             "such a "
             "copy can still read that copy, but nothing that is written from now on."),
          asked);
    offer(ui, room, "keys.renew", {.icon = icon::kKey, .text = tr("New recovery key"), .enabled = changeable},
          Ask::NewKey,
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
    drawKeyGroups(ui, room, keys.newKey.text());
    Rect row = cutTop(room, ui.dp(size::kControl), ui.dp(10.0F));
    const Button print{.icon = icon::kPrint, .text = tr("Print")};
    const Button save{.icon = icon::kDownload, .text = tr("Save as a file")};
    if (button(ui, "key.print", cutLeft(row, buttonWidth(ui, print), ui.dp(10.0F)), print))
        keepFirst(asked, action::Practice{Ask::PrintKey});
    if (button(ui, "key.save", cutLeft(row, buttonWidth(ui, save)), save))
        keepFirst(asked, action::Practice{Ask::SaveKey});
    paragraph(ui, room, ui.fonts.small, ui.theme->dim, model.keyNote);
    problemBox(ui, room, model.problem);
    secretField(ui, "key.group", labelled(ui, room, tr("Type one of the groups, to show that you have it")),
                keys.typedGroup, {.stars = false});
    if (tick(ui, "key.kept", cutTop(room, ui.dp(size::kControl), ui.dp(8.0F)), keys.kept,
             tr("or tick: it is printed or written down")))
        keys.kept = !keys.kept;
    Rect buttons = cutBottom(room, ui.dp(size::kControl));
    const Button done{.kind = Button::Kind::Primary,
                      .icon = icon::kCheck,
                      .text = tr("It is kept"),
                      .enabled = isKeyKept(keys.newKey, keys.typedGroup, keys.kept)};
    if (button(ui, "key.done", cutRight(buttons, buttonWidth(ui, done)), done))
        keepFirst(asked, action::Practice{Ask::KeyKept});
}

}  // namespace palpate::ui
