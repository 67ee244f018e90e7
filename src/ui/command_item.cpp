#include "ui/command_item.h"

#include "commands/registry.h"
#include "core/check.h"

namespace palpate::ui {

CommandItem commandItem(const document::Document& document, std::string_view name) {
    const commands::Command* command = commands::findCommand(name);
    core::check(command != nullptr, "the window asks only for commands that the registry has");
    return {command->name, command->title, commands::shortcutText(*command),
            commands::isEnabled(*command, document)};
}

}  // namespace palpate::ui
