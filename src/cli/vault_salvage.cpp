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
using core::trf;
using Json = nlohmann::ordered_json;

struct VaultSalvageOptions {
    VaultAccess vault;
    std::filesystem::path output;
    bool json = false;
};

Outcome salvageVault(const VaultSalvageOptions& options) {
    const auto key = records::unlockDamaged(options.vault.file, [&](const std::filesystem::path& copy) {
        return unlockFile(options.vault, copy);
    });
    if (!key) return key.error();
    const auto report = records::salvage(options.vault.file, *key, options.output, progressOnTerminal());
    if (!report) return report.error();
    if (options.json) {
        Json lost = Json::array();
        for (const core::Error& error : report->lost)
            lost.push_back({{"what", error.what}, {"where", error.where}});
        printJson(
            Json{{"kept", report->kept}, {"output", options.output.string()}, {"lost", std::move(lost)}});
        return {};
    }
    std::cout << trf("Rescued {0} into {1}; it opens with the same passphrase.",
                     {core::trn("{0} record", "{0} records", report->kept), options.output.string()})
              << '\n';
    for (const core::Error& error : report->lost)
        std::cout << trf("Lost or damaged: {0}", {error.where}) << '\n';
    std::cout << trf("{0} is as it was.", {options.vault.file.string()}) << '\n';
    return {};
}

}  // namespace

Action declareVaultSalvage(CLI::App& app) {
    const auto options = std::make_shared<VaultSalvageOptions>();
    addVaultFile(app, options->vault);
    addRecoveryKey(app, options->vault);
    app.add_option("--output", options->output, tr("The new practice's file, which must not be there yet"))
        ->required()
        ->type_name("FILE");
    addJson(app, options->json);
    return [options] { return salvageVault(*options); };
}

}  // namespace palpate::cli
