#include "commands/registry.h"

#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/history.h"
#include "document/open.h"
#include "document/practitioners.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>

using namespace palpate;
using commands::Command;
using commands::Mode;
using test::RecordingContext;

namespace {

bool metTogether(const Command& a, const Command& b) {
    if (a.mode == Mode::CheckIn || b.mode == Mode::CheckIn) return a.mode == b.mode;
    return a.mode == Mode::Any || b.mode == Mode::Any || a.mode == b.mode;
}

}  // namespace

TEST_CASE("every command has a name of its own, a title and rules") {
    std::set<std::string> names, titles;
    for (const Command& command : commands::allCommands()) {
        CAPTURE(command.name);
        CHECK(names.insert(command.name).second);
        CHECK(titles.insert(command.title).second);
        CHECK(command.enabled);
        CHECK(command.run);
        CHECK(std::count(command.name.begin(), command.name.end(), '.') == 1);
        CHECK(std::all_of(command.name.begin(), command.name.end(), [](char c) {
            return std::islower(static_cast<unsigned char>(c)) != 0 ||
                   std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_';
        }));
        CHECK(commands::findCommand(command.name) == &command);
    }
    CHECK(names.size() > 50);
    CHECK(commands::findCommand("map.explode") == nullptr);
}

TEST_CASE("no two commands of one view share a shortcut") {
    const auto all = commands::allCommands();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!metTogether(all[i], all[j])) continue;
            for (const auto& shortcut : all[i].shortcuts) {
                CAPTURE(all[i].name);
                CAPTURE(all[j].name);
                CHECK(std::find(all[j].shortcuts.begin(), all[j].shortcuts.end(), shortcut) ==
                      all[j].shortcuts.end());
            }
        }
    }
}

TEST_CASE("the keys that people are promised mean what the guide says") {
    const std::pair<const char*, const char*> promised[] = {{"Ctrl+Z", "map.undo"},
                                                            {"Ctrl+Y", "map.redo"},
                                                            {"Ctrl+Shift+Z", "map.redo"},
                                                            {"Numpad 1", "view.front"},
                                                            {"Ctrl+Numpad 1", "view.back"},
                                                            {"Numpad 3", "view.right"},
                                                            {"Ctrl+Numpad 3", "view.left"},
                                                            {"Numpad 7", "view.top"},
                                                            {"Ctrl+Numpad 7", "view.soles"},
                                                            {"Alt+1", "view.front"},
                                                            {"Alt+2", "view.back"},
                                                            {"Alt+6", "view.soles"},
                                                            {"Left", "view.turn_left"},
                                                            {"Shift+Up", "view.turn_up_far"},
                                                            {"Home", "view.fit"},
                                                            {"F", "view.focus"},
                                                            {"H", "view.only"},
                                                            {"[", "brush.smaller"},
                                                            {"]", "brush.larger"},
                                                            {"7", "level.7"},
                                                            {"0", "level.10"},
                                                            {"E", "tool.erase"},
                                                            {"X", "tool.mirror"},
                                                            {"P", "layer.pain"},
                                                            {"T", "layer.tension"},
                                                            {"R", "layer.treated"},
                                                            {"O", "overlay.next"},
                                                            {"Ctrl+B", "figure.choose"},
                                                            {"F1", "help.keys"},
                                                            {"?", "help.keys"}};
    for (const auto& [keys, name] : promised) {
        CAPTURE(keys);
        const auto shortcut = commands::shortcutFromText(keys);
        REQUIRE(shortcut.has_value());
        const Command* command = commands::commandFor(*shortcut, Mode::Consult);
        REQUIRE(command != nullptr);
        CHECK(command->name == name);
    }
    CHECK(commands::commandFor({commands::Key::F12, true, true, true}, Mode::Consult) == nullptr);
}

TEST_CASE("a key can mean different things while comparing") {
    const auto escape = *commands::shortcutFromText("Escape");
    CHECK(commands::commandFor(escape, Mode::Consult) == nullptr);
    REQUIRE(commands::commandFor(escape, Mode::Compare) != nullptr);
    CHECK(commands::commandFor(escape, Mode::Compare)->name == "compare.close");
}

