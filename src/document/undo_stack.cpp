#include "document/undo_stack.h"

#include "core/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace palpate::document {

UndoStack::UndoStack(std::vector<map::MapDelta> done, std::vector<map::MapDelta> undone)
    : m_done(std::make_move_iterator(done.begin()), std::make_move_iterator(done.end())),
      m_undone(std::move(undone)) {
    for (const auto& delta : m_done)
        m_bytes += delta.sizeInBytes();
    for (const auto& delta : m_undone)
        m_bytes += delta.sizeInBytes();
    trim();
}

void UndoStack::forgetUndone() {
    for (const auto& delta : m_undone)
        m_bytes -= delta.sizeInBytes();
    m_undone.clear();
}

void UndoStack::push(map::MapDelta step) {
    if (step.isEmpty()) return;
    forgetUndone();
    m_bytes += step.sizeInBytes();
    m_done.push_back(std::move(step));
    trim();
}

// What comes back to what it was stays a step: in the journal it is one.
void UndoStack::extend(const map::MapDelta& rest) {
    if (m_done.empty()) return push(rest);
    forgetUndone();
    m_bytes -= m_done.back().sizeInBytes();
    map::extend(m_done.back(), rest);
    m_bytes += m_done.back().sizeInBytes();
    trim();
}

bool UndoStack::giveUp(map::BodyMap& map) {
    if (!canUndo()) return false;
    map::revert(map, m_done.back());
    m_bytes -= m_done.back().sizeInBytes();
    m_done.pop_back();
    forgetUndone();
    return true;
}

bool UndoStack::undo(map::BodyMap& map) {
    if (!canUndo()) return false;
    map::revert(map, m_done.back());
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    return true;
}

bool UndoStack::redo(map::BodyMap& map) {
    if (!canRedo()) return false;
    map::apply(map, m_undone.back());
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    return true;
}

std::string UndoStack::undoLabel() const {
    return canUndo() ? stepLabel(m_done.back()) : std::string();
}

std::string UndoStack::redoLabel() const {
    return canRedo() ? stepLabel(m_undone.back()) : std::string();
}

// Steps that can be redone come from the same 200: only what lies furthest back is forgotten.
void UndoStack::trim() {
    while (m_done.size() > 1 && (m_done.size() + m_undone.size() > m_mostSteps || m_bytes > m_mostBytes)) {
        m_bytes -= m_done.front().sizeInBytes();
        m_done.pop_front();
        ++m_forgotten;
    }
}

std::string stepLabel(const map::MapDelta& delta) {
    if (!delta.pinsAfter.empty()) {
        const auto& pin = delta.pinsAfter.begin()->second;
        return pin ? core::trf("Pin: {0}", {map::pinName(pin->kind)})
                   : std::string(core::tr("Take away pin"));
    }
    const auto highest = std::max_element(delta.valuesAfter.begin(), delta.valuesAfter.end());
    const std::string layer = map::layerName(delta.layer);
    if (highest == delta.valuesAfter.end()) return core::trf("Change {0}", {layer});
    if (*highest < map::kPaintedFrom) return core::trf("Erase {0}", {layer});
    return core::trf("{0} {1}", {layer, core::decimal(map::levelOf(*highest), 0)});
}

}  // namespace palpate::document
