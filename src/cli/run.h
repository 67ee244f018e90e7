#pragma once

namespace palpate::cli {

inline constexpr int kDone = 0, kWorldFailed = 1, kWrongUsage = 2;

// Parses the command line, runs the command and answers the exit status. Everything that goes wrong is one
// sentence on standard error.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace palpate::cli
