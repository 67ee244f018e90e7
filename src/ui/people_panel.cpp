#include "ui/people_panel.h"

#include "core/text.h"
#include "document/practice_care.h"
#include "document/practitioners.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;

// Codes and names are searched, so that a client can be found by name without names being on the screen.
bool found(const clinic::Client& client, const std::string& search) {
    const std::string wanted = core::lowered(search);
    return core::lowered(client.code).find(wanted) != std::string::npos ||
           core::lowered(client.name).find(wanted) != std::string::npos;
}

void addClients(PeopleModel& model, const document::Document& document) {
    for (const clinic::Client& client : document.clients) {
        model.hasArchived = model.hasArchived || client.archived;
        // The open one is always there, so that one sees who it is.
        if (client.archived && !model.showsArchived && client.id != document.client) continue;
        if (!found(client, model.search)) continue;
        const std::string born =
            client.yearOfBirth ? core::trf("born {0}", {std::to_string(client.yearOfBirth)}) : std::string();
        const std::string detail = client.archived ? std::string(tr("archived")) : born;
        model.clients.push_back(
            {client.id, client.code, detail, client.id == document.client, client.archived});
    }
    if (document.clients.empty()) {
        model.noClients = tr("No clients yet. Press + to add the first one.");
    } else if (model.clients.empty()) {
        model.noClients = core::trf("Nobody matches \"{0}\".", {model.search});
    }
}

// What a list says of a visit beside its date.
void addMarks(PeopleModel::VisitRow& row, const document::Document& document, core::VisitId visit) {
    const document::VisitMarks marks = document::marksOf(document, visit);
    if (marks.client) row.painted = tr("client");
    if (marks.therapist) row.painted += (row.painted.empty() ? "" : ", ") + std::string(tr("therapist"));
    row.finished = !marks.finished.empty();
    row.clockWentBack = marks.clockWentBack;
    if (row.painted.empty()) row.painted = tr("not painted yet");
    if (row.finished) row.tip = tr("A map of this visit is finished.");
    if (row.clockWentBack)
        row.tip = tr("This visit was made after one with a later time: the clock ran backwards in between.");
}

void addVisits(PeopleModel& model, const document::Document& document, core::Timestamp now) {
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        model.visits.push_back({visit->id,
                                std::to_string(visit->number),
                                relativeDate(visit->at, now),
                                shortClock(visit->at),
                                {},
                                {},
                                {},
                                false,
                                false,
                                isSameDay(visit->at, now),
                                visit->id == document.visit});
        addMarks(model.visits.back(), document, visit->id);
        // One practitioner alone need not be told apart.
        if (document.practiceState.practitioners.size() > 1)
            model.visits.back().by = document::nameOf(document, visit->practitioner);
    }
    if (!document.client) {
        model.noVisits = tr("Choose a client to see the visits.");
    } else if (model.visits.empty()) {
        model.noVisits = tr("No visits yet. Open today's visit to paint the first map.");
    }
}

void drawHeading(const Ui& ui, Rect row, const char* text) {
    write(row, ui.fonts.strong, ui.theme->text, text);
}

void drawClientRow(Ui& ui, const PeopleModel::ClientRow& row, std::optional<Action>& asked) {
    const Rect rect = takeRow(ui.dp(size::kControl));
    const Press state = listRow(ui, "client." + row.code, rect, row.open);
    if (state.pressed) keepFirst(asked, action::OpenClient{row.id});
    Rect text = rect;
    cutLeft(text, ui.dp(12.0F));
    cutRight(text, ui.dp(10.0F));
    const Theme& theme = *ui.theme;
    const float detail = std::ceil(textWidth(ui.fonts.small, row.detail));
    write(cutRight(text, detail, ui.dp(8.0F)), ui.fonts.small, theme.dim, row.detail);
    write(text, row.open ? ui.fonts.strong : ui.fonts.body, row.open ? theme.onChosen : theme.text, row.code);
}

void drawVisitRow(Ui& ui, const PeopleModel::VisitRow& row, std::optional<Action>& asked) {
    const Rect rect = takeRow(ui.dp(50.0F));
    const Press state = listRow(ui, "visit." + row.number, rect, row.open);
    if (state.pressed) keepFirst(asked, action::OpenVisit{row.id});
    tip(ui, row.tip);
    const Theme& theme = *ui.theme;
    Rect text = rect;
    cutLeft(text, ui.dp(12.0F));
    cutRight(text, ui.dp(10.0F));
    Rect disc = cutLeft(text, ui.dp(26.0F), ui.dp(10.0F));
    disc = centred(disc, ui.dp(26.0F), ui.dp(26.0F));
    fill(disc, row.today ? theme.accent : theme.hovered, disc.height / 2.0F);
    write(disc, ui.fonts.smallStrong, row.today ? theme.onAccent : theme.dim, row.number, 0.5F);
    const Font& font = row.open || row.today ? ui.fonts.strong : ui.fonts.body;
    const char* sign = row.clockWentBack ? icon::kWarning : row.finished ? icon::kCheck : "";
    if (*sign != '\0')
        write(cutRight(text, ui.dp(22.0F)), ui.fonts.small, row.clockWentBack ? theme.onWarning : theme.good,
              sign, 1.0F);
    Rect lines = centred(text, text.width, ui.dp(40.0F));
    Rect upper = cutTop(lines, ui.dp(22.0F));
    const float detail = std::ceil(textWidth(ui.fonts.small, row.detail));
    // In a narrow column the date goes before the time.
    if (textWidth(font, row.date) + detail + ui.dp(8.0F) <= upper.width) {
        write(cutRight(upper, detail, ui.dp(8.0F)), ui.fonts.small, theme.dim, row.detail);
    }
    write(upper, font, row.open ? theme.onChosen : theme.text, row.date);
    const float painted = std::ceil(textWidth(ui.fonts.small, row.painted));
    write(cutLeft(lines, std::min(painted, lines.width), ui.dp(10.0F)), ui.fonts.small, theme.dim,
          row.painted);
    if (lines.width > ui.dp(24.0F)) write(lines, ui.fonts.small, theme.dim, row.by, 1.0F);
}

