#include "body/body_model.h"
#include "report/csv.h"
#include "report/timeline_report.h"

#include <algorithm>
#include <set>
#include <vector>

namespace palpate::report {

namespace {

const char* recordText(const analysis::TimelineVisit& visit) {
    if (visit.unreadable) return "unreadable";
    switch (visit.record) {
        case analysis::LayerRecord::Painted:
            return "painted";
        case analysis::LayerRecord::Nothing:
            return "nothing";
        case analysis::LayerRecord::NotRecorded:
            break;
    }
    return "not recorded";
}

// Everything that was measured at any of the visits: a column each.
std::set<clinic::MotionKey> motionsOf(std::span<const analysis::TimelineVisit> visits) {
    std::set<clinic::MotionKey> keys;
    for (const analysis::TimelineVisit& visit : visits) {
        for (const auto& [key, degrees] : visit.motions.degrees)
            keys.insert(key);
    }
    return keys;
}

// "rom_neck_rotation_left_after"
std::string columnOf(const clinic::MotionKey& key) {
    std::string name = "rom_" + clinic::motionText(key);
    std::replace(name.begin(), name.end(), ':', '_');
    return name;
}

void addIf(CsvTable::Row& row, bool known, double number) {
    known ? row.number(number) : row.empty();
}

}  // namespace

std::string timelineCsv(const body::BodyModel& body, const TimelineScope& scope,
                        std::span<const analysis::TimelineVisit> visits) {
    const std::set<clinic::MotionKey> motions = motionsOf(visits);
    std::vector<std::string> columns{"client",       "visit",        "visit_id",        "at",
                                     "author",       "layer",        "region",          "record",
                                     "worst",        "mean",         "extent_cm2",      "extent_percent",
                                     "load_percent", "treated_cm2",  "treated_minutes", "treated_pressure",
                                     "pain_now",     "pain_average", "pain_worst"};
    for (const clinic::MotionKey& key : motions)
        columns.push_back(columnOf(key));
    CsvTable table(columns);
    for (const analysis::TimelineVisit& visit : visits) {
        CsvTable::Row row;
        row.text(scope.client).number(visit.number, 0).number(static_cast<double>(visit.visit.value), 0);
        row.text(core::toIso(visit.at)).text(clinic::authorId(scope.author)).text(map::layerId(scope.layer));
        row.text(scope.region ? body.atlas().region(*scope.region).id : std::string("body"));
        row.text(recordText(visit));
        for (const double value :
             {visit.worst, visit.mean, visit.extentCm2, visit.extentPercent, visit.loadPercent})
            addIf(row, visit.hasValue(), value);
        const bool treated = visit.treatedCm2 > 0.0;
        row.number(visit.treatedCm2);
        addIf(row, treated && visit.treatedMinutes > 0.0, visit.treatedMinutes);
        addIf(row, treated, visit.treatedPressure);
        for (const auto& rating : {visit.painNow, visit.painAverage, visit.painWorst})
            addIf(row, rating.has_value(), rating.value_or(0.0));
        for (const clinic::MotionKey& key : motions)
            addIf(row, visit.motions[key].has_value(), visit.motions[key].value_or(0));
        table.add(row);
    }
    return table.text();
}

std::string frequencyCsv(const body::BodyModel& body, const analysis::Frequency& frequency) {
    CsvTable table({"region", "name", "maps", "of_maps", "share_percent", "worst", "mean"});
    for (const analysis::RegionFrequency& region : frequency.regions) {
        CsvTable::Row row;
        const body::Region& names = body.atlas().region(region.region);
        row.text(names.id).text(names.name).number(region.maps, 0).number(frequency.maps, 0);
        row.number(100.0 * region.share).number(region.worst).number(region.mean);
        table.add(row);
    }
    return table.text();
}

std::string doseCsv(const body::BodyModel& body, std::span<const analysis::DosePoint> points) {
    CsvTable table({"region", "name", "visit", "next_visit", "treated_cm2", "minutes", "pressure",
                    "dose_pressure_minutes_dm2", "mean_before", "mean_after", "change"});
    for (const analysis::DosePoint& point : points) {
        CsvTable::Row row;
        const body::Region& names = body.atlas().region(point.region);
        row.text(names.id).text(names.name).number(point.from, 0).number(point.to, 0);
        row.number(point.cm2).number(point.minutes).number(point.pressure).number(point.dose);
        row.number(point.before).number(point.after).number(point.change());
        table.add(row);
    }
    return table.text();
}

}  // namespace palpate::report
