#include "ui/action.h"

#include <utility>

namespace palpate::ui {

Action::Action(const Action& other) : AnyAction(static_cast<const AnyAction&>(other)) {}

Action::Action(Action&& other) noexcept : AnyAction(static_cast<AnyAction&&>(other)) {}

Action& Action::operator=(const Action& other) {
    AnyAction::operator=(static_cast<const AnyAction&>(other));
    return *this;
}

Action& Action::operator=(Action&& other) noexcept {
    AnyAction::operator=(static_cast<AnyAction&&>(other));
    return *this;
}

Action::~Action() = default;

void keepFirst(std::optional<Action>& kept, std::optional<Action> next) {
    if (!kept) kept = std::move(next);
}

}  // namespace palpate::ui
