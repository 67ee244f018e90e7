#include "platform/allocator.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace palpate::platform {

void tuneAllocator() {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
    // What a worker thread frees is used again by the others; few threads allocate at a time here.
    mallopt(M_ARENA_MAX, 1);
#endif
}

}  // namespace palpate::platform
