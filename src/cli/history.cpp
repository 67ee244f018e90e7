#include "document/history.h"

#include "analysis/questionnaires.h"
#include "analysis/skin_area.h"
#include "analysis/words.h"
#include "cli/command_table.h"
#include "cli/exported.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "cli/vault_access.h"
#include "cli/visit_answers.h"
#include "core/atomic_file.h"
#include "core/resources.h"
#include "core/text.h"
#include "image/png.h"
#include "records/audit_notes.h"
#include "report/timeline_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

using core::decimal;

struct HistoryOptions {
    VaultAccess vault;
    std::filesystem::path output, csv;
    std::string client, region, motion;
    MapReference map;  // only its author
    map::LayerKind layer = map::LayerKind::Pain;
    std::optional<PixelSize> size;
    bool json = false;
};

// All visits of a client, oldest first.
struct Course {
    std::shared_ptr<const body::BodyModel> body;
    report::TimelineScope scope;
    std::vector<analysis::TimelineVisit> visits;
};

core::Result<std::optional<body::RegionIndex>> regionOf(const body::BodyModel& body, const std::string& id) {
    using Region = std::optional<body::RegionIndex>;
    if (id.empty()) return Region();
    const auto regions = body.atlas().regions();
    for (body::RegionIndex index = 0; index < regions.size(); ++index) {
        if (regions[index].id == id) return Region(index);
    }
    return core::Error{
        core::tr("The body has no region of that id"), id,
        core::tr("map measure --json and map frequency --json name them, such as upper_trap_L."),
        core::Error::Kind::Usage};
}

// Stated, or whoever made maps of that layer: the client if there is any of the client's.
clinic::Author authorOf(const HistoryOptions& options, const std::vector<document::HistoryVisit>& visits) {
    if (options.map.author) return *options.map.author;
    const auto recorded = [&](const document::HistoryVisit& visit) {
        const auto& layers = visit.map(clinic::Author::Client).layers;
        return layers[static_cast<std::size_t>(options.layer)].record != analysis::LayerRecord::NotRecorded;
    };
    return std::any_of(visits.begin(), visits.end(), recorded) ? clinic::Author::Client
                                                               : clinic::Author::Therapist;
}

core::Result<std::optional<analysis::MotionChoice>> motionOf(const std::string& text) {
    using Motion = std::optional<analysis::MotionChoice>;
    if (text.empty()) return Motion();
    const std::string passive = std::string(":") + clinic::modeId(clinic::MotionMode::Passive);
    const bool isPassive = text.ends_with(passive);
    const std::string id = isPassive ? text.substr(0, text.size() - passive.size()) : text;
    if (const auto movement = clinic::movementFromId(id))
        return Motion({*movement, isPassive ? clinic::MotionMode::Passive : clinic::MotionMode::Active});
    return core::Error{core::tr("There is no movement of that name"), text,
                       core::tr("visit rate --help says how they are noted, such as neck_rotation; both "
                                "sides are drawn."),
                       core::Error::Kind::Usage};
}

core::Result<Course> readCourse(records::Practice& practice, const HistoryOptions& options) {
    const auto client = practice.clientByCode(options.client);
    if (!client) return client.error();
    auto body = loadFigure(client->figure);
    if (!body) return body.error();
    const auto region = regionOf(**body, options.region);
    if (!region) return region.error();
    const auto motion = motionOf(options.motion);
    if (!motion) return motion.error();
    const auto figures = allFigures();
    if (!figures) return figures.error();
    const auto visits = practice.visits(client->id);
    if (!visits) return visits.error();
    const double scale = analysis::areaScale(client->heightCm, client->weightKg, (*body)->mesh());
    std::vector<document::HistoryVisit> read;
    for (const clinic::Visit& visit : *visits)
        read.push_back(document::readHistoryVisit(practice, visit, **body, scale, *figures));
    std::stable_sort(read.begin(), read.end(), [](const auto& a, const auto& b) {
        return a.visit.at.utcMilliseconds < b.visit.at.utcMilliseconds;
    });
    records::noteViewed(practice, records::auditSubject(practice, client->id));
    Course course{
        std::move(*body), {client->code, authorOf(options, read), options.layer, *region, *motion}, {}};
    for (const document::HistoryVisit& visit : read) {
        course.visits.push_back(document::timelineVisit(visit, course.scope.author, options.layer, *region));
    }
    return course;
}

