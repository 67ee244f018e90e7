#include "ui/overlay_reading.h"

namespace palpate::ui {
namespace {

constexpr float kSmallestArea = 150.0F;  // square dp: a smaller area cannot be told from its neighbours

}  // namespace

const OverlayReading& OverlayReader::of(const document::Document& document) {
    const bool clinical = document.author == clinic::Author::Therapist;
    const AreasKey areas{document.body.get(), document.overlay, clinical};
    if (areas != m_areasKey) {
        m_areasKey = areas;
        m_seenKey.reset();
        m_reading = {};
        if (document.overlay)
            m_reading.areas =
                overlayAreas(*document.body, *document.overlay, document.labels.get(), clinical);
    }
    if (m_reading.areas.empty()) return m_reading;
    const SeenKey seen{document.camera, document.viewportSize, document.pixelsPerDp};
    if (seen == m_seenKey) return m_reading;
    m_seenKey = seen;
    const float smallest = kSmallestArea * document.pixelsPerDp * document.pixelsPerDp;
    m_reading.seen =
        seenAreas(m_reading.areas, *document.body, document.camera, document.viewportSize, smallest);
    return m_reading;
}

}  // namespace palpate::ui
