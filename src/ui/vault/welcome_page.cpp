#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/vault/passphrase_strength.h"
#include "ui/vault/secret_field.h"
#include "ui/widgets.h"

namespace palpate::ui {
namespace {

using core::tr;

// One of the choices: a large row with what it means below it.
bool choice(Ui& ui, Rect& rest, const std::string& name, const char* icon, const char* what, const char* why,
            bool first) {
    const Rect box = cutTop(rest, ui.dp(84.0F), ui.dp(12.0F));
    const Press state = press(ui, name, box);
    const Theme& theme = *ui.theme;
    fill(box,
         state.held      ? theme.pressed
         : state.hovered ? theme.hovered
         : first         ? theme.chosen
                         : theme.control,
         ui.dp(size::kWindowRounding));
    outline(box, first ? theme.accent : theme.border, ui.dp(size::kWindowRounding),
            ui.dp(first ? 1.5F : size::kHairline));
    Rect inside = box.inset(ui.dp(12.0F));
    write(cutLeft(inside, ui.dp(44.0F), ui.dp(8.0F)), ui.fonts.heading, first ? theme.onChosen : theme.dim,
          icon, 0.5F);
    write(cutTop(inside, ui.dp(24.0F)), ui.fonts.strong, first ? theme.onChosen : theme.text, what);
    writeWrapped(inside, ui.fonts.small, theme.dim, why);
    return state.pressed;
}

// Of the practice and of who makes it, side by side.
void drawNames(Ui& ui, const Rect& row, GateState& state) {
    Rect left = columnOf(row, 0, 2, ui.dp(12.0F)), right = columnOf(row, 1, 2, ui.dp(12.0F));
    const Field name{
        .text = state.practiceName, .hint = tr("My practice"), .takeFocus = state.focus, .most = 80};
    if (auto typed = field(ui, "create.name", labelled(ui, left, tr("Name of the practice")), name))
        state.practiceName = *typed;
    const Field you{.text = state.yourName, .hint = tr("The log then says who it was"), .most = 120};
    if (auto typed = field(ui, "create.you", labelled(ui, right, tr("Your name (optional)")), you))
        state.yourName = *typed;
}

}  // namespace

std::optional<GateAsk> drawWelcome(Ui& ui, Rect card, GateState&, const GateModel& model) {
    std::optional<GateAsk> asked;
    title(ui, card, "", tr("Welcome to Palpate"));
    paragraph(
        ui, card, ui.fonts.body, ui.theme->text,
        tr("A body map of where it hurts and what the hands find. Everything stays in one sealed file on "
           "this machine: your practice."),
        18.0F);
    problemBox(ui, card, model.problem);
    if (choice(ui, card, "welcome.create", icon::kPlus, tr("Create a practice"),
               tr("A new, empty file that only your passphrase opens."), true))
        asked = GateAsk{GateAsk::Kind::Go, GatePage::Create};
    if (choice(ui, card, "welcome.open", icon::kFolder, tr("Open a practice"),
               tr("A .palpate file that is on this machine, on a stick or a backup."), false))
        asked = GateAsk{GateAsk::Kind::Go, GatePage::Open};
    if (choice(ui, card, "welcome.demo", icon::kFlask, tr("Look at the demo practice"),
               tr("Invented clients to try everything on. Nothing in it is real, and its passphrase is "
                  "published: keep no one's records there."),
               false))
        asked = GateAsk{GateAsk::Kind::Demo};
    drawRecent(ui, card, tr("Used before"), model, asked);
    return asked;
}

std::optional<GateAsk> drawCreate(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    std::optional<GateAsk> asked;
    title(ui, card, icon::kPlus, tr("Create a practice"));
    problemBox(ui, card, model.problem);
    drawNames(ui, cutTop(card, ui.dp(18.0F + 4.0F + size::kControl + 14.0F)), state);
    Rect folderRow = labelled(ui, card, tr("Folder that its file goes into"));
    const Field folder{
        .text = state.folder.folder, .icon = icon::kFolder, .wrong = !state.folder.isFolder, .most = 1000};
    if (auto typed = field(ui, "create.folder", folderRow, folder))
        asked = GateAsk{GateAsk::Kind::LookInto, GatePage::Create, *typed};
    card.y -= ui.dp(8.0F);
    card.height += ui.dp(8.0F);
    paragraph(ui, card, ui.fonts.small, ui.theme->dim,
              model.file.empty() ? std::string(" ") : core::trf("The file will be {0}", {model.file}));
    paragraph(ui, card, ui.fonts.body, ui.theme->text,
              tr("The passphrase seals every record. Nobody can read them without it, not even we."), 10.0F);
    secretField(ui, "create.passphrase", labelled(ui, card, tr("Passphrase")), state.passphrase,
                {.hint = tr("Four or five unrelated words are good")});
    state.again.shown = state.passphrase.shown;
    drawStrength(ui, card, state.passphrase);
    const bool differs = !state.again.empty() && state.again.text() != state.passphrase.text();
    Rect againRow = labelled(ui, card,
                             differs ? tr("The same passphrase once more: the two differ so far")
                                     : tr("The same passphrase once more"));
    againRow.width -= ui.dp(size::kControl + 6.0F);  // as wide as the one above, which has the eye
    secretField(ui, "create.again", againRow, state.again, {.wrong = differs, .eye = false});
    const std::string why = whyNotMade(state, model);
    Rect buttons = cutBottom(card, ui.dp(size::kControl), ui.dp(8.0F));
    const bool busy = !model.working.empty();
    paragraph(ui, card, ui.fonts.small, busy ? ui.theme->accent : ui.theme->dim, busy ? model.working : why,
              0.0F);
    const Button make{.kind = Button::Kind::Primary,
                      .icon = icon::kLock,
                      .text = tr("Create the practice"),
                      .enabled = why.empty() && !busy};
    const Button back{.icon = icon::kArrowLeft, .text = tr("Back")};
    const bool entered = make.enabled && isEntered(ui);
    if (button(ui, "create.make", cutRight(buttons, buttonWidth(ui, make), ui.dp(10.0F)), make) || entered)
        asked = GateAsk{GateAsk::Kind::Make};
    if (button(ui, "gate.back", cutLeft(buttons, buttonWidth(ui, back)), back))
        asked = GateAsk{GateAsk::Kind::Go, GatePage::Welcome};
    return asked;
}

std::optional<GateAsk> drawOpenPage(Ui& ui, Rect card, GateState& state, const GateModel& model) {
    std::optional<GateAsk> asked;
    title(ui, card, icon::kFolder, tr("Open a practice"));
    problemBox(ui, card, model.problem);
    const Field folder{.text = state.folder.folder,
                       .icon = icon::kFolder,
                       .wrong = !state.folder.isFolder,
                       .takeFocus = state.focus,
                       .most = 1000};
    if (auto typed = field(ui, "open.folder", labelled(ui, card, tr("Folder")), folder))
        asked = GateAsk{GateAsk::Kind::LookInto, GatePage::Open, *typed};
    Rect buttons = cutBottom(card, ui.dp(size::kControl), ui.dp(12.0F));
    if (const auto pick = drawFolderChoice(ui, "open", card, state.folder)) {
        asked = pick->file.empty() ? GateAsk{GateAsk::Kind::LookInto, GatePage::Open, pick->folder}
                                   : GateAsk{GateAsk::Kind::Choose, GatePage::Unlock, pick->file};
    }
    if (state.folder.isFolder && state.folder.files.empty() && state.folder.folders.empty())
        emptyState(ui, card, icon::kFolder, tr("There is no practice in this folder."));
    const Button back{.icon = icon::kArrowLeft, .text = tr("Back")};
    if (button(ui, "gate.back", cutLeft(buttons, buttonWidth(ui, back), ui.dp(12.0F)), back))
        asked = GateAsk{GateAsk::Kind::Go, GatePage::Welcome};
    write(buttons, ui.fonts.small, ui.theme->dim, tr("Practices are files that end in .palpate."), 1.0F);
    return asked;
}

}  // namespace palpate::ui
