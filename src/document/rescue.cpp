#include "document/rescue.h"

#include "map/stroke_json.h"

#include <map>
#include <utility>

namespace palpate::document {

namespace {

struct Replay {
    std::vector<std::string> done, undone;

    void move(std::vector<std::string>& from, std::vector<std::string>& to) {
        if (from.empty()) return;
        to.push_back(std::move(from.back()));
        from.pop_back();
    }
    void take(const records::JournalEntry& entry) {
        using Kind = records::JournalEntry::Kind;
        if (entry.kind == Kind::Undo) move(done, undone);
        if (entry.kind == Kind::Redo) move(undone, done);
        if (entry.kind != Kind::Stroke) return;
        const std::string line(reinterpret_cast<const char*>(entry.bytes.data()), entry.bytes.size());
        undone.clear();
        if (map::continuesAnother(line) && !done.empty()) {
            done.back() += "\n" + line;
        } else {
            done.push_back(line);
        }
    }
};

}  // namespace

std::vector<UnwrittenStrokes> unwrittenStrokes(const Document& document) {
    std::map<clinic::MapKey, Replay> replays;
    for (const PendingEntry& pending : document.pending)
        replays[pending.key].take(pending.entry);
    std::vector<UnwrittenStrokes> unwritten;
    for (const auto& [key, replay] : replays) {
        UnwrittenStrokes strokes{key, {}};
        for (const std::string& line : replay.done)
            strokes.lines += line + "\n";
        if (!strokes.lines.empty()) unwritten.push_back(std::move(strokes));
    }
    return unwritten;
}

}  // namespace palpate::document
