#include "cli/command_table.h"
#include "cli/options.h"
#include "cli/partial.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/text.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using Json = nlohmann::ordered_json;

struct PractitionerListOptions {
    VaultAccess vault;
    bool json = false;
};

Outcome listPractitioners(const PractitionerListOptions& options) {
    const auto practice = openPracticeAsAnybody(options.vault);
    if (!practice) return practice.error();
    const auto all = (*practice)->practitioners();
    if (!all) return all.error();
    Json list = Json::array();
    TextTable table({{tr("Name"), false}, {tr("Works here"), false}});
    for (const clinic::Practitioner& one : *all) {
        list.push_back({{"id", one.id.value}, {"name", one.name}, {"retired", one.retired}});
        table.add({one.name, one.retired ? tr("no longer") : tr("yes")});
    }
    if (options.json) {
        printJson(Json{{"practitioners", std::move(list)}});
    } else if (all->empty()) {
        std::cout << tr("Nobody is recorded; practitioner add does that.") << '\n';
    } else {
        table.print(std::cout);
    }
    // What is damaged was found when the practice was opened.
    return tellUnreadable((*practice)->damagedRecords(), options.vault.file);
}

}  // namespace

Action declarePractitionerList(CLI::App& app) {
    const auto options = std::make_shared<PractitionerListOptions>();
    addVault(app, options->vault);
    addJson(app, options->json);
    return [options] { return listPractitioners(*options); };
}

}  // namespace palpate::cli
