#pragma once

#include "core/result.h"
#include "document/document.h"
#include "render/pictures.h"

#include <filesystem>

#include <optional>

namespace palpate::app {

// What a sheet is compared with: the map of the visit before the open one, each stroke replayed on the figure
// that it was painted on. `visit` is one of the document's.
struct EarlierMap {
    const clinic::Visit* visit = nullptr;
    map::BodyMap map;
};

// Empty if there is no visit before, or `author` painted nothing then. A visit must be open. Errors: those of
// document::loadBodyMap().
[[nodiscard]] core::Result<std::optional<EarlierMap>> earlierMap(const document::Document& document,
                                                                 clinic::Author author);

// Makes the case-note sheet of the open visit in `folder`: the map shown or, if nothing was ever painted on
// it, the other author's; compared with the visit before if that author painted then. The client's name is
// left out. Returns where it is. Sheets that were made earlier stay: the file then gets a number. Errors: no
// visit is open, nothing was painted, fonts or pictures that cannot be made, a folder that cannot be written
// to.
[[nodiscard]] core::Result<std::filesystem::path> exportSheet(const document::Document& document,
                                                              render::PictureRenderer& renderer,
                                                              const std::filesystem::path& resources,
                                                              const std::filesystem::path& folder);

}  // namespace palpate::app
