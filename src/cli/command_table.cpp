#include "cli/command_table.h"

#include "core/text.h"

#include <array>

namespace palpate::cli {

std::span<const CommandRow> commandTable() {
    using core::tr;
    static const std::array kRows{
        CommandRow{"demo", "create", tr("Make a practice with invented clients and visits"),
                   declareDemoCreate},
        CommandRow{"vault", "create", tr("Make an empty practice with a passphrase"), declareVaultCreate},
        CommandRow{"vault", "info", tr("Say what is known of a practice, without its passphrase or with it"),
                   declareVaultInfo},
        CommandRow{"vault", "check", tr("Open every record and see that none is missing"), declareVaultCheck},
        CommandRow{"vault", "backup", tr("Copy a practice and check the copy"), declareVaultBackup},
        CommandRow{"vault", "restore", tr("Put a backup in the place of a practice"), declareVaultRestore},
        CommandRow{"vault", "rekey", tr("Change the passphrase, the recovery key or all keys"),
                   declareVaultRekey},
        CommandRow{"vault", "salvage", tr("Rescue what opens out of a damaged practice"),
                   declareVaultSalvage},
        CommandRow{"vault", "audit", tr("Show the log of what was done"), declareVaultAudit},
        CommandRow{"client", "add", tr("Add a client"), declareClientAdd},
        CommandRow{"client", "list", tr("List the clients of a practice"), declareClientList},
        CommandRow{"client", "show", tr("Show what is known of a client"), declareClientShow},
        CommandRow{"client", "edit", tr("Change what is known of a client"), declareClientEdit},
        CommandRow{"client", "archive", tr("Leave a client out of lists, or show one again"),
                   declareClientArchive},
        CommandRow{"client", "erase", tr("Destroy all records of a client for ever"), declareClientErase},
        CommandRow{"practitioner", "add", tr("Add somebody who works in the practice"),
                   declarePractitionerAdd},
        CommandRow{"practitioner", "list", tr("List who works in the practice, and who did"),
                   declarePractitionerList},
        CommandRow{"practitioner", "edit", tr("Rename a practitioner, or say that one leaves or is back"),
                   declarePractitionerEdit},
        CommandRow{"visit", "add", tr("Add a visit"), declareVisitAdd},
        CommandRow{"visit", "list", tr("List visits and the maps they hold"), declareVisitList},
        CommandRow{"visit", "show", tr("Show a visit"), declareVisitShow},
        CommandRow{"visit", "rate", tr("Keep ratings and answers of a visit, or show them"),
                   declareVisitRate},
        CommandRow{"map", "paint", tr("Paint strokes from a file onto a map"), declareMapPaint},
        CommandRow{"map", "complete", tr("Mark a map as finished; an empty one means that nothing hurts"),
                   declareMapComplete},
        CommandRow{"map", "measure", tr("Measure a map, whole and by region"), declareMapMeasure},
        CommandRow{"map", "words", tr("Say in plain words what a map shows"), declareMapWords},
        CommandRow{"map", "compare", tr("Compare two maps"), declareMapCompare},
        CommandRow{"map", "frequency", tr("Count how often each place was painted"), declareMapFrequency},
        CommandRow{"history", "", tr("Show how a client's maps went over time"), declareHistory},
        CommandRow{"score", "", tr("Count what widely used pain forms ask for"), declareScore},
        CommandRow{"score", "codes", tr("Write numbers of CHOIR areas in those of the other drawing"),
                   declareScoreCodes},
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
