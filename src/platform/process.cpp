#include "platform/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace palpate::platform {

void keepMemoryPrivate() {
    const rlimit none{0, 0};
    // Neither can fail for a program that lowers its own limits.
    ::setrlimit(RLIMIT_CORE, &none);
#if !defined(__SANITIZE_ADDRESS__)  // whose search for leaks looks into this program from another
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

}  // namespace palpate::platform
