#include "map/stroke_painter.h"

#include "body/body_part.h"
#include "core/check.h"
#include "map/girth.h"
#include "map/place_edit.h"
#include "map/soften.h"
#include "map/stroke_target.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace palpate::map {

namespace {

using body::SkinPoint;

Stroke withSortedWords(Stroke stroke) {
    sortWords(stroke.place, stroke.layer);
    return stroke;
}

float radiusOf(const Stroke& stroke) {
    return static_cast<float>(stroke.diameterCm / 200.0);
}

Brush::Rim rimOf(const Stroke& stroke) {
    const bool isSoft = stroke.tool != Tool::Erase && highestLevel(stroke.layer) > 1;
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
      m_pins(map.pins()),
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
    if (laysPaint(m_stroke.tool)) m_twins = placesLike(m_stroke.place, m_layer);
    if (m_stroke.isByRegion()) paintRegion();
}

void StrokePainter::add(const SkinPoint& point) {
    core::check(!m_finished && !m_stroke.isByRegion(),
                "a stroke by points that is not finished takes points");
    core::check(validatePoint(point, m_body).has_value(), "a stroke passes points on the body");
    core::check(!takesOnePoint(m_stroke.tool) || m_stroke.points.empty(), "an edit or a pin takes one point");
    if (!m_stroke.points.empty() && point == m_stroke.points.back()) return;
    if (m_stroke.continues && m_stroke.points.empty()) goOnWithPlaceUnder(point);
    switch (m_stroke.tool) {
        case Tool::Brush:
        case Tool::Erase:
        case Tool::Soften:
            stampsTo(point);
            break;
        case Tool::Band:
            paintBand(point);
            break;
        case Tool::Edit:
            editPlaceAt(point);
            break;
        case Tool::Pin:
        case Tool::Unpin:
            changePinAt(point);
            break;
        case Tool::Fill:
            break;
    }
    m_stroke.points.push_back(point);
}

void StrokePainter::stampsTo(const SkinPoint& point) {
    if (!m_stroke.points.empty()) {
        const SkinPoint from = m_stroke.points.back();
        const int stamps = m_brush.stampsBetween(from, point);
        for (int i = 1; i < stamps; ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(stamps);
            if (const auto between = m_brush.between(from, point, share)) paint(m_brush.dab(*between));
        }
    }
    paint(m_brush.dab(point));
}

// A band is the brush led once round the limb, with each vertex taking the most that any stamp gives it.
void StrokePainter::paintBand(const SkinPoint& point) {
    const auto girth = girthAt(m_body, point);
    if (!girth) return paint(m_brush.dab(point));
    std::vector<DabVertex> band;
    for (const SkinPoint& at : pointsAlong(*girth, m_body.mesh(), kStampSpacing * radiusOf(m_stroke))) {
        const auto dab = m_brush.dab(at);
        band.insert(band.end(), dab.begin(), dab.end());
    }
    keepHeaviest(band);
    paint(band);
}

void StrokePainter::editPlaceAt(const SkinPoint& point) {
    const PlaceNumber place = placeUnder(m_layer, m_body.mesh(), point);
    if (place != kNoPlace) editPlace(m_layer, m_body.mesh(), place, m_stroke.edit, m_delta);
}

void StrokePainter::changePinAt(const SkinPoint& point) {
    const bool sets = m_stroke.tool == Tool::Pin;
    const PinNumber number = sets ? pinNumberFor(m_pins, point) : pinNear(m_pins, m_body.mesh(), point);
    if (number == kNoPin) return;
    m_delta.touchPin(number);
    if (!sets) return m_pins.erase(number);
    Pin pin = m_stroke.pin;
    pin.at = point;
    m_pins.set(number, std::move(pin));
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

std::span<const DabVertex> StrokePainter::within(std::span<const DabVertex> dab) {
    if (m_stroke.only.empty()) return dab;
    const body::Atlas& atlas = m_body.atlas();
    m_within.clear();
    std::copy_if(dab.begin(), dab.end(), std::back_inserter(m_within), [&](const DabVertex& under) {
        return body::isInPart(atlas.region(atlas.regionOf(under.vertex)), m_stroke.only);
    });
    return m_within;
}

void StrokePainter::paint(std::span<const DabVertex> all) {
    const std::span<const DabVertex> dab = within(all);
    if (m_stroke.tool == Tool::Soften) return softenUnder(dab);
    if (laysPaint(m_stroke.tool)) beginPlace(dab);
    Layer::Writer writer(m_layer);
    for (const DabVertex& under : dab) {
        const auto [value, place] = painted(under);
        if (value == m_layer.values()[under.vertex] && place == m_layer.placeNumbers()[under.vertex])
            continue;
        m_delta.touch(under.vertex);
        writer.set(under.vertex, value, place);
    }
}

void StrokePainter::softenUnder(std::span<const DabVertex> dab) {
    const auto softened = soften(m_body.mesh(), m_layer, dab);
    Layer::Writer writer(m_layer);
    for (const auto& [vertex, value] : softened) {
        if (value == m_layer.values()[vertex]) continue;
        m_delta.touch(vertex);
        writer.set(vertex, value, m_layer.placeNumbers()[vertex]);
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
        m_place = freePlace(m_layer);
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

// The rest of a stroke belongs to the place that the stroke before it began.
void StrokePainter::goOnWithPlaceUnder(const SkinPoint& point) {
    if (!laysPaint(m_stroke.tool)) return;
    const PlaceNumber place = placeUnder(m_layer, m_body.mesh(), point);
    const auto twin = std::lower_bound(m_twins.begin(), m_twins.end(), place);
    if (place == kNoPlace || twin == m_twins.end() || *twin != place) return;
    m_twins.erase(twin);
    m_place = place;
    m_delta.touchRow(place);
}

// From now on, and for what was painted before it met that place too.
void StrokePainter::moveTo(PlaceNumber place) {
    if (m_place != kNoPlace) {
        Layer::Writer writer(m_layer);
        for (std::uint32_t vertex = 0; vertex < m_layer.values().size(); ++vertex) {
            if (m_layer.placeNumbers()[vertex] != m_place) continue;
            m_delta.touch(vertex);
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
    if (auto valid = validateOn(map, stroke, body); !valid) return valid.error();
    Stroke header = stroke;
    header.points.clear();
    StrokePainter painter(body, map, std::move(header), scratch);
    for (const SkinPoint& point : stroke.points)
        painter.add(point);
    return painter.finish();
}

}  // namespace palpate::map
