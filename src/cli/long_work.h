#pragma once

#include "records/maintenance.h"

namespace palpate::cli {

// Shows how far long work has come on the terminal, if standard error is one.
[[nodiscard]] records::Progress progressOnTerminal();

}  // namespace palpate::cli
