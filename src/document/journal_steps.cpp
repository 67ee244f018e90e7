#include "document/journal_steps.h"

#include "map/stroke_json.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace palpate::document {

namespace {

using records::JournalEntry;
using Kind = JournalEntry::Kind;

constexpr std::string_view kGivenUp = "given up";

JournalEntry entryOf(Kind kind, std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {kind, {bytes.begin(), bytes.end()}};
}

}  // namespace

JournalEntry entryOf(const map::Stroke& stroke) {
    return entryOf(Kind::Stroke, map::toJson(stroke));
}

JournalEntry givenUpEntry() {
    return entryOf(Kind::Undo, kGivenUp);
}

bool isGivenUp(const JournalEntry& entry) {
    return entry.kind == Kind::Undo && entry.bytes == givenUpEntry().bytes;
}

void JournalSteps::take(const JournalEntry& entry) {
    switch (entry.kind) {
        case Kind::Stroke:
            return takeStroke(entry);
        case Kind::Undo:
            move(m_done, m_undone);
            if (isGivenUp(entry)) m_undone.clear();
            return;
        case Kind::Redo:
            return move(m_undone, m_done);
    }
}

void JournalSteps::move(std::vector<Lines>& from, std::vector<Lines>& to) {
    if (from.empty()) return;
    to.push_back(std::move(from.back()));
    from.pop_back();
}

void JournalSteps::takeStroke(const JournalEntry& entry) {
    m_undone.clear();
    const std::string line(reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size());
    if (m_done.empty() || line.empty() || !map::continuesAnother(line)) m_done.emplace_back();
    if (!line.empty()) m_done.back().push_back(line);
}

}  // namespace palpate::document