const char* recordId(const analysis::TimelineVisit& visit) {
    if (visit.unreadable) return "unreadable";
    switch (visit.record) {
        case analysis::LayerRecord::Painted:
            return "painted";
        case analysis::LayerRecord::Nothing:
            return "nothing";
        case analysis::LayerRecord::NotRecorded:
            break;
    }
    return "not_recorded";
}

Json visitJson(const analysis::TimelineVisit& visit) {
    const auto ifKnown = [&visit](double number) { return visit.hasValue() ? Json(number) : Json(nullptr); };
    const auto rating = [](const std::optional<double>& rated) {
        return rated ? Json(*rated) : Json(nullptr);
    };
    const bool treated = visit.treatedCm2 > 0.0;
    return {{"visit", visit.visit.value},
            {"number", visit.number},
            {"at", core::toIso(visit.at)},
            {"record", recordId(visit)},
            {"worst", ifKnown(visit.worst)},
            {"mean", ifKnown(visit.mean)},
            {"extent_cm2", ifKnown(visit.extentCm2)},
            {"extent_percent", ifKnown(visit.extentPercent)},
            {"load_percent", ifKnown(visit.loadPercent)},
            {"treated",
             {{"cm2", visit.treatedCm2},
              {"minutes", visit.treatedMinutes > 0.0 ? Json(visit.treatedMinutes) : Json(nullptr)},
              {"pressure", treated ? Json(visit.treatedPressure) : Json(nullptr)}}},
            {"ratings",
             {{"pain_now", rating(visit.painNow)},
              {"pain_average", rating(visit.painAverage)},
              {"pain_worst", rating(visit.painWorst)}}},
            {"range_of_motion", motionsJson<Json>(visit.motions)}};
}

// Each rating against the newest earlier visit that was asked for it; those that have one.
Json changesJson(const std::vector<analysis::TimelineVisit>& visits, std::size_t index) {
    using Rating = std::optional<double> analysis::TimelineVisit::*;
    static constexpr std::array<std::pair<const char*, Rating>, 3> kRatings{
        {{"pain_now", &analysis::TimelineVisit::painNow},
         {"pain_average", &analysis::TimelineVisit::painAverage},
         {"pain_worst", &analysis::TimelineVisit::painWorst}}};
    const auto whole = [](const std::optional<double>& rated) {
        return rated ? std::optional(static_cast<int>(std::lround(*rated))) : std::nullopt;
    };
    Json changes = Json::object();
    for (const auto& [id, rating] : kRatings) {
        for (std::size_t before = index; before-- > 0;) {
            if (!(visits[before].*rating)) continue;
            const auto change =
                analysis::nrsChange(whole(visits[before].*rating), whole(visits[index].*rating));
            if (change)
                changes[id] = {{"since_visit", visits[before].number},
                               {"points", change->points},
                               {"mark", analysis::nrsMarkName(change->mark)}};
            break;
        }
    }
    return changes;
}

Json courseJson(const Course& course) {
    Json visits = Json::array();
    for (std::size_t i = 0; i < course.visits.size(); ++i) {
        visits.push_back(visitJson(course.visits[i]));
        visits.back()["rating_changes"] = changesJson(course.visits, i);
    }
    const auto& region = course.scope.region;
    return {{"client", course.scope.client},
            {"author", clinic::authorId(course.scope.author)},
            {"layer", map::layerId(course.scope.layer)},
            {"region", region ? Json(course.body->atlas().region(*region).id) : Json(nullptr)},
            // What extent_percent and load_percent are shares of; map measure gives a region's load as a
            // share of the body.
            {"percent_of", region ? "region" : "body"},
            {"visits", std::move(visits)}};
}

