#include "analysis/endorsement.h"
#include "analysis/widespread_pain.h"
#include "body/atlas_labels.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/check.h"
#include "core/text.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

using core::decimal;

struct Options {
    std::filesystem::path vault;
    MapReference map;
    analysis::EndorsementRule rule;
    bool json = false;
};

// An instrument and what the map endorses of it.
struct Scored {
    const body::Instrument* instrument = nullptr;
    std::vector<analysis::Endorsement> endorsements;

    [[nodiscard]] int score() const { return analysis::countEndorsed(endorsements); }
};

struct Scores {
    Scored wpi, michigan, choir, lundBrowder;
    analysis::WidespreadPain widespread;
    analysis::FibromyalgiaCriteria fibromyalgia;
};

Scores scoresOf(const OpenMap& open, const body::AtlasLabels& labels, const analysis::EndorsementRule& rule) {
    const auto scored = [&](const char* id) {
        const body::Instrument* instrument = labels.findInstrument(id);
        core::check(instrument != nullptr, "the atlas has every instrument that is scored");
        return Scored{instrument,
                      analysis::endorse(open.body->mesh(), *instrument,
                                        open.loaded.map.layer(map::LayerKind::Pain), open.areaScale(), rule)};
    };
    Scores scores{scored("wpi_2016"), scored("michigan"), scored("choir"), scored("lund_browder"), {}, {}};
    scores.widespread =
        analysis::widespreadPain(analysis::endorsedIds(*scores.wpi.instrument, scores.wpi.endorsements));
    scores.fibromyalgia = analysis::fibromyalgia2016(scores.widespread, std::nullopt);
    return scores;
}

// Every area with paint, endorsed or not, so that it can be seen what fed the score and what fell short.
Json areasJson(const Scored& scored) {
    Json list = Json::array();
    for (const analysis::Endorsement& one : scored.endorsements) {
        if (one.paintedCm2 <= 0.0 && !one.isEndorsed) continue;
        const body::InstrumentArea& area = scored.instrument->areas[one.area];
        Json row{{"id", area.names.id}, {"name", area.names.name}};
        if (!area.code.empty()) row["code"] = area.code;
        row["endorsed"] = one.isEndorsed;
        row["painted_cm2"] = one.paintedCm2;
        row["percent_of_area"] = one.areaCm2 > 0.0 ? 100.0 * one.paintedCm2 / one.areaCm2 : 0.0;
        row["places"] = one.places;
        list.push_back(std::move(row));
    }
    return list;
}

Json scoresJson(const OpenMap& open, const Scores& scores, const analysis::EndorsementRule& rule) {
    const auto& choir = scores.choir;
    return {{"visit", open.key.visit.value},
            {"author", clinic::authorId(open.key.author)},
            {"label", core::tr("screening aid, not a diagnosis")},
            {"endorsed_from", {{"cm2", rule.cm2}, {"percent_of_area", rule.percentOfArea}}},
            {"wpi",
             {{"score", scores.wpi.score()},
              {"regions_with_pain", scores.widespread.regionsWithPain},
              {"sites", scores.widespread.sites},
              {"generalized", scores.widespread.isGeneralised()},
              {"areas", areasJson(scores.wpi)}}},
            {"sss", nullptr},
            {"fibromyalgia_2016",
             {{"met", scores.fibromyalgia.met ? Json(*scores.fibromyalgia.met) : Json(nullptr)},
              {"why", scores.fibromyalgia.why}}},
            {"wp2019", {{"met", scores.widespread.meetsWp2019()}}},
            {"michigan", {{"score", scores.michigan.score()}, {"areas", areasJson(scores.michigan)}}},
            {"choir",
             {{"score", choir.score()},
              {"codes", analysis::endorsedCodes(*choir.instrument, choir.endorsements)},
              {"codes_female", analysis::endorsedCodes(*choir.instrument, choir.endorsements, "female")},
              {"areas", areasJson(choir)}}},
            {"lund_browder",
             {{"percent", analysis::percentByPublishedShares(*scores.lundBrowder.instrument,
                                                             scores.lundBrowder.endorsements)},
              {"areas", areasJson(scores.lundBrowder)}}}};
}

void printAreas(const Scored& scored) {
    for (const analysis::Endorsement& one : scored.endorsements) {
        if (!one.isEndorsed) continue;
        std::cout << "    " << scored.instrument->areas[one.area].names.name << ", "
                  << core::trf("{0} cm²", {decimal(one.paintedCm2, 0)}) << '\n';
    }
}

void printText(const OpenMap& open, const Scores& scores, const analysis::EndorsementRule& rule) {
    std::cout
        << core::trf("Client {0}, visit {1}: scores from the painted pain. Screening aid, not a diagnosis.",
                     {open.record.client.code, std::to_string(open.record.visit.number)})
        << '\n'
        << core::trf("An area counts from {0} cm² or {1} % of it, whichever is less (Palpate's own choice).",
                     {decimal(rule.cm2, 1), decimal(rule.percentOfArea, 1)})
        << "\n\n"
        << core::trf("Widespread pain index: {0} of 19, pain in {1} of 5 regions",
                     {std::to_string(scores.wpi.score()), std::to_string(scores.widespread.regionsWithPain)})
        << '\n';
    printAreas(scores.wpi);
    std::cout << core::trf("  Fibromyalgia criteria 2016: {0}", {scores.fibromyalgia.why}) << '\n'
              << (scores.widespread.meetsWp2019() ? core::tr("  Chronic widespread pain 2019: met")
                                                  : core::tr("  Chronic widespread pain 2019: not met"))
              << '\n'
              << core::trf("Michigan areas: {0} of 35", {std::to_string(scores.michigan.score())}) << '\n';
    printAreas(scores.michigan);
    std::cout << core::trf("CHOIR areas: {0} of 74 ({1})",
                           {std::to_string(scores.choir.score()),
                            analysis::endorsedCodes(*scores.choir.instrument, scores.choir.endorsements)})
              << '\n'
              << core::trf("Skin by Lund and Browder's shares: {0} %",
                           {decimal(analysis::percentByPublishedShares(*scores.lundBrowder.instrument,
                                                                       scores.lundBrowder.endorsements),
                                    1)})
              << '\n';
}

Outcome scoreMap(const Options& options) {
    const auto practice = records::openPractice(options.vault);
    if (!practice) return practice.error();
    const auto open = openMap(**practice, options.map);
    if (!open) return open.error();
    const auto labels = loadLabels(*open->body);
    if (!labels) return labels.error();
    const Scores scores = scoresOf(*open, *labels, options.rule);
    if (options.json) {
        printJson(scoresJson(*open, scores, options.rule));
    } else {
        printText(*open, scores, options.rule);
    }
    return {};
}

}  // namespace

Action declareScore(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    addAuthor(app, options->map);
    addMoment(app, options->map);
    app.add_option("--area-cm2", options->rule.cm2,
                   core::tr("An area counts from so many painted square centimetres"))
        ->check(CLI::Range(0.1, 1000.0));
    app.add_option("--area-percent", options->rule.percentOfArea,
                   core::tr("or from so many percent of it, whichever is less"))
        ->check(CLI::Range(0.1, 100.0));
    addJson(app, options->json);
    return [options] { return scoreMap(*options); };
}

}  // namespace palpate::cli
