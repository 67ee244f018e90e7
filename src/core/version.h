#pragma once

namespace palpate::core {

// "0.1.0", from the project's CMakeLists.txt.
[[nodiscard]] const char* version();

}  // namespace palpate::core
