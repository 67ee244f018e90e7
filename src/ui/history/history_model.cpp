#include "ui/history/history_model.h"

#include "core/plural.h"
#include "core/text.h"
#include "document/history.h"
#include "ui/dates.h"
#include "ui/region_search.h"

#include <algorithm>
#include <map>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::decimal;
using core::tr;
using core::trf;
using document::HistoryState;

std::string bareText(const document::HistoryVisit& visit, const HistoryState& history) {
    if (!visit.read) return tr("not read yet");
    const document::HistoryMap& map = visit.map(history.author);
    if (!map.damage.empty()) return tr("damaged");
    switch (map.layers[static_cast<std::size_t>(history.layer)].record) {
        case analysis::LayerRecord::Painted:
            return {};
        case analysis::LayerRecord::Nothing:
            return tr("nothing hurt");
        case analysis::LayerRecord::NotRecorded:
            break;
    }
    return map.stored ? tr("not recorded") : tr("no map");
}

void addCommands(HistoryModel& model, const document::Document& document) {
    const auto item = [&document](const char* name) { return commandItem(document, name); };
    model.timeline = item("history.timeline");
    model.frequency = item("history.frequency");
    model.treatment = item("history.treatment");
    model.client = item("history.client");
    model.therapist = item("history.therapist");
    model.compare = item("history.compare");
    model.earlier = item("history.earlier");
    model.later = item("history.later");
    model.savePicture = item("history.save_picture");
    model.saveTable = item("history.save_table");
    model.wholeBody = item("history.whole_body");
    model.countClient = item("history.count_client");
    model.countEverybody = item("history.count_everybody");
    model.countAgain = item("history.count_again");
    model.stopCounting = item("history.stop_counting");
    for (const map::LayerKind layer : map::kLayerKinds) {
        model.layers.push_back(
            {item((std::string("history.layer_") + map::layerId(layer)).c_str()), map::layerName(layer)});
    }
}

void addVisits(HistoryModel& model, const HistoryState& history) {
    model.visits = document::timelineOf(history);
    model.look.highest = map::highestLevel(history.layer);
    model.look.rated = history.layer == map::LayerKind::Pain;
    model.look.ofPressure = history.layer == map::LayerKind::Treated;
    model.look.ofRegion = history.region.has_value();
    model.look.motion = history.motion;
    for (const analysis::MotionChoice& choice : document::motionsMeasured(history)) {
        if (history.motion == choice) model.motion = static_cast<int>(model.motions.size());
        model.motions.push_back(analysis::motionTitle(choice));
    }
    model.shown = history.shown;
    model.from = history.from;
    if (history.shown < history.read) model.look.shown = history.shown;
    if (history.from < history.read && history.from != history.shown) model.look.chosen = history.from;
    for (const document::HistoryVisit& visit : history.visits) {
        model.entries.push_back({trf("Visit {0}", {std::to_string(visit.visit.number)}),
                                 friendlyDate(visit.visit.at), bareText(visit, history), 0,
                                 !history.leftOut.contains(visit.visit.id)});
    }
    if (!history.isReading()) return;
    model.reading = trf("Reading visit {0} of {1}",
                        {std::to_string(history.read + 1), std::to_string(history.visits.size())});
    model.readShare = static_cast<double>(history.read) / static_cast<double>(history.visits.size());
}

// Regions that were ever painted first, the most often painted before the others; then, while something is
// searched for, all that fit.
void addRegions(HistoryModel& model, const HistoryState& history) {
    std::map<body::RegionIndex, int> painted;
    for (std::size_t i = 0; i < history.read; ++i) {
        const auto& sample =
            history.visits[i].map(history.author).layers[static_cast<std::size_t>(history.layer)];
        for (const auto& region : sample.regions)
            ++painted[region.region];
    }
    const auto& atlas = history.body->atlas();
    for (body::RegionIndex index = 0; index < atlas.regions().size(); ++index) {
        const body::Region& region = atlas.region(index);
        const auto found = painted.find(index);
        const bool chosen = history.region == index;
        if (model.search.empty() ? found == painted.end() && !chosen : !isFound(region, model.search))
            continue;
        model.regions.push_back(
            {static_cast<int>(index), region.id, region.name,
             found == painted.end()
                 ? std::string(tr("never painted"))
                 : trf("painted at {0} of {1}",
                       {std::to_string(found->second), core::trn("{0} visit", "{0} visits", history.read)}),
             chosen});
    }
    const auto count = [&painted](const HistoryModel::RegionRow& row) {
        const auto found = painted.find(static_cast<body::RegionIndex>(row.region));
        return found == painted.end() ? 0 : found->second;
    };
    std::stable_sort(model.regions.begin(), model.regions.end(),
                     [&count](const auto& a, const auto& b) { return count(a) > count(b); });
    model.isWholeBody = !history.region;
    model.regionName =
        history.region ? atlas.region(*history.region).name : std::string(tr("The whole body"));
}

