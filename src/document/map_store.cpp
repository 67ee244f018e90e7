#include "document/map_store.h"

#include "core/text.h"
#include "document/journal_steps.h"
#include "map/map_codec.h"
#include "map/stroke_json.h"
#include "map/stroke_painter.h"
#include "map/stroke_rules.h"
#include "map/stroke_target.h"

#include <nlohmann/json.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::document {

namespace {

using records::JournalEntry;

core::Error cannotReplay(std::size_t number, const core::Error& reason) {
    return {core::trf("Entry {0} of the map's journal cannot be replayed: {1}",
                      {std::to_string(number), reason.what}),
            reason.where,
            core::tr("Open the practice with the version of Palpate that painted it, or a newer one.")};
}

std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// One change to a map, and whether it is the rest of the one before it.
struct Painted {
    map::MapDelta delta;
    bool continues = false;
};

void remember(LoadedMap& loaded, Painted painted) {
    if (painted.continues && !loaded.done.empty()) {
        map::extend(loaded.done.back(), painted.delta);
    } else {
        loaded.done.push_back(std::move(painted.delta));
    }
    loaded.undone.clear();
}

void takeBack(LoadedMap& loaded) {
    map::revert(loaded.map, loaded.done.back());
    loaded.undone.push_back(std::move(loaded.done.back()));
    loaded.done.pop_back();
}

void bringBack(LoadedMap& loaded) {
    map::apply(loaded.map, loaded.undone.back());
    loaded.done.push_back(std::move(loaded.undone.back()));
    loaded.undone.pop_back();
}

// What strokes are replayed on.
struct Bodies {
    const body::BodyModel& own;
    const FigureSource& figures;
};

// The figure that a stroke names; empty if it names none.
std::string figureOf(std::string_view stroke) {
    const auto json = nlohmann::json::parse(stroke, nullptr, false);
    if (!json.is_object() || !json.contains("figure") || !json["figure"].is_string()) return "";
    return json["figure"].get<std::string>();
}

core::Result<Painted> paintOn(const body::BodyModel& body, map::BodyMap& map, std::string_view line) {
    const auto stroke = map::strokeFromJson(line, body);
    if (!stroke) return stroke.error();
    // What it was to change was painted by an entry that is damaged.
    if (!map::validateOn(map, *stroke, body)) return Painted{{}, stroke->continues};
    auto delta = map::paintStroke(body, map, *stroke);
    if (!delta) return delta.error();
    return Painted{std::move(*delta), stroke->continues};
}

core::Result<Painted> paintOnItsFigure(const Bodies& bodies, map::BodyMap& map, std::string_view line) {
    auto painted = paintOn(bodies.own, map, line);
    if (painted || !bodies.figures) return painted;
    // Nearly every stroke is of the map's own figure, so the name is looked for only when that failed.
    const std::string figure = figureOf(line);
    if (figure.empty() || figure == bodies.own.figure()) return painted;
    const auto other = bodies.figures(figure);
    if (!other) return other.error();
    if ((*other)->mesh().topologyId() != map.topologyId()) return painted;
    return paintOn(**other, map, line);
}

// False: it is the rest of a stroke that was painted before the replay began.
core::Result<bool> replayStroke(LoadedMap& loaded, const JournalEntry& entry, const Bodies& bodies,
                                bool isFromStart) {
    if (entry.bytes.empty()) {
        // Damaged: it paints nothing but stays a step, so that the undo after it means the same stroke.
        remember(loaded, {});
        return true;
    }
    auto painted = paintOnItsFigure(bodies, loaded.map, textOf(entry.bytes));
    if (!painted) return painted.error();
    if (painted->continues && loaded.done.empty() && !isFromStart) return false;
    // Only what changed something was written: if it does not now, an entry before it is damaged, and it
    // stays a step like that one.
    remember(loaded, std::move(*painted));
    return true;
}

// False: the entry goes on with, undoes or redoes what was painted before the replay began.
core::Result<bool> replayEntry(LoadedMap& loaded, const JournalEntry& entry, const Bodies& bodies,
                               bool isFromStart) {
    switch (entry.kind) {
        case JournalEntry::Kind::Stroke:
            return replayStroke(loaded, entry, bodies, isFromStart);
        case JournalEntry::Kind::Undo:
            if (!loaded.canUndo()) return false;
            takeBack(loaded);
            if (isGivenUp(entry)) loaded.undone.clear();
            return true;
        case JournalEntry::Kind::Redo:
            if (!loaded.canRedo()) return false;
            bringBack(loaded);
            return true;
    }
    return false;
}

struct From {
    std::size_t first = 0;    // of the entries given
    bool isStart = true;      // of the map's history
    std::size_t skipped = 0;  // before the first of the entries given
};

// Replays entries from `from` on. False: they reach back to before it.
core::Result<bool> replay(LoadedMap& loaded, std::span<const JournalEntry> entries, From from,
                          const Bodies& bodies) {
    for (std::size_t i = from.first; i < entries.size(); ++i) {
        const auto replayed = replayEntry(loaded, entries[i], bodies, from.isStart);
        if (!replayed) return cannotReplay(from.skipped + i + 1, replayed.error());
        if (!*replayed) return false;
    }
    return true;
}

core::Result<LoadedMap> fromSnapshot(const records::StoredMap& stored, const Bodies& bodies) {
    auto decoded = map::decodeMap(stored.snapshot);
    if (!decoded) return decoded.error();
    if (decoded->topologyId() != bodies.own.mesh().topologyId()) {
        return core::Error{core::tr("The map was painted on another body"), decoded->topologyId(),
                           core::tr("Install the version of Palpate whose body it was painted on.")};
    }
    for (const auto& [number, pin] : decoded->pins().rows()) {
        if (auto onBody = map::validatePoint(pin.at, bodies.own); !onBody) return onBody.error();
    }
    LoadedMap loaded = newMap(bodies.own);
    loaded.map = std::move(*decoded);
    return loaded;
}

core::Result<LoadedMap> replayAll(const records::StoredMap& stored, const Bodies& bodies) {
    LoadedMap loaded = newMap(bodies.own);
    const auto complete = replay(loaded, stored.entries, {}, bodies);
    if (!complete) return complete.error();
    if (!*complete) {
        return core::Error{core::tr("The map's journal undoes more than was painted"), "",
                           core::tr("The practice's file may be damaged: restore a backup.")};
    }
    return loaded;
}

// Empty: the snapshot does not do, and all entries are needed.
core::Result<std::optional<LoadedMap>> replayLatest(const records::StoredMap& stored, const Bodies& bodies) {
    const std::size_t entries = stored.entriesSkipped + stored.entries.size();
    if (stored.snapshot.empty() || stored.snapshotEntries > entries) return std::optional<LoadedMap>();
    auto loaded = fromSnapshot(stored, bodies);
    if (!loaded) return loaded.error();
    const auto complete = replay(
        *loaded, stored.entries,
        {stored.snapshotEntries - stored.entriesSkipped, stored.snapshotEntries == 0, stored.entriesSkipped},
        bodies);
    if (!complete) return complete.error();
    if (!*complete) return std::optional<LoadedMap>();
    return std::optional<LoadedMap>(std::move(*loaded));
}

core::Result<LoadedMap> replayStored(const records::Practice& practice, const records::StoredMap& stored,
                                     const Bodies& bodies, History history) {
    if (history == History::None) {
        auto latest = replayLatest(stored, bodies);
        if (!latest) return latest.error();
        if (latest->has_value()) return std::move(**latest);
    }
    if (stored.entriesSkipped == 0) return replayAll(stored, bodies);
    const auto whole = practice.loadMap(stored.info.key);
    if (!whole) return whole.error();
    return replayAll(whole->value_or(stored), bodies);
}

core::Result<void> append(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded,
                          const JournalEntry& entry) {
    if (auto written = practice.append(key, entry); !written) return written;
    ++loaded.entries;
    loaded.completed = false;
    loaded.changed = core::now();
    return {};
}

}  // namespace

