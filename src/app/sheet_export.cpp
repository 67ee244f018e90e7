#include "app/sheet_export.h"

#include "app/user_folders.h"
#include "core/text.h"
#include "document/map_store.h"
#include "image/png.h"
#include "report/sheet.h"

#include <algorithm>
#include <optional>

namespace palpate::app {

namespace {

using document::Document;
using document::OpenMap;

const OpenMap* mapToExport(const Document& document) {
    const OpenMap* shown = document::shownMap(document);
    if (shown == nullptr || shown->stored) return shown;
    for (const OpenMap& map : document.maps) {
        if (map.stored) return &map;
    }
    return nullptr;
}

report::PictureSource pictureSource(const Document& document, const map::BodyMap& map,
                                    render::PictureRenderer& renderer) {
    return [&document, &map, &renderer](const report::PictureRequest& request) {
        render::Scene scene;
        scene.body = document.body;
        scene.camera = request.camera;
        scene.size = {request.width, request.height};
        scene.pixelScale = request.pixelScale;
        scene.backdrop = render::Backdrop::paper();
        scene.pain = &map.layer(map::LayerKind::Pain);
        scene.tension = &map.layer(map::LayerKind::Tension);
        scene.treated = &map.layer(map::LayerKind::Treated);
        scene.avoid = &map.layer(map::LayerKind::Avoid);
        return renderer.render(scene);
    };
}

}  // namespace

core::Result<std::optional<EarlierMap>> earlierMap(const Document& document, clinic::Author author) {
    const auto isOpen = [&](const clinic::Visit& visit) { return visit.id == document.visit; };
    const auto open = std::find_if(document.visits.begin(), document.visits.end(), isOpen);
    if (open == document.visits.end() || open == document.visits.begin()) return std::optional<EarlierMap>();
    const clinic::Visit& visit = *std::prev(open);
    auto loaded =
        document::loadBodyMap(*document.practice, {visit.id, author, clinic::Moment::Before}, *document.body,
                              document::History::None, document::figuresFrom(document.modelsFolder));
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) return std::optional<EarlierMap>();
    return std::optional(EarlierMap{&visit, std::move((*loaded)->map)});
}

core::Result<std::filesystem::path> exportSheet(const Document& document, render::PictureRenderer& renderer,
                                                const std::filesystem::path& resources,
                                                const std::filesystem::path& folder) {
    const OpenMap* open = mapToExport(document);
    const clinic::Client* client = document::openClientOf(document);
    const clinic::Visit* visit = document::openVisitOf(document);
    if (open == nullptr || client == nullptr || visit == nullptr) {
        return core::Error{core::tr("There is nothing on this visit's maps to put on a sheet"), "",
                           core::tr("Paint first, or mark an empty map as finished if nothing hurts."),
                           core::Error::Kind::Usage};
    }
    const auto earlier = earlierMap(document, open->key.author);
    if (!earlier) return earlier.error();
    const report::SheetInput input{.body = *document.body,
                                   .client = *client,
                                   .visit = *visit,
                                   .author = open->key.author,
                                   .moment = open->key.moment,
                                   .map = open->map,
                                   .completed = open->completed,
                                   .withName = false,
                                   .earlierVisit = *earlier ? (*earlier)->visit : nullptr,
                                   .earlierMap = *earlier ? &(*earlier)->map : nullptr};
    const auto sheet = report::drawSheet(report::makeSheetModel(input),
                                         pictureSource(document, open->map, renderer), resources);
    if (!sheet) return sheet.error();
    const std::filesystem::path path =
        freePath(folder / report::sheetFileName(*client, *visit, open->key.author, open->key.moment));
    if (auto written = image::writePngFile(path, *sheet, report::sheetNotes()); !written)
        return written.error();
    return path;
}

}  // namespace palpate::app
