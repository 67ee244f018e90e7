// Start to the first picture and the memory of it, against the smallest program that opens such a window.
#include "row.h"
#include "standard_body.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace palpate::bench {

namespace {

namespace fs = std::filesystem;

// Runs a program to its end. Gives the most memory it held, in kB.
double run(std::vector<std::string> command) {
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> arguments;
        for (std::string& word : command)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0)
        giveUp(command[0] + " did not run to its end");
    return static_cast<double>(usage.ru_maxrss);
}

// A folder for the demo practice that the program makes at its first start.
class TemporaryHome {
public:
    TemporaryHome() {
        std::string name = (fs::temp_directory_path() / "palpate-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) giveUp("no temporary folder could be made");
        m_folder = name;
        setenv("HOME", name.c_str(), 1);
        setenv("XDG_DATA_HOME", name.c_str(), 1);
        setenv("XDG_CONFIG_HOME", name.c_str(), 1);
    }
    TemporaryHome(const TemporaryHome&) = delete;
    TemporaryHome& operator=(const TemporaryHome&) = delete;
    ~TemporaryHome() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

private:
    fs::path m_folder;
};

}  // namespace

std::vector<Row> benchStarting(const Effort& effort) {
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return {};
    const TemporaryHome home;
    const std::vector<std::string> ours{PALPATE_PROGRAM, "--demo", "--run", "app.quit"};
    const std::vector<std::string> peer{PALPATE_MINIMAL_WINDOW};
    run(ours);  // the first start makes the demo practice; none after it does
    double ourMemory = 0.0, peerMemory = 0.0;
    const Duel start = duel(
        Clock::Wall, std::max(effort.rounds(20), 5), 1, [&] { ourMemory = std::max(ourMemory, run(ours)); },
        [&] { peerMemory = std::max(peerMemory, run(peer)); });
    return {row("start to the first picture, against the smallest window", start, 1.6),
            row("most memory in kB (at most 170 MB), against the smallest window",
                {ourMemory, peerMemory, ourMemory / peerMemory}, 170.0 * 1024.0 / peerMemory)};
}

}  // namespace palpate::bench
