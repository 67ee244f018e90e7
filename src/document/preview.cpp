#include "document/preview.h"

#include "document/region_paint.h"
#include "document/selection.h"
#include "document/transaction.h"
#include "map/stroke_painter.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

namespace {

void markPlace(const Document& document, const PlaceChoice& choice, std::vector<std::uint8_t>& vertices) {
    const auto numbers = shownMap(document)->map.layer(choice.layer).placeNumbers();
    for (std::size_t v = 0; v < numbers.size(); ++v) {
        if (numbers[v] == choice.place) vertices[v] = 1;
    }
}

void markRegions(const Document& document, const std::vector<body::RegionIndex>& regions,
                 std::vector<std::uint8_t>& vertices) {
    const auto all = withMirrored(document, regions);
    const auto ofVertices = document.body->atlas().regionOfVertices();
    for (std::size_t v = 0; v < ofVertices.size(); ++v) {
        if (std::binary_search(all.begin(), all.end(), ofVertices[v])) vertices[v] = 1;
    }
}

void markArea(const Document& document, std::vector<std::uint8_t>& vertices) {
    const auto& area = document.scores.shown;
    const body::Instrument* instrument =
        area && document.labels != nullptr ? document.labels->findInstrument(area->instrument) : nullptr;
    if (instrument == nullptr) return;
    for (std::size_t v = 0; v < vertices.size(); ++v) {
        if (instrument->areaOfVertex[v] == area->area) vertices[v] = 1;
    }
}

}  // namespace

bool showsRing(PaintTool tool) {
    return tool == PaintTool::Brush || tool == PaintTool::Erase || tool == PaintTool::Soften;
}

Preview::Key Preview::keyOf(const Document& document) {
    Key key;
    key.body = document.body.get();
    key.regions = document.regions;
    key.area = document.scores.shown;
    key.mirror = document.tool.mirror;
    if (!canPaint(document)) return key;
    key.tool = toolInHand(document);
    key.layer = document.tool.layer;
    key.selection = document.selection;
    // A ring needs no marks, and nothing is previewed under a stroke that is being made.
    if (showsRing(key.tool) && document.tool.tool != PaintTool::Fill) return key;
    key.diameterCm = brushDiameterCm(document);
    key.mapVersion = shownMap(document)->map.layer(key.layer).version();
    if (!document.painting) key.hover = document.hover;
    return key;
}

const PreviewMarks& Preview::of(const Document& document) {
    Key key = keyOf(document);
    if (m_key == key) return m_marks;
    m_key = std::move(key);
    auto before = std::exchange(m_marks.vertices, {});
    mark(document);
    if (std::find(m_marks.vertices.begin(), m_marks.vertices.end(), 1) == m_marks.vertices.end())
        m_marks.vertices.clear();
    if (m_marks.vertices != before) ++m_marks.version;
    return m_marks;
}

void Preview::mark(const Document& document) {
    auto& vertices = m_marks.vertices;
    vertices.assign(document.body->mesh().vertexCount(), 0);
    markRegions(document, chosenRegions(document), vertices);
    markArea(document, vertices);
    if (!canPaint(document)) return;
    const PaintTool tool = m_key->tool;
    if (selectedPlace(document) != nullptr)
        markPlace(document, std::get<PlaceChoice>(*document.selection), vertices);
    if (!m_key->hover) return;
    const Hover& hover = *m_key->hover;
    if (tool == PaintTool::Band) return markBand(document);
    const bool byRegion = document.tool.tool == PaintTool::Fill || tool == PaintTool::Fill;
    if (byRegion && (tool == PaintTool::Fill || tool == PaintTool::Erase))
        return markRegions(document, {hover.region}, vertices);
    if (tool != PaintTool::Edit) return;
    const auto under = selectionUnder(document, hover.point);
    if (!under) return;
    if (const auto* place = std::get_if<PlaceChoice>(&*under)) markPlace(document, *place, vertices);
}

// The very stroke that a press would make, on a map that is empty before and after.
void Preview::markBand(const Document& document) {
    if (m_body != document.body) {
        m_body = document.body;
        m_empty = std::make_unique<map::BodyMap>(m_body->mesh().topologyId(), m_body->mesh().vertexCount());
        m_scratch = std::make_unique<map::PaintScratch>(m_body->mesh());
    }
    map::StrokePainter painter(*m_body, *m_empty, strokeHeader(document, PaintTool::Band), m_scratch.get());
    painter.add(m_key->hover->point);
    const map::MapDelta delta = painter.finish();
    for (std::size_t i = 0; i < delta.vertices.size(); ++i) {
        if (map::isPainted(delta.valuesAfter[i])) m_marks.vertices[delta.vertices[i]] = 1;
    }
    map::revert(*m_empty, delta);
}

}  // namespace palpate::document