LoadedMap newMap(const body::BodyModel& body) {
    return {map::BodyMap(body.mesh().topologyId(), body.mesh().vertexCount()), false, {}, 0, {}, {}};
}

FigureSource figuresFrom(std::filesystem::path modelsFolder) {
    using Loaded = std::map<std::string, std::shared_ptr<const body::BodyModel>>;
    return [folder = std::move(modelsFolder), loaded = std::make_shared<Loaded>()](
               const std::string& figure) -> core::Result<std::shared_ptr<const body::BodyModel>> {
        if (const auto found = loaded->find(figure); found != loaded->end()) return found->second;
        auto body = body::loadStandardBody(folder, figure);
        if (body) loaded->emplace(figure, *body);
        return body;
    };
}

core::Result<std::optional<LoadedMap>> loadBodyMap(const records::Practice& practice,
                                                   const clinic::MapKey& key, const body::BodyModel& body,
                                                   History history, const FigureSource& figures) {
    const auto stored = history == History::None ? practice.loadLatest(key) : practice.loadMap(key);
    if (!stored) return stored.error();
    if (!stored->has_value()) return std::optional<LoadedMap>();
    auto loaded = replayStored(practice, **stored, {body, figures}, history);
    if (!loaded) return loaded.error();
    loaded->completed = (*stored)->info.completed;
    loaded->changed = (*stored)->info.changed;
    loaded->entries = (*stored)->entriesSkipped + (*stored)->entries.size();
    if (history == History::None) {
        loaded->done.clear();
        loaded->undone.clear();
    }
    return std::optional<LoadedMap>(std::move(*loaded));
}

core::Result<void> appendStroke(records::Practice& practice, const clinic::MapKey& key,
                                const body::BodyModel& body, LoadedMap& loaded, const map::Stroke& stroke) {
    auto delta = map::paintStroke(body, loaded.map, stroke);
    if (!delta) return delta.error();
    return appendPainted(practice, key, loaded, stroke, std::move(*delta));
}

core::Result<void> appendPainted(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded,
                                 const map::Stroke& stroke, map::MapDelta delta) {
    if (delta.isEmpty()) return {};
    if (auto written = append(practice, key, loaded, entryOf(stroke)); !written) {
        map::revert(loaded.map, delta);
        return written;
    }
    remember(loaded, {std::move(delta), stroke.continues});
    return {};
}

core::Result<void> undo(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded) {
    if (!loaded.canUndo()) return {};
    if (auto written = append(practice, key, loaded, {JournalEntry::Kind::Undo, {}}); !written)
        return written;
    takeBack(loaded);
    return {};
}

core::Result<void> redo(records::Practice& practice, const clinic::MapKey& key, LoadedMap& loaded) {
    if (!loaded.canRedo()) return {};
    if (auto written = append(practice, key, loaded, {JournalEntry::Kind::Redo, {}}); !written)
        return written;
    bringBack(loaded);
    return {};
}

}  // namespace palpate::document