void printText(const Course& course) {
    const auto& region = course.scope.region;
    std::cout << core::trf(course.scope.author == clinic::Author::Client
                               ? "{0}, {1}, {2}, the client's maps"
                               : "{0}, {1}, {2}, the therapist's maps",
                           {course.scope.client, map::layerName(course.scope.layer),
                            region ? analysis::describeRegion(course.body->atlas().region(*region))
                                   : std::string(core::tr("the whole body"))})
              << '\n';
    TextTable table(
        {{core::tr("Visit"), true},
         {core::tr("At"), false},
         {course.scope.layer == map::LayerKind::Treated ? core::tr("Strongest") : core::tr("Worst"), true},
         {core::tr("Mean"), true},
         {core::tr("cm2"), true},
         {"%", true},
         {core::tr("Load %"), true},
         {core::tr("Treated cm2"), true},
         {core::tr("min"), true}});
    for (const analysis::TimelineVisit& visit : course.visits) {
        const auto cell = [&](double number, int decimals) {
            return visit.hasValue() ? decimal(number, decimals) : std::string("-");
        };
        table.add({std::to_string(visit.number), core::toIso(visit.at), cell(visit.worst, 1),
                   cell(visit.mean, 1), cell(visit.extentCm2, 0), cell(visit.extentPercent, 1),
                   cell(visit.loadPercent, 2),
                   visit.treatedCm2 > 0.0 ? decimal(visit.treatedCm2, 0) : std::string("-"),
                   visit.treatedMinutes > 0.0 ? decimal(visit.treatedMinutes, 0) : std::string("-")});
    }
    table.print(std::cout, "  ");
    std::cout << core::tr("- : no map of this layer at that visit, or nothing treated.") << '\n';
}

Outcome writePicture(const HistoryOptions& options, const Course& course) {
    constexpr PixelSize kUsual{1920, 1080};
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const PixelSize size = options.size.value_or(kUsual);
    const auto picture =
        report::drawTimeline(*course.body, course.scope, course.visits, size.width, size.height, *resources);
    if (!picture) return picture.error();
    return image::writePngFile(options.output, *picture, {}, core::FileAccess::OwnerOnly);
}

Outcome showHistory(const HistoryOptions& options) {
    const auto practice = openPractice(options.vault);
    if (!practice) return practice.error();
    const auto course = readCourse(**practice, options);
    if (!course) return course.error();
    if (!options.csv.empty()) {
        const std::string text = report::timelineCsv(*course->body, course->scope, course->visits);
        auto written = core::writeFileAtomically(options.csv, text, core::FileAccess::OwnerOnly);
        if (!written) return written;
    }
    if (!options.output.empty()) {
        if (auto written = writePicture(options, *course); !written) return written;
    }
    for (const auto& file : {options.csv, options.output}) {
        if (!file.empty()) logExport(**practice, core::trf("client {0}", {course->scope.client}), file);
    }
    if (options.json) {
        printJson(courseJson(*course));
    } else {
        printText(*course);
        for (const auto& file : {options.csv, options.output}) {
            if (!file.empty()) std::cout << file.string() << '\n';
        }
    }
    return {};
}

}  // namespace

Action declareHistory(CLI::App& app) {
    const auto options = std::make_shared<HistoryOptions>();
    addVault(app, options->vault);
    app.add_option("--client", options->client, core::tr("The code of the client"))
        ->type_name("CODE")
        ->required();
    app.add_option("--region", options->region, core::tr("Only this region, by its id in the atlas"))
        ->type_name("ID");
    app.add_option("--motion", options->motion,
                   core::tr("Draw this movement on the picture, too, such as neck_rotation"))
        ->type_name("NAME[:passive]");
    addAuthor(app, options->map);
    addLayer(app, options->layer);
    addOutput(app, options->output, ".png");
    app.add_option("--csv", options->csv, core::tr("Write the visits to this file as a table (CSV)"))
        ->type_name("FILE");
    addSize(app, options->size);
    addJson(app, options->json);
    return [options] { return showHistory(*options); };
}

}  // namespace palpate::cli
