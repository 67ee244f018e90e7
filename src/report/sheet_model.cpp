#include "report/sheet_model.h"

#include "analysis/agreement.h"
#include "analysis/skin_area.h"
#include "core/check.h"
#include "core/text.h"
#include "core/version.h"
#include "report/date_text.h"
#include "report/level_marks.h"
#include "report/region_rows.h"

#include <algorithm>
#include <iterator>

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
    if (!input.completed) return core::tr("Nothing is painted yet, and the map is not finished.");
    // Hands that mark nothing have not asked what hurts.
    return input.author == clinic::Author::Client
               ? core::tr("Nothing hurts: the client finished the map without paint.")
               : core::tr(
                     "The therapist finished this map without marking anything. What hurts is not "
                     "recorded on it.");
}

std::string madeWith(const body::BodyModel& body) {
    return core::trf("Palpate {0}, body {1} ({2}), regions {3}",
                     {core::version(), body.mesh().topologyId(), body.figure(), body.atlas().id()});
}

// What both maps say about a layer; the earlier one as if it were recorded if there is none.
analysis::RecordedPair recordedOf(const SheetInput& input, map::LayerKind kind) {
    analysis::RecordedPair recorded;
    recorded.to = analysis::recordOf(input.map.layer(kind), input.author, input.completed);
    if (input.earlierMap != nullptr) {
        recorded.from =
            analysis::recordOf(input.earlierMap->layer(kind), input.earlierAuthor.value_or(input.author),
                               input.earlierCompleted);
    }
    return recorded;
}

LayerRow layerRow(const SheetInput& input, map::LayerKind kind, double scale) {
    const map::Layer& layer = input.map.layer(kind);
    const analysis::RecordedPair recorded = recordedOf(input, kind);
    LayerRow row{kind, recorded.to, analysis::measure(input.body, layer, scale), std::nullopt};
    if (input.earlierMap != nullptr && recorded.isComparable())
        row.change = analysis::compare(input.body, input.earlierMap->layer(kind), layer, scale);
    return row;
}

// Whether there is anything to say about the layer, now or earlier.
bool isTelling(const SheetInput& input, map::LayerKind kind) {
    if (input.lead == kind || !input.map.layer(kind).isEmpty()) return true;
    return input.earlierMap != nullptr && !input.earlierMap->layer(kind).isEmpty();
}

std::vector<LayerRow> layerRows(const SheetInput& input, double scale) {
    std::vector<LayerRow> rows;
    for (const map::LayerKind kind : map::kLayerKinds) {
        if (isTelling(input, kind)) rows.push_back(layerRow(input, kind, scale));
    }
    // Nothing at all is worth saying, too.
    if (rows.empty()) rows.push_back(layerRow(input, map::LayerKind::Pain, scale));
    const auto leads = [&](const LayerRow& row) {
        if (input.lead) return row.layer == *input.lead;
        return row.layer != map::LayerKind::Avoid && row.change.has_value();
    };
    const auto first = std::find_if(rows.begin(), rows.end(), leads);
    if (first != rows.end()) std::rotate(rows.begin(), first, std::next(first));
    return rows;
}

std::string verdictOf(const SheetInput& input, const LayerRow& row) {
    if (!row.change) {
        const bool isBackwards = input.earlierVisit != nullptr &&
                                 input.earlierVisit->at.utcMilliseconds > input.visit.at.utcMilliseconds;
        return analysis::whyNotComparable(row.layer, recordedOf(input, row.layer),
                                          analysis::namesByTime(isBackwards));
    }
    const clinic::Author other = input.earlierAuthor.value_or(input.author);
    if (other != input.author) {
        // Two people's maps agree or differ: neither is better or worse.
        const bool clientFirst = other == clinic::Author::Client;
        return analysis::agreementOf(clientFirst ? *row.change : analysis::swapped(*row.change),
                                     input.body.atlas())
            .text;
    }
    return core::trf("{0} Overlap of the painted skin (Jaccard): {1}.",
                     {analysis::judge(*row.change).text(), core::decimal(row.change->jaccard, 2)});
}

// Which map the changes are counted from.
std::string sinceText(const SheetInput& input) {
    const clinic::Visit& earlier = *input.earlierVisit;
    const clinic::Author other = input.earlierAuthor.value_or(input.author);
    const bool after = input.earlierMoment == clinic::Moment::After;
    if (earlier.id == input.visit.id && other != input.author)
        return other == clinic::Author::Client ? core::tr("Compared with the client's map of this visit")
                                               : core::tr("Compared with the therapist's map of this visit");
    if (earlier.id == input.visit.id && input.earlierMoment != input.moment)
        return after ? core::tr("Compared with after the treatment") : core::tr("Since before the treatment");
    // Whoever compares may look back from an earlier visit, too.
    const char* pattern =
        earlier.at < input.visit.at ? "Since visit {0} ({1})" : "Compared with visit {0} ({1})";
    std::string text = core::trf(pattern, {std::to_string(earlier.number), longDate(earlier.at)});
    if (other != input.author)
        text += other == clinic::Author::Client ? core::tr(", the client's map")
                                                : core::tr(", the therapist's map");
    if (input.earlierMoment != input.moment)
        text += after ? core::tr(", after the treatment") : core::tr(", before the treatment");
    return text;
}

std::vector<LevelMark> marksIn(body::StandardView view, const SheetInput& input) {
    // Only the direction matters for what can be seen.
    const body::Camera camera = body::standardCamera(view, input.body.mesh().bounds(), 1.0F);
    std::vector<LevelMark> marks;
    for (const map::LayerKind kind : map::kLayerKinds) {
        if (map::highestLevel(kind) == 1) continue;  // nothing to tell apart
        const auto more = levelMarks(input.body, input.map.layer(kind), camera);
        marks.insert(marks.end(), more.begin(), more.end());
    }
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
    model.blackAndWhite = input.blackAndWhite;
    if (input.earlierVisit != nullptr) {
        model.since = sinceText(input);
        model.verdict = verdictOf(input, model.layers.front());
    }
    for (std::size_t i = 0; i < kSheetViews.size(); ++i) {
        model.marks[i] = marksIn(kSheetViews[i], input);
        model.pins[i] = pinSigns(input.body, input.map.pins(),
                                 body::standardCamera(kSheetViews[i], input.body.mesh().bounds(), 1.0F));
    }
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
