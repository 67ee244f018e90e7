#pragma once

#include "body/atlas.h"

#include <string>

namespace palpate::ui {

// Every word that was typed begins a word of the name or of the clinical name, in any order.
[[nodiscard]] bool isFound(const body::Region& region, const std::string& search);

}  // namespace palpate::ui
