#pragma once

#include "analysis/measures.h"
#include "analysis/timeline.h"
#include "document/document.h"
#include "ui/overlay_reading.h"
#include "ui/scores/score_reader.h"
#include "ui/spots.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace palpate::ui {

// What the panels show of the map on view and would be a waste to compute again for every frame.
struct Reading {
    std::optional<analysis::LayerMeasures> measures;  // of the active layer; empty while no visit is open
    std::vector<Spot> spots;                          // of what is shown; treatments while they are painted
    std::vector<Spot> avoided;                        // what is to be avoided, while that is shown
};

// The same for the compare view: the spots of both maps on the layer compared.
struct CompareReading {
    std::vector<Spot> from, to;
    std::vector<std::vector<Spot>> between;  // of the visits between the two
};

// Keeps the last reading until the map, the layer or the body is another one.
class Readings {
public:
    // Valid until the next call. Nothing is computed anew while nothing changed.
    const Reading& of(const document::Document& document);
    // Only while document.compare is set.
    const CompareReading& ofCompare(const document::Document& document);
    // Only while document.history is set: treatments beside changes, of what was read so far.
    const analysis::DoseTable& ofDoses(const document::Document& document);
    const OverlayReading& ofOverlay(const document::Document& document) { return m_overlay.of(document); }
    const std::optional<analysis::Scores>& ofScores(const document::Document& document) {
        return m_scores.of(document);
    }

private:
    struct Key {
        const body::BodyModel* body = nullptr;
        clinic::MapKey map;
        map::LayerKind layer = map::LayerKind::Pain;
        double areaScale = 0.0;
        std::array<bool, map::kLayerCount> shown{};
        std::array<std::uint64_t, map::kLayerCount> versions{};
        friend bool operator==(const Key&, const Key&) = default;
    };
    static Key keyOf(const document::Document& document);

    std::optional<Key> m_key;
    Reading m_reading;
    OverlayReader m_overlay;
    ScoreReader m_scores;
    std::vector<std::uint64_t> m_compareKey;
    CompareReading m_compareReading;
    std::uint64_t m_dosesVersion = 0;
    analysis::DoseTable m_doses;
};

}  // namespace palpate::ui
