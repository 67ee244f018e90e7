#include "analysis/lund_browder.h"
#include "body/atlas_labels.h"
#include "body/body_model.h"
#include "cli/command_table.h"
#include "cli/open_map.h"
#include "cli/options.h"
#include "cli/print_json.h"
#include "cli/text_table.h"
#include "core/resources.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

// Per cent of the skin by part of the Lund-Browder chart; of a paired part one side.
using Shares = std::map<std::string, double>;

constexpr const char* kChild = "child";

// Front and back of a limb are one part; of the trunk they are two.
std::string partNameOf(const body::Region& area) {
    std::string part = area.base;
    for (const std::string_view end : {std::string_view("_front"), std::string_view("_back")}) {
        if (part.ends_with(end) && !part.starts_with("trunk")) part.resize(part.size() - end.size());
    }
    return part;
}

Shares measuredOn(const body::BodyModel& body, const body::Instrument& chart,
                  const std::map<std::string, double>& sides) {
    Shares shares;
    for (std::size_t v = 0; v < chart.areaOfVertex.size(); ++v) {
        if (chart.areaOfVertex[v] == body::kNoArea) continue;
        const std::string part = partNameOf(chart.areas[chart.areaOfVertex[v]].names);
        shares[part] +=
            100.0 * static_cast<double>(body.mesh().vertexAreas()[v]) / body.mesh().area() / sides.at(part);
    }
    return shares;
}

struct Table {
    std::vector<std::string> figures;
    std::vector<Shares> measured;  // a figure each
    Shares adult, atTen;           // published
};

core::Result<Table> measureAll() {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const auto names = body::standardBodyFigures(*resources / "models");
    if (!names) return names.error();
    Table table;
    std::optional<body::AtlasLabels> labels;
    std::map<std::string, double> sides;
    for (const std::string& name : *names) {
        const auto body = loadFigure(name);
        if (!body) return body.error();
        if (!labels) {
            auto loaded = loadLabels(**body);
            if (!loaded) return loaded.error();
            labels = std::move(*loaded);
            for (const body::InstrumentArea& area : labels->findInstrument("lund_browder")->areas) {
                const std::string part = partNameOf(area.names);
                sides[part] = area.names.side == body::Side::Middle ? 1.0 : 2.0;
                table.adult[part] += area.percent.value_or(0.0);
            }
            for (auto& [part, percent] : table.adult)
                percent /= sides.at(part);
            for (const auto& [part, percent] : table.adult)
                table.atTen[part] = percent * analysis::shareFactor(part, analysis::ShareAge::FromTen);
        }
        table.figures.push_back(name);
        table.measured.push_back(measuredOn(**body, *labels->findInstrument("lund_browder"), sides));
    }
    return table;
}

void printText(const Table& table) {
    std::cout
        << core::tr(
               "Shares of the skin by the parts of the Lund-Browder chart, per cent; of a paired part "
               "one side.")
        << '\n'
        << core::tr(
               "Published for an adult and for ten years of age, with which the child is compared: Lund "
               "and Browder, Surg Gynecol Obstet 1944;79:352-358.")
        << "\n\n";
    std::vector<TextTable::Column> columns{{core::tr("Part"), false}};
    for (const std::string& figure : table.figures)
        columns.push_back({figure, true});
    columns.push_back({core::tr("published, adult"), true});
    columns.push_back({core::tr("10 years"), true});
    TextTable text(std::move(columns));
    for (const auto& [part, adult] : table.adult) {
        std::vector<std::string> row{part};
        for (const Shares& shares : table.measured)
            row.push_back(core::decimal(shares.at(part), 1));
        row.push_back(core::decimal(adult, 1));
        row.push_back(core::decimal(table.atTen.at(part), 1));
        text.add(std::move(row));
    }
    text.print(std::cout);
}

Outcome describeShares(bool json) {
    const auto table = measureAll();
    if (!table) return table.error();
    if (!json) {
        printText(*table);
        return {};
    }
    Json figures = Json::array();
    for (std::size_t i = 0; i < table->figures.size(); ++i) {
        const bool isChild = table->figures[i] == kChild;
        Json parts = Json::object();
        for (const auto& [part, percent] : table->measured[i])
            parts[part] = {{"percent", percent},
                           {"published", isChild ? table->atTen.at(part) : table->adult.at(part)}};
        figures.push_back({{"id", table->figures[i]}, {"parts", std::move(parts)}});
    }
    printJson(Json{{"source", "Lund and Browder, Surg Gynecol Obstet 1944;79:352-358"},
                   {"figures", std::move(figures)}});
    return {};
}

}  // namespace

Action declareBodyShares(CLI::App& app) {
    const auto json = std::make_shared<bool>(false);
    addJson(app, *json);
    return [json] { return describeShares(*json); };
}

}  // namespace palpate::cli
