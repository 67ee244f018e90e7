#pragma once

#include "document/document.h"

namespace palpate::document {

// Adds an entry to a map's history on the disk, after all entries that could not be written yet. If writing
// fails the entry is kept and a notice says so; painting goes on.
void record(Document& document, const clinic::MapKey& key, records::JournalEntry entry);

// Tries again to write what is pending. True if nothing is pending any more; then the notice goes. Says
// nothing anew, so that a notice that was put away stays away until the next stroke.
bool retryPending(Document& document);

}  // namespace palpate::document
