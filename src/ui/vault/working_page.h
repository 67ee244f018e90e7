#pragma once

#include "ui/ui.h"

#include <string>

namespace palpate::ui {

// A page over the whole window while something takes long: what it is, how far it has come (0 to 1) and,
// where it can be stopped, a button for that. True: stop. Nothing of a client is on it.
bool drawWorking(Ui& ui, float width, float height, const std::string& what, double share, bool mayStop);

}  // namespace palpate::ui
