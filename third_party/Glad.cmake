# The OpenGL 3.3 core loader, generated at build time. `--reproducible` keeps glad from asking the network.
find_program(GLAD_PROGRAM glad PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT GLAD_PROGRAM)
  find_program(GLAD_PROGRAM glad REQUIRED)
endif()
set(GLAD_DIR "${PROJECT_BINARY_DIR}/glad")
add_custom_command(
  OUTPUT "${GLAD_DIR}/src/gl.c" "${GLAD_DIR}/include/glad/gl.h"
  COMMAND ${GLAD_PROGRAM} --reproducible --quiet --api gl:core=3.3 --extensions "" --out-path "${GLAD_DIR}" c
  COMMENT "Generating the OpenGL loader" VERBATIM)
file(MAKE_DIRECTORY "${GLAD_DIR}/include")
add_library(palpate_glad STATIC "${GLAD_DIR}/src/gl.c" "${GLAD_DIR}/include/glad/gl.h")
target_include_directories(palpate_glad SYSTEM PUBLIC "${GLAD_DIR}/include")
