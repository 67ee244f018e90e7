#pragma once

#include "commands/shortcut.h"
#include "document/document.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace palpate::commands {

// What a command may use beyond the document. The window and the tests bring their own.
class CommandContext {
public:
    virtual ~CommandContext() = default;

    [[nodiscard]] virtual document::Document& document() = 0;
    [[nodiscard]] virtual core::Timestamp now() const = 0;
    // Makes the case-note sheet of the open visit and says where it went, by a notice.
    virtual void exportSheet() = 0;
    // Shows the figures to choose from.
    virtual void chooseFigure() = 0;
    virtual void quit() = 0;
};

// Where a command means something. Any: in every view of the therapist's, but not in the check-in, where the
// client has the window and reaches what is the client's only.
enum class Mode : std::uint8_t { Any, Consult, Compare, CheckIn };

// Something a person can ask for, by name. Menus, keys, the command line and the tests all run the same one.
struct Command {
    std::string name;                 // "map.undo"
    std::string title;                // tr("Undo")
    std::vector<Shortcut> shortcuts;  // the first is the one shown
    Mode mode = Mode::Any;            // where it can be run
    // Whether it can be run now, in its view. Never null.
    std::function<bool(const document::Document&)> enabled;
    // Called only while enabled. Never null. What fails becomes a notice of the document.
    std::function<void(CommandContext&)> run;
};

// The view that is open.
[[nodiscard]] Mode modeOf(const document::Document& document);

}  // namespace palpate::commands
