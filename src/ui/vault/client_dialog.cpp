#include "ui/vault/client_dialog.h"

#include "core/plural.h"
#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/gate_parts.h"
#include "ui/widgets.h"

#include <utility>

namespace palpate::ui {
namespace {

using core::tr;
using ClientAsk = action::ClientTask::Ask;

struct Form {
    Ui& ui;
    NewClientDraft draft;
    std::optional<Action>& asked;

    void edit(std::string& part, const std::optional<std::string>& typed) {
        if (!typed) return;
        part = *typed;
        keepFirst(asked, action::EditClient{draft});
    }
    void area(const char* label, const std::string& name, std::string& part, float height) {
        caption(ui, label);
        edit(part, textArea(ui, name, takeRow(ui.dp(height)), {.text = part, .hint = {}, .most = 2000}));
        gap(ui.dp(8.0F));
    }
};

void drawNumbers(Form& form, const NewClientModel& model) {
    Ui& ui = form.ui;
    const float block = ui.dp(18.0F + 4.0F + size::kControl), space = ui.dp(14.0F);
    NewClientDraft& draft = form.draft;
    Rect row = takeRow(block);
    const Rect first = columnOf(row, 0, 4, space);
    const Rect second{columnOf(row, 1, 4, space).x, row.y, row.right() - columnOf(row, 1, 4, space).x, block};
    form.edit(draft.code, captionedField(ui, first, tr("Code"), "record.code",
                                         {.text = draft.code, .hint = {}, .wrong = model.codeIsWrong}));
    form.edit(draft.name, captionedField(ui, second, tr("Name (optional, never shown in pictures)"),
                                         "record.name", {.text = draft.name, .hint = {}}));
    gap(ui.dp(10.0F));
    row = takeRow(block);
    form.edit(draft.yearOfBirth,
              captionedField(ui, columnOf(row, 0, 3, space), tr("Year of birth"), "record.year",
                             {.text = draft.yearOfBirth, .hint = {}, .wrong = model.yearIsWrong}));
    form.edit(draft.heightCm,
              captionedField(ui, columnOf(row, 1, 3, space), tr("Height, cm"), "record.height",
                             {.text = draft.heightCm, .hint = {}, .wrong = model.heightIsWrong}));
    form.edit(draft.weightKg,
              captionedField(ui, columnOf(row, 2, 3, space), tr("Weight, kg"), "record.weight",
                             {.text = draft.weightKg, .hint = {}, .wrong = model.weightIsWrong}));
    gap(ui.dp(10.0F));
}

void drawRecordButtons(Ui& ui, const ClientDialogModel& model, std::optional<Action>& asked) {
    Rect row = takeRow(ui.dp(size::kControl));
    const Button save{.kind = Button::Kind::Primary,
                      .icon = icon::kCheck,
                      .text = tr("Keep the changes"),
                      .enabled = model.form.problem.empty()};
    const Button cancel{.text = tr("Cancel")};
    const Button archive{.icon = icon::kArchive,
                         .text = model.archived ? tr("Bring back") : tr("Archive"),
                         .tip = model.archived ? tr("Shows the client in the list again")
                                               : tr("Hides the client from the list; nothing is lost")};
    const Button erase{.icon = icon::kTrash, .text = tr("Erase\xE2\x80\xA6")};
    if (button(ui, "record.save", cutRight(row, buttonWidth(ui, save), ui.dp(10.0F)), save))
        keepFirst(asked, action::ClientTask{ClientAsk::Save});
    if (button(ui, "dialog.close", cutRight(row, buttonWidth(ui, cancel), ui.dp(10.0F)), cancel))
        keepFirst(asked, action::ShowDialog{Dialog::None});
    if (button(ui, "record.archive", cutLeft(row, buttonWidth(ui, archive), ui.dp(10.0F)), archive))
        keepFirst(asked, action::ClientTask{model.archived ? ClientAsk::BringBack : ClientAsk::Archive});
    if (button(ui, "record.erase", cutLeft(row, buttonWidth(ui, erase)), erase))
        keepFirst(asked, action::ClientTask{ClientAsk::AskErase});
}

void drawErase(Ui& ui, const ClientDialogModel& model, std::optional<Action>& asked) {
    const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    Rect rest{at.x, at.y, room.x, room.y};
    title(ui, rest, icon::kTrash, core::trf("Erase client {0}?", {model.code}));
    paragraph(ui, rest, ui.fonts.body, ui.theme->text, model.gone);
    problemBox(ui, rest,
               tr("This cannot be taken back. Copies of the file that lie elsewhere, on a stick or another "
                  "machine, keep the client: they are not reached from here."));
    const Rect box = labelled(ui, rest, core::trf("Type {0} to say that you mean it", {model.code}));
    const Field code{.text = model.typedCode, .hint = {}, .takeFocus = ImGui::IsWindowAppearing()};
    if (auto typed = field(ui, "erase.code", box, code))
        keepFirst(asked, action::ClientTask{ClientAsk::TypeCode, *typed});
    Rect row = cutTop(rest, ui.dp(size::kControl));
    const Button erase{.kind = Button::Kind::Primary,
                       .icon = icon::kTrash,
                       .text = tr("Erase for good"),
                       .enabled = model.mayErase()};
    const Button back{.icon = icon::kArrowLeft, .text = tr("Back")};
    if (button(ui, "erase.confirm", cutRight(row, buttonWidth(ui, erase)), erase))
        keepFirst(asked, action::ClientTask{ClientAsk::Erase});
    if (button(ui, "erase.back", cutLeft(row, buttonWidth(ui, back)), back))
        keepFirst(asked, action::ClientTask{ClientAsk::StayErase});
}

}  // namespace

ClientDialogModel makeClientDialogModel(const document::Document& document, const UiState& state) {
    ClientDialogModel model;
    model.form = makeClientDraftModel(document, state.edited.draft, state.edited.client);
    model.erasing = state.edited.erasing;
    model.typedCode = state.edited.typedCode;
    for (const clinic::Client& client : document.clients) {
        if (client.id != state.edited.client) continue;
        model.archived = client.archived;
        model.code = client.code;
    }
    const std::string visits = document.client == state.edited.client
                                   ? core::trn("{0} visit", "{0} visits", document.visits.size())
                                   : std::string(tr("all visits"));
    model.gone = core::trf(
        "The record of {0} goes, with {1}, every map and every note. The client's own key is destroyed, so "
        "that what the disk may still hold cannot be read again. Backups in {2} are rewritten without the "
        "client, and a backup that is restored later loses the client too.",
        {model.code, visits, document.practiceState.backupFolder.string()});
    return model;
}

std::optional<Action> drawClientDialog(Ui& ui, const ClientDialogModel& model) {
    std::optional<Action> asked;
    if (model.erasing) {
        drawErase(ui, model, asked);
        return asked;
    }
    Form form{ui, model.form.draft, asked};
    drawNumbers(form, model.form);
    Rect figures = takeRow(ui.dp(18.0F + 4.0F + 104.0F));
    write(cutTop(figures, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, tr("Figure"));
    form.edit(form.draft.figure, drawFigureChoice(ui, figures, model.form.figures, "record.figure_"));
    gap(ui.dp(8.0F));
    form.area(tr("Contraindications: always shown beside the body"), "record.contraindications",
              form.draft.contraindications, 52.0F);
    form.area(tr("Areas to avoid, in the client's words"), "record.avoid", form.draft.areasToAvoid, 52.0F);
    form.area(tr("Goals"), "record.goals", form.draft.goals, 52.0F);
    if (!model.form.problem.empty())
        writeWrapped(takeRow(ui.fonts.small.pixels * 2), ui.fonts.small, ui.theme->onError,
                     model.form.problem);
    drawRecordButtons(ui, model, asked);
    return asked;
}

}  // namespace palpate::ui
