#include "cli/command_table.h"
#include "cli/long_work.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "core/plural.h"
#include "core/text.h"
#include "records/maintenance.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using Json = nlohmann::ordered_json;

struct VaultCheckOptions {
    VaultAccess vault;
    bool json = false;
};

Json reportJson(const records::CheckReport& report) {
    Json problems = Json::array();
    for (const core::Error& problem : report.problems)
        problems.push_back({{"what", problem.what}, {"where", problem.where}, {"hint", problem.hint}});
    return {{"sound", report.sound()},
            {"records", report.items},
            {"practitioners", report.practitioners},
            {"clients", report.clients},
            {"visits", report.visits},
            {"maps", report.maps},
            {"strokes", report.strokes},
            {"audit_rows", report.auditRows},
            {"problems", std::move(problems)}};
}

void print(const records::CheckReport& report) {
    std::cout << core::trn("{0} record opened", "{0} records opened", report.items) << ": "
              << records::countsOf(report) << '\n';
    for (const core::Error& problem : report.problems)
        std::cout << problem.message() << '\n';
    if (report.sound()) std::cout << tr("Everything is sound.") << '\n';
}

Outcome checkVault(const VaultCheckOptions& options) {
    const auto practice = openPracticeAsAnybody(options.vault);
    if (!practice) return practice.error();
    const auto report = records::checkPractice(**practice, progressOnTerminal());
    if (!report) return report.error();
    if (options.json) {
        printJson(reportJson(*report));
    } else {
        print(*report);
    }
    if (report->sound()) return {};
    return core::Error{
        core::trn("The practice has {0} problem", "The practice has {0} problems", report->problems.size()),
        options.vault.file.string(),
        tr("Go on with the latest backup (vault restore), or rescue what opens (vault salvage).")};
}

}  // namespace

Action declareVaultCheck(CLI::App& app) {
    const auto options = std::make_shared<VaultCheckOptions>();
    addVault(app, options->vault);
    addJson(app, options->json);
    return [options] { return checkVault(*options); };
}

}  // namespace palpate::cli
