#include "ui/new_client.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace palpate::ui {
namespace {

using core::tr;

// Empty text is 0, "not stated". A decimal comma is a point.
std::optional<double> numberFrom(std::string text) {
    const auto isSpace = [](char c) { return c == ' '; };
    text.erase(std::remove_if(text.begin(), text.end(), isSpace), text.end());
    std::replace(text.begin(), text.end(), ',', '.');
    if (text.empty()) return 0.0;
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool read = error == std::errc() && end == text.data() + text.size();
    // Far beyond any year, height or weight; also turns away what is no number at all.
    const bool sensible = number >= 0.0 && number < 1.0e6;
    if (!read || !sensible) return std::nullopt;
    return number;
}

core::Error notANumber(const char* what, const std::string& typed) {
    return {core::trf("{0} is not a number", {what}), typed, tr("Leave it empty if it is not known."),
            core::Error::Kind::Usage};
}

bool isTaken(const document::Document& document, const std::string& code, core::ClientId except) {
    return std::any_of(document.clients.begin(), document.clients.end(), [&](const clinic::Client& client) {
        return client.code == code && client.id != except;
    });
}

}  // namespace

std::optional<std::string> captionedField(Ui& ui, Rect box, const char* label, const std::string& name,
                                          const Field& look) {
    write(cutTop(box, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim, label);
    return field(ui, name, cutTop(box, ui.dp(size::kControl)), look);
}

core::Result<clinic::Client> clientFrom(const NewClientDraft& draft) {
    clinic::Client client;
    client.code = draft.code;
    client.name = draft.name;
    client.figure = draft.figure;
    client.goals = draft.goals;
    client.contraindications = draft.contraindications;
    client.areasToAvoid = draft.areasToAvoid;
    const std::optional<double> year = numberFrom(draft.yearOfBirth);
    const std::optional<double> height = numberFrom(draft.heightCm);
    const std::optional<double> weight = numberFrom(draft.weightKg);
    if (!year || *year != static_cast<int>(*year))
        return notANumber(tr("The year of birth"), draft.yearOfBirth);
    if (!height) return notANumber(tr("The height"), draft.heightCm);
    if (!weight) return notANumber(tr("The weight"), draft.weightKg);
    client.yearOfBirth = static_cast<int>(*year);
    client.heightCm = *height;
    client.weightKg = *weight;
    if (const core::Result<void> valid = clinic::validate(client); !valid) return valid.error();
    return client;
}

NewClientModel makeClientDraftModel(const document::Document& document, const NewClientDraft& typed,
                                    core::ClientId client) {
    NewClientModel model;
    model.draft = typed;
    model.figures = makeFigureChoice(typed.figure);
    std::vector<core::Error> problems;
    // Each field by itself, so that all that need attention are marked at once.
    const auto isWrong = [&problems](NewClientDraft only) {
        if (only.code.empty()) only.code.assign(1, '-');  // gcc 12 misreads assigning a literal here
        const core::Result<clinic::Client> read = clientFrom(only);
        if (!read) problems.push_back(read.error());
        return !read.has_value();
    };
    const NewClientDraft& draft = model.draft;
    if (isTaken(document, draft.code, client)) {
        model.codeIsWrong = true;
        problems.push_back({tr("Another client has this code already"), "", tr("Choose another one.")});
    } else if (const auto coded = clientFrom({.code = draft.code}); !coded) {
        model.codeIsWrong = true;
        problems.push_back(coded.error());
    }
    model.yearIsWrong = isWrong({.yearOfBirth = draft.yearOfBirth});
    model.heightIsWrong = isWrong({.heightCm = draft.heightCm});
    model.weightIsWrong = isWrong({.weightKg = draft.weightKg});
    for (const core::Error& problem : problems)
        model.problem += (model.problem.empty() ? "" : " ") + problem.what + ".";
    // With one problem there is room for what to do about it.
    if (problems.size() == 1 && !problems.front().hint.empty()) model.problem += " " + problems.front().hint;
    return model;
}

NewClientModel makeNewClientModel(const document::Document& document, const UiState& state) {
    return makeClientDraftModel(document, state.newClient, {});
}

namespace {

// The fields of the form; each says what it was changed to.
struct NewClientForm {
    Ui& ui;
    NewClientDraft draft;
    std::optional<Action>& asked;

    void edit(std::string& part, const std::optional<std::string>& typed) {
        if (!typed) return;
        part = *typed;
        keepFirst(asked, action::EditNewClient{draft});
    }
};

void drawNumbers(NewClientForm& form, const NewClientModel& model, float block, float space) {
    Ui& ui = form.ui;
    NewClientDraft& draft = form.draft;
    const bool first = ImGui::IsWindowAppearing();
    Rect row = takeRow(block);
    const Rect codeBox = columnOf(row, 0, 3, space);
    const Rect nameBox{columnOf(row, 1, 3, space).x, row.y, row.right() - columnOf(row, 1, 3, space).x,
                       block};
    form.edit(draft.code, captionedField(ui, codeBox, tr("Code"), "client.code",
                                         {.text = draft.code, .hint = {}, .wrong = model.codeIsWrong}));
    form.edit(draft.name,
              captionedField(ui, nameBox, tr("Name (optional, never shown in pictures)"), "client.name",
                             {.text = draft.name, .hint = {}, .takeFocus = first}));
    gap(space);
    row = takeRow(block);
    form.edit(draft.yearOfBirth,
              captionedField(ui, columnOf(row, 0, 3, space), tr("Year of birth"), "client.year",
                             {.text = draft.yearOfBirth, .hint = tr("1968"), .wrong = model.yearIsWrong}));
    form.edit(draft.heightCm,
              captionedField(ui, columnOf(row, 1, 3, space), tr("Height, cm"), "client.height",
                             {.text = draft.heightCm, .hint = tr("170"), .wrong = model.heightIsWrong}));
    form.edit(draft.weightKg,
              captionedField(ui, columnOf(row, 2, 3, space), tr("Weight, kg"), "client.weight",
                             {.text = draft.weightKg, .hint = tr("68"), .wrong = model.weightIsWrong}));
}

// What a treatment has to heed from the first minute on.
void drawCautions(NewClientForm& form, float block, float space) {
    Ui& ui = form.ui;
    NewClientDraft& draft = form.draft;
    const Rect row = takeRow(block);
    form.edit(draft.contraindications,
              captionedField(ui, columnOf(row, 0, 2, space), tr("Contraindications (shown beside the body)"),
                             "client.contraindications",
                             {.text = draft.contraindications, .hint = {}, .most = 2000}));
    form.edit(draft.areasToAvoid,
              captionedField(ui, columnOf(row, 1, 2, space), tr("Areas to avoid, in the client's words"),
                             "client.avoid", {.text = draft.areasToAvoid, .hint = {}, .most = 2000}));
}

void drawFields(NewClientForm& form, const NewClientModel& model) {
    Ui& ui = form.ui;
    const float block = ui.dp(18.0F + 4.0F + size::kControl);
    const float space = ui.dp(14.0F);
    drawNumbers(form, model, block, space);
    gap(space);
    Rect figures = takeRow(ui.dp(18.0F + 4.0F + 128.0F));
    write(cutTop(figures, ui.dp(18.0F), ui.dp(4.0F)), ui.fonts.smallStrong, ui.theme->dim,
          tr("Figure (can be changed at any time)"));
    form.edit(form.draft.figure, drawFigureChoice(ui, figures, model.figures, "client.figure_"));
    gap(space);
    drawCautions(form, block, space);
}

// What is wrong, and what goes on: in sight wherever the fields are scrolled to.
void drawFoot(Ui& ui, Rect foot, const NewClientModel& model, std::optional<Action>& asked) {
    const bool ready = model.problem.empty();
    Rect buttons = cutBottom(foot, ui.dp(size::kControl));
    const std::string note =
        ready ? tr("Height and weight only scale the areas in cm\xC2\xB2. All but the code may stay empty.")
              : model.problem;
    writeWrapped(foot, ui.fonts.small, ready ? ui.theme->dim : ui.theme->onError, note);
    const Button add{
        .kind = Button::Kind::Primary, .icon = icon::kPlus, .text = tr("Add client"), .enabled = ready};
    const Button cancel{.text = tr("Cancel")};
    const Rect confirm = cutRight(buttons, buttonWidth(ui, add), ui.dp(10.0F));
    if (button(ui, "dialog.close", cutRight(buttons, buttonWidth(ui, cancel)), cancel)) {
        keepFirst(asked, action::ShowDialog{Dialog::None});
    }
    const bool entered = ready && isEntered(ui);
    if (button(ui, "client.confirm", confirm, add) || entered) keepFirst(asked, action::AddClient{});
}

}  // namespace

std::optional<Action> drawNewClient(Ui& ui, const NewClientModel& model) {
    std::optional<Action> asked;
    const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    Rect fields{at.x, at.y, room.x, room.y};
    const float footHeight = std::ceil(2.0F * ui.fonts.small.pixels) + ui.dp(14.0F + size::kControl);
    const Rect foot = cutBottom(fields, footHeight, ui.dp(8.0F));
    compat::beginChild("client.fields", {fields.width, fields.height}, ImGuiWindowFlags_NoBackground);
    NewClientForm form{ui, model.draft, asked};
    drawFields(form, model);
    ImGui::EndChild();
    drawFoot(ui, foot, model, asked);
    return asked;
}

}  // namespace palpate::ui
