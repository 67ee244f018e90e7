#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "clinic/ratings.h"
#include "core/text.h"
#include "document/visit_records.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::cli {

namespace {

using clinic::Rating;
using Json = nlohmann::ordered_json;

struct Options {
    VaultAccess vault;
    MapReference map;
    std::array<std::optional<int>, clinic::kRatings> numbers;
    // By rating; what a flag says counts only where it is on the line.
    std::array<bool, clinic::kRatings> flags{};
    std::array<const CLI::Option*, clinic::kRatings> flagOptions{};
    std::vector<std::string> clear;
    bool json = false;
};

std::string optionName(const clinic::RatingInfo& info) {
    std::string name = info.id;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

// The symptoms that are flags: on a line that gives the three scales, a flag that is not there says no.
void completeSymptoms(const Options& options, clinic::Ratings& ratings) {
    for (const Rating scale : {Rating::Fatigue, Rating::Unrefreshed, Rating::Cognitive}) {
        if (!options.numbers[static_cast<std::size_t>(scale)]) return;
    }
    for (const Rating symptom : {Rating::Headache, Rating::Cramps, Rating::Depression}) {
        if (!ratings[symptom]) ratings.set(symptom, 0);
    }
}

core::Result<void> take(const Options& options, clinic::Ratings& ratings) {
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        const auto index = static_cast<std::size_t>(info.rating);
        if (options.numbers[index]) ratings.set(info.rating, options.numbers[index]);
        const CLI::Option* flag = options.flagOptions[index];
        if (flag != nullptr && flag->count() > 0) ratings.set(info.rating, options.flags[index] ? 1 : 0);
    }
    completeSymptoms(options, ratings);
    for (std::string id : options.clear) {
        std::replace(id.begin(), id.end(), '-', '_');
        const auto rating = clinic::ratingFromId(id);
        if (!rating)
            return core::Error{core::tr("There is no rating of that name"), id,
                               core::tr("The names are those of the options, such as pain-now."),
                               core::Error::Kind::Usage};
        ratings.set(*rating, std::nullopt);
    }
    return {};
}

void print(const Options& options, const VisitRecord& record, const clinic::Ratings& ratings) {
    if (options.json) {
        Json answers = Json::object();
        for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
            if (const auto answer = ratings[info.rating]) answers[info.id] = *answer;
        }
        return printJson(Json{{"visit", record.visit.id.value}, {"ratings", std::move(answers)}});
    }
    std::cout << core::trf("Client {0}, visit {1}: what was answered. Screening aid, not a diagnosis.",
                           {record.client.code, std::to_string(record.visit.number)})
              << '\n';
    TextTable table({{core::tr("Rating"), false}, {core::tr("Answer"), true}});
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        if (const auto answer = ratings[info.rating]) {
            const std::string yes = *answer > 0 ? core::tr("yes") : core::tr("no");
            table.add({core::tr(info.name), info.isYesOrNo ? yes : std::to_string(*answer)});
        }
    }
    table.print(std::cout);
}

Outcome rateVisit(const Options& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto record = findVisit(**practice, options.map.visit);
    if (!record) return record.error();
    const auto kept = document::loadRatings(**practice, options.map.visit);
    if (!kept) return kept.error();
    clinic::Ratings ratings = *kept;
    if (auto taken = take(options, ratings); !taken) return taken;
    if (ratings != *kept) {
        if (auto saved = document::saveRatings(**practice, options.map.visit, ratings); !saved) return saved;
    }
    print(options, *record, ratings);
    return {};
}

}  // namespace

Action declareVisitRate(CLI::App& app) {
    const auto options = std::make_shared<Options>();
    addVault(app, options->vault);
    addVisit(app, options->map);
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        const auto index = static_cast<std::size_t>(info.rating);
        const std::string name = optionName(info);
        if (info.isYesOrNo) {
            options->flagOptions[index] =
                app.add_flag("--" + name + ",!--no-" + name, options->flags[index], core::tr(info.name));
            continue;
        }
        const std::string help =
            info.most <= 10
                ? core::trf("{0}: 0 {1}, {2} {3}", {core::tr(info.name), core::tr(info.least),
                                                    std::to_string(info.most), core::tr(info.highest)})
                : std::string(core::tr(info.name));
        app.add_option("--" + name, options->numbers[index], help)
            ->check(CLI::Range(0, info.most))
            ->type_name("0.." + std::to_string(info.most));
    }
    app.add_option("--clear", options->clear, core::tr("Take an answer back, by its option's name"))
        ->type_name("NAME");
    addJson(app, options->json);
    return [options] { return rateVisit(*options); };
}

}  // namespace palpate::cli
