#pragma once

#include "cli/command_row.h"

#include <span>

namespace palpate::cli {

// Every command, in the order in which help shows them.
[[nodiscard]] std::span<const CommandRow> commandTable();

// Each is defined in a file named after it or after what it belongs to.
Action declareDemoCreate(CLI::App& app);
Action declareVaultCreate(CLI::App& app);
Action declareVaultInfo(CLI::App& app);
Action declareVaultCheck(CLI::App& app);
Action declareVaultBackup(CLI::App& app);
Action declareVaultRestore(CLI::App& app);
Action declareVaultRekey(CLI::App& app);
Action declareVaultSalvage(CLI::App& app);
Action declareVaultAudit(CLI::App& app);
Action declareClientAdd(CLI::App& app);
Action declareClientList(CLI::App& app);
Action declareClientShow(CLI::App& app);
Action declareClientEdit(CLI::App& app);
Action declareClientArchive(CLI::App& app);
Action declareClientErase(CLI::App& app);
Action declarePractitionerAdd(CLI::App& app);
Action declarePractitionerList(CLI::App& app);
Action declarePractitionerEdit(CLI::App& app);
Action declareVisitAdd(CLI::App& app);
Action declareVisitList(CLI::App& app);
Action declareVisitShow(CLI::App& app);
Action declareVisitRate(CLI::App& app);
Action declareMapPaint(CLI::App& app);
Action declareMapComplete(CLI::App& app);
Action declareMapMeasure(CLI::App& app);
Action declareMapCompare(CLI::App& app);
Action declareMapWords(CLI::App& app);
Action declareMapFrequency(CLI::App& app);
Action declareHistory(CLI::App& app);
Action declareScore(CLI::App& app);
Action declareScoreCodes(CLI::App& app);
Action declareScoreCorrect(CLI::App& app);
Action declareRender(CLI::App& app);
Action declareRenderCompare(CLI::App& app);
Action declareSheet(CLI::App& app);
Action declareBodyInfo(CLI::App& app);
Action declareBodyExport(CLI::App& app);
Action declareBodyShares(CLI::App& app);
Action declareCommandList(CLI::App& app);

}  // namespace palpate::cli
