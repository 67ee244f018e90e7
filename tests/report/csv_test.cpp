#include "report/csv.h"

#include "report/painted_man.h"
#include "report/timeline_report.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace palpate;

namespace {

std::string cell(const std::string& text) {
    report::CsvTable table({"a"});
    report::CsvTable::Row row;
    row.text(text);
    table.add(row);
    return table.text().substr(3, table.text().size() - 5);  // after the head, before the end of the line
}

}  // namespace

TEST_CASE("a table ends its lines as RFC 4180 says and quotes only what needs it") {
    report::CsvTable table({"name", "value"});
    report::CsvTable::Row row;
    row.text("left, \"upper\"\nback").number(1.5);
    table.add(row);
    report::CsvTable::Row last;
    last.text("plain").empty();
    table.add(last);
    CHECK(table.text() == "name,value\r\n\"left, \"\"upper\"\"\nback\",1.5\r\nplain,\r\n");
}

TEST_CASE("no cell can be taken for a formula by a spreadsheet") {
    for (const std::string& text : std::vector<std::string>{"=1+1", "+49", "-2", "@SUM(A1)", "\tx"})
        CHECK(cell(text) == "'" + text);
    CHECK(cell("\rx") == "\"'\rx\"");
    CHECK(cell("=A1,B1") == "\"'=A1,B1\"");
    CHECK(cell("C-0142") == "C-0142");
    CHECK(cell("") == "");
}

TEST_CASE("numbers have a point, no more decimals than they need, and no minus before nothing") {
    report::CsvTable table({"n"});
    for (const double number : {1.0, 0.25, 1234567.8912, -2.5, -0.0001, 0.0}) {
        report::CsvTable::Row row;
        row.number(number);
        table.add(row);
    }
    CHECK(table.text() == "n\r\n1\r\n0.25\r\n1234567.891\r\n-2.5\r\n0\r\n0\r\n");
}

TEST_CASE("the course as a table leaves empty what is not known, and its dates are ISO 8601") {
    const test::PaintedMan man;
    std::vector<analysis::TimelineVisit> visits(2);
    visits[0].number = 1;
    visits[0].visit = {11};
    visits[0].at = {1795179731000, 60};
    visits[0].record = analysis::LayerRecord::Painted;
    visits[0].worst = 8.0;
    visits[0].painNow = 6.0;
    visits[1].number = 2;
    visits[1].visit = {12};
    visits[1].at = {1795266131000, 60};
    const std::string text = report::timelineCsv(*man.body, {"=C", clinic::Author::Client}, visits);
    CHECK(text.find("'=C,1,11,2026-11-20T14:02:11+01:00,client,pain,body,painted,8,0,0,0,0,0,,,6,,\r\n") !=
          std::string::npos);
    CHECK(text.find(",not recorded,,,,,,0,,,,,\r\n") != std::string::npos);
}

TEST_CASE("whatever was measured at any visit is a column of the course") {
    const test::PaintedMan man;
    std::vector<analysis::TimelineVisit> visits(2);
    visits[0].motions.set(*clinic::motionFromText("neck_rotation:left:after"), 61);
    visits[1].motions.set(*clinic::motionFromText("elbow_extension:right"), -5);
    const std::string text = report::timelineCsv(*man.body, {"C", clinic::Author::Client}, visits);
    CHECK(text.find(",pain_worst,rom_neck_rotation_left_after,rom_elbow_extension_right\r\n") !=
          std::string::npos);
    CHECK(text.find(",,,,61,\r\n") != std::string::npos);
    CHECK(text.find(",,,,,-5\r\n") != std::string::npos);
}

TEST_CASE(
    "how often each region was painted as a table: counts, percent, levels, names that are no formulas") {
    const test::PaintedMan man;
    analysis::Frequency frequency;
    frequency.maps = 8;
    frequency.regions.push_back(
        {.region = 0, .maps = 2, .share = 0.25, .onSkin = 0.1, .worst = 7.0, .mean = 3.5});
    frequency.regions.push_back({.region = 1});
    const auto& first = man.body->atlas().region(0);
    const auto& second = man.body->atlas().region(1);
    CHECK(report::frequencyCsv(*man.body, frequency) ==
          "region,name,maps,of_maps,share_percent,worst,mean\r\n" + first.id + "," + cell(first.name) +
              ",2,8,25,7,3.5\r\n" + second.id + "," + cell(second.name) + ",0,8,0,0,0\r\n");
}

TEST_CASE("what was treated against what became of it as a table, with the change signed") {
    const test::PaintedMan man;
    const std::vector<analysis::DosePoint> points{{.region = 0,
                                                   .from = 2,
                                                   .to = 4,
                                                   .cm2 = 120.5,
                                                   .minutes = 10.0,
                                                   .pressure = 3.0,
                                                   .dose = 36.15,
                                                   .before = 6.0,
                                                   .after = 4.5}};
    const auto& region = man.body->atlas().region(0);
    CHECK(report::doseCsv(*man.body, points) ==
          "region,name,visit,next_visit,treated_cm2,minutes,pressure,dose_pressure_minutes_dm2,mean_before,"
          "mean_after,change\r\n" +
              region.id + "," + cell(region.name) + ",2,4,120.5,10,3,36.15,6,4.5,-1.5\r\n");
    CHECK(report::doseCsv(*man.body, {}).find("\r\n") + 2 == report::doseCsv(*man.body, {}).size());
}
