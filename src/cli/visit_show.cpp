#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/practitioner_text.h"
#include "cli/print_json.h"
#include "cli/visit_answers.h"
#include "cli/visit_maps.h"
#include "core/text.h"
#include "document/visit_records.h"
#include "records/audit_notes.h"
#include "records/practice.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using core::trf;
using Json = nlohmann::ordered_json;

struct VisitShowOptions {
    VaultAccess vault;
    MapReference visit;
    bool json = false;
};

// What was answered and measured. Such a record that cannot be read is no reason to hide the visit: it is
// null, and said.
struct ShownAnswers {
    core::Result<clinic::Ratings> ratings;
    core::Result<clinic::RangeOfMotion> motions;
};

Json visitJson(const VisitRecord& record, const std::string& who, const std::vector<records::MapInfo>& maps,
               const ShownAnswers& answers) {
    Json list = Json::array();
    for (const records::MapInfo& map : maps) {
        Json json = mapJson<Json>(map);
        json["strokes"] = map.entries;
        list.push_back(std::move(json));
    }
    return {{"id", record.visit.id.value},
            {"client", record.client.code},
            {"number", record.visit.number},
            {"at", core::toIso(record.visit.at)},
            {"practitioner", practitionerJson<Json>(who)},
            {"note", record.visit.note},
            {"maps", std::move(list)},
            {"ratings", answers.ratings ? ratingsJson<Json>(*answers.ratings) : Json(nullptr)},
            {"range_of_motion", answers.motions ? motionsJson<Json>(*answers.motions) : Json(nullptr)}};
}

void printAnswers(const ShownAnswers& answers) {
    if (answers.ratings) {
        for (const clinic::RatingInfo& info : clinic::ratingInfos()) {
            const auto answer = (*answers.ratings)[info.rating];
            if (answer) std::cout << core::tr(info.name) << ": " << *answer << '\n';
        }
    }
    if (!answers.motions) return;
    for (const auto& [key, degrees] : answers.motions->degrees)
        std::cout << clinic::motionName(key) << ": " << degrees << "\u00b0\n";
}

void warnUnreadable(const ShownAnswers& answers) {
    if (!answers.ratings) std::cerr << answers.ratings.error().message() << '\n';
    if (!answers.motions) std::cerr << answers.motions.error().message() << '\n';
}

Outcome showVisit(const VisitShowOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto record = findVisit(**practice, options.visit.visit);
    if (!record) return record.error();
    const auto maps = (*practice)->maps(record->visit.id);
    if (!maps) return maps.error();
    const auto people = (*practice)->practitioners();
    if (!people) return people.error();
    const std::string who = clinic::nameOf(*people, record->visit.practitioner);
    records::noteViewed(**practice, records::auditSubject(**practice, record->visit.id));
    const ShownAnswers answers{document::loadRatings(**practice, record->visit.id),
                               document::loadMotions(**practice, record->visit.id)};
    warnUnreadable(answers);
    if (options.json) {
        printJson(visitJson(*record, who, *maps, answers));
        return {};
    }
    std::cout << trf("Visit {0}, number {1} of client {2}, at {3}",
                     {std::to_string(record->visit.id.value), std::to_string(record->visit.number),
                      record->client.code, core::toIso(record->visit.at)})
              << '\n';
    if (!who.empty()) std::cout << trf("Given by: {0}", {who}) << '\n';
    std::cout << trf("Maps: {0}", {maps->empty() ? core::tr("none") : mapsText(*maps)}) << '\n';
    if (!record->visit.note.empty()) std::cout << record->visit.note << '\n';
    printAnswers(answers);
    return {};
}

}  // namespace

Action declareVisitShow(CLI::App& app) {
    const auto options = std::make_shared<VisitShowOptions>();
    addVault(app, options->vault);
    addVisit(app, options->visit);
    addJson(app, options->json);
    return [options] { return showVisit(*options); };
}

}  // namespace palpate::cli
