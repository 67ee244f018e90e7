#pragma once

#include "core/result.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

// Asks the desktop's file manager to show a folder, without waiting for it.
class FolderOpener {
public:
    // `program` is given the folder as its only argument.
    explicit FolderOpener(std::string program = "xdg-open") : m_program(std::move(program)) {}

    // Errors: the program is not there. Whether it knew what to do is only known later: see step().
    core::Result<void> open(const std::filesystem::path& folder);

    // The folder of a program that has failed since, once for each.
    [[nodiscard]] std::optional<std::filesystem::path> step();
    // step() should be called again before long.
    [[nodiscard]] bool isWaiting() const { return !m_running.empty(); }

private:
    struct Running {
        pid_t process = 0;
        std::filesystem::path folder;
    };
    std::string m_program;
    std::vector<Running> m_running;
};

// What to say when a folder cannot be shown.
[[nodiscard]] core::Error folderNotShown(const std::filesystem::path& folder);

}  // namespace palpate::app
