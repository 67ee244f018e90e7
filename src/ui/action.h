#pragma once

#include "clinic/visit.h"
#include "core/ids.h"
#include "map/place.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

// What a person asked for in one frame. Panels hand these back and change nothing; applyAction() carries them
// out after the frame.
namespace palpate::ui {

enum class Dialog : std::uint8_t { None, NewClient, Regions, About };
enum class Drawer : std::uint8_t { None, People, Tools };

// A client as typed so far: numbers are text until they are taken over.
struct NewClientDraft {
    std::string code, name, yearOfBirth, heightCm, weightKg;

    friend bool operator==(const NewClientDraft&, const NewClientDraft&) = default;
};

namespace action {

// A command of the registry, by name.
struct Run {
    std::string command;
    friend bool operator==(const Run&, const Run&) = default;
};
struct OpenClient {
    core::ClientId client;
    friend bool operator==(const OpenClient&, const OpenClient&) = default;
};
struct OpenVisit {
    core::VisitId visit;
    friend bool operator==(const OpenVisit&, const OpenVisit&) = default;
};
struct SetDiameter {
    double centimetres = 0.0;
    friend bool operator==(const SetDiameter&, const SetDiameter&) = default;
};
struct ToggleWord {
    std::string word;
    friend bool operator==(const ToggleWord&, const ToggleWord&) = default;
};
struct SetDepth {
    map::Depth depth = map::Depth::Unstated;
    friend bool operator==(const SetDepth&, const SetDepth&) = default;
};
struct FillRegion {
    std::string region;  // atlas id
    friend bool operator==(const FillRegion&, const FillRegion&) = default;
};
// The visits and the author that the compare view shows.
struct Compare {
    core::VisitId from, to;
    clinic::Author author = clinic::Author::Client;
    friend bool operator==(const Compare&, const Compare&) = default;
};
struct DismissNotice {
    std::uint64_t id = 0;
    friend bool operator==(const DismissNotice&, const DismissNotice&) = default;
};
// Adds the client that the dialog's draft describes.
struct AddClient {
    friend bool operator==(const AddClient&, const AddClient&) = default;
};
// What only the window knows
struct SearchClients {
    std::string text;
    friend bool operator==(const SearchClients&, const SearchClients&) = default;
};
struct SearchRegions {
    std::string text;
    friend bool operator==(const SearchRegions&, const SearchRegions&) = default;
};
struct EditNewClient {
    NewClientDraft draft;
    friend bool operator==(const EditNewClient&, const EditNewClient&) = default;
};
struct ShowDialog {
    Dialog dialog = Dialog::None;  // None closes the one that is open
    friend bool operator==(const ShowDialog&, const ShowDialog&) = default;
};
struct ShowDrawer {
    Drawer drawer = Drawer::None;
    friend bool operator==(const ShowDrawer&, const ShowDrawer&) = default;
};
struct ResizeColumns {
    float left = 0.0F, right = 0.0F;  // dp
    friend bool operator==(const ResizeColumns&, const ResizeColumns&) = default;
};

}  // namespace action

using Action =
    std::variant<action::Run, action::OpenClient, action::OpenVisit, action::SetDiameter, action::ToggleWord,
                 action::SetDepth, action::FillRegion, action::Compare, action::DismissNotice,
                 action::AddClient, action::SearchClients, action::SearchRegions, action::EditNewClient,
                 action::ShowDialog, action::ShowDrawer, action::ResizeColumns>;

// A frame has at most one action: the first.
inline void keepFirst(std::optional<Action>& kept, std::optional<Action> next) {
    if (!kept) kept = std::move(next);
}

}  // namespace palpate::ui
