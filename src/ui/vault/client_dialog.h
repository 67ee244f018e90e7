#pragma once

#include "commands/command.h"
#include "document/document.h"
#include "ui/new_client.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <optional>
#include <string>

namespace palpate::ui {

// The record of a client: to be changed, archived or erased.
struct ClientDialogModel {
    NewClientModel form;
    bool archived = false;
    bool erasing = false;
    std::string code;       // what has to be typed
    std::string typedCode;  // so far
    std::string gone;       // what would be gone, in plain words
    [[nodiscard]] bool mayErase() const { return !code.empty() && typedCode == code; }
};
[[nodiscard]] ClientDialogModel makeClientDialogModel(const document::Document& document,
                                                      const UiState& state);
std::optional<Action> drawClientDialog(Ui& ui, const ClientDialogModel& model);

[[nodiscard]] NewClientDraft draftOf(const clinic::Client& client);
void applyClientTask(commands::CommandContext& context, UiState& state, const action::ClientTask& task);

}  // namespace palpate::ui
