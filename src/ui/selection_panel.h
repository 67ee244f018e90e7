#pragma once

#include "document/document.h"
#include "map/pin.h"
#include "ui/action.h"
#include "ui/command_item.h"
#include "ui/readings.h"
#include "ui/ui.h"

#include <optional>
#include <string>

namespace palpate::ui {

// What is being edited, or what the edit tool waits for.
struct SelectionModel {
    bool editing = false;  // the edit tool is chosen, or a pin is
    std::string title;     // "Left shoulder blade"; empty: nothing is chosen yet
    std::string detail;    // "Pain · 34 cm²"
    std::string reach;     // that a change is for both sides or several regions; empty if it is for one
    std::string hint;      // what to do while nothing is chosen
    CommandItem remove;
};
[[nodiscard]] SelectionModel makeSelectionModel(const document::Document& document, const Reading& reading);
std::optional<Action> drawSelection(Ui& ui, const SelectionModel& model);

// The pin that is being edited, else what the next one says.
struct PinModel {
    bool shown = false;
    bool isChosen = false;  // a pin that is set
    map::Pin pin;
    bool enabled = true;
};
[[nodiscard]] PinModel makePinModel(const document::Document& document);
std::optional<Action> drawPin(Ui& ui, const PinModel& model);

// "Trigger point, grade II"; grades as they are written on the skin: "0", "I", .. "IV".
[[nodiscard]] std::string pinText(const map::Pin& pin);
[[nodiscard]] std::string gradeText(int grade);

}  // namespace palpate::ui
