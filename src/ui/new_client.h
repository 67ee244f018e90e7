#pragma once

#include "clinic/client.h"
#include "core/result.h"
#include "document/document.h"
#include "ui/figure_choice.h"
#include "ui/ui.h"
#include "ui/ui_state.h"
#include "ui/widgets.h"

#include <optional>
#include <string>

namespace palpate::ui {

// The client that was typed. Errors: a number that is none, or what clinic::validate says.
[[nodiscard]] core::Result<clinic::Client> clientFrom(const NewClientDraft& draft);

struct NewClientModel {
    NewClientDraft draft;
    FigureChoice figures;
    std::string problem;  // why it cannot be added yet; empty if it can
    bool yearIsWrong = false, heightIsWrong = false, weightIsWrong = false, codeIsWrong = false;
};
// What was typed for a client that is there already, or for a new one (id 0).
[[nodiscard]] NewClientModel makeClientDraftModel(const document::Document& document,
                                                  const NewClientDraft& draft, core::ClientId client);
// A caption over a field; the new text if it changed.
std::optional<std::string> captionedField(Ui& ui, Rect box, const char* label, const std::string& name,
                                          const Field& look);
[[nodiscard]] NewClientModel makeNewClientModel(const document::Document& document, const UiState& state);
// The content of the dialog, within the window that is begun.
std::optional<Action> drawNewClient(Ui& ui, const NewClientModel& model);

}  // namespace palpate::ui
