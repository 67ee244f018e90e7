#pragma once

#include "app/options.h"
#include "core/result.h"
#include "ui/problem_page.h"

namespace palpate::app {

// Shows in a window of its own why the program cannot start, until the person answers or closes it. Whoever
// started it from a desktop sees no terminal. Closed at once where there can be no window.
[[nodiscard]] ui::ProblemAnswer showProblem(const core::Error& error, const Options& options);

}  // namespace palpate::app
