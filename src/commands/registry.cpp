#include "commands/registry.h"

#include "commands/command_lists.h"
#include "core/check.h"
#include "document/edit.h"

#include <algorithm>

namespace palpate::commands {

namespace {

Commands makeCommands() {
    Commands commands;
    addMapCommands(commands);
    addToolCommands(commands);
    addViewCommands(commands);
    addBodyCommands(commands);
    addCompareCommands(commands);
    addHistoryCommands(commands);
    addCheckInCommands(commands);
    addPracticeCommands(commands);
    addWindowCommands(commands);
    return commands;
}

bool isMetIn(const Command& command, Mode mode) {
    if (mode == Mode::CheckIn || command.mode == Mode::CheckIn) return command.mode == mode;
    return command.mode == Mode::Any || mode == Mode::Any || command.mode == mode;
}

}  // namespace

Mode modeOf(const document::Document& document) {
    if (document.checkIn) return Mode::CheckIn;
    if (document.compare) return Mode::Compare;
    return document.history ? Mode::History : Mode::Consult;
}

std::span<const Command> allCommands() {
    static const Commands commands = makeCommands();
    return commands;
}

const Command* findCommand(std::string_view name) {
    const auto all = allCommands();
    const auto it = std::find_if(all.begin(), all.end(), [name](const Command& c) { return c.name == name; });
    return it == all.end() ? nullptr : &*it;
}

const Command* commandFor(const Shortcut& shortcut, Mode mode) {
    for (const Command& command : allCommands()) {
        if (!isMetIn(command, mode)) continue;
        const auto& shortcuts = command.shortcuts;
        if (std::find(shortcuts.begin(), shortcuts.end(), shortcut) != shortcuts.end()) return &command;
    }
    return nullptr;
}

bool isEnabled(const Command& command, const document::Document& document) {
    return !document.painting && isMetIn(command, modeOf(document)) && command.enabled(document);
}

bool run(std::string_view name, CommandContext& context) {
    const Command* command = findCommand(name);
    if (command == nullptr || !isEnabled(*command, context.document())) return false;
    command->run(context);
    return true;
}

std::string shortcutText(const Command& command) {
    return command.shortcuts.empty() ? std::string() : toText(command.shortcuts.front());
}

std::vector<Shortcut> keys(std::initializer_list<std::string_view> texts) {
    std::vector<Shortcut> shortcuts;
    for (const std::string_view text : texts) {
        const auto shortcut = shortcutFromText(text);
        core::check(shortcut.has_value(), "the registry spells its shortcuts as they are read");
        shortcuts.push_back(*shortcut);
    }
    return shortcuts;
}

bool always(const Document&) {
    return true;
}

bool hasPractice(const Document& document) {
    return document.practice != nullptr;
}

bool hasClient(const Document& document) {
    return document::openClientOf(document) != nullptr;
}

bool hasVisit(const Document& document) {
    return !document.maps.empty();
}

void report(Document& document, std::string_view topic, const core::Result<void>& result) {
    if (result) {
        document::dismissTopic(document, topic);
    } else {
        document::notify(document, document::Notice::Kind::Error, std::string(topic),
                         result.error().message());
    }
}

}  // namespace palpate::commands
