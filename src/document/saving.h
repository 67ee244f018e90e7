#pragma once

#include "core/result.h"
#include "document/document.h"

namespace palpate::document {

// Adds an entry to a map's history on the disk, after all entries that could not be written yet. A finished
// map is unfinished from then on. If writing fails the entry is kept and a notice says so; painting goes on.
void record(Document& document, const clinic::MapKey& key, records::JournalEntry entry);

// Tries again to write what is pending. True if nothing is pending any more; then the notice goes. Says
// nothing anew, so that a notice that was put away stays away until the next stroke.
bool retryPending(Document& document);
// The same for what must not leave anything unwritten behind. Errors: what keeps it from being written; a
// notice then offers to put it into a file instead.
core::Result<void> finishWriting(Document& document);

// The topic of the notice that something waits to be written.
inline constexpr const char* kSavingTopic = "saving";
// The topic of the notice that the disk is full and only a reserve is written to.
inline constexpr const char* kSpaceTopic = "space";
// The command that the notice offers: puts what cannot be written into a file of its own, so that one may go
// on.
inline constexpr const char* kSetAsideCommand = "saving.set_aside";

}  // namespace palpate::document
