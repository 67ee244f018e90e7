#pragma once

#include "core/result.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <string>

namespace palpate::ui {

// A page for when there is nothing else to show: why the practice cannot be opened, and what to do.
struct ProblemModel {
    std::string what;   // one sentence without a full stop, large
    std::string where;  // may be empty
    std::string hint;   // may be empty
};
[[nodiscard]] ProblemModel makeProblemModel(const core::Error& error);

enum class ProblemAnswer : std::uint8_t { Close, TryAgain };

// Fills a window of that size, in pixels, between ImGui::NewFrame() and ImGui::Render(). The answer in the
// frame in which it was given.
std::optional<ProblemAnswer> drawProblem(Ui& ui, float width, float height, const ProblemModel& model);

}  // namespace palpate::ui
