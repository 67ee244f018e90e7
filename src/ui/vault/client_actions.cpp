#include "core/text.h"
#include "document/edit.h"
#include "document/practice_care.h"
#include "ui/vault/client_dialog.h"

#include <algorithm>
#include <utility>

namespace palpate::ui {
namespace {

using core::tr;
using document::Document;
using document::Notice;
using ClientAsk = action::ClientTask::Ask;

// 0 is what was not stated.
std::string statedText(double number) {
    return number == 0.0 ? std::string() : core::shortDecimal(number);
}

const clinic::Client* editedClient(const Document& document, const UiState& state) {
    const auto it =
        std::find_if(document.clients.begin(), document.clients.end(),
                     [&state](const clinic::Client& client) { return client.id == state.edited.client; });
    return it == document.clients.end() ? nullptr : &*it;
}

// The dialog stays open if it could not be kept, with what was typed.
void keepClient(Document& document, UiState& state, const clinic::Client& client) {
    if (auto kept = document::updateClient(document, client); !kept)
        return document::notify(document, Notice::Kind::Error, "client", kept.error().message());
    document::dismissTopic(document, "client");
    state.edited = {};
    state.dialog = Dialog::None;
}

void save(Document& document, UiState& state) {
    const clinic::Client* before = editedClient(document, state);
    auto client = clientFrom(state.edited.draft);
    if (before == nullptr || !client) return;
    client->id = before->id;
    client->archived = before->archived;
    keepClient(document, state, *client);
}

void archive(Document& document, UiState& state, bool archived) {
    const clinic::Client* before = editedClient(document, state);
    if (before == nullptr) return;
    clinic::Client client = *before;
    client.archived = archived;
    keepClient(document, state, client);
}

void erase(Document& document, UiState& state) {
    const clinic::Client* client = editedClient(document, state);
    if (client == nullptr || state.edited.typedCode != client->code) return;
    const auto erased = document::eraseClient(document, client->id);
    if (!erased) return document::notify(document, Notice::Kind::Error, "client", erased.error().message());
    // Stays until it is put away: what was left has to be seen to.
    document::notify(document, erased->backupsLeft.empty() ? Notice::Kind::Warning : Notice::Kind::Error,
                     "client", document::erasedWords(*erased));
    state.edited = {};
    state.dialog = Dialog::None;
}

}  // namespace

NewClientDraft draftOf(const clinic::Client& client) {
    NewClientDraft draft;
    draft.code = client.code;
    draft.name = client.name;
    draft.yearOfBirth = statedText(client.yearOfBirth);
    draft.heightCm = statedText(client.heightCm);
    draft.weightKg = statedText(client.weightKg);
    draft.figure = client.figure;
    draft.goals = client.goals;
    draft.contraindications = client.contraindications;
    draft.areasToAvoid = client.areasToAvoid;
    return draft;
}

void applyClientTask(commands::CommandContext& context, UiState& state, const action::ClientTask& task) {
    Document& document = context.document();
    switch (task.ask) {
        case ClientAsk::Save:
            return save(document, state);
        case ClientAsk::Archive:
        case ClientAsk::BringBack:
            return archive(document, state, task.ask == ClientAsk::Archive);
        case ClientAsk::AskErase:
        case ClientAsk::StayErase:
            state.edited.erasing = task.ask == ClientAsk::AskErase;
            state.edited.typedCode.clear();
            return;
        case ClientAsk::TypeCode:
            state.edited.typedCode = task.text;
            return;
        case ClientAsk::Erase:
            return erase(document, state);
    }
}

}  // namespace palpate::ui
