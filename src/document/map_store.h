#pragma once

#include "body/body_model.h"
#include "clinic/visit.h"
#include "core/result.h"
#include "map/body_map.h"
#include "map/map_delta.h"
#include "map/stroke.h"
#include "records/practice.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::document {

// Whether a loaded map can be undone.
enum class History {
    None,  // to look at: starts from the snapshot, if there is one
    Keep,  // to paint on: every entry is replayed, so that undo reaches as far back as before
};

// A map as it stands after every entry of its journal.
struct LoadedMap {
    map::BodyMap map;
    bool completed = false;
    core::Timestamp changed;            // of the last entry or completion; UTC 0 for a new map
    std::size_t entries = 0;            // in the journal
    std::vector<map::MapDelta> done;    // the last one is what undo takes back; empty without history
    std::vector<map::MapDelta> undone;  // the last one is what redo brings back; empty without history

    [[nodiscard]] bool canUndo() const { return !done.empty(); }
    [[nodiscard]] bool canRedo() const { return !undone.empty(); }
};

// Nothing painted, no journal.
[[nodiscard]] LoadedMap newMap(const body::BodyModel& body);

// Gives a figure of the body by name.
using FigureSource =
    std::function<core::Result<std::shared_ptr<const body::BodyModel>>(const std::string& figure)>;

// Loads figures of the standard body when they are asked for, each once.
[[nodiscard]] FigureSource figuresFrom(std::filesystem::path modelsFolder);

// The map under `key`, replayed bit for bit; empty if nothing was ever painted or completed there. Strokes
// are replayed on the figure that they were painted on, which `figures` gives where it is not `body`: a
// client may have been given another one since. Errors: what the practice and `figures` say; an entry that
// this version cannot replay (names its number); a map of another topology.
[[nodiscard]] core::Result<std::optional<LoadedMap>> loadBodyMap(const records::Practice& practice,
                                                                 const clinic::MapKey& key,
                                                                 const body::BodyModel& body,
                                                                 History history = History::None,
                                                                 const FigureSource& figures = {});

// Paints `stroke` and writes it to the journal. On an error the map is as it was.
core::Result<void> appendStroke(records::Practice& practice, const clinic::MapKey& key,
                                const body::BodyModel& body, LoadedMap& loaded, const map::Stroke& stroke);

// Writes a stroke that a StrokePainter already painted on `loaded.map`, with the change that finish() gave.
// On an error the map is as it was before the stroke. A stroke that changed nothing is not written.
core::Result<void> appendPainted(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded,
                                 const map::Stroke& stroke, map::MapDelta delta);

// Take back the last stroke, or bring it back, in the map and in the journal. Nothing to undo or redo is no
// error and writes nothing; the map must have been loaded with its history.
core::Result<void> undo(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded);
core::Result<void> redo(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded);

}  // namespace palpate::document
