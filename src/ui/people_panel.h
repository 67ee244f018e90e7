#pragma once

#include "core/ids.h"
#include "core/time.h"
#include "document/document.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/rect.h"
#include "ui/ui.h"
#include "ui/ui_state.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The left column: the clients of the practice and the visits of the open one.
struct PeopleModel {
    struct ClientRow {
        core::ClientId id;
        std::string code;
        std::string detail;  // "born 1968"; may be empty. Never the name: others can see the screen.
        bool open = false;
        bool archived = false;
    };
    struct VisitRow {
        core::VisitId id;
        std::string number;
        std::string date;     // "Today", "6 Nov 2026"
        std::string detail;   // the time
        std::string painted;  // "client, therapist"; empty: nothing was painted yet
        std::string by;       // who made it; empty where it goes without saying
        std::string tip;      // what the marks mean
        bool finished = false, clockWentBack = false;
        bool today = false;
        bool open = false;
    };
    std::string search;
    std::vector<ClientRow> clients;  // by code, those that the search finds
    std::string noClients;           // why there are none
    std::vector<VisitRow> visits;    // newest first
    std::string noVisits;            // why there are none
    CommandItem addClient, editClient;
    bool hasArchived = false, showsArchived = false;  // clients of the archive
    CommandItem archived;
    CommandItem newVisit;
    CommandItem today;      // opens or makes today's visit
    std::string todayText;  // of its button; empty if today's visit is open already
};

[[nodiscard]] PeopleModel makePeopleModel(const document::Document& document, const UiState& state,
                                          core::Timestamp now);
std::optional<Action> drawPeople(Ui& ui, const Rect& rect, const PeopleModel& model);

}  // namespace palpate::ui
