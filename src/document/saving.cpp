#include "document/saving.h"

#include "core/text.h"
#include "document/edit.h"

#include <string>
#include <utility>

namespace palpate::document {

namespace {

constexpr std::string_view kTopic = "saving";

void tellWaiting(Document& document, const core::Error& error) {
    notify(
        document, Notice::Kind::Error, std::string(kTopic),
        core::trf("What you paint is kept in memory but could not be written: {0} Palpate keeps trying; {1} "
                  "changes are waiting.",
                  {error.message(), std::to_string(document.pending.size())}));
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
    dismissTopic(document, kTopic);
    return {};
}

}  // namespace

void record(Document& document, const clinic::MapKey& key, records::JournalEntry entry) {
    for (OpenMap& map : document.maps) {
        if (map.key != key) continue;
        map.stored = map.changed = true;
        ++map.entries;
    }
    document.pending.push_back({key, std::move(entry)});
    if (auto written = writePending(document); !written) tellWaiting(document, written.error());
}

bool retryPending(Document& document) {
    return document.pending.empty() || writePending(document).has_value();
}

}  // namespace palpate::document
