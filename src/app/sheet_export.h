#pragma once

#include "core/result.h"
#include "document/document.h"
#include "render/pictures.h"

#include <filesystem>

namespace palpate::app {

// Makes the case-note sheet of the open visit in `folder`: the map shown or, if nothing was ever painted on
// it, the other author's; compared with the visit before if that author painted then. The client's name is
// left out. Returns where it is. A sheet of the same visit made earlier that day is replaced. Errors: no
// visit is open, nothing was painted, fonts or pictures that cannot be made, a folder that cannot be written
// to.
[[nodiscard]] core::Result<std::filesystem::path> exportSheet(const document::Document& document,
                                                              render::PictureRenderer& renderer,
                                                              const std::filesystem::path& resources,
                                                              const std::filesystem::path& folder);

}  // namespace palpate::app
