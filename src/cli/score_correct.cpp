#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "core/check.h"
#include "core/text.h"
#include "document/scores.h"
#include "document/visit_records.h"

#include <CLI/Validators.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

namespace palpate::cli {

namespace {

struct ScoreCorrectOptions {
    VaultAccess vault;
    MapReference map;
    std::string form = "wpi", area, by = "therapist";
    bool hurts = false, hurtsNot = false, asPainted = false;
};

core::Error usage(std::string what, std::string where, std::string hint) {
    return {std::move(what), std::move(where), std::move(hint), core::Error::Kind::Usage};
}

core::Result<std::optional<bool>> saidIn(const ScoreCorrectOptions& options) {
    const int said = (options.hurts ? 1 : 0) + (options.hurtsNot ? 1 : 0) + (options.asPainted ? 1 : 0);
    if (said != 1)
        return usage(core::tr("What is said of the area is missing or said twice"), "",
                     core::tr("Give one of --hurts, --hurts-not and --as-painted."));
    if (options.asPainted) return std::optional<bool>();
    return std::optional(options.hurts);
}

// By its id or, where the form has them, its number.
core::Result<const body::InstrumentArea*> findArea(const body::Instrument& form, const std::string& wanted) {
    const auto found = std::find_if(form.areas.begin(), form.areas.end(), [&](const auto& area) {
        return area.names.id == wanted || (!area.code.empty() && area.code == wanted);
    });
    if (found != form.areas.end()) return &*found;
    std::string all;
    for (const body::InstrumentArea& area : form.areas)
        all += (all.empty() ? "" : ", ") + area.names.id;
    return usage(core::trf("{0} has no area of that name", {form.texts.name}), wanted,
                 core::trf("Its areas are {0}.", {all}));
}

void say(const clinic::Correction& correction, std::optional<bool> hurts, const std::string& name) {
    const std::string visit = std::to_string(correction.map.visit.value);
    const char* pattern = !hurts   ? "Visit {0}, {1}: {2} counts as painted again."
                          : *hurts ? "Visit {0}, {1}: {2} hurts, as said by the {3}."
                                   : "Visit {0}, {1}: {2} does not hurt, as said by the {3}.";
    std::cout << core::trf(pattern, {visit, mapPhrase(correction.map), name, clinic::authorId(correction.by)})
              << '\n';
}

Outcome correctScore(const ScoreCorrectOptions& options) {
    const auto hurts = saidIn(options);
    if (!hurts) return hurts.error();
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    const auto labels = loadLabels(*open->body);
    if (!labels) return labels.error();
    const body::Instrument* form = labels->findInstrument(options.form == "wpi" ? "wpi_2016" : options.form);
    core::check(form != nullptr, "the atlas has every form that can be corrected");
    const auto area = findArea(*form, options.area);
    if (!area) return area.error();
    auto corrections = document::loadCorrections(**practice, open->key.visit);
    if (!corrections) return corrections.error();
    const clinic::Correction correction{
        open->key, form->texts.id, (*area)->names.id, false, *clinic::authorFromId(options.by), core::now()};
    document::putCorrection(*corrections, correction, *hurts);
    if (auto saved = document::saveCorrections(**practice, open->key.visit, *corrections); !saved)
        return saved;
    say(correction, *hurts, (*area)->names.name);
    return {};
}

}  // namespace

Action declareScoreCorrect(CLI::App& app) {
    const auto options = std::make_shared<ScoreCorrectOptions>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map);
    addMoment(app, options->map);
    app.add_option("--form", options->form, core::tr("The form whose area is meant"))
        ->check(CLI::IsMember({"wpi", "michigan", "choir"}))
        ->capture_default_str();
    app.add_option("--area", options->area, core::tr("The area, as score --json names it, or its number"))
        ->type_name("AREA")
        ->required();
    app.add_flag("--hurts", options->hurts, core::tr("It hurts, whatever is painted"));
    app.add_flag("--hurts-not", options->hurtsNot, core::tr("It does not hurt, whatever is painted"));
    app.add_flag("--as-painted", options->asPainted, core::tr("Take back what was said: the paint counts"));
    app.add_option("--by", options->by, core::tr("Who says so"))
        ->check(CLI::IsMember({"client", "therapist"}))
        ->capture_default_str();
    return [options] { return correctScore(*options); };
}

}  // namespace palpate::cli
