# What the programs read at run time: models, fonts and icons, laid out in the build tree as they are installed
# (bin/ beside share/palpate/), so that a program finds them the same way in both places.
set(PALPATE_BUILD_RESOURCES "${PROJECT_BINARY_DIR}/share/palpate")

set(PALPATE_MODEL_FILES)
foreach(file IN ITEMS standard_body.glb standard_body.atlas.json standard_body.labels.json manifest.json)
  if(EXISTS "${PROJECT_SOURCE_DIR}/models/${file}")
    list(APPEND PALPATE_MODEL_FILES "${PROJECT_SOURCE_DIR}/models/${file}")
  endif()
endforeach()

find_file(PALPATE_FONT_REGULAR Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter /usr/share/fonts REQUIRED NO_DEFAULT_PATH)
find_file(PALPATE_FONT_SEMIBOLD Inter-SemiBold.otf PATHS /usr/share/fonts/opentype/inter /usr/share/fonts REQUIRED NO_DEFAULT_PATH)
find_file(PALPATE_FONT_ICONS fontawesome-webfont.ttf
  PATHS /usr/share/fonts/truetype/font-awesome /usr/share/fonts REQUIRED NO_DEFAULT_PATH)
set(PALPATE_FONT_FILES "${PALPATE_FONT_REGULAR}" "${PALPATE_FONT_SEMIBOLD}" "${PALPATE_FONT_ICONS}")

set(copy_models)
if(PALPATE_MODEL_FILES)
  set(copy_models COMMAND ${CMAKE_COMMAND} -E copy_if_different ${PALPATE_MODEL_FILES} "${PALPATE_BUILD_RESOURCES}/models")
endif()
add_custom_command(
  OUTPUT "${PROJECT_BINARY_DIR}/resources.stamp"
  COMMAND ${CMAKE_COMMAND} -E make_directory "${PALPATE_BUILD_RESOURCES}/models" "${PALPATE_BUILD_RESOURCES}/fonts"
  ${copy_models}
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${PALPATE_FONT_FILES} "${PALPATE_BUILD_RESOURCES}/fonts"
  COMMAND ${CMAKE_COMMAND} -E touch "${PROJECT_BINARY_DIR}/resources.stamp"
  DEPENDS ${PALPATE_MODEL_FILES} ${PALPATE_FONT_FILES}
  COMMENT "Laying out models and fonts" VERBATIM)
add_custom_target(palpate_resources ALL DEPENDS "${PROJECT_BINARY_DIR}/resources.stamp")

install(FILES ${PALPATE_MODEL_FILES} DESTINATION "${CMAKE_INSTALL_DATADIR}/palpate/models")
install(FILES ${PALPATE_FONT_FILES} DESTINATION "${CMAKE_INSTALL_DATADIR}/palpate/fonts")