void addFrequency(HistoryModel& model, const HistoryState& history) {
    model.scope = history.scope;
    if (!history.frequency) return;
    const document::FrequencyRun& run = *history.frequency;
    model.counting = run.isRunning();
    model.countedShare =
        run.visits.empty() ? 1.0 : static_cast<double>(run.next) / static_cast<double>(run.visits.size());
    const int maps = run.count->maps();
    model.counted =
        core::trn("{0} map", "{0} maps", static_cast<std::size_t>(maps)) + ", " +
        core::trn("{0} visit without one", "{0} visits without one", static_cast<std::size_t>(run.without));
    if (run.unreadable > 0)
        model.counted += ", " + trf("{0} cannot be read", {std::to_string(run.unreadable)});
    if (!run.stopped.empty()) model.counted = run.stopped;
    if (!run.result) return;
    for (const analysis::RegionFrequency& region : run.result->regions) {
        if (region.maps == 0) model.hasUncounted = true;
        model.frequencyRows.push_back({history.body->atlas().region(region.region).name,
                                       trf("{0} of {1}", {std::to_string(region.maps), std::to_string(maps)}),
                                       decimal(100.0 * region.share, 0) + " %", decimal(region.worst, 1),
                                       decimal(region.mean, 1)});
    }
}

void addDoses(HistoryModel& model, const HistoryState& history, const analysis::DoseTable& table) {
    for (const analysis::DosePoint& point : table.points) {
        if (history.region && point.region != *history.region) continue;
        model.points.push_back(point);
        const double change = point.change();
        model.doseRows.push_back(
            {history.body->atlas().region(point.region).name,
             trf("{0} to {1}", {std::to_string(point.from), std::to_string(point.to)}),
             trf("{0} cm\u00b2, {1} min, {2}",
                 {decimal(point.cm2, 0), decimal(point.minutes, 1), decimal(point.pressure, 1)}),
             decimal(point.dose, 1), decimal(point.before, 1), decimal(point.after, 1),
             (change > 0.05 ? "+" : "") + decimal(change, 1)});
    }
    model.doseNote =
        tr("Observation, not proof: pain changes for many reasons, and what hurts more is treated more. A "
           "part of "
           "any fall would have come without treatment.");
    if (table.withoutMinutes > 0)
        model.doseNote += ' ' + trf("Left out without minutes: {0}.", {std::to_string(table.withoutMinutes)});
    if (table.withoutMaps > 0)
        model.doseNote +=
            ' ' + trf("Left out without a pain map then or later: {0}.", {std::to_string(table.withoutMaps)});
    if (table.withoutPain > 0)
        model.doseNote += ' ' + trf("Left out where nothing hurt, then or later: {0}.",
                                    {std::to_string(table.withoutPain)});
    const auto unreadable = std::count_if(history.visits.begin(), history.visits.end(),
                                          [](const auto& visit) { return visit.treatedUnreadable; });
    if (unreadable > 0)
        model.doseNote +=
            ' ' + trf("Visits whose treatments cannot be read: {0}.", {std::to_string(unreadable)});
}

}  // namespace

HistoryModel makeHistoryModel(const document::Document& document, const UiState& state, Readings& readings) {
    const HistoryState& history = *document.history;
    HistoryModel model;
    model.page = history.page;
    model.author = history.author;
    model.layer = history.layer;
    model.plain = document.appearance.highContrast || document.appearance.blackAndWhite;
    model.search = state.historySearch;
    addCommands(model, document);
    addVisits(model, history);
    addRegions(model, history);
    addFrequency(model, history);
    if (history.page == document::HistoryPage::Treatment)
        addDoses(model, history, readings.ofDoses(document));
    model.title = trf(history.author == Author::Client ? "{0} \u00b7 {1} \u00b7 the client's maps"
                                                       : "{0} \u00b7 {1} \u00b7 the therapist's maps",
                      {map::layerName(history.layer), model.regionName});
    return model;
}

std::vector<std::string> visitTip(const HistoryModel& model, std::size_t visit) {
    if (visit >= model.visits.size()) return {};
    const HistoryModel::Visit& entry = model.entries[visit];
    std::vector<std::string> lines{entry.title + " \u00b7 " + entry.date};
    for (std::string& line : analysis::valueTexts(
             model.visits[visit], model.isWholeBody ? tr("of the skin") : tr("of the region"), model.layer))
        lines.push_back(std::move(line));
    if (model.look.motion) {
        std::string motion = analysis::motionValuesText(model.visits[visit], *model.look.motion);
        if (!motion.empty()) lines.push_back(std::move(motion));
    }
    lines.push_back(tr("Click: open it. Shift+click: compare."));
    return lines;
}

}  // namespace palpate::ui
