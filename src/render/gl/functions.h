#pragma once

#include "core/result.h"
#include "platform/gl_loader.h"

#include <string>

namespace palpate::render::gl {

// Finds OpenGL's functions; call it with a context current before anything else of this library. All contexts
// of a process must come from one driver. Error: older than OpenGL 3.3.
[[nodiscard]] core::Result<void> loadFunctions(platform::GlLoader loader);

// Vendor, renderer and version of the current context, for reports of faults.
[[nodiscard]] std::string describeContext();

// The names of the errors since the last call, "" if there were none.
[[nodiscard]] std::string takeErrors();

}  // namespace palpate::render::gl
