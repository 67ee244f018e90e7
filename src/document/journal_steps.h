#pragma once

#include "map/stroke.h"
#include "records/practice.h"

#include <string>
#include <utility>
#include <vector>

namespace palpate::document {

[[nodiscard]] records::JournalEntry entryOf(const map::Stroke& stroke);

// A step back that cannot be made again: of a stroke that was given up while it was being made (Escape, a
// second finger). In the journal it is an undo with a word in its bytes, so that a version that does not know
// the word still takes it for an undo.
[[nodiscard]] records::JournalEntry givenUpEntry();
[[nodiscard]] bool isGivenUp(const records::JournalEntry& entry);

// The strokes that are left of a journal, or of a part of one, after every undo and redo: without a body and
// without painting anything. What undoes more than there is, is passed over.
class JournalSteps {
public:
    // The lines of one step's strokes; none if its entry is damaged.
    using Lines = std::vector<std::string>;

    void take(const records::JournalEntry& entry);
    [[nodiscard]] const std::vector<Lines>& left() const { return m_done; }

private:
    static void move(std::vector<Lines>& from, std::vector<Lines>& to);
    void takeStroke(const records::JournalEntry& entry);

    std::vector<Lines> m_done, m_undone;
};

}  // namespace palpate::document
