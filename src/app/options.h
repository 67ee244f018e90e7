#pragma once

#include <glm/vec2.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

// What the command line asks for.
struct Options {
    std::filesystem::path vault;  // empty: the practice that was used last, or a choice
    bool demo = false;            // the demo practice in the person's data folder

    // For the guide's pictures and for tests; not in the help.
    std::filesystem::path uiRects;  // where the controls are, written anew whenever they move
    glm::ivec2 size{1280, 800};     // of the window, dp
    std::vector<std::string> run;   // commands to run after the first frame
    double lockAfterSeconds = 0.0;  // of no use, instead of what the practice decided; 0: as it decided
};

// What to do: start the program with these options, or leave with this status after printing this text.
struct CommandLine {
    Options options;
    std::optional<int> leaveWith;
    std::string text;  // to standard output if leaveWith is 0, else to standard error
};

[[nodiscard]] CommandLine parseCommandLine(int argc, const char* const* argv);

}  // namespace palpate::app
