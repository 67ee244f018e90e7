#pragma once

#include "core/result.h"
#include "document/document.h"
#include "render/pictures.h"

#include <filesystem>
#include <optional>
#include <string>

namespace palpate::app {

// What a sheet is compared with: the map of before the treatment, or that of the visit before the open one,
// each stroke replayed on the figure that it was painted on. `visit` is one of the document's.
struct EarlierMap {
    const clinic::Visit* visit = nullptr;
    clinic::MapKey key;
    map::BodyMap map;
    bool completed = false;
};

// Of the map of before the treatment the one of the visit before; of that of after it the one before it or,
// if nothing was painted on that, the one of after the treatment at the visit before. By the same author.
// Empty if there is none. A visit must be open. Errors: those of document::loadBodyMap(); a map that is open
// and damaged.
[[nodiscard]] core::Result<std::optional<EarlierMap>> earlierMap(
    const document::Document& document, clinic::Author author,
    clinic::Moment moment = clinic::Moment::Before);

// The maps that a sheet is of; what it points to lives as long as the document's maps and `earlier`.
struct SheetMaps {
    clinic::MapKey key;
    const clinic::Visit* visit = nullptr;
    const map::BodyMap* map = nullptr;
    bool completed = false;
    std::optional<EarlierMap> earlier;
    std::optional<map::LayerKind> lead;  // the layer compared
};

// What is looked at: while two visits are compared, the map on the right against the one on the left; else
// the map shown or, if nothing was ever painted on it, the other author's, against the visit before if that
// author painted then. Errors: no visit is open, nothing was painted, those of earlierMap().
[[nodiscard]] core::Result<SheetMaps> mapsToExport(const document::Document& document);

// "Visit 7 · 20 November 2026: the client's map, compared with visit 6."; of the therapist's second map
// "... the therapist's map after the treatment, compared with before it."
[[nodiscard]] std::string sheetText(const SheetMaps& maps);

// Makes the case-note sheet of what is looked at in `folder`, readable by its owner only. The client's name
// is left out. Returns where it is. Sheets that were made earlier stay: the file then gets a number. Errors:
// those of mapsToExport(), fonts or pictures that cannot be made, a folder that cannot be written to.
[[nodiscard]] core::Result<std::filesystem::path> exportSheet(const document::Document& document,
                                                              render::PictureRenderer& renderer,
                                                              const std::filesystem::path& resources,
                                                              const std::filesystem::path& folder);

}  // namespace palpate::app
