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
