#pragma once

#include "clinic/visit.h"
#include "document/undo_stack.h"
#include "map/body_map.h"

#include <cstddef>
#include <string>

namespace palpate::document {

// A map that is open for looking at or painting.
struct OpenMap {
    clinic::MapKey key;
    map::BodyMap map;
    bool stored = false;     // something was painted or completed under this key
    bool completed = false;  // its author said that it is finished; empty and completed = nothing hurts
    bool reopened = false;  // finished, and somebody chose to change it; the first change makes it unfinished
    bool changed = false;   // since it was opened
    std::size_t entries = 0;  // in its journal, those not written yet included
    UndoStack history;

    std::string damage = {};  // why it cannot be read, one sentence without a full stop; empty if it can

    // A finished map is a record of that day: it changes only after it was opened again on purpose, and is
    // unfinished from then on. One that cannot be read never changes.
    [[nodiscard]] bool isClosed() const { return !damage.empty() || canReopen(); }
    [[nodiscard]] bool canReopen() const { return damage.empty() && completed && !reopened; }
};

}  // namespace palpate::document
