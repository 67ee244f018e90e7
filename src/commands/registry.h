#pragma once

#include "commands/command.h"

#include <span>
#include <string_view>

namespace palpate::commands {

// Every command of the program, in the order in which lists show them. Names are unique; no two commands that
// can be met in the same view share a shortcut.
[[nodiscard]] std::span<const Command> allCommands();

// Null if there is none of that name.
[[nodiscard]] const Command* findCommand(std::string_view name);
// The command that the keys mean in a view; null if none.
[[nodiscard]] const Command* commandFor(const Shortcut& shortcut, Mode mode);

// A command's own rule, and that no stroke is being made.
[[nodiscard]] bool isEnabled(const Command& command, const document::Document& document);

// Runs a command if it is enabled now. False: unknown, or not enabled.
bool run(std::string_view name, CommandContext& context);

// The first shortcut as text, "" without one: for menus, tips and lists.
[[nodiscard]] std::string shortcutText(const Command& command);

}  // namespace palpate::commands
