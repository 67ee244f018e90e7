#pragma once

#include "core/result.h"
#include "document/document.h"

#include <cstddef>
#include <limits>
#include <optional>

// What was painted once painted again, into the map of whoever paints.
namespace palpate::document {

// One way of many strokes to be one step to undo.
class OneStep {
public:
    // `document` must outlive this.
    explicit OneStep(Document& document) : m_document(document) {}

    // False if the stroke changed nothing or could not be painted.
    bool paint(map::Stroke stroke);
    [[nodiscard]] bool painted() const { return m_painted; }
    [[nodiscard]] bool failed() const { return m_failed; }  // one could not be painted

private:
    Document& m_document;
    bool m_painted = false, m_failed = false;
};

struct CopyWhat {
    std::size_t entries = std::numeric_limits<std::size_t>::max();  // the first of the map's journal
    std::optional<map::LayerKind> layer = {};                       // empty: every layer
};

// Paints what was left of a map then, as far as whoever paints may paint its layers, as one step. Errors: a
// map that cannot be read or that this body cannot take, or of which anything could not be painted; then
// nothing is.
core::Result<void> copyMap(Document& document, const clinic::MapKey& from, const CopyWhat& what = {});

// Whether any stroke that was not taken back touched that layer of a map, though it may be bare again.
// Errors: a map that cannot be read.
[[nodiscard]] core::Result<bool> wasEverPainted(const Document& document, const clinic::MapKey& map,
                                                map::LayerKind layer);

}  // namespace palpate::document
