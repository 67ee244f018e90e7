#include "cli/command_table.h"
#include "cli/long_work.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/passphrase.h"
#include "core/plural.h"
#include "core/text.h"
#include "document/demo_practice.h"

#include <CLI/Validators.hpp>

#include <iostream>
#include <memory>
#include <optional>
#include <utility>

namespace palpate::cli {

namespace {

// Empty: none was given, so that the practice opens without asking.
core::Result<std::optional<core::Secret>> givenPassphrase(const VaultAccess& vault) {
    if (vault.passphraseFile.empty()) return secretFromEnvironment(kPassphraseVariable);
    auto line = firstLineOf(vault.passphraseFile);
    if (!line) return line.error();
    return std::optional(std::move(*line));
}

struct DemoCreateOptions {
    VaultAccess vault;
    document::DemoOptions demo;
};

Outcome createDemo(const DemoCreateOptions& options) {
    const auto body = loadFigure("neutral");
    if (!body) return body.error();
    const auto passphrase = givenPassphrase(options.vault);
    if (!passphrase) return passphrase.error();
    document::DemoOptions demo = options.demo;
    if (const auto progress = progressOnTerminal())
        demo.progress = [progress](double done) { (void)progress(done); };
    demo.passphrase = passphrase->has_value() ? &**passphrase : nullptr;
    if (auto made = document::makeDemoPractice(options.vault.file, **body, demo); !made) return made;
    std::cout << core::trf(
                     "Made a demo practice with {0} and {1} each: {2}",
                     {core::trn("{0} client", "{0} clients", static_cast<std::size_t>(options.demo.clients)),
                      core::trn("{0} visit", "{0} visits", static_cast<std::size_t>(options.demo.visits)),
                      options.vault.file.string()})
              << '\n';
    return {};
}

}  // namespace

Action declareDemoCreate(CLI::App& app) {
    const auto options = std::make_shared<DemoCreateOptions>();
    addVaultFile(app, options->vault);
    app.add_option("--seed", options->demo.seed, core::tr("The same seed gives the same practice"))
        ->capture_default_str()
        ->type_name("N");
    app.add_option("--clients", options->demo.clients, core::tr("How many clients"))
        ->capture_default_str()
        ->check(CLI::Range(1, 5000))
        ->type_name("N");
    app.add_option("--visits", options->demo.visits, core::tr("How many visits of each client"))
        ->capture_default_str()
        ->check(CLI::Range(1, 500))
        ->type_name("N");
    return [options] { return createDemo(*options); };
}

}  // namespace palpate::cli
