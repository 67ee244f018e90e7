#include "document/avoid_before.h"

#include "analysis/measures.h"
#include "core/text.h"
#include "document/copy_map.h"
#include "document/edit.h"
#include "document/map_store.h"
#include "document/region_paint.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace palpate::document {

namespace {

using clinic::MapKey;
using map::LayerKind;

constexpr std::size_t kMostNamed = 3;

bool isBare(const map::Layer& avoid) {
    return std::all_of(avoid.placeNumbers().begin(), avoid.placeNumbers().end(),
                       [](map::PlaceNumber place) { return place == map::kNoPlace; });
}

// Where each area lies mostly, every region once.
std::vector<body::RegionIndex> regionsOf(const Document& document, const map::Layer& avoid) {
    std::vector<body::RegionIndex> regions;
    for (const analysis::PlaceMeasures& place : analysis::measure(*document.body, avoid).places)
        if (std::find(regions.begin(), regions.end(), place.mainRegion) == regions.end())
            regions.push_back(place.mainRegion);
    return regions;
}

std::string namesOf(const Document& document, const map::Layer& avoid) {
    const auto regions = regionsOf(document, avoid);
    std::string names;
    for (std::size_t i = 0; i < std::min(regions.size(), kMostNamed); ++i)
        names += (names.empty() ? "" : "; ") + document.body->atlas().region(regions[i]).name;
    if (regions.size() > kMostNamed)
        names += core::trf("; and {0} more", {std::to_string(regions.size() - kMostNamed)});
    return names;
}

bool hasTherapistMap(const Document& document, const clinic::Visit& visit) {
    const auto marks = document.practiceState.visitMarks.find(visit.id);
    return marks != document.practiceState.visitMarks.end() && marks->second.therapist;
}

// Of the newest earlier visit that has some, or none if an earlier one had taken its own away, or if a visit
// on the way cannot be read: what it would say is not known.
std::optional<AvoidBefore> newestBefore(const Document& document, const clinic::Visit& open) {
    const FigureSource figures = figuresFrom(document.modelsFolder);
    for (auto visit = document.visits.rbegin(); visit != document.visits.rend(); ++visit) {
        if (visit->id == open.id || visit->at > open.at || !hasTherapistMap(document, *visit)) continue;
        const MapKey key{visit->id, clinic::Author::Therapist, clinic::Moment::Before};
        const auto loaded = loadBodyMap(*document.practice, key, *document.body, History::None, figures);
        if (!loaded) return std::nullopt;
        if (!loaded->has_value()) continue;
        const map::Layer& avoid = (*loaded)->map.layer(LayerKind::Avoid);
        if (!isBare(avoid)) return AvoidBefore{key, namesOf(document, avoid)};
        const auto touched = wasEverPainted(document, key, LayerKind::Avoid);
        if (!touched || *touched) return std::nullopt;
    }
    return std::nullopt;
}

// No visit was on a later day; one may have been noted for a day to come.
bool isOfNewestDay(const Document& document, const clinic::Visit& open) {
    const std::string day = core::localDate(open.at);
    return std::none_of(document.visits.begin(), document.visits.end(), [&](const clinic::Visit& visit) {
        return core::localDate(visit.at) > day && visit.at <= core::now();
    });
}

const OpenMap* mapBefore(const Document& document) {
    for (const OpenMap& map : document.maps)
        if (map.key.author == clinic::Author::Therapist && map.key.moment == clinic::Moment::Before)
            return &map;
    return nullptr;
}

bool hasOwn(const Document& document, const OpenMap& map) {
    if (!map.stored) return false;
    if (!isBare(map.map.layer(LayerKind::Avoid))) return true;
    const auto touched = wasEverPainted(document, map.key, LayerKind::Avoid);
    return !touched || *touched;
}

void tellAvoidBefore(Document& document) {
    const AvoidBefore& before = *document.avoidBefore;
    const std::string number = std::to_string(findVisit(document, before.map.visit)->number);
    notify(document, Notice{.kind = Notice::Kind::Warning,
                            .topic = kAvoidBeforeTopic,
                            .text = core::trf("To be avoided on visit {0}, not on this map: {1}.",
                                              {number, before.areas}),
                            .command = kTakeOverAvoidCommand,
                            .standing = true});
}

}  // namespace

void offerAvoidBefore(Document& document) {
    const clinic::Visit* visit = openVisitOf(document);
    const OpenMap* open = mapBefore(document);
    if (visit == nullptr || open == nullptr || open->isClosed() || !open->damage.empty()) return;
    if (!document.practice->info().readOnly.empty() || !isOfNewestDay(document, *visit) ||
        hasOwn(document, *open))
        return;
    document.avoidBefore = newestBefore(document, *visit);
    if (document.avoidBefore) tellAvoidBefore(document);
}

bool canTakeOverAvoid(const Document& document) {
    const OpenMap* open = mapBefore(document);
    return document.avoidBefore && !document.avoidBefore->taken && open != nullptr && !open->isClosed() &&
           !document.painting && !document.checkIn && !document.compare && !document.history &&
           document.practice->info().readOnly.empty();
}

core::Result<void> takeOverAvoid(Document& document) {
    if (!canTakeOverAvoid(document)) return {};
    paintAs(document, clinic::Author::Therapist);
    setMoment(document, clinic::Moment::Before);
    selectLayer(document, LayerKind::Avoid);
    AvoidBefore before = *document.avoidBefore;
    auto copied = copyMap(document, before.map, {.layer = LayerKind::Avoid});
    before.taken = copied.has_value();
    document.avoidBefore = before;  // painting had taken it back
    if (!copied) return copied;
    const auto regions = regionsOf(document, mapBefore(document)->map.layer(LayerKind::Avoid));
    if (!regions.empty()) turnToRegion(document, regions.front());
    notify(document, Notice::Kind::Info, kAvoidBeforeTopic,
           core::trf("Taken over from visit {0}: {1}.",
                     {std::to_string(findVisit(document, before.map.visit)->number), before.areas}));
    return {};
}

void followUndoOfAvoid(Document& document) {
    const OpenMap* open = mapBefore(document);
    if (!document.avoidBefore || open == nullptr) return;
    const bool gone = isBare(open->map.layer(LayerKind::Avoid));
    if (gone != document.avoidBefore->taken) return;
    document.avoidBefore->taken = !gone;
    if (gone) {
        tellAvoidBefore(document);
    } else {
        dismissTopic(document, kAvoidBeforeTopic);
    }
}

void forgetAvoidBefore(Document& document) {
    document.avoidBefore.reset();
    dismissTopic(document, kAvoidBeforeTopic);
}

}  // namespace palpate::document
