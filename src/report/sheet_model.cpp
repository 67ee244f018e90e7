#include "report/sheet_model.h"

#include "analysis/skin_area.h"
#include "core/check.h"
#include "core/text.h"
#include "core/version.h"
#include "report/date_text.h"
#include "report/level_marks.h"
#include "report/region_rows.h"

namespace palpate::report {

namespace {

std::string paintedBy(clinic::Author author, clinic::Moment moment) {
    const bool before = moment == clinic::Moment::Before;
    if (author == clinic::Author::Client) {
        return before ? core::tr("Painted by the client, before treatment")
                      : core::tr("Painted by the client, after treatment");
    }
    return before ? core::tr("Painted by the therapist, before treatment")
                  : core::tr("Painted by the therapist, after treatment");
}

std::string clientText(const SheetInput& input) {
    const clinic::Client& client = input.client;
    if (!input.withName || client.name.empty()) return client.code;
    return core::trf("{0} {1}", {client.code, client.name});
}

std::string caution(clinic::Author author) {
    return author == clinic::Author::Client ? core::tr("Self-reported; not a diagnosis")
                                            : core::tr("Therapist's rating; not a diagnosis");
}

std::string nothingPainted(const SheetInput& input) {
    if (!input.map.isEmpty()) return "";
    return input.completed ? core::tr("Nothing hurts: the map was finished without paint.")
                           : core::tr("Nothing is painted yet, and the map is not finished.");
}

std::string madeWith(const body::BodyModel& body) {
    return core::trf("Palpate {0}, body {1} ({2}), regions {3}",
                     {core::version(), body.mesh().topologyId(), body.figure(), body.atlas().id()});
}

std::vector<LayerRow> layerRows(const SheetInput& input, double scale) {
    std::vector<LayerRow> rows;
    for (const map::LayerKind kind : map::kLayerKinds) {
        const map::Layer& layer = input.map.layer(kind);
        const map::Layer* earlier = input.earlierMap == nullptr ? nullptr : &input.earlierMap->layer(kind);
        if (layer.isEmpty() && (earlier == nullptr || earlier->isEmpty())) continue;
        rows.push_back({kind, analysis::measure(input.body, layer, scale), std::nullopt});
        if (earlier != nullptr) rows.back().change = analysis::compare(input.body, *earlier, layer, scale);
    }
    if (!rows.empty()) return rows;
    // Nothing at all is worth saying, too: zeros for pain.
    const map::Layer& pain = input.map.layer(map::LayerKind::Pain);
    rows.push_back({pain.kind(), analysis::measure(input.body, pain, scale), std::nullopt});
    if (input.earlierMap != nullptr) rows.back().change = analysis::compare(input.body, pain, pain, scale);
    return rows;
}

std::vector<LevelMark> marksIn(body::StandardView view, const SheetInput& input) {
    // Only the direction matters for what can be seen.
    const body::Camera camera = body::standardCamera(view, input.body.mesh().bounds(), 1.0F);
    std::vector<LevelMark> marks = levelMarks(input.body, input.map.layer(map::LayerKind::Pain), camera);
    const auto tension = levelMarks(input.body, input.map.layer(map::LayerKind::Tension), camera);
    marks.insert(marks.end(), tension.begin(), tension.end());
    return marks;
}

}  // namespace

SheetModel makeSheetModel(const SheetInput& input) {
    core::check((input.earlierVisit == nullptr) == (input.earlierMap == nullptr),
                "an earlier visit comes with its map");
    const double scale = analysis::areaScale(input.client.heightCm, input.client.weightKg, input.body.mesh());
    SheetModel model;
    model.client = clientText(input);
    model.visit = core::trf("Visit {0}", {std::to_string(input.visit.number)});
    model.when = longDateTime(input.visit.at);
    model.paintedBy = paintedBy(input.author, input.moment);
    model.caution = caution(input.author);
    model.madeWith = madeWith(input.body);
    model.nothing = nothingPainted(input);
    model.layers = layerRows(input, scale);
    model.regions = regionRows(input.body, input.map, scale);
    model.bounds = input.body.mesh().bounds();
    if (input.earlierVisit != nullptr) {
        model.since = core::trf("Since visit {0} ({1})", {std::to_string(input.earlierVisit->number),
                                                          longDate(input.earlierVisit->at)});
        const analysis::Comparison& change = *model.layers.front().change;
        model.verdict = core::trf("{0} Overlap of the painted skin (Jaccard): {1}.",
                                  {analysis::judge(change).why, core::decimal(change.jaccard, 2)});
    }
    for (std::size_t i = 0; i < kSheetViews.size(); ++i)
        model.marks[i] = marksIn(kSheetViews[i], input);
    return model;
}

std::string sheetFileName(const clinic::Client& client, const clinic::Visit& visit, clinic::Author author,
                          clinic::Moment moment) {
    std::string code = client.code;
    for (char& letter : code) {
        if (letter == '/' || letter == '\\') letter = '-';
    }
    std::string number = std::to_string(visit.number);
    if (number.size() < 2) number.insert(0, 1, '0');
    return code + "_" + core::localDate(visit.at) + "_S" + number + "_" + clinic::authorId(author) +
           (moment == clinic::Moment::After ? "_after" : "") + ".png";
}

}  // namespace palpate::report
