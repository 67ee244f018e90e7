#pragma once

namespace palpate::platform {

// Keeps freed memory in the process instead of giving it back to the system. A software OpenGL driver asks
// for the same large blocks again in every frame; without this each frame pays for hundreds of thousands of
// page faults and takes twice as long. The first 64 MB of it come in large pages where the system gives them
// to who asks, which takes a quarter off a start. Call it first thing in main(). Does nothing where the C
// library has no such setting.
void tuneAllocator();

}  // namespace palpate::platform
