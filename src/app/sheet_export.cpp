#include "app/sheet_export.h"

#include "app/user_folders.h"
#include "core/text.h"
#include "document/map_store.h"
#include "image/png.h"
#include "report/date_text.h"
#include "report/sheet.h"

#include <algorithm>
#include <optional>

namespace palpate::app {

namespace {

using document::Document;
using document::OpenMap;

const OpenMap* storedMap(const Document& document) {
    const OpenMap* shown = document::shownMap(document);
    if (shown == nullptr || shown->stored || !shown->damage.empty()) return shown;
    for (const OpenMap& map : document.maps) {
        if (map.stored) return &map;
    }
    return nullptr;
}

core::Error nothingToExport() {
    return {core::tr("There is nothing on these maps to put on a sheet"), "",
            core::tr("Paint first, or mark an empty map as finished if nothing hurts."),
            core::Error::Kind::Usage};
}

core::Result<SheetMaps> comparedMaps(const Document& document) {
    const document::CompareState& compare = *document.compare;
    const clinic::Visit* visit = document::findVisit(document, compare.to.key.visit);
    if (!compare.to.painted || visit == nullptr) return nothingToExport();
    SheetMaps maps{compare.to.key, visit, &compare.to.map, compare.to.completed, {}, compare.layer};
    const clinic::Visit* earlier = document::findVisit(document, compare.from.key.visit);
    if (earlier != nullptr && compare.from.key != compare.to.key)
        maps.earlier = EarlierMap{earlier, compare.from.key, compare.from.map, compare.from.completed};
    return maps;
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
        scene.blackAndWhite = request.blackAndWhite;
        scene.dpPerCentimetre = request.dpPerCentimetre;
        scene.pain = &map.layer(map::LayerKind::Pain);
        scene.tension = &map.layer(map::LayerKind::Tension);
        scene.treated = &map.layer(map::LayerKind::Treated);
        scene.avoid = &map.layer(map::LayerKind::Avoid);
        return renderer.render(scene);
    };
}

// "compared with visit 6", or what else tells both maps apart.
std::string comparedText(const SheetMaps& maps) {
    const clinic::MapKey& earlier = maps.earlier->key;
    if (earlier.visit == maps.key.visit && earlier.author != maps.key.author)
        return earlier.author == clinic::Author::Client ? core::tr("compared with the client's map")
                                                        : core::tr("compared with the therapist's map");
    const bool after = earlier.moment == clinic::Moment::After;
    if (earlier.visit == maps.key.visit)
        return after ? core::tr("compared with after it") : core::tr("compared with before it");
    const std::string number = std::to_string(maps.earlier->visit->number);
    const char* pattern = earlier.moment == clinic::Moment::After
                              ? "compared with visit {0}, after the treatment"
                              : "compared with visit {0}";
    return core::trf(pattern, {number});
}

}  // namespace

core::Result<std::optional<EarlierMap>> earlierMap(const Document& document, clinic::Author author,
                                                   clinic::Moment moment) {
    const auto isOpen = [&](const clinic::Visit& visit) { return visit.id == document.visit; };
    const auto open = std::find_if(document.visits.begin(), document.visits.end(), isOpen);
    if (open == document.visits.end()) return std::optional<EarlierMap>();
    if (moment == clinic::Moment::After) {
        const clinic::MapKey key{document.visit, author, clinic::Moment::Before};
        for (const OpenMap& map : document.maps) {
            if (map.key != key || !map.stored) continue;
            if (!map.damage.empty())
                return core::Error{map.damage, "", core::tr("Show the other map to put that on a sheet.")};
            return std::optional(EarlierMap{&*open, key, map.map, map.completed});
        }
    }
    if (open == document.visits.begin()) return std::optional<EarlierMap>();
    const clinic::Visit& visit = *std::prev(open);
    const clinic::MapKey key{visit.id, author, moment};
    auto loaded = document::loadBodyMap(*document.practice, key, *document.body, document::History::None,
                                        document::figuresFrom(document.modelsFolder));
    if (!loaded) return loaded.error();
    if (!loaded->has_value()) return std::optional<EarlierMap>();
    return std::optional(EarlierMap{&visit, key, std::move((*loaded)->map), (*loaded)->completed});
}

core::Result<SheetMaps> mapsToExport(const Document& document) {
    if (document.compare) return comparedMaps(document);
    const OpenMap* open = storedMap(document);
    const clinic::Visit* visit = document::openVisitOf(document);
    if (open == nullptr || visit == nullptr) return nothingToExport();
    if (!open->damage.empty())
        return core::Error{open->damage, "", core::tr("Show the other map to put that on a sheet.")};
    auto earlier = earlierMap(document, open->key.author, open->key.moment);
    if (!earlier) return earlier.error();
    return SheetMaps{open->key, visit, &open->map, open->completed, std::move(*earlier), {}};
}

std::string sheetText(const SheetMaps& maps) {
    const bool client = maps.key.author == clinic::Author::Client;
    const bool after = maps.key.moment == clinic::Moment::After;
    const char* pattern = client ? (after ? "Visit {0} \u00b7 {1}: the client's map after the treatment"
                                          : "Visit {0} \u00b7 {1}: the client's map")
                                 : (after ? "Visit {0} \u00b7 {1}: the therapist's map after the treatment"
                                          : "Visit {0} \u00b7 {1}: the therapist's map");
    const std::string text =
        core::trf(pattern, {std::to_string(maps.visit->number), report::longDate(maps.visit->at)});
    return maps.earlier ? core::trf("{0}, {1}.", {text, comparedText(maps)}) : text + '.';
}

core::Result<std::filesystem::path> exportSheet(const Document& document, render::PictureRenderer& renderer,
                                                const std::filesystem::path& resources,
                                                const std::filesystem::path& folder) {
    const clinic::Client* client = document::openClientOf(document);
    if (client == nullptr) return nothingToExport();
    const auto maps = mapsToExport(document);
    if (!maps) return maps.error();
    const report::SheetInput input{
        .body = *document.body,
        .client = *client,
        .visit = *maps->visit,
        .author = maps->key.author,
        .moment = maps->key.moment,
        .map = *maps->map,
        .completed = maps->completed,
        .withName = false,
        .blackAndWhite = document.appearance.blackAndWhite,
        .earlierVisit = maps->earlier ? maps->earlier->visit : nullptr,
        .earlierMap = maps->earlier ? &maps->earlier->map : nullptr,
        .earlierCompleted = maps->earlier && maps->earlier->completed,
        .earlierAuthor = maps->earlier ? std::optional(maps->earlier->key.author) : std::nullopt,
        .earlierMoment = maps->earlier ? maps->earlier->key.moment : clinic::Moment::Before,
        .lead = maps->lead,
    };
    const auto sheet = report::drawSheet(report::makeSheetModel(input),
                                         pictureSource(document, *maps->map, renderer), resources);
    if (!sheet) return sheet.error();
    const std::filesystem::path path =
        freePath(folder / report::sheetFileName(*client, *maps->visit, maps->key.author, maps->key.moment));
    auto written = image::writePngFile(path, *sheet, report::sheetNotes(), core::FileAccess::OwnerOnly);
    if (!written) return written.error();
    return path;
}

}  // namespace palpate::app
