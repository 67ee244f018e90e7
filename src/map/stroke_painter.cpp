#include "map/stroke_painter.h"

#include "core/check.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace palpate::map {

namespace {

using body::SkinPoint;

constexpr PlaceNumber kHighestPlace = std::numeric_limits<PlaceNumber>::max();

// One more than the highest in use, so that places keep the order in which they were made; the lowest free
// one once those are used up. kNoPlace if the table is full.
PlaceNumber freeNumber(const std::map<PlaceNumber, Place>& table) {
    if (table.empty()) return 1;
    if (table.rbegin()->first < kHighestPlace) return static_cast<PlaceNumber>(table.rbegin()->first + 1);
    PlaceNumber number = 1;
    for (const auto& row : table) {
        if (row.first != number) return number;
        ++number;
    }
    return kNoPlace;
}

Stroke withSortedWords(Stroke stroke) {
    sortWords(stroke.place, stroke.layer);
    return stroke;
}

float radiusOf(const Stroke& stroke) {
    return static_cast<float>(stroke.diameterCm / 200.0);
}

Brush::Rim rimOf(const Stroke& stroke) {
    const bool isSoft = stroke.tool == Tool::Brush && highestLevel(stroke.layer) > 1;
    return isSoft ? Brush::Rim::Soft : Brush::Rim::Hard;
}

std::vector<PlaceNumber> placesLike(const Place& place, const Layer& layer) {
    std::vector<PlaceNumber> numbers;
    for (const auto& [number, row] : layer.places()) {
        if (row == place) numbers.push_back(number);
    }
    return numbers;
}

}  // namespace

StrokePainter::StrokePainter(const body::BodyModel& body, BodyMap& map, Stroke header, PaintScratch* scratch)
    : m_body(body),
      m_layer(map.layer(header.layer)),
      m_stroke(withSortedWords(std::move(header))),
      m_ownScratch(scratch == nullptr ? std::make_unique<PaintScratch>(body.mesh()) : nullptr),
      m_scratch(scratch == nullptr ? *m_ownScratch : *scratch),
      m_brush(body, radiusOf(m_stroke), rimOf(m_stroke), m_stroke.mirror, m_scratch),
      m_delta(map, m_stroke.layer, m_scratch.touched) {
    core::check(
        map.topologyId() == body.mesh().topologyId() && map.vertexCount() == body.mesh().vertexCount(),
        "a map is painted on the body that it belongs to");
    core::check(validateHeader(m_stroke, body).has_value() && m_stroke.points.empty(),
                "a painter begins with a valid stroke without points");
    if (m_stroke.tool != Tool::Erase) m_twins = placesLike(m_stroke.place, m_layer);
    if (m_stroke.isByRegion()) paintRegion();
}

void StrokePainter::add(const SkinPoint& point) {
    core::check(!m_finished && !m_stroke.isByRegion(),
                "a stroke by points that is not finished takes points");
    core::check(validatePoint(point, m_body).has_value(), "a stroke passes points on the body");
    if (m_stroke.points.empty()) {
        paint(m_brush.dab(point));
    } else {
        const SkinPoint from = m_stroke.points.back();
        if (point == from) return;
        const int stamps = m_brush.stampsBetween(from, point);
        for (int i = 1; i < stamps; ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(stamps);
            if (const auto between = m_brush.between(from, point, share)) paint(m_brush.dab(*between));
        }
        paint(m_brush.dab(point));
    }
    m_stroke.points.push_back(point);
}

MapDelta StrokePainter::finish() {
    core::check(!m_finished, "a stroke is finished once");
    m_finished = true;
    dropEmptyPlaces();
    return m_delta.build();
}

void StrokePainter::paintRegion() {
    const body::Atlas& atlas = m_body.atlas();
    const auto found = atlas.find(m_stroke.region);
    core::check(found.has_value(), "a valid stroke names a region of the body");
    const body::RegionIndex region = *found;
    const body::RegionIndex other = m_stroke.mirror ? atlas.region(region).mirror.value_or(region) : region;
    m_scratch.dab.clear();
    for (std::uint32_t v = 0; v < m_body.mesh().vertexCount(); ++v) {
        const body::RegionIndex here = atlas.regionOf(v);
        if (here == region || here == other) m_scratch.dab.push_back({v, 1.0F});
    }
    paint(m_scratch.dab);
}

