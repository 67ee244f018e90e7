#include "analysis/scores.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/score_output.h"
#include "core/text.h"
#include "document/scores.h"
#include "document/visit_records.h"

#include <CLI/Validators.hpp>

#include <array>
#include <charconv>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace palpate::cli {

namespace {

struct ScoreOptions {
    VaultAccess vault;
    MapReference map;
    std::string threshold;
    std::optional<double> cm2, percent;
    bool keep = false;
    bool json = false;
};

std::optional<double> numberIn(std::string_view text) {
    double number = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

// "CM2" or "CM2,PERCENT"
core::Result<void> readThreshold(const std::string& text, analysis::EndorsementRule& rule) {
    const std::string_view all = text;
    const auto comma = all.find(',');
    const auto cm2 = numberIn(all.substr(0, comma));
    const auto percent =
        comma == std::string_view::npos ? std::optional(rule.percentOfArea) : numberIn(all.substr(comma + 1));
    if (!cm2 || !percent)
        return core::Error{core::tr("The threshold is not two numbers"), "--threshold " + text,
                           core::tr("Give square centimetres and percent of the area, such as 10,10."),
                           core::Error::Kind::Usage};
    rule = {*cm2, *percent};
    return {};
}

// What the practice chose, with what this call asks for instead.
core::Result<analysis::EndorsementRule> ruleFor(const ScoreOptions& options, records::Practice& practice,
                                                std::string& trouble) {
    analysis::EndorsementRule rule;
    if (const auto chosen = document::areaRuleOf(practice)) {
        rule = *chosen;
    } else {
        trouble = core::trf("The practice's own rule cannot be read, so Palpate's counts. {0}",
                            {chosen.error().message()});
    }
    if (!options.threshold.empty()) {
        if (auto read = readThreshold(options.threshold, rule); !read) return read.error();
    }
    rule.cm2 = options.cm2.value_or(rule.cm2);
    rule.percentOfArea = options.percent.value_or(rule.percentOfArea);
    if (auto valid = document::validate(rule); !valid) return valid.error();
    if (options.keep) {
        if (auto saved = document::saveAreaRule(practice, rule); !saved) return saved.error();
    }
    return rule;
}

// Paint is scored even where the answers beside it cannot be read.
void addAnswers(ScoredMap& scored, const records::Practice& practice) {
    const core::VisitId visit = scored.open.key.visit;
    auto ratings = document::loadRatings(practice, visit);
    auto corrections = document::loadCorrections(practice, visit);
    const auto add = [&](const char* what, const core::Error& error) {
        scored.trouble += (scored.trouble.empty() ? "" : "\n") + core::trf(what, {error.message()});
    };
    if (!ratings) add("Answers cannot be read and are left out. {0}", ratings.error());
    if (!corrections) add("What was said by hand cannot be read and is left out. {0}", corrections.error());
    if (ratings) scored.ratings = std::move(*ratings);
    if (const auto visits = practice.visits(scored.open.record.client.id))
        scored.before = document::ratingsBefore(practice, *visits, visit);
    if (corrections) scored.corrections = std::move(*corrections);
}

Outcome scoreMap(const ScoreOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    const auto labels = loadLabels(*open->body);
    if (!labels) return labels.error();
    ScoredMap scored{*open, {}, {}, {}, {}};
    const auto rule = ruleFor(options, **practice, scored.trouble);
    if (!rule) return rule.error();
    addAnswers(scored, **practice);
    scored.scores = analysis::scoreMap(
        open->body->mesh(), *labels,
        {.pain = open->loaded.map.layer(map::LayerKind::Pain),
         .completed = open->loaded.completed,
         .years = analysis::yearsAt(open->record.client.yearOfBirth, open->record.visit.at),
         .areaScale = open->areaScale(),
         .rule = *rule,
         .corrections = scored.corrections,
         .map = open->key,
         .ratings = scored.ratings});
    if (!scored.trouble.empty()) std::cerr << scored.trouble << '\n';
    options.json ? printScoresAsJson(scored) : printScores(scored);
    return {};
}

}  // namespace

Action declareScore(CLI::App& app) {
    const auto options = std::make_shared<ScoreOptions>();
    // Checked here and not by CLI11, because `score correct` has its own.
    const std::array needed{addVault(app, options->vault)->required(false),
                            addVisit(app, options->map)->required(false)};
    addAuthor(app, options->map);
    addMoment(app, options->map);
    app.add_option("--threshold", options->threshold,
                   core::tr("From how much paint an area counts, instead of what the practice chose: square "
                            "centimetres, percent of the area, whichever is less"))
        ->type_name("CM2[,PERCENT]");
    app.add_option("--area-cm2", options->cm2, core::tr("The first of these alone"))
        ->check(CLI::Range(0.1, 1000.0));
    app.add_option("--area-percent", options->percent, core::tr("The second of these alone"))
        ->check(CLI::Range(0.1, 100.0));
    app.add_flag("--keep-threshold", options->keep, core::tr("Make it the practice's own from now on"));
    addJson(app, options->json);
    return [options, needed]() -> Outcome {
        for (const CLI::Option* option : needed) {
            if (option->count() > 0) continue;
            return core::Error{core::trf("{0} is required", {option->get_name()}), "",
                               core::tr("palpate-cli score --help says how it is called."),
                               core::Error::Kind::Usage};
        }
        return scoreMap(*options);
    };
}

}  // namespace palpate::cli
