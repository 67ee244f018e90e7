#include "ui/readings.h"

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
    for (const map::LayerKind kind : {map::LayerKind::Pain, map::LayerKind::Tension}) {
        if (!key.shown[static_cast<std::size_t>(kind)]) continue;
        const std::vector<Spot> spots = findSpots(document.body->mesh(), open->map.layer(kind));
        m_reading.spots.insert(m_reading.spots.end(), spots.begin(), spots.end());
    }
    return m_reading;
}

}  // namespace palpate::ui
