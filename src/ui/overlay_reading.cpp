#include "ui/overlay_reading.h"

#include "document/edit.h"

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
    const body::Camera front =
        document.flat ? document::flatCamera(document, body::StandardView::Front) : document.camera;
    const SeenKey seen{front, document.viewportSize, document.pixelsPerDp, document.part, document.flat};
    if (seen == m_seenKey) return m_reading;
    m_seenKey = seen;
    const float smallest = kSmallestArea * document.pixelsPerDp * document.pixelsPerDp;
    const auto seenFrom = [&](const body::Camera& camera) {
        return seenAreas(m_reading.areas, *document.body, camera, document.viewportSize, smallest,
                         document.part.get());
    };
    m_reading.seen = seenFrom(front);
    m_reading.backSeen.clear();
    if (document.flat)
        m_reading.backSeen = seenFrom(document::flatCamera(document, body::StandardView::Back));
    return m_reading;
}

}  // namespace palpate::ui