void StrokePainter::paint(std::span<const DabVertex> dab) {
    if (m_stroke.tool != Tool::Erase) beginPlace(dab);
    Layer::Writer writer(m_layer);
    for (const DabVertex& under : dab) {
        const auto [value, place] = painted(under);
        if (value == m_layer.values()[under.vertex] && place == m_layer.placeNumbers()[under.vertex])
            continue;
        m_delta.touch(under.vertex);
        writer.set(under.vertex, value, place);
    }
}

StrokePainter::Painted StrokePainter::painted(const DabVertex& under) const {
    if (m_stroke.tool == Tool::Erase) return {};
    const Value level = valueOf(m_stroke.level);
    if (under.weight >= 1.0F) return {level, m_place};
    const Value was = m_layer.values()[under.vertex];
    const auto paint = static_cast<Value>(std::lround(under.weight * static_cast<float>(level)));
    // Of equals the stroke wins, so that painting the same dab again with other words leaves no ring of the
    // old.
    if (paint < was) return {was, m_layer.placeNumbers()[under.vertex]};
    return {paint, isPainted(paint) ? m_place : kNoPlace};
}

// Settles which place the stroke paints before a dab is written.
void StrokePainter::beginPlace(std::span<const DabVertex> dab) {
    if (m_isTwin || dab.empty()) return;
    if (const PlaceNumber twin = touchedTwin(dab); twin != kNoPlace) {
        moveTo(twin);
    } else if (m_place == kNoPlace) {
        m_place = freeNumber(m_layer.places());
        core::check(m_place != kNoPlace, "a stroke begins only where the layer has room for its place");
        m_delta.touchRow(m_place);
        m_layer.setPlace(m_place, m_stroke.place);
    }
}

// The lowest place with the stroke's contents that this dab overlaps or adjoins.
PlaceNumber StrokePainter::touchedTwin(std::span<const DabVertex> dab) const {
    PlaceNumber lowest = kNoPlace;
    if (m_twins.empty()) return lowest;
    const auto consider = [&](std::uint32_t vertex) {
        const PlaceNumber twin = twinAt(vertex);
        if (twin != kNoPlace && (lowest == kNoPlace || twin < lowest)) lowest = twin;
    };
    for (const DabVertex& under : dab) {
        if (!isPainted(painted(under).value)) continue;
        consider(under.vertex);
        for (const std::uint32_t neighbour : m_body.mesh().neighbours(under.vertex))
            consider(neighbour);
    }
    return lowest;
}

PlaceNumber StrokePainter::twinAt(std::uint32_t vertex) const {
    const PlaceNumber place = m_layer.placeNumbers()[vertex];
    return std::binary_search(m_twins.begin(), m_twins.end(), place) ? place : kNoPlace;
}

// From now on, and for what was painted before it met that place too.
void StrokePainter::moveTo(PlaceNumber place) {
    if (m_place != kNoPlace) {
        Layer::Writer writer(m_layer);
        for (const std::uint32_t vertex : m_delta.vertices()) {
            if (m_layer.placeNumbers()[vertex] == m_place)
                writer.set(vertex, m_layer.values()[vertex], place);
        }
    }
    if (m_place != kNoPlace) m_layer.erasePlace(m_place);
    m_place = place;
    m_isTwin = true;
}

void StrokePainter::dropEmptyPlaces() {
    std::vector<PlaceNumber> lost = m_delta.placesBefore();
    for (const PlaceNumber place : m_layer.placeNumbers()) {
        if (lost.empty()) return;
        if (place == kNoPlace) continue;
        const auto kept = std::find(lost.begin(), lost.end(), place);
        if (kept != lost.end()) lost.erase(kept);
    }
    for (const PlaceNumber place : lost) {
        m_delta.touchRow(place);
        m_layer.erasePlace(place);
    }
}

core::Result<MapDelta> paintStroke(const body::BodyModel& body, BodyMap& map, const Stroke& stroke,
                                   PaintScratch* scratch) {
    if (auto valid = validate(stroke, body); !valid) return valid.error();
    if (stroke.tool != Tool::Erase && freeNumber(map.layer(stroke.layer).places()) == kNoPlace) {
        return core::Error{core::trf("The {0} layer can hold no more places", {layerId(stroke.layer)}), "",
                           core::tr("Erase some, or mark several with the same words.")};
    }
    Stroke header = stroke;
    header.points.clear();
    StrokePainter painter(body, map, std::move(header), scratch);
    for (const SkinPoint& point : stroke.points)
        painter.add(point);
    return painter.finish();
}

}  // namespace palpate::map
