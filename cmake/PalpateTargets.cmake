# Helpers that make each library, program and test one paragraph.

# Flags for Palpate's own code; linked PRIVATE, so that other people's headers and sources keep theirs.
add_library(palpate_flags INTERFACE)
# Replaying strokes must give the same bits with every optimisation level, so no fused multiply-add.
target_compile_options(palpate_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-align -Woverloaded-virtual
  -Wdouble-promotion -Wformat=2 -ffp-contract=off
  $<$<BOOL:${PALPATE_WARNINGS_AS_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 sees overlapping copies in "text" + std::string (its bug 105329).
  target_compile_options(palpate_flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND PALPATE_SANITIZE)
  # gcc 12 invents uninitialised reads in instrumented standard library code.
  target_compile_options(palpate_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(PALPATE_SANITIZE)
  add_compile_options(-fsanitize=${PALPATE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  if(PALPATE_SANITIZE MATCHES "address")
    # It reports what is read or written at a null pointer; asking before each access as well took a quarter of the
    # build. References bound to null and never used are not seen for that.
    add_compile_options(-fno-sanitize=null)
  endif()
  add_link_options(-fsanitize=${PALPATE_SANITIZE})
endif()
if(PALPATE_FUZZ)
  # Without it libFuzzer sees no difference between inputs, and gives up.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# Compiles several sources of each of our targets as one: about half of the time of a whole build, and a longer one
# after every small change, so the presets leave it off and .ci/run turns it on. Names in a source's
# own namespace must then differ within a library; where they mean something else in each source, as the measures of
# the report's pages do, the target stays out.
option(PALPATE_TOGETHER "Compile several sources as one" OFF)
function(palpate_together target apart)
  if(PALPATE_TOGETHER AND NOT apart)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE BATCH UNITY_BUILD_BATCH_SIZE 24)
  endif()
endfunction()

# palpate_library(map SOURCES a.cpp HEADERS a.h USES core body PRIVATE_USES nlohmann_json::nlohmann_json [APART])
# SOURCES and HEADERS are relative to the calling folder; USES names other Palpate libraries.
# Every header is also compiled alone (target all_verify_interface_header_sets).
function(palpate_library name)
  cmake_parse_arguments(ARG "APART" "" "SOURCES;HEADERS;USES;PUBLIC_USES;PRIVATE_USES" ${ARGN})
  add_library(palpate_${name} STATIC ${ARG_SOURCES})
  add_library(palpate::${name} ALIAS palpate_${name})
  target_sources(palpate_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}/src" FILES ${ARG_HEADERS})
  set_target_properties(palpate_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  list(TRANSFORM ARG_USES PREPEND palpate::)
  target_link_libraries(palpate_${name} PUBLIC ${ARG_USES} ${ARG_PUBLIC_USES} PRIVATE palpate_flags ${ARG_PRIVATE_USES})
  palpate_use_precompiled(palpate_${name} sources)
  palpate_together(palpate_${name} ${ARG_APART})
endfunction()

# palpate_program(palpate-cli SOURCES main.cpp USES core map PRIVATE_USES CLI11::CLI11)
function(palpate_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE_USES" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND palpate::)
  target_link_libraries(${name} PRIVATE ${ARG_USES} palpate_flags ${ARG_PRIVATE_USES})
  palpate_use_precompiled(${name} sources)
  palpate_together(${name} FALSE)
endfunction()

# The optimiser takes most of the time that a test needs to be compiled, and most of what runs in it is in the libraries.
add_library(palpate_test_flags INTERFACE)
target_compile_options(palpate_test_flags INTERFACE $<$<NOT:$<CONFIG:Debug>>:-O1>)

# Everything labelled unit: what the sanitizer run builds.
add_custom_target(palpate_unit_tests)

# palpate_test(map_test SOURCES stroke_test.cpp USES map [LABELS unit] [TIMEOUT 60] [PRIVATE_USES ...] [APART])
# One doctest program and one ctest test with the labels and the time limit given. Cases whose names start with "slow:"
# are left out of it and run by palpate_slow_test().
function(palpate_test name)
  cmake_parse_arguments(ARG "APART" "TIMEOUT" "SOURCES;USES;LABELS;PRIVATE_USES" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  if(PALPATE_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5")
  endif()
  add_executable(${name} ${ARG_SOURCES} $<TARGET_OBJECTS:palpate_doctest_main>)
  list(TRANSFORM ARG_USES PREPEND palpate::)
  target_link_libraries(${name} PRIVATE ${ARG_USES} palpate_flags palpate_test_flags doctest::doctest ${ARG_PRIVATE_USES})
  palpate_use_precompiled(${name} tests)
  palpate_together(${name} ${ARG_APART})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE PALPATE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
    PALPATE_TEST_RESOURCES="${PALPATE_BUILD_RESOURCES}" PALPATE_TEST_OUTPUT="${PROJECT_BINARY_DIR}/test-output")
  add_dependencies(${name} palpate_resources)
  # One ctest test a program keeps the suite quick to start: loading the standard body once, not once a case.
  add_test(NAME ${name} COMMAND ${name} --test-case-exclude=slow:* --order-by=rand --rand-seed=20261)
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
  if("unit" IN_LIST ARG_LABELS)
    add_dependencies(palpate_unit_tests ${name})
  endif()
endfunction()

# palpate_slow_test(map_test TIMEOUT 600 [LABELS unit]): the cases of a test program whose names start with "slow:".
function(palpate_slow_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LABELS" ${ARGN})
  add_test(NAME ${name}_slow COMMAND ${name} --test-case=slow:*)
  set_tests_properties(${name}_slow PROPERTIES LABELS "slow;${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
