// What the compare view shows, made from the document.
#include "analysis/change_verdict.h"
#include "core/text.h"
#include "document/compare.h"
#include "ui/compare_panel.h"
#include "ui/dates.h"

#include <algorithm>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;
using document::CompareMode;
using document::ComparePair;

std::string visitTitle(const clinic::Visit& visit) {
    return core::trf("Visit {0} \xC2\xB7 {1}", {std::to_string(visit.number), friendlyDate(visit.at)});
}

ComparePair pairOf(const document::CompareState& compare) {
    return document::pairOf(compare.from.key, compare.to.key);
}

// Of two maps of one visit only what tells them apart.
std::string titleOf(const document::Document& document, const document::CompareSide& side) {
    switch (pairOf(*document.compare)) {
        case ComparePair::Authors:
            return side.key.author == Author::Client ? tr("The client's map") : tr("The therapist's map");
        case ComparePair::Moments:
            return side.key.moment == clinic::Moment::Before ? tr("Before treatment") : tr("After treatment");
        case ComparePair::Visits:
            break;
    }
    const clinic::Visit* visit = document::findVisit(document, side.key.visit);
    return visit ? visitTitle(*visit) : std::string();
}

std::string bareText(const document::CompareSide& side, map::LayerKind layer) {
    switch (side.recordOf(layer)) {
        case analysis::LayerRecord::Painted:
            break;
        case analysis::LayerRecord::Nothing:
            return tr("Nothing hurt at this visit.");
        case analysis::LayerRecord::NotRecorded:
            if (side.key.moment == clinic::Moment::After)
                return core::trf("{0}: not recorded after treatment.", {map::layerName(layer)});
            return core::trf("{0}: not recorded at this visit.", {map::layerName(layer)});
    }
    return {};
}

ComparePicturesModel::Side sideOf(const document::Document& document, std::size_t picture,
                                  const std::vector<Spot>& spots) {
    const document::CompareState& compare = *document.compare;
    const document::CompareSide& side = document::pictureSide(compare, picture);
    const body::Camera& camera = document::pictureCamera(document, picture);
    ComparePicturesModel::Side shown;
    shown.visit = side.key.visit;
    shown.title = titleOf(document, side);
    shown.bare = bareText(side, compare.layer);
    shown.badges = badgesFor(document, spots, camera);
    // Who looks is spoken to, whoever painted the maps.
    shown.sides = sideLabels(camera, document.author == Author::Client);
    shown.turns = !compare.linked && picture == compare.picture;
    return shown;
}

void addSides(CompareModel& model, const document::Document& document, const CompareReading& reading) {
    const std::size_t count = document::pictureCount(*document.compare);
    model.from = sideOf(document, 0, reading.from);
    model.to = sideOf(document, count - 1, reading.to);
    for (std::size_t i = 0; i < reading.between.size(); ++i)
        model.between.push_back(sideOf(document, i + 1, reading.between[i]));
}

void addVisits(CompareModel& model, const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        bool ticked = false;
        for (std::size_t i = 0; i < document::pictureCount(compare); ++i)
            ticked = ticked || document::pictureSide(compare, i).key.visit == visit->id;
        model.visits.push_back({visit->id, visitTitle(*visit), ticked});
    }
}

void addChoices(CompareModel& model, const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    const auto mode = [&](const char* name, const char* text, CompareMode which) {
        model.modes.push_back({commandItem(document, name), text, compare.mode == which});
    };
    mode("compare.side", tr("Side by side"), CompareMode::SideBySide);
    mode("compare.difference", tr("Difference"), CompareMode::Difference);
    mode("compare.wipe", tr("Wipe"), CompareMode::Wipe);
    mode("compare.onion", tr("Onion skin"), CompareMode::Onion);
    const auto pair = [&](const char* name, const char* text, ComparePair which) {
        model.pairs.push_back({commandItem(document, name), text, model.pair == which});
    };
    pair("compare.visits", tr("Visits"), ComparePair::Visits);
    pair("compare.authors", tr("Client and therapist"), ComparePair::Authors);
    pair("compare.moments", tr("Before and after"), ComparePair::Moments);
    for (const map::LayerKind layer : map::kLayerKinds) {
        model.layers.push_back({commandItem(document, std::string("compare.layer_") + map::layerId(layer)),
                                map::layerName(layer), layer == compare.layer});
    }
}

// "3 → 5 (+2) · 15 → 26 cm²"
std::string rowText(const CompareRow& row) {
    const std::string levels = row.from + " \xE2\x86\x92 " + row.to + " (" + row.change + ")";
    return row.area.empty() ? levels + " cm\xC2\xB2" : levels + " \xC2\xB7 " + row.area + " cm\xC2\xB2";
}

// What lies under the pointer, or in the row of the table that it is on.
void addPointed(CompareModel& model, const document::Document& document) {
    const OverlayModel overlay = makeOverlayModel(document, {});
    model.overlays = overlay.choices;
    const auto region = document::comparedRegion(document);
    if (!region) return;
    model.region = document.body->atlas().region(*region).name;
    model.clinical = document.body->atlas().region(*region).clinical;
    if (!document.compare->pointedRow) model.under = overlay.under;
}

}  // namespace

CompareModel makeCompareModel(const document::Document& document, const CompareReading& reading) {
    const document::CompareState& compare = *document.compare;
    CompareModel model;
    model.mode = compare.mode;
    model.pair = pairOf(compare);
    model.fromKey = compare.from.key;
    model.toKey = compare.to.key;
    model.author = compare.to.key.author;
    model.layer = compare.layer;
    model.linked = compare.linked;
    model.link = commandItem(document, "compare.link");
    model.swap = commandItem(document, "compare.swap");
    model.share = document::compareShare(compare);
    addSides(model, document, reading);
    addVisits(model, document);
    addChoices(model, document);
    addPointed(model, document);
    model.sides = model.from.sides;
    model.noDifference = whyNotCompared(document);
    std::vector<Spot> all = reading.from;
    all.insert(all.end(), reading.to.begin(), reading.to.end());
    for (const auto& spots : reading.between)
        all.insert(all.end(), spots.begin(), spots.end());
    model.views = viewButtons(document, all);
    model.fit = commandItem(document, "view.fit");
    model.blackAndWhite = document.appearance.blackAndWhite;
    model.pad = makeViewPadModel(document);
    model.readout = makeCompareReadout(document);
    model.words = model.readout.words;
    for (const CompareRow& row : model.readout.regions) {
        // The row itself may be scrolled out of sight.
        if (row.onBody) model.under.insert(model.under.begin(), {rowText(row), row.detail});
    }
    model.rules = makeCompareRules(document.changeRules);
    return model;
}

}  // namespace palpate::ui