// A scrolling list; `content` draws the rows. Lists keep their place while the rest of the column stands
// still.
template <typename Content>
void scrolling(const char* id, const Rect& rect, const Content& content) {
    ImGui::SetCursorScreenPos(minOf(rect));
    compat::beginChild(id, {rect.width, rect.height}, ImGuiWindowFlags_NoBackground);
    content();
    ImGui::EndChild();
}

void drawClients(Ui& ui, Rect part, const PeopleModel& model, std::optional<Action>& asked) {
    Rect heading = cutTop(part, ui.dp(size::kControl), ui.dp(6.0F));
    const Button add{.kind = Button::Kind::Ghost,
                     .icon = icon::kPlus,
                     .text = {},
                     .tip = model.addClient.title,
                     .shortcut = model.addClient.shortcut,
                     .enabled = model.addClient.enabled};
    if (button(ui, "client.add", cutRight(heading, heading.height), add)) {
        keepFirst(asked, action::Run{model.addClient.name});
    }
    const Button edit{.kind = Button::Kind::Ghost,
                      .icon = icon::kPencil,
                      .text = {},
                      .tip = model.editClient.title,
                      .shortcut = model.editClient.shortcut,
                      .enabled = model.editClient.enabled};
    if (button(ui, "client.edit", cutRight(heading, heading.height), edit))
        keepFirst(asked, action::Run{model.editClient.name});
    if (model.hasArchived) {
        const Button archived{.kind = Button::Kind::Ghost,
                              .icon = icon::kArchive,
                              .text = {},
                              .tip = model.archived.title,
                              .chosen = model.showsArchived};
        if (button(ui, "client.archived", cutRight(heading, heading.height), archived))
            keepFirst(asked, action::Run{model.archived.name});
    }
    drawHeading(ui, heading, tr("Clients"));
    const Field search{.text = model.search, .hint = tr("Search"), .icon = icon::kSearch};
    if (auto typed = field(ui, "client.search", cutTop(part, ui.dp(size::kControl), ui.dp(8.0F)), search)) {
        keepFirst(asked, action::SearchClients{*typed});
    }
    if (!model.noClients.empty()) return emptyState(ui, part, icon::kUsers, model.noClients);
    scrolling("clients", part, [&] {
        for (const PeopleModel::ClientRow& row : model.clients)
            drawClientRow(ui, row, asked);
    });
}

void drawVisits(Ui& ui, Rect part, const PeopleModel& model, std::optional<Action>& asked) {
    Rect heading = cutTop(part, ui.dp(size::kControl), ui.dp(2.0F));
    const Button add{.kind = Button::Kind::Ghost,
                     .icon = icon::kPlus,
                     .text = {},
                     .tip = model.newVisit.title,
                     .shortcut = model.newVisit.shortcut,
                     .enabled = model.newVisit.enabled};
    if (button(ui, "visit.add", cutRight(heading, heading.height), add))
        keepFirst(asked, action::Run{model.newVisit.name});
    drawHeading(ui, heading, tr("Visits"));
    if (!model.todayText.empty()) {
        const Button today{.kind = Button::Kind::Primary,
                           .icon = icon::kCalendar,
                           .text = model.todayText,
                           .tip = model.today.title,
                           .shortcut = model.today.shortcut,
                           .enabled = model.today.enabled};
        if (button(ui, "visit.today", cutBottom(part, ui.dp(40.0F), ui.dp(10.0F)), today)) {
            keepFirst(asked, action::Run{model.today.name});
        }
    }
    if (!model.noVisits.empty()) return emptyState(ui, part, icon::kCalendar, model.noVisits);
    scrolling("visits", part, [&] {
        for (const PeopleModel::VisitRow& row : model.visits)
            drawVisitRow(ui, row, asked);
    });
}

}  // namespace

PeopleModel makePeopleModel(const document::Document& document, const UiState& state, core::Timestamp now) {
    PeopleModel model;
    model.search = state.clientSearch;
    model.addClient = commandItem(document, "client.add");
    model.editClient = commandItem(document, "client.edit");
    model.archived = commandItem(document, "client.archived");
    model.showsArchived = state.showArchived;
    model.newVisit = commandItem(document, "visit.add");
    model.today = commandItem(document, "visit.today");
    addClients(model, document);
    addVisits(model, document, now);
    const auto isToday = [](const PeopleModel::VisitRow& row) { return row.today; };
    const auto today = std::find_if(model.visits.begin(), model.visits.end(), isToday);
    const bool isOpen = today != model.visits.end() && today->open;
    if (document.client && !isOpen) model.todayText = tr("Open today's visit");
    return model;
}

std::optional<Action> drawPeople(Ui& ui, const Rect& rect, const PeopleModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel);
    Rect inside = rect.inset(ui.dp(12.0F));
    Rect clients = cutTop(inside, std::floor(inside.height * 0.46F), ui.dp(9.0F));
    fill({rect.x, inside.y - ui.dp(5.0F), rect.width, ui.dp(1.0F)}, theme.hairline);
    drawClients(ui, clients, model, asked);
    drawVisits(ui, inside, model, asked);
    return asked;
}

}  // namespace palpate::ui
