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

}  // namespace

void record(Document& document, const clinic::MapKey& key, records::JournalEntry entry) {
    for (OpenMap& map : document.maps) {
        if (map.key != key) continue;
        map.stored = map.changed = true;
        ++map.entries;
    }
    document.pending.push_back({key, std::move(entry)});
    retryPending(document);
}

bool retryPending(Document& document) {
    if (document.pending.empty()) return true;
    while (!document.pending.empty()) {
        const PendingEntry& next = document.pending.front();
        if (auto written = document.practice->append(next.key, next.entry); !written) {
            tellWaiting(document, written.error());
            return false;
        }
        document.pending.pop_front();
    }
    document.saved = core::now();
    ++document.version;
    dismissTopic(document, kTopic);
    return true;
}

}  // namespace palpate::document
