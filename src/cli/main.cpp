#include "cli/run.h"
#include "platform/allocator.h"
#include "platform/process.h"

int main(int argc, char** argv) {
    palpate::platform::keepMemoryPrivate();
    palpate::platform::tuneAllocator();
    return palpate::cli::run(argc, argv);
}
