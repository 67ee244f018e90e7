#pragma once

#include "ui/action.h"
#include "ui/checkin_model.h"
#include "ui/rect.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>

namespace palpate::ui {

// Draws the client's page over the whole of `rect` into the current window. `picture` is the texture of the
// body; the place for it is recorded as "viewport", on the page that shows the body.
std::optional<Action> drawCheckIn(Ui& ui, const Rect& rect, const CheckInModel& model, std::uint64_t picture);

// The parts of it
std::optional<Action> drawCheckInMark(Ui& ui, const Rect& rect, const CheckInModel& model,
                                      std::uint64_t picture);
std::optional<Action> drawCheckInRegions(Ui& ui, const Rect& rect, const CheckInModel& model);
std::optional<Action> drawCheckInHidden(Ui& ui, const Rect& rect, const CheckInModel& model);
std::optional<Action> drawCheckInReadBack(Ui& ui, const Rect& rect, const CheckInModel& model);
// One question with two answers: nothing hurts, start again.
std::optional<Action> drawCheckInQuestion(Ui& ui, const Rect& rect, const CheckInModel& model);
std::optional<Action> drawCheckInThanks(Ui& ui, const Rect& rect, const CheckInModel& model);

}  // namespace palpate::ui