TEST_CASE("a command that is not enabled does nothing") {
    RecordingContext context;
    CHECK_FALSE(commands::run("map.undo", context));
    CHECK_FALSE(commands::run("no.such", context));
    CHECK_FALSE(commands::run("compare.close", context));  // not in this view
    CHECK_FALSE(commands::run("compare.open", context));   // no visit before
    CHECK_FALSE(commands::run("view.focus", context));     // nothing under the pointer
}

TEST_CASE("undo and redo are enabled exactly when there is something to undo or redo") {
    RecordingContext context;
    auto& document = context.document();
    const auto enabled = [&](const char* name) {
        return commands::isEnabled(*commands::findCommand(name), document);
    };
    CHECK_FALSE(enabled("map.undo"));
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    CHECK(enabled("map.undo"));
    CHECK_FALSE(enabled("map.redo"));
    CHECK(commands::run("map.undo", context));
    CHECK(test::mapOf(document, clinic::Author::Therapist).map.isEmpty());
    CHECK(enabled("map.redo"));
    CHECK_FALSE(enabled("map.undo"));
    CHECK(commands::run("map.redo", context));
    CHECK_FALSE(test::mapOf(document, clinic::Author::Therapist).map.isEmpty());
}

TEST_CASE("what changes a map is enabled only while that map is the one that is shown") {
    RecordingContext context;
    auto& document = context.document();
    REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
    REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
    REQUIRE(document::undo(document));
    for (const char* name : {"map.undo", "map.redo", "map.complete"}) {
        CAPTURE(name);
        const Command& command = *commands::findCommand(name);
        document::showMapOf(document, clinic::Author::Therapist);
        CHECK(commands::isEnabled(command, document));
        document::showMapOf(document, clinic::Author::Client);
        CHECK_FALSE(commands::isEnabled(command, document));
    }
}

TEST_CASE("while a stroke is being made no command runs") {
    RecordingContext context;
    context.document().painting = true;
    for (const Command& command : commands::allCommands()) {
        CAPTURE(command.name);
        CHECK_FALSE(commands::isEnabled(command, context.document()));
    }
    CHECK_FALSE(commands::run("view.back", context));
    context.document().painting = false;
    CHECK(commands::run("view.back", context));
}

TEST_CASE("levels follow the scale of the layer") {
    RecordingContext context;
    CHECK(commands::run("level.10", context));
    CHECK(context.document().tool.brush().level == 10);
    CHECK(commands::run("layer.treated", context));
    CHECK_FALSE(commands::run("level.6", context));
    CHECK(commands::run("level.4", context));
    CHECK(context.document().tool.brush().level == 4);
}

TEST_CASE("the client is offered the pain layer only") {
    RecordingContext context;
    CHECK(commands::run("author.client", context));
    CHECK_FALSE(commands::run("layer.tension", context));
    CHECK(commands::run("author.therapist", context));
    CHECK(commands::run("layer.tension", context));
    CHECK(context.document().tool.layer == map::LayerKind::Tension);
}

