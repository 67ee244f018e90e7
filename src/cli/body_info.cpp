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
#include <memory>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Figure {
    std::string id;
    double statureMetres = 0.0;
    double skinSquareMetres = 0.0;
};

core::Result<std::vector<Figure>> loadFigures(std::shared_ptr<const body::BodyModel>& neutral) {
    const auto resources = core::resourceFolder();
    if (!resources) return resources.error();
    const auto names = body::standardBodyFigures(*resources / "models");
    if (!names) return names.error();
    std::vector<Figure> figures;
    for (const std::string& name : *names) {
        const auto body = loadFigure(name);
        if (!body) return body.error();
        if (!neutral) neutral = *body;
        figures.push_back(
            {name, static_cast<double>((*body)->mesh().bounds().size().y), (*body)->mesh().area()});
    }
    return figures;
}

void printText(const body::BodyModel& body, const std::vector<Figure>& figures,
               const body::AtlasLabels& labels) {
    std::cout << core::trf(
                     "{0} vertices, {1} triangles; {2} regions, {3} muscles, {4} dermatomes",
                     {std::to_string(body.mesh().vertexCount()),
                      std::to_string(body.mesh().triangles().size()),
                      std::to_string(body.atlas().regions().size()), std::to_string(labels.muscles().size()),
                      std::to_string(labels.dermatomes().size())})
              << '\n'
              << core::trf("topology {0}, atlas {1}", {body.mesh().topologyId(), body.atlas().id()})
              << "\n\n";
    TextTable table(
        {{core::tr("Figure"), false}, {core::tr("Stature, m"), true}, {core::tr("Skin, m\u00b2"), true}});
    for (const Figure& figure : figures)
        table.add(
            {figure.id, core::decimal(figure.statureMetres, 2), core::decimal(figure.skinSquareMetres, 2)});
    table.print(std::cout);
}

Outcome describeBody(bool json) {
    std::shared_ptr<const body::BodyModel> body;
    const auto figures = loadFigures(body);
    if (!figures) return figures.error();
    const auto labels = loadLabels(*body);
    if (!labels) return labels.error();
    if (!json) {
        printText(*body, *figures, *labels);
        return {};
    }
    Json list = Json::array();
    for (const Figure& figure : *figures)
        list.push_back({{"id", figure.id},
                        {"stature_m", figure.statureMetres},
                        {"surface_m2", figure.skinSquareMetres}});
    printJson(Json{{"vertices", body->mesh().vertexCount()},
                   {"triangles", body->mesh().triangles().size()},
                   {"figures", std::move(list)},
                   {"regions", body->atlas().regions().size()},
                   {"muscles", labels->muscles().size()},
                   {"dermatomes", labels->dermatomes().size()},
                   {"topology_id", body->mesh().topologyId()},
                   {"atlas_id", body->atlas().id()}});
    return {};
}

}  // namespace

Action declareBodyInfo(CLI::App& app) {
    const auto json = std::make_shared<bool>(false);
    addJson(app, *json);
    return [json] { return describeBody(*json); };
}

}  // namespace palpate::cli
