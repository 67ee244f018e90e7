# The standard library and glm, parsed once instead of once a source: more than half of the time of a build went there.
# Sources still include what they use; every header is compiled without this as well (all_verify_interface_header_sets).
option(PALPATE_PRECOMPILED "Precompile the headers that most sources include" ON)

set(PALPATE_PRECOMPILED_HEADERS
  <algorithm> <array> <charconv> <chrono> <cmath> <cstddef> <cstdint> <cstdlib> <cstring> <deque> <exception> <filesystem>
  <fstream> <functional> <iostream> <iterator> <limits> <map> <memory> <numbers> <numeric> <optional> <set> <span>
  <sstream> <stdexcept> <string> <string_view> <system_error> <tuple> <utility> <variant> <vector>
  <glm/common.hpp> <glm/geometric.hpp> <glm/mat3x3.hpp> <glm/mat4x4.hpp> <glm/vec2.hpp> <glm/vec3.hpp>)

# palpate_precompiled(NAME HEADERS...): one precompiled set that several targets use.
function(palpate_precompiled name)
  set(source "${PROJECT_BINARY_DIR}/${name}.cpp")
  file(GENERATE OUTPUT "${source}" CONTENT "")
  add_library(${name} OBJECT "${source}")
  target_link_libraries(${name} PRIVATE glm::glm palpate_flags ${ARGN})
  target_precompile_headers(${name} PRIVATE ${PALPATE_PRECOMPILED_HEADERS})
endfunction()

if(PALPATE_PRECOMPILED)
  palpate_precompiled(palpate_precompiled_sources)
  if(PALPATE_TESTS)
    palpate_precompiled(palpate_precompiled_tests doctest::doctest palpate_test_flags)
    target_precompile_headers(palpate_precompiled_tests PRIVATE <doctest/doctest.h>)
  endif()
endif()

# Lets a target of ours use a set, where there is one.
function(palpate_use_precompiled target set)
  if(TARGET palpate_precompiled_${set})
    target_precompile_headers(${target} REUSE_FROM palpate_precompiled_${set})
  endif()
endfunction()
