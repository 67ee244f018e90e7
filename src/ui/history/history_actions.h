#pragma once

#include "document/document.h"
#include "ui/action.h"

namespace palpate::ui {

// Carries out what was asked for in the view over time, which must be open. What fails becomes a notice.
void applyToHistory(document::Document& document, const action::History& wanted);

}  // namespace palpate::ui
