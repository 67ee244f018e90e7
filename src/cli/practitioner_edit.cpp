#include "cli/command_table.h"
#include "cli/options.h"
#include "core/text.h"
#include "records/practice.h"

#include <algorithm>
#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;

struct PractitionerEditOptions {
    VaultAccess vault;
    std::string name, newName;
    bool retire = false, back = false;
};

core::Result<clinic::Practitioner> practitionerCalled(const records::Practice& practice,
                                                      const std::string& name) {
    const auto all = practice.practitioners();
    if (!all) return all.error();
    const auto found =
        std::find_if(all->begin(), all->end(), [&name](const auto& one) { return one.name == name; });
    if (found != all->end()) return *found;
    return core::Error{trf("There is no practitioner called {0}", {name}), practice.path().string(),
                       tr("practitioner list shows the names.")};
}

Outcome editPractitioner(const PractitionerEditOptions& options) {
    if (options.newName.empty() && !options.retire && !options.back) {
        return core::Error{tr("Nothing was stated that is to change"), "",
                           tr("palpate-cli practitioner edit --help lists what can be changed."),
                           core::Error::Kind::Usage};
    }
    const auto practice = openPracticeAsAnybody(options.vault);
    if (!practice) return practice.error();
    auto changed = practitionerCalled(**practice, options.name);
    if (!changed) return changed.error();
    if (!options.newName.empty()) changed->name = options.newName;
    if (options.retire || options.back) changed->retired = options.retire;
    if (auto kept = (*practice)->updatePractitioner(*changed); !kept) return kept;
    std::cout << trf(options.retire ? "{0} does not work here any more; the log and visits keep the name."
                     : options.back ? "{0} works here again."
                                    : "The practitioner is called {0} now, in the log of before, too.",
                     {changed->name})
              << '\n';
    return {};
}

}  // namespace

Action declarePractitionerEdit(CLI::App& app) {
    const auto options = std::make_shared<PractitionerEditOptions>();
    addVault(app, options->vault);
    app.add_option("--name", options->name, tr("Whom to change, by the name of today"))
        ->required()
        ->type_name("NAME");
    app.add_option("--new-name", options->newName, tr("Another name"))->type_name("NAME");
    auto* const retire = app.add_flag("--retire", options->retire, tr("Does not work here any more"));
    app.add_flag("--back", options->back, tr("Works here again"))->excludes(retire);
    return [options] { return editPractitioner(*options); };
}

}  // namespace palpate::cli
