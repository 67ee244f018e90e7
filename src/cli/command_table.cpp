#include "cli/command_table.h"

#include "core/text.h"

#include <array>

namespace palpate::cli {

std::span<const CommandRow> commandTable() {
    using core::tr;
    static const std::array kRows{
        CommandRow{"demo", "create", tr("Make a practice with invented clients and visits"),
                   declareDemoCreate},
        CommandRow{"client", "list", tr("List the clients of a practice"), declareClientList},
        CommandRow{"visit", "list", tr("List visits and the maps they hold"), declareVisitList},
        CommandRow{"visit", "rate", tr("Keep ratings and answers of a visit, or show them"),
                   declareVisitRate},
        CommandRow{"map", "paint", tr("Paint strokes from a file onto a map"), declareMapPaint},
        CommandRow{"map", "complete", tr("Mark a map as finished; an empty one means that nothing hurts"),
                   declareMapComplete},
        CommandRow{"map", "measure", tr("Measure a map, whole and by region"), declareMapMeasure},
        CommandRow{"map", "words", tr("Say in plain words what a map shows"), declareMapWords},
        CommandRow{"map", "compare", tr("Compare two maps"), declareMapCompare},
        CommandRow{"map", "frequency", tr("Count how often each place was painted"), declareMapFrequency},
        CommandRow{"score", "", tr("Count what widely used pain forms ask for"), declareScore},
        CommandRow{"score", "correct", tr("Say by hand whether an area of a form hurts"),
                   declareScoreCorrect},
        CommandRow{"render", "", tr("Draw a map as a picture"), declareRender},
        CommandRow{"render", "compare", tr("Draw two maps side by side, in one place, or their difference"),
                   declareRenderCompare},
        CommandRow{"sheet", "", tr("Make the case-note sheet of a visit"), declareSheet},
        CommandRow{"body", "info", tr("Say what the standard body consists of"), declareBodyInfo},
        CommandRow{"body", "export", tr("Write a figure of the standard body as a 3D model"),
                   declareBodyExport},
        CommandRow{"body", "shares", tr("Compare the figures' parts with the published shares of the skin"),
                   declareBodyShares},
        CommandRow{"command", "list", tr("List every command of the window with its shortcut"),
                   declareCommandList},
    };
    return kRows;
}

}  // namespace palpate::cli
