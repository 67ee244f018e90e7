#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

namespace palpate::test {

// Runs `work` in a copy of this process and answers with what it returned, or with how the copy ended. For
// what must not happen to the test itself: losing rights, being killed, filling a disk. Nothing that `work`
// checks reaches doctest, so it reports by its text.
inline std::string inChild(const std::function<std::string()>& work) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no child process");
    if (child == 0) {
        ::close(pipe[0]);
        std::string report;
        try {
            report = work();
        } catch (const std::exception& exception) {
            report = std::string("exception: ") + exception.what();
        }
        const auto written = ::write(pipe[1], report.data(), report.size());
        ::_exit(written == static_cast<ssize_t>(report.size()) ? 0 : 1);
    }
    ::close(pipe[1]);
    std::string report;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; (count = ::read(pipe[0], buffer.data(), buffer.size())) > 0;)
        report.append(buffer.data(), static_cast<std::size_t>(count));
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) return "ended by signal " + std::to_string(WTERMSIG(status));
    return report;
}

}  // namespace palpate::test
