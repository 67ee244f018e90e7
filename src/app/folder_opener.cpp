#include "app/folder_opener.h"

#include "core/text.h"

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <string>
#include <utility>

extern char** environ;  // NOLINT: POSIX declares it nowhere

namespace palpate::app {

namespace fs = std::filesystem;

core::Error folderNotShown(const fs::path& folder) {
    return {core::tr("The folder could not be shown"), folder.string(),
            core::tr("Open it with the file manager yourself.")};
}

core::Result<void> FolderOpener::open(const fs::path& folder) {
    std::string program = m_program;
    std::string argument = fs::absolute(folder).string();
    std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t process = 0;
    if (::posix_spawnp(&process, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        return folderNotShown(folder);
    m_running.push_back({process, folder});
    return {};
}

std::optional<fs::path> FolderOpener::step() {
    for (auto running = m_running.begin(); running != m_running.end();) {
        int status = 0;
        const pid_t ended = ::waitpid(running->process, &status, WNOHANG);
        if (ended == 0) {
            ++running;
            continue;
        }
        const bool failed = ended < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0;
        fs::path folder = std::move(running->folder);
        running = m_running.erase(running);
        if (failed) return folder;
    }
    return std::nullopt;
}

}  // namespace palpate::app
