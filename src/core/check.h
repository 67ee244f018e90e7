#pragma once

namespace palpate::core {

// Runs once before check() ends the program, so that what was painted can still be written down.
// The hook must not throw and must not call check() itself. Pass nullptr to remove it.
void setCheckHook(void (*hook)());

[[noreturn]] void checkFailed(const char* promise, const char* file, int line);

// A promise that our own code makes to itself; on in release builds too, since a wrong map is worse than a
// stopped program. `promise` says in words what should have been true. Never use it for what the outside
// world may do.
inline void check(bool kept, const char* promise, const char* file = __builtin_FILE(),
                  int line = __builtin_LINE()) {
    if (!kept) checkFailed(promise, file, line);
}

}  // namespace palpate::core
