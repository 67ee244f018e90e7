#pragma once

#include "core/result.h"
#include "document/document.h"

namespace palpate::document {

// Opens the compare view: the visit before the open one against the open one, on the active layer and by the
// author shown; by the other author or on another layer if there is nothing to see. Errors: no visit is open,
// or there is none before it; a map that cannot be read.
core::Result<void> openCompare(Document& document);
bool closeCompare(Document& document);

// Change what is compared; the view must be open. Errors: that map cannot be read.
core::Result<void> compareFrom(Document& document, const clinic::MapKey& key);
core::Result<void> compareTo(Document& document, const clinic::MapKey& key);
bool setCompareMode(Document& document, CompareMode mode);
bool setCompareLayer(Document& document, map::LayerKind layer);
bool swapCompared(Document& document);

}  // namespace palpate::document
