#pragma once

#include "core/result.h"

#include <CLI/App.hpp>

#include <functional>

namespace palpate::cli {

using Outcome = core::Result<void>;

// Runs a command whose options were parsed.
using Action = std::function<Outcome()>;

// One command of the program, `palpate-cli NOUN VERB`.
struct CommandRow {
    const char* noun;
    const char* verb;  // "" where the noun alone is a command
    const char* help;  // one line, translated
    // Adds the command's options to its part of the command line; what they are set to belongs to the action.
    Action (*declare)(CLI::App& app);
};

}  // namespace palpate::cli
