#pragma once

namespace palpate::platform {

// Keeps freed memory in the process instead of giving it back to the system. A software OpenGL driver asks
// for the same large blocks again in every frame; without this each frame pays for hundreds of thousands of
// page faults and takes twice as long. Call it first thing in main(). Does nothing where the C library has no
// such setting.
void tuneAllocator();

}  // namespace palpate::platform
