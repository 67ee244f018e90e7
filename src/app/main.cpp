#include "app/app.h"
#include "app/options.h"
#include "app/problem_window.h"
#include "platform/allocator.h"
#include "platform/process.h"

#include <iostream>

int main(int argc, char** argv) {
    palpate::platform::keepMemoryPrivate();
    palpate::platform::tuneAllocator();
    const auto line = palpate::app::parseCommandLine(argc, argv);
    if (line.leaveWith) {
        (*line.leaveWith == 0 ? std::cout : std::cerr)
            << line.text << (line.text.ends_with('\n') ? "" : "\n");
        return *line.leaveWith;
    }
    while (true) {
        auto app = palpate::app::App::start(line.options);
        if (app) return (*app)->run();
        std::cerr << app.error().message() << '\n';
        if (palpate::app::showProblem(app.error(), line.options) == palpate::ui::ProblemAnswer::TryAgain)
            continue;
        return app.error().kind == palpate::core::Error::Kind::Usage ? 2 : 1;
    }
}
