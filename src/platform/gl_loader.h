#pragma once

namespace palpate::platform {

using GlFunction = void (*)();

// Gives the address of an OpenGL function by its name, or null. Usable while the context it came from is
// current.
using GlLoader = GlFunction (*)(const char* name);

}  // namespace palpate::platform
