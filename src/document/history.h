#pragma once

#include "map/body_map.h"
#include "map/delta.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace palpate::document {

// One reversible change of a map: what one stroke did. It names layers, vertices and places by number and
// holds no pointers. A layer delta covers paint and place rows alike, so one form of edit is enough for a
// map.
struct Step {
    std::string label;  // what a person would call it: "Pain 7"
    map::LayerDelta delta;
};

// The steps of one map that can be taken back or made again. Bounded by a number of steps and by their bytes,
// oldest forgotten first; the newest step is always kept.
class History {
public:
    static constexpr std::size_t kMostSteps = 200;
    static constexpr std::size_t kMostBytes = 64U << 20U;

    explicit History(std::size_t mostSteps = kMostSteps, std::size_t mostBytes = kMostBytes)
        : m_mostSteps(mostSteps), m_mostBytes(mostBytes) {}

    // Takes in a step that was already applied. What had been undone is forgotten.
    void push(Step step);

    // Change `map` by one step; false if there is none. The map must be the one whose steps these are.
    bool undo(map::BodyMap& map);
    bool redo(map::BodyMap& map);

    [[nodiscard]] bool canUndo() const { return !m_done.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_undone.empty(); }
    [[nodiscard]] std::size_t undoSteps() const { return m_done.size(); }
    [[nodiscard]] std::size_t redoSteps() const { return m_undone.size(); }
    // What undo and redo would change; empty if nothing.
    [[nodiscard]] std::string undoLabel() const { return canUndo() ? m_done.back().label : std::string(); }
    [[nodiscard]] std::string redoLabel() const { return canRedo() ? m_undone.back().label : std::string(); }
    [[nodiscard]] std::size_t sizeInBytes() const { return m_bytes; }

    // Sets new bounds and forgets what is beyond them.
    void bound(std::size_t mostSteps, std::size_t mostBytes);

private:
    void trim();

    std::deque<Step> m_done;
    std::vector<Step> m_undone;
    std::size_t m_bytes = 0;  // of both
    std::size_t m_mostSteps;
    std::size_t m_mostBytes;
};

}  // namespace palpate::document
