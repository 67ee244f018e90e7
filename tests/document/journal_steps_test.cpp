#include "document/journal_steps.h"

#include "core/random.h"
#include "document/edit.h"
#include "document/map_store.h"
#include "document/rescue.h"
#include "document/test_documents.h"
#include "document/tools.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using document::Document;
using document::JournalSteps;
using document::ToolInput;
using records::JournalEntry;

namespace {

const clinic::MapKey kTherapist{{1}, Author::Therapist, clinic::Moment::Before};

JournalEntry strokeEntry(const std::string& line) {
    const auto bytes = std::as_bytes(std::span(line.data(), line.size()));
    return {JournalEntry::Kind::Stroke, {bytes.begin(), bytes.end()}};
}

void send(document::PointerTool& tool, Document& document, ToolInput::Kind kind, glm::vec2 position) {
    ToolInput input;
    input.kind = kind;
    input.button = kind == ToolInput::Kind::Move ? ToolInput::Button::None : ToolInput::Button::Left;
    input.position = position;
    tool.handle(document, input);
}

}  // namespace

TEST_CASE("a stroke given up while it was made cannot be made again, not even after a restart") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
    document::PointerTool tool;
    const glm::vec2 chest = document.camera.project(test::kChest, document.viewportSize);
    send(tool, document, ToolInput::Kind::Press, chest);
    static_cast<void>(tool.keepTime(1.0));
    static_cast<void>(tool.keepTime(2.0));  // written down by now
    send(tool, document, ToolInput::Kind::Move, chest + glm::vec2(20.0F, 0.0F));
    REQUIRE(test::mapOf(document, Author::Therapist).entries == 2);
    send(tool, document, ToolInput::Kind::Cancel, chest);

    Document again = test::openVault(vault);
    CHECK(test::mapOf(again, Author::Therapist).map == test::mapOf(document, Author::Therapist).map);
    CHECK(test::mapOf(again, Author::Therapist).history.undoSteps() == 1);
    CHECK(test::mapOf(again, Author::Therapist).history.redoSteps() == 0);
    CHECK_FALSE(document::redo(again));
    const auto loaded =
        document::loadBodyMap(*document.practice, kTherapist, *document.body, document::History::Keep);
    REQUIRE(loaded.has_value());
    CHECK_FALSE((*loaded)->canRedo());
}

TEST_CASE("an undo that a person asked for can be made again after a restart, as before") {
    const auto vault = test::makeVault();
    Document document = test::openVault(vault);
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    const map::BodyMap painted = test::mapOf(document, Author::Therapist).map;
    REQUIRE(document::undo(document));
    Document again = test::openVault(vault);
    CHECK(document::redo(again));
    CHECK(test::mapOf(again, Author::Therapist).map == painted);
}

TEST_CASE("the lines that are left of a journal are those of the strokes that the map is made of") {
    // The same random history twice: once as maps, once as lines that are then painted anew.
    core::Random random(12);
    for (int round = 0; round < 4; ++round) {
        const auto vault = test::makeVault();
        Document document = test::openVault(vault);
        for (int i = 0; i < 24; ++i) {
            const auto what = random.below(6);
            if (what == 0) {
                document::undo(document);
            } else if (what == 1) {
                document::redo(document);
            } else if (what == 2) {
                document::takeBack(document);
            } else {
                const glm::vec3 at(static_cast<float>(random.between(-0.1, 0.1)),
                                   static_cast<float>(random.between(0.9, 1.3)), 0.15F);
                static_cast<void>(document::paint(document, test::dab(document, at, 3 + i % 5, 4.0)));
            }
        }
        JournalSteps steps;
        for (const JournalEntry& entry : vault->maps.at(kTherapist).stored.entries)
            steps.take(entry);
        CHECK(steps.left().size() == test::mapOf(document, Author::Therapist).history.undoSteps());
        Document copy = test::openVault(test::makeVault());
        for (const JournalSteps::Lines& step : steps.left()) {
            for (const std::string& line : step) {
                REQUIRE(copy.practice->append(kTherapist, strokeEntry(line)));
            }
        }
        const auto painted = document::loadBodyMap(*copy.practice, kTherapist, *copy.body);
        REQUIRE(painted.has_value());
        if (!painted->has_value()) continue;  // nothing was left
        CHECK((*painted)->map.layer(map::LayerKind::Pain).values().size() ==
              test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain).values().size());
        const auto left = (*painted)->map.layer(map::LayerKind::Pain).values();
        const auto expected =
            test::mapOf(document, Author::Therapist).map.layer(map::LayerKind::Pain).values();
        CHECK(std::equal(left.begin(), left.end(), expected.begin()));
    }
}

TEST_CASE("a damaged entry stays a step without lines, and what undoes too much is passed over") {
    JournalSteps steps;
    steps.take({JournalEntry::Kind::Undo, {}});
    steps.take({JournalEntry::Kind::Redo, {}});
    steps.take({JournalEntry::Kind::Stroke, {}});
    CHECK(steps.left() == std::vector<JournalSteps::Lines>{{}});
    steps.take({JournalEntry::Kind::Undo, {}});
    CHECK(steps.left().empty());
    steps.take({JournalEntry::Kind::Redo, {}});
    CHECK(steps.left().size() == 1);
    steps.take(document::givenUpEntry());
    steps.take({JournalEntry::Kind::Redo, {}});
    CHECK(steps.left().empty());
}

TEST_CASE("only the undo of a stroke given up says so") {
    CHECK(document::isGivenUp(document::givenUpEntry()));
    CHECK_FALSE(document::isGivenUp({JournalEntry::Kind::Undo, {}}));
    CHECK_FALSE(document::isGivenUp({JournalEntry::Kind::Stroke, document::givenUpEntry().bytes}));
}
