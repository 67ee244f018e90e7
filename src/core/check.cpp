#include "core/check.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

namespace palpate::core {

namespace {
std::atomic<void (*)()> theHook = nullptr;
}

void setCheckHook(void (*hook)()) {
    theHook = hook;
}

void checkFailed(const char* promise, const char* file, int line) {
    std::fprintf(stderr, "Palpate stopped because of a mistake in its own code: %s (%s:%d).\n", promise, file,
                 line);
    // Taken out before it runs: a hook that fails itself must not be entered again.
    if (void (*hook)() = theHook.exchange(nullptr)) hook();
    std::abort();
}

}  // namespace palpate::core
