#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "commands/registry.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

// "Ctrl+Z, Alt+Backspace"
std::string shortcutsOf(const commands::Command& command) {
    std::string text;
    for (const commands::Shortcut& shortcut : command.shortcuts)
        text += (text.empty() ? "" : ", ") + commands::toText(shortcut);
    return text;
}

Json commandJson(const commands::Command& command) {
    Json shortcuts = Json::array();
    for (const commands::Shortcut& shortcut : command.shortcuts)
        shortcuts.push_back(commands::toText(shortcut));
    return {{"name", command.name}, {"title", command.title}, {"shortcuts", std::move(shortcuts)}};
}

Outcome listCommands(bool json) {
    Json list = Json::array();
    TextTable table(
        {{core::tr("Command"), false}, {core::tr("Shortcut"), false}, {core::tr("What it does"), false}});
    for (const commands::Command& command : commands::allCommands()) {
        list.push_back(commandJson(command));
        table.add({command.name, shortcutsOf(command), command.title});
    }
    if (json) {
        printJson(Json{{"commands", std::move(list)}});
    } else {
        table.print(std::cout);
    }
    return {};
}

}  // namespace

Action declareCommandList(CLI::App& app) {
    const auto json = std::make_shared<bool>(false);
    addJson(app, *json);
    return [json] { return listCommands(*json); };
}

}  // namespace palpate::cli
