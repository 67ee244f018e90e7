#include "document/saving.h"

#include "core/plural.h"
#include "core/text.h"
#include "document/edit.h"

#include <string>
#include <utility>

namespace palpate::document {

namespace {

void tellWaiting(Document& document, const core::Error& error) {
    notify(document,
           {.kind = Notice::Kind::Error,
            .topic = kSavingTopic,
            .text = core::trf("What you paint is kept in memory but could not be written: {0} Palpate keeps "
                              "trying; {1}.",
                              {error.message(), core::trn("{0} change is waiting", "{0} changes are waiting",
                                                          document.pending.size())}),
            .command = kSetAsideCommand});
}

void tellSpace(Document& document) {
    const std::string warning = document.practice->spaceWarning();
    if (warning.empty()) {
        dismissTopic(document, kSpaceTopic);
    } else {
        notify(document, {.kind = Notice::Kind::Warning, .topic = kSpaceTopic, .text = warning});
    }
}

// Writes as much as can be written, oldest first.
core::Result<void> writePending(Document& document) {
    while (!document.pending.empty()) {
        const PendingEntry& next = document.pending.front();
        if (auto written = document.practice->append(next.key, next.entry); !written) return written;
        document.pending.pop_front();
        document.saved = core::now();
        ++document.version;
    }
    dismissTopic(document, kSavingTopic);
    return {};
}

}  // namespace

void record(Document& document, const clinic::MapKey& key, records::JournalEntry entry) {
    for (OpenMap& map : document.maps) {
        if (map.key != key) continue;
        map.stored = map.changed = true;
        // As the practice keeps it: a finished map that is changed has to be finished again.
        map.completed = map.reopened = false;
        ++map.entries;
    }
    document.pending.push_back({key, std::move(entry)});
    if (auto written = writePending(document); !written) tellWaiting(document, written.error());
    tellSpace(document);
}

bool retryPending(Document& document) {
    if (document.pending.empty()) return true;
    const bool written = writePending(document).has_value();
    if (document.practice->spaceWarning().empty()) dismissTopic(document, kSpaceTopic);
    return written;
}

core::Result<void> finishWriting(Document& document) {
    if (document.pending.empty()) return {};
    auto written = writePending(document);
    if (written) return {};
    tellWaiting(document, written.error());
    core::Error error = written.error();
    error.what = core::trf("What was painted last is not written yet: {0}", {error.what});
    return error;
}

}  // namespace palpate::document
