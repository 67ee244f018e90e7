#include "cli/run.h"
#include "platform/allocator.h"

int main(int argc, char** argv) {
    palpate::platform::tuneAllocator();
    return palpate::cli::run(argc, argv);
}
