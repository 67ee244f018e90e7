#include "ui/readings.h"

#include "document/history.h"

#include <utility>

namespace palpate::ui {

Readings::Key Readings::keyOf(const document::Document& document) {
    Key key;
    key.body = document.body.get();
    key.layer = document.tool.layer;
    key.shown = document.layersShown;
    key.areaScale = document::areaScale(document);
    if (const document::OpenMap* open = document::shownMap(document)) {
        key.map = open->key;
        for (const map::LayerKind kind : map::kLayerKinds) {
            key.versions[static_cast<std::size_t>(kind)] = open->map.layer(kind).version();
        }
    }
    return key;
}

const Reading& Readings::of(const document::Document& document) {
    const Key key = keyOf(document);
    if (m_key == key) return m_reading;
    m_key = key;
    m_reading = {};
    const document::OpenMap* open = document::shownMap(document);
    if (!open) return m_reading;
    m_reading.measures = analysis::measure(*document.body, open->map.layer(key.layer), key.areaScale);
    for (const map::LayerKind kind : map::kLayerKinds) {
        if (!key.shown[static_cast<std::size_t>(kind)]) continue;
        if (map::highestLevel(kind) == 1) {
            m_reading.avoided = findSpots(document.body->mesh(), open->map.layer(kind));
            continue;
        }
        // Treatments lie upon pain: their numbers would stand in each other's way.
        if (kind == map::LayerKind::Treated && kind != key.layer) continue;
        const std::vector<Spot> spots = findSpots(document.body->mesh(), open->map.layer(kind));
        m_reading.spots.insert(m_reading.spots.end(), spots.begin(), spots.end());
    }
    return m_reading;
}

const CompareReading& Readings::ofCompare(const document::Document& document) {
    const document::CompareState& compare = *document.compare;
    const map::Layer& from = compare.from.map.layer(compare.layer);
    const map::Layer& to = compare.to.map.layer(compare.layer);
    std::vector<std::uint64_t> key{compare.version, from.version(), to.version()};
    for (const document::CompareSide& side : compare.between)
        key.push_back(side.map.layer(compare.layer).version());
    if (m_compareKey == key) return m_compareReading;
    m_compareKey = std::move(key);
    m_compareReading = {};
    m_compareReading.between.resize(compare.between.size());
    if (map::highestLevel(compare.layer) == 1) return m_compareReading;
    m_compareReading.from = findSpots(document.body->mesh(), from);
    m_compareReading.to = findSpots(document.body->mesh(), to);
    for (std::size_t i = 0; i < compare.between.size(); ++i) {
        m_compareReading.between[i] =
            findSpots(document.body->mesh(), compare.between[i].map.layer(compare.layer));
    }
    return m_compareReading;
}

const analysis::DoseTable& Readings::ofDoses(const document::Document& document) {
    const document::HistoryState& history = *document.history;
    if (m_dosesVersion == history.version) return m_doses;
    m_dosesVersion = history.version;
    m_doses = document::doseTableOf(history);
    return m_doses;
}

}  // namespace palpate::ui
