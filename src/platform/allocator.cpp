#include "platform/allocator.h"

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#endif

namespace palpate::platform {

#if defined(__GLIBC__)
namespace {

constexpr int kHeapAtOnce = 96 << 20;  // bytes of addresses; memory only where it is used
// A start fills about 80 MB of it. What comes last is in small pages: large ones there held 5 MB more for
// nothing.
constexpr std::uintptr_t kInLargePages = 64 << 20;

std::uintptr_t endOfHeap() {
    return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

// A start touches as many as twenty thousand pages of 4 kB for the first time, and the kernel took more of it
// to hand them out than we to fill them. Where it gives pages of 2 MB to who asks, it hands out forty.
void askForLargePages(std::uintptr_t begin, std::uintptr_t end) {
    constexpr std::uintptr_t kLarge = std::uintptr_t{2} << 20U;
    begin = (begin + kLarge - 1) / kLarge * kLarge;
    // Refused, everything is as it was before.
    if (begin < end) (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace
#endif

void tuneAllocator() {
#if defined(__GLIBC__)
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, kHeapAtOnce);
    // What a worker thread frees is used again by the others; few threads allocate at a time here.
    mallopt(M_ARENA_MAX, 1);
    const std::uintptr_t before = endOfHeap();
    // More than is left of the heap that began before main(), in pieces too small for pages of their own: so
    // it grows, by all that it grows at once.
    std::array<void* volatile, 4>
        pieces{};  // volatile: an optimiser may leave out what is made and given back
    for (void* volatile& piece : pieces)
        piece = std::malloc(std::size_t{64} << 10U);
    askForLargePages(before, std::min(before + kInLargePages, endOfHeap()));
    for (void* volatile& piece : pieces)
        std::free(piece);
#endif
}

}  // namespace palpate::platform
