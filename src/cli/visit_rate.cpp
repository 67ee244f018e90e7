#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "cli/visit_answers.h"
#include "clinic/range_of_motion.h"
#include "clinic/ratings.h"
#include "core/text.h"
#include "document/visit_records.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::cli {

namespace {

using clinic::Rating;
using Json = nlohmann::ordered_json;

struct VisitRateOptions {
    VaultAccess vault;
    MapReference map;
    std::array<std::optional<int>, clinic::kRatings> numbers;
    // By rating; what a flag says counts only where it is on the line.
    std::array<bool, clinic::kRatings> flags{};
    std::array<const CLI::Option*, clinic::kRatings> flagOptions{};
    std::vector<std::string> motions;  // "neck_rotation:left=60"
    std::vector<std::string> clear;
    bool json = false;
};

std::string optionName(const clinic::RatingInfo& info) {
    std::string name = info.id;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

// The symptoms that are flags: on a line that gives the three scales, a flag that is not there says no.
void completeSymptoms(const VisitRateOptions& options, clinic::Ratings& ratings) {
    for (const Rating scale : {Rating::Fatigue, Rating::Unrefreshed, Rating::Cognitive}) {
        if (!options.numbers[static_cast<std::size_t>(scale)]) return;
    }
    for (const Rating symptom : {Rating::Headache, Rating::Cramps, Rating::Depression}) {
        if (!ratings[symptom]) ratings.set(symptom, 0);
    }
}

// What is kept of the visit, as the line changes it.
struct Answers {
    clinic::Ratings ratings;
    clinic::RangeOfMotion motions;

    friend bool operator==(const Answers&, const Answers&) = default;
};

core::Result<void> takeMotion(const std::string& text, clinic::RangeOfMotion& motions) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const auto key = clinic::motionFromText(std::string_view(text).substr(0, equals));
    if (!key) return key.error();
    int degrees = 0;
    const char* const end = text.data() + text.size();
    const char* const number = text.data() + std::min(equals + 1, text.size());
    const auto read = std::from_chars(number, end, degrees);
    if (read.ec != std::errc() || read.ptr != end)
        return core::Error{core::tr("A range of motion needs whole degrees"), text,
                           core::tr("Write it like neck_rotation:left=60."), core::Error::Kind::Usage};
    if (auto valid = clinic::validate(*key, degrees); !valid) return valid;
    motions.set(*key, degrees);
    return {};
}

core::Result<void> clearAnswer(const std::string& name, Answers& answers) {
    std::string id = name;
    std::replace(id.begin(), id.end(), '-', '_');
    if (const auto rating = clinic::ratingFromId(id)) {
        answers.ratings.set(*rating, std::nullopt);
        return {};
    }
    // A movement of which a part is wrong is told what is wrong with it.
    const auto motion = clinic::motionFromText(id);
    if (motion) {
        answers.motions.set(*motion, std::nullopt);
        return {};
    }
    if (clinic::movementFromId(id.substr(0, id.find(':')))) return motion.error();
    return core::Error{core::tr("There is no rating or movement of that name"), name,
                       core::tr("The names are those of the options, such as pain-now, and those of "
                                "movements, such as neck_rotation:left."),
                       core::Error::Kind::Usage};
}

core::Result<void> take(const VisitRateOptions& options, Answers& answers) {
    clinic::Ratings& ratings = answers.ratings;
    for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
        const auto index = static_cast<std::size_t>(info.rating);
        if (options.numbers[index]) ratings.set(info.rating, options.numbers[index]);
        const CLI::Option* flag = options.flagOptions[index];
        if (flag != nullptr && flag->count() > 0) ratings.set(info.rating, options.flags[index] ? 1 : 0);
    }
    completeSymptoms(options, ratings);
    for (const std::string& name : options.clear) {
        if (auto cleared = clearAnswer(name, answers); !cleared) return cleared;
    }
    for (const std::string& motion : options.motions) {
        if (auto taken = takeMotion(motion, answers.motions); !taken) return taken;
    }
    return {};
}

void print(const VisitRateOptions& options, const VisitRecord& record, const Answers& kept) {
    const clinic::Ratings& ratings = kept.ratings;
    if (options.json) {
        return printJson(Json{{"visit", record.visit.id.value},
                              {"ratings", ratingsJson<Json>(ratings)},
                              {"range_of_motion", motionsJson<Json>(kept.motions)}});
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
    for (const auto& [key, degrees] : kept.motions.degrees)
        table.add({clinic::motionName(key), std::to_string(degrees) + "\u00b0"});
    table.print(std::cout);
}

core::Result<Answers> loadAnswers(const records::Practice& practice, core::VisitId visit) {
    auto ratings = document::loadRatings(practice, visit);
    if (!ratings) return ratings.error();
    auto motions = document::loadMotions(practice, visit);
    if (!motions) return motions.error();
    return Answers{std::move(*ratings), std::move(*motions)};
}

// Both or none.
core::Result<void> saveAnswers(records::Practice& practice, core::VisitId visit, const Answers& kept,
                               const Answers& answers) {
    return practice.asOneChange([&]() -> core::Result<void> {
        if (answers.ratings != kept.ratings) {
            if (auto saved = document::saveRatings(practice, visit, answers.ratings); !saved) return saved;
        }
        if (answers.motions == kept.motions) return {};
        return document::saveMotions(practice, visit, answers.motions);
    });
}

Outcome rateVisit(const VisitRateOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto record = findVisit(**practice, options.map.visit);
    if (!record) return record.error();
    const auto kept = loadAnswers(**practice, options.map.visit);
    if (!kept) return kept.error();
    Answers answers = *kept;
    if (auto taken = take(options, answers); !taken) return taken;
    if (answers != *kept) {
        if (auto saved = saveAnswers(**practice, options.map.visit, *kept, answers); !saved) return saved;
    }
    print(options, *record, answers);
    return {};
}

}  // namespace

Action declareVisitRate(CLI::App& app) {
    const auto options = std::make_shared<VisitRateOptions>();
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
    app.add_option("--rom", options->motions,
                   core::tr("How far a joint moves: a movement, its side, and degrees, such as "
                            "neck_rotation:left=60; also :passive, :after the treatment"))
        ->type_name("NAME[:SIDE]=DEG");
    app.add_option("--clear", options->clear,
                   core::tr("Take an answer back, by its option's name or by its movement"))
        ->type_name("NAME");
    addJson(app, options->json);
    return [options] { return rateVisit(*options); };
}

}  // namespace palpate::cli
