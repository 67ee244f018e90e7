#include "commands/command_lists.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/practitioners.h"

#include <string>

namespace palpate::commands {

namespace {

using core::tr;

bool canChange(const Document& document) {
    return hasPractice(document) && document.practice->info().readOnly.empty();
}

bool canSayWho(const Document& document) {
    return hasPractice(document) && document::hasChoiceOfWho(document);
}

bool canChangeClient(const Document& document) {
    return hasClient(document) && canChange(document);
}

void backUp(CommandContext& context) {
    using document::Notice;
    Document& document = context.document();
    const std::string folder = document.practiceState.backupFolder.string();
    const auto done = context.doTask({.kind = PracticeTask::Kind::BackUp});
    if (!done) {
        if (done.error().kind != core::Error::Kind::Stopped)
            document::notify(document, Notice::Kind::Error, "backup", done.error().message());
        return;
    }
    document::notify(document,
                     {.kind = Notice::Kind::Info, .topic = "backup", .text = done->told, .folder = folder});
}

}  // namespace

void addPracticeCommands(Commands& commands) {
    commands.push_back({"practice.lock", tr("Lock the practice"), keys({"Ctrl+L"}), Mode::Any, hasPractice,
                        [](CommandContext& c) { c.lockPractice(); }});
    commands.push_back({"practice.backup", tr("Back up the practice now"), keys({"Ctrl+Shift+B"}), Mode::Any,
                        hasPractice, backUp});
    // The window shows them; without one there is nothing to show.
    const auto nothing = [](CommandContext&) {};
    commands.push_back({"practice.open", tr("The practice: backup, keys, lock, people, check, log"),
                        keys({"Ctrl+Shift+P"}), Mode::Any, hasPractice, nothing});
    commands.push_back(
        {"practice.log", tr("The practice's log"), keys({"Ctrl+Shift+A"}), Mode::Any, hasPractice, nothing});
    commands.push_back({"practice.who", tr("Say who is working now"), keys({"Ctrl+Shift+W"}), Mode::Any,
                        canSayWho, nothing});
    commands.push_back(
        {"practice.people", tr("Who works in the practice"), {}, Mode::Any, hasPractice, nothing});
    commands.push_back({"client.edit", tr("Change the client's record"), keys({"Ctrl+Shift+I"}), Mode::Any,
                        canChangeClient, nothing});
    commands.push_back(
        {"client.archived", tr("Show archived clients, or hide them"), {}, Mode::Any, hasPractice, nothing});
}

}  // namespace palpate::commands
