#pragma once

#include "bodygen/figure.h"

#include <string>

namespace palpate::bodygen {

// The figure as the text of a table that readFigure() reads: millimetres, rounded to whole ones (harmonics to
// tenths).
std::string figureText(const Figure& figure);

}  // namespace palpate::bodygen
