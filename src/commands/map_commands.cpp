#include "commands/command_lists.h"
#include "core/text.h"
#include "document/avoid_before.h"
#include "document/edit.h"
#include "document/figure.h"
#include "document/open.h"
#include "document/saving.h"

namespace palpate::commands {

namespace {

using core::tr;

// What cannot be seen is not changed: null while the picture shows the other person's map.
const document::OpenMap* paintedMap(const Document& document) {
    return document.shown == document.author ? document::shownMap(document) : nullptr;
}

// Nothing is offered that a practice opened for reading could not keep.
bool isWritable(const Document& document) {
    return document.practice && document.practice->info().readOnly.empty();
}

bool canAddClient(const Document& document) {
    return isWritable(document) && hasPractice(document);
}

bool canAddVisit(const Document& document) {
    return isWritable(document) && hasClient(document);
}

bool canRate(const Document& document) {
    return isWritable(document) && hasVisit(document);
}

bool canUndo(const Document& document) {
    if (!isWritable(document)) return false;
    if (document::canUndoFigure(document)) return true;
    const auto* map = paintedMap(document);
    return map != nullptr && !map->isClosed() && map->history.canUndo();
}

bool canRedo(const Document& document) {
    if (!isWritable(document)) return false;
    if (document::canRedoFigure(document)) return true;
    const auto* map = paintedMap(document);
    return map != nullptr && !map->isClosed() && map->history.canRedo();
}

// True: a figure was what came next, taken back or not.
bool stepFigure(CommandContext& context, core::Result<bool> (*step)(Document&)) {
    const core::Result<bool> stepped = step(context.document());
    if (!stepped) report(context.document(), "figure", stepped.error());
    return !stepped || *stepped;
}

bool canComplete(const Document& document) {
    const auto* map = paintedMap(document);
    return map != nullptr && !map->isClosed();
}

bool canReopen(const Document& document) {
    const auto* map = paintedMap(document);
    return map != nullptr && map->canReopen();
}

bool hasPending(const Document& document) {
    return !document.pending.empty();
}

}  // namespace

void addMapCommands(Commands& commands) {
    commands.push_back(
        {"map.undo", tr("Undo"), keys({"Ctrl+Z"}), Mode::Consult, canUndo, [](CommandContext& c) {
             if (!stepFigure(c, document::undoFigure)) document::undo(c.document());
         }});
    commands.push_back({"map.redo", tr("Redo"), keys({"Ctrl+Y", "Ctrl+Shift+Z"}), Mode::Consult, canRedo,
                        [](CommandContext& c) {
                            if (!stepFigure(c, document::redoFigure)) document::redo(c.document());
                        }});
    commands.push_back(
        {"map.complete",
         tr("Mark the map as finished"),
         {},
         Mode::Consult,
         canComplete,
         [](CommandContext& c) { report(c.document(), "map", document::completeMap(c.document())); }});
    commands.push_back(
        {"map.reopen", tr("Change the finished map"), {}, Mode::Consult, canReopen, [](CommandContext& c) {
             document::reopenMap(c.document());
         }});
    // The window shows the questions and the scores; without one there is nothing to show.
    commands.push_back({"visit.rate", tr("Ratings and questions of this visit"), keys({"Ctrl+R"}),
                        Mode::Consult, canRate, [](CommandContext&) {}});
    commands.push_back({"scores.show", tr("Scores from the painting, or the painting tools again"),
                        keys({"Ctrl+K"}), Mode::Consult, hasVisit, [](CommandContext&) {}});
    commands.push_back({"visit.today", tr("Open today's visit"), keys({"Ctrl+D"}), Mode::Any, canAddVisit,
                        [](CommandContext& c) {
                            report(c.document(), "opening", document::openTodaysVisit(c.document(), c.now()));
                        }});
    commands.push_back({"visit.add", tr("New visit"), {}, Mode::Any, canAddVisit, [](CommandContext& c) {
                            report(c.document(), "opening", document::addVisit(c.document(), c.now()));
                        }});
    commands.push_back(
        {"client.add", tr("New client"), keys({"Ctrl+N"}), Mode::Any, canAddClient,
         [](CommandContext& c) { report(c.document(), "opening", document::addClient(c.document(), {})); }});
    commands.push_back({"export.sheet", tr("Export the case-note sheet"), keys({"Ctrl+E"}), Mode::Any,
                        hasVisit, [](CommandContext& c) { c.exportSheet({}); }});
    commands.push_back({document::kTakeOverAvoidCommand,
                        tr("Take over the areas to avoid"),
                        {},
                        Mode::Consult,
                        document::canTakeOverAvoid,
                        [](CommandContext& c) {
                            report(c.document(), document::kAvoidBeforeTopic,
                                   document::takeOverAvoid(c.document()));
                        }});
    commands.push_back({document::kSetAsideCommand,
                        tr("Put it into a file and go on"),
                        {},
                        Mode::Any,
                        hasPending,
                        [](CommandContext& c) { c.setAside(); }});
}

}  // namespace palpate::commands
