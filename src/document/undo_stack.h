#pragma once

#include "map/body_map.h"
#include "map/map_delta.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace palpate::document {

// The strokes of one map that can be taken back or made again. Each is a layer delta: it names layers,
// vertices and places by number, holds no pointers, and covers paint and place rows alike, so one form of
// edit is enough for a map. Bounded by a number of steps and by their bytes, oldest forgotten first; the
// newest step is always kept.
class UndoStack {
public:
    static constexpr std::size_t kMostSteps = 200;
    static constexpr std::size_t kMostBytes = 64U << 20U;

    explicit UndoStack(std::size_t mostSteps = kMostSteps, std::size_t mostBytes = kMostBytes)
        : m_mostSteps(mostSteps), m_mostBytes(mostBytes) {}
    // What a replayed journal left: oldest first, the last one of each is next. A damaged entry is an empty
    // step and stays one: each undo written from now on means one step of the journal.
    UndoStack(std::vector<map::MapDelta> done, std::vector<map::MapDelta> undone);

    // Takes in a change that was already made. What had been undone is forgotten. An empty change is no step.
    void push(map::MapDelta step);
    // The same for the rest of what the newest step began: both are one step.
    void extend(const map::MapDelta& rest);
    // Takes back the newest step for good. False if there is none.
    bool giveUp(map::BodyMap& map);

    // Change `map` by one step; false if there is none. The map must be the one whose steps these are.
    bool undo(map::BodyMap& map);
    bool redo(map::BodyMap& map);

    // What undo would take back; null if nothing.
    [[nodiscard]] const map::MapDelta* newest() const { return m_done.empty() ? nullptr : &m_done.back(); }
    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    [[nodiscard]] std::size_t undoSteps() const { return m_done.size(); }
    [[nodiscard]] std::size_t redoSteps() const { return m_undone.size(); }
    // What undo and redo would change, "Pain 7" or "Erase Pain"; empty if nothing.
    [[nodiscard]] std::string undoLabel() const;
    [[nodiscard]] std::string redoLabel() const;
    // How many steps the map is away from where it began, those forgotten included: the same number at the
    // same place of the history.
    [[nodiscard]] std::size_t position() const { return m_forgotten + m_done.size(); }
    [[nodiscard]] std::size_t sizeInBytes() const { return m_bytes; }

private:
    void forgetUndone();
    void trim();

    std::deque<map::MapDelta> m_done;
    std::vector<map::MapDelta> m_undone;
    std::size_t m_bytes = 0;      // of both
    std::size_t m_forgotten = 0;  // steps that can be taken back no more
    std::size_t m_mostSteps = kMostSteps;
    std::size_t m_mostBytes = kMostBytes;
};

// "Pain 7", "Erase Pain", "Pin: Scar": what a person would call a change.
[[nodiscard]] std::string stepLabel(const map::MapDelta& delta);

}  // namespace palpate::document
