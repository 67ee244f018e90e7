#pragma once

#include "document/document.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// Which of several practitioners is working: asked after unlocking, and whenever somebody else takes over.
struct WhoModel {
    struct Choice {
        int id = 0;
        std::string name;
        bool suggested = false;  // Enter takes it
        bool atWork = false;
    };
    std::vector<Choice> choices;  // those who work here
    std::string problem;
};
[[nodiscard]] WhoModel makeWhoModel(const document::Document& document, const UiState& state);
[[nodiscard]] float whoHeight(const WhoModel& model);  // dp
std::optional<Action> drawWho(Ui& ui, const WhoModel& model);

// Shows the dialog over the one that is open, which comes back afterwards.
void askWhoWorks(const document::Document& document, UiState& state);

}  // namespace palpate::ui
