#pragma once

#include "commands/practice_task.h"
#include "commands/shortcut.h"
#include "core/result.h"
#include "document/document.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace palpate::commands {

// A case-note sheet before it is made.
struct SheetPlan {
    std::string what;  // "Visit 7 · 20 Nov 2026, the client's map, compared with visit 6"
    std::filesystem::path folder;
};

// A file made of the view over time.
enum class HistoryFile : std::uint8_t { Picture, Table };

// What a command may use beyond the document. The window and the tests bring their own.
class CommandContext {
public:
    virtual ~CommandContext() = default;

    [[nodiscard]] virtual document::Document& document() = 0;
    [[nodiscard]] virtual core::Timestamp now() const = 0;
    // Shows the figures to choose from.
    virtual void chooseFigure() = 0;
    // What a case-note sheet would be of now, and where it would go. Errors: nothing to put on one.
    [[nodiscard]] virtual core::Result<SheetPlan> planSheet() = 0;
    // Makes that sheet in `folder`, or where the plan says if it is empty, and says where it went, by a
    // notice.
    virtual void exportSheet(const std::filesystem::path& folder) = 0;
    // Shows a folder in the desktop's file manager; a notice says if that is not possible.
    virtual void showFolder(const std::filesystem::path& folder) = 0;
    // Makes a file of what the view over time shows beside the sheets, and says where it went, by a notice.
    virtual void saveHistory(HistoryFile file) = 0;
    // Puts what cannot be written into files of its own and opens the visit as it is on the disk; a notice
    // says where.
    virtual void setAside() = 0;
    // Writes what is pending, closes the practice and asks for its passphrase; a notice says if that is not
    // possible yet.
    virtual void lockPractice() = 0;
    // Errors: what the vault says; then the practice is as it was. A restored practice is open afterwards.
    virtual core::Result<PracticeOutcome> doTask(const PracticeTask& task) = 0;
    // Of this practice in its backup folder, newest first.
    [[nodiscard]] virtual std::vector<PracticeBackup> backups() = 0;
    virtual void quit() = 0;
};

// Where a command means something. Any: in every view of the therapist's, but not in the check-in, where the
// client has the window and reaches what is the client's only.
enum class Mode : std::uint8_t { Any, Consult, Compare, CheckIn, History };

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
