#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "map/body_map.h"
#include "map/brush.h"
#include "map/delta_builder.h"
#include "map/map_delta.h"
#include "map/paint_scratch.h"
#include "map/stroke.h"
#include "map/stroke_rules.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace palpate::map {

// Paints one stroke while it is being made. Live or replayed, a stroke on the same map gives the same bits.
//
// Paint sets the level and never builds up: within 80 % of the radius a vertex becomes the level, in the rim
// it becomes max(what it was, weight x level), rounded to tenths. The avoid layer, whose scale has one level,
// has no rim, and neither has the eraser: what lies within the radius becomes bare, so that an eraser of the
// same size takes all of a dab away. Reach is along the skin, and skin whose normal turns away by more than
// 100 degrees from the point hit is left alone. Stamps lie 0.15 radius apart along the way between two
// points.
//
// The vertices that take their value from a stroke belong to its place. Where it overlaps or adjoins a place
// with the same contents it extends that place (the first it meets, of several the lowest number), else it
// starts a new one. A place that lost its last vertex leaves the table when the stroke is finished. Mirrored
// strokes mark both sides as one place.
//
// A band paints the girth at each of its points as if the brush were led round it once (girth.h); where no
// way round closes it paints a dab. A softener evens out what is painted and leaves the painted area and the
// places as they are (soften.h). An edit changes the place under its point as a whole (place_edit.h). A pin
// is set, or taken away, beside all layers (stroke_target.h).
//
// A stroke of one part of the body (Stroke::only) leaves all other skin as it is; an edit and a pin know no
// parts.
class StrokePainter {
public:
    // `header` is the stroke without its points and must pass validateHeader(); one over a whole region is
    // done at once. `body`, `map` and `scratch` must outlive the painter, and nothing else may change `map`
    // or use `scratch` meanwhile; without one the painter makes its own.
    StrokePainter(const body::BodyModel& body, BodyMap& map, Stroke header, PaintScratch* scratch = nullptr);

    // Paints from the last point to this one, which must pass validatePoint(). The last point again is left
    // out. Tools that work at one point take one, and do nothing where validateOn() says why.
    void add(const body::SkinPoint& point);

    // What was painted so far, points included.
    [[nodiscard]] const Stroke& stroke() const { return m_stroke; }
    // The whole change since the beginning; the painter must not be used afterwards. Empty: nothing changed.
    // Must be called to complete the map, also by who then reverts it.
    [[nodiscard]] MapDelta finish();

private:
    // What a vertex becomes under the brush.
    struct Painted {
        Value value = 0;
        PlaceNumber place = kNoPlace;
    };

    [[nodiscard]] std::span<const DabVertex> within(std::span<const DabVertex> dab);
    void paintRegion();
    void stampsTo(const body::SkinPoint& point);
    void paintBand(const body::SkinPoint& point);
    void editPlaceAt(const body::SkinPoint& point);
    void changePinAt(const body::SkinPoint& point);
    void paint(std::span<const DabVertex> all);
    void softenUnder(std::span<const DabVertex> dab);
    [[nodiscard]] Painted painted(const DabVertex& under) const;
    void beginPlace(std::span<const DabVertex> dab);
    [[nodiscard]] PlaceNumber touchedTwin(std::span<const DabVertex> dab) const;
    [[nodiscard]] PlaceNumber twinAt(std::uint32_t vertex) const;
    void moveTo(PlaceNumber place);
    void goOnWithPlaceUnder(const body::SkinPoint& point);
    void dropEmptyPlaces();

    const body::BodyModel& m_body;
    Layer& m_layer;
    PinTable& m_pins;
    Stroke m_stroke;
    std::unique_ptr<PaintScratch> m_ownScratch;
    PaintScratch& m_scratch;
    Brush m_brush;
    DeltaBuilder m_delta;
    std::vector<PlaceNumber> m_twins;  // places of the layer with the stroke's contents, ascending
    std::vector<DabVertex> m_within;   // of the last dab, what the stroke may paint
    PlaceNumber m_place = kNoPlace;    // the one that the stroke paints; none before the first dab
    bool m_isTwin = false;             // it was there before the stroke
    bool m_finished = false;
};

// Validates, paints and returns the change. Errors: those of validate() and of validateOn().
[[nodiscard]] core::Result<MapDelta> paintStroke(const body::BodyModel& body, BodyMap& map,
                                                 const Stroke& stroke, PaintScratch* scratch = nullptr);

}  // namespace palpate::map
