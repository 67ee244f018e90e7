#include "document/rescue.h"

#include "document/journal_steps.h"

#include <map>
#include <utility>

namespace palpate::document {

std::vector<UnwrittenStrokes> unwrittenStrokes(const Document& document) {
    std::map<clinic::MapKey, JournalSteps> replays;
    for (const PendingEntry& pending : document.pending)
        replays[pending.key].take(pending.entry);
    std::vector<UnwrittenStrokes> unwritten;
    for (const auto& [key, replay] : replays) {
        UnwrittenStrokes strokes{key, {}};
        for (const JournalSteps::Lines& step : replay.left()) {
            for (const std::string& line : step)
                strokes.lines += line + "\n";
        }
        if (!strokes.lines.empty()) unwritten.push_back(std::move(strokes));
    }
    return unwritten;
}

}  // namespace palpate::document
