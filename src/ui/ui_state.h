#pragma once

#include "ui/action.h"
#include "ui/metrics.h"
#include "ui/vault/practice_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// What the window knows beyond the document: nothing in here outlives it.
struct UiState {
    std::string clientSearch, regionSearch, historySearch;
    bool focusRegionSearch = false;  // in the next frame
    Dialog dialog = Dialog::None;
    Dialog afterWho = Dialog::None;  // what comes back when it is said who works
    std::int64_t suggestedWho = 0;   // the practitioner whom Enter chooses then; 0: nobody
    Drawer drawer = Drawer::None;
    NewClientDraft newClient;
    bool showArchived = false;  // among the clients
    struct EditedClient {
        core::ClientId client;
        NewClientDraft draft;
        bool erasing = false;   // what would be gone is shown
        std::string typedCode;  // to say that it is meant
    } edited;
    PracticeDialogState practice;
    struct Sheet {
        std::string what;                     // commands::SheetPlan
        std::string folder;                   // as typed or chosen so far
        std::vector<std::string> subfolders;  // names, of that folder; hidden ones are left out
        bool isFolder = false;
    } sheet;
    struct Scores {
        ToolsTab tab = ToolsTab::Paint;
        std::string open = "wpi";                              // the score whose areas are listed
        bool showsOthers = false;                              // areas that nothing is said or painted of
        clinic::RatingGroup page = clinic::RatingGroup::Pain;  // of the questions
        bool showsMotion = false;                              // the page of joints instead
        action::AskMotion motion;                              // which of them
        struct TypedMotion {
            clinic::MotionKey key;
            std::string text;
            std::string wrong;             // why it is not kept; empty if it is
            std::optional<int> kept = {};  // degrees that stood there before the field was typed into
        };
        std::optional<TypedMotion> typedMotion;
    } scores;
    float leftWidth = size::kLeftColumn, rightWidth = size::kRightColumn;  // dp, as asked for
};

}  // namespace palpate::ui