TEST_CASE("every command that is enabled can be run on a full document, in either view") {
    for (const Command& command : commands::allCommands()) {
        if (command.mode == Mode::CheckIn) continue;  // document/check_in_test.cpp walks through its pages
        CAPTURE(command.name);
        RecordingContext context;
        auto& document = context.document();
        REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
        if (command.name == "avoid.take_over") {
            map::Stroke avoid = test::dab(document, test::kBack, 1);
            avoid.layer = map::LayerKind::Avoid;
            REQUIRE(*document::paint(document, avoid));
        }
        REQUIRE(document::addVisit(document, test::kTuesday));
        REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
        REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
        document::undo(document);
        if (command.mode == Mode::Compare) REQUIRE(document::openCompare(document));
        if (command.name == "compare.less" || command.name == "compare.more")
            document::setCompareMode(document, document::CompareMode::Wipe);
        if (command.mode == Mode::History) {
            REQUIRE(document::openHistory(document));
            while (document::stepHistory(document, [] { return true; })) {
            }
            const bool counts =
                command.name == "history.count_again" || command.name == "history.stop_counting";
            if (counts) document::setHistoryPage(document, document::HistoryPage::Frequency);
            if (command.name == "history.count_again") document::stopFrequency(document);
            if (command.name == "history.later") document::showHistoryVisit(document, 0);
        }
        if (command.name == "view.focus") document::setHover(document, document::Hover{});
        if (command.name == "view.only") document::setHover(document, document::Hover{});
        if (command.name == "view.everything") REQUIRE(document::showOnly(document, "trunk"));
        if (command.name == "look.smaller") commands::run("look.larger", context);
        if (command.name == "place.remove") {
            document::selectTool(document, document::PaintTool::Edit);
            document::select(document, document::PlaceChoice{map::LayerKind::Pain, 1});
        }
        if (command.name == "map.reopen") REQUIRE(document::completeMap(document));
        if (command.name == "saving.set_aside") {
            context.vault->failing = true;
            document::redo(document);
        }
        if (command.name == "practice.who") {
            for (const char* name : {"Ada Example", "Ben Example"})
                REQUIRE(document::addPractitioner(document, name));
        }
        const auto before = document.version;
        CHECK(commands::run(command.name, context));
        const bool outside = command.name == "export.sheet" || command.name == "figure.choose" ||
                             command.name == "app.quit" || command.name == "saving.set_aside";
        CHECK((context.sheets + context.figures + context.quits + context.setsAside == 1) == outside);
        CHECK((context.historyFiles.size() == 1) == command.name.starts_with("history.save_"));
        CHECK(document.version >= before);
    }
}

TEST_CASE("what a command could not do becomes a notice") {
    RecordingContext context;
    context.vault->failing = true;
    CHECK(commands::run("visit.add", context));
    REQUIRE(context.document().notices.size() == 1);
    CHECK(context.document().notices[0].text.find("The disk is full") != std::string::npos);
    context.vault->failing = false;
    CHECK(commands::run("visit.add", context));
    CHECK(context.document().notices.empty());
}

TEST_CASE("over time nothing turns or moves the picture that lies below, and a comparison from there does") {
    test::RecordingContext context;
    document::Document& document = context.document();
    REQUIRE(document::openHistory(document));
    const auto moves = [&document](const commands::Command& command) {
        return command.name.starts_with("view.") && commands::isEnabled(command, document);
    };
    document::setHover(document, document::Hover{});
    for (const commands::Command& command : commands::allCommands()) {
        CAPTURE(command.name);
        CHECK_FALSE(moves(command));
    }
    document::closeHistory(document);
    CHECK(moves(*commands::findCommand("view.turn_left")));
    CHECK(moves(*commands::findCommand("view.front")));
    CHECK(moves(*commands::findCommand("view.focus")));
}

TEST_CASE("in a practice that can only be read nothing is offered that would have to be kept") {
    class ReadOnly : public test::FakePractice {
    public:
        using FakePractice::FakePractice;
        const records::PracticeInfo& info() const override { return m_info; }

    private:
        records::PracticeInfo m_info{"Test practice", false, 1, "The folder cannot be written to."};
    };
    test::RecordingContext context;
    document::Document& document = context.document();
    const auto offered = [&](const char* name) {
        return commands::isEnabled(*commands::findCommand(name), document);
    };
    const auto keeps = {"map.undo", "client.add", "visit.today", "visit.add", "visit.rate", "checkin.open"};
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 5)));
    for (const char* name : keeps) {
        CAPTURE(name);
        CHECK(offered(name));
    }
    document.practice = std::make_unique<ReadOnly>(context.vault);
    for (const char* name : keeps) {
        CAPTURE(name);
        CHECK_FALSE(offered(name));
    }
    CHECK_FALSE(offered("map.redo"));
    CHECK(offered("view.back"));
}
