#pragma once

#include "analysis/change_verdict.h"
#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "cli/options.h"
#include "clinic/client.h"
#include "clinic/visit.h"
#include "core/result.h"
#include "document/map_store.h"
#include "records/practice.h"

#include <memory>
#include <string>

namespace palpate::cli {

// A visit and whose it is.
struct VisitRecord {
    clinic::Visit visit;
    clinic::Client client;
};

// "the client's map before treatment", for sentences.
[[nodiscard]] const char* mapPhrase(const clinic::MapKey& key);

// A map that exists, with what it was painted on.
struct OpenMap {
    clinic::MapKey key;
    VisitRecord record;
    std::shared_ptr<const body::BodyModel> body;
    document::LoadedMap loaded;

    [[nodiscard]] double areaScale() const;            // from the client's height and weight
    [[nodiscard]] const char* finishedPhrase() const;  // "finished" or "not finished"
};

[[nodiscard]] core::Result<VisitRecord> findVisit(const records::Practice& practice, core::VisitId visit);

// A figure of the standard body from the resource folder.
[[nodiscard]] core::Result<std::shared_ptr<const body::BodyModel>> loadFigure(const std::string& figure);

// The other figures, for strokes that were painted on them.
[[nodiscard]] core::Result<document::FigureSource> allFigures();

// The muscles, dermatomes and instruments of the standard body.
[[nodiscard]] core::Result<body::AtlasLabels> loadLabels(const body::BodyModel& body);

// The map that is meant: before treatment unless stated; the client's unless stated or there is only the
// therapist's. Error: there is no such map; says that nothing was painted or finished there.
[[nodiscard]] core::Result<clinic::MapKey> chooseMap(const records::Practice& practice,
                                                     const MapReference& reference);

// The log says that the visit was looked at, also of the next one.
[[nodiscard]] core::Result<OpenMap> openMap(records::Practice& practice, const MapReference& reference);

// Two maps of one client, by the same author unless stated otherwise: the client if both visits have the
// client's map, else the therapist. Errors: those of openMap(); visits of two clients.
struct MapPair {
    OpenMap from, to;

    [[nodiscard]] analysis::RecordedPair recorded(map::LayerKind layer) const;
};
[[nodiscard]] core::Result<MapPair> openPair(records::Practice& practice, MapReference from, MapReference to);

}  // namespace palpate::cli
