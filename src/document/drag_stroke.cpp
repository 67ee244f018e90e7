#include "document/drag_stroke.h"

#include "document/edit.h"
#include "document/tools.h"
#include "map/stroke.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::document {

namespace {

// Skin seen at a slant is longer than it looks; skin farther away than this many steps is another part of the
// body.
constexpr float kSteepestSlant = 6.0F;
constexpr double kSmallestShare = 0.5;
constexpr double kShareStep = 0.1;
// A share is left for the next one only when the pen is clearly nearer to that.
constexpr double kShareReach = 0.075;

bool sizesByPressure(const Document& document, const map::Stroke& header) {
    const bool brush = header.tool == map::Tool::Brush || header.tool == map::Tool::Erase ||
                       header.tool == map::Tool::Soften;
    return document.appearance.penSizes && document.author == clinic::Author::Therapist && brush &&
           !header.isByRegion();
}

}  // namespace

double sizeForPressure(float pressure, double now) {
    const double wanted =
        kSmallestShare + (1.0 - kSmallestShare) * std::clamp(static_cast<double>(pressure), 0.0, 1.0);
    if (std::abs(wanted - now) <= kShareReach) return now;
    return std::round(wanted / kShareStep) * kShareStep;
}

DragStroke::DragStroke(Document& document, map::Stroke header)
    : m_document(document),
      m_header(std::move(header)),
      m_fullCm(m_header.diameterCm),
      m_author(document.author),
      m_visit(document.visit) {
    document.noticesInStroke = document.notices;
}

DragStroke::~DragStroke() {
    m_piece.reset();
    m_document.painting = false;
    m_document.noticesInStroke.reset();
    ++m_document.version;
}

bool DragStroke::isPlacedByPress() const {
    return m_header.isByRegion() || m_header.tool == map::Tool::Band || map::takesOnePoint(m_header.tool);
}

void DragStroke::addWhole() {
    beginPiece();
}

void DragStroke::add(const body::SkinPoint& point) {
    const glm::vec3 position = m_document.body->mesh().position(point);
    const float longest =
        std::max(0.5F * static_cast<float>(m_fullCm) / 200.0F, kSteepestSlant * stepMetres(m_document));
    // Skin that lies behind what was painted is not joined to it: the stroke goes on there as another piece.
    if ((m_piece || m_join) && glm::distance(position, m_last) > longest) interrupt();
    if (!m_piece && !beginPiece()) return;
    m_piece->add(point);
    m_reached = point;
    m_last = position;
}

void DragStroke::press(float pressure) {
    if (!sizesByPressure(m_document, m_header)) return;
    const double share = sizeForPressure(pressure, m_header.diameterCm / m_fullCm);
    const double diameter = std::clamp(share * m_fullCm, map::kSmallestDiameterCm, map::kLargestDiameterCm);
    if (diameter == m_header.diameterCm) return;
    m_header.diameterCm = diameter;
    if (!m_piece) return;
    const auto reached = m_reached;
    interrupt();
    m_join = reached;
}

void DragStroke::leaveSkin() {
    interrupt();
}

// The rest of a drag belongs to the map that it began on: if that cannot go on, it paints nothing.
bool DragStroke::beginPiece() {
    const bool sameMap = m_document.author == m_author && m_document.visit == m_visit &&
                         m_document.body->figure() == m_header.figure &&
                         m_document.body->mesh().topologyId() == m_header.topologyId;
    if (!sameMap || !canPaint(m_document) || !canPaintLayer(m_author, m_header.layer)) return false;
    m_document.painting = false;  // handed on to the transaction
    m_header.continues = m_kept;
    m_piece = std::make_unique<Transaction>(m_document, m_header);
    m_since.reset();
    if (m_join) m_piece->add(*m_join);
    m_join.reset();
    return true;
}

void DragStroke::endPiece() {
    if (m_piece && m_piece->commit()) m_kept = true;
    m_piece.reset();
    m_since.reset();
    m_join.reset();
}

// The button is still held, so the maps stay closed to everything else.
void DragStroke::interrupt() {
    endPiece();
    m_document.painting = true;
}

std::optional<double> DragStroke::keepTime(double seconds, double longest) {
    if (!m_piece || isPlacedByPress()) return std::nullopt;
    if (!m_since) m_since = seconds;
    if (seconds - *m_since < longest) return *m_since + longest;
    const auto reached = m_reached;
    interrupt();
    m_join = reached;
    return std::nullopt;
}

bool DragStroke::finish() {
    endPiece();
    m_document.painting = false;
    return m_kept;
}

void DragStroke::giveUp() {
    m_piece.reset();
    m_join.reset();
    m_document.painting = false;
    if (std::exchange(m_kept, false)) takeBack(m_document);
}

}  // namespace palpate::document
