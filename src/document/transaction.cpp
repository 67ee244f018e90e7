#include "document/transaction.h"

#include "core/check.h"
#include "document/avoid_before.h"
#include "document/edit.h"
#include "document/journal_steps.h"
#include "document/saving.h"
#include "map/avoid_warning.h"
#include "map/stroke_json.h"

#include <span>
#include <utility>

namespace palpate::document {

namespace {

OpenMap& beginningOn(Document& document) {
    core::check(canPaint(document), "a stroke begins only where painting is possible");
    core::check(!document.painting, "one stroke is made at a time");
    OpenMap* map = openMapOf(document, document.author);
    core::check(map != nullptr, "an open visit has a map for whoever paints");
    return *map;
}

void warnOfAvoid(Document& document, const map::AvoidedSkin& avoided) {
    // A stroke elsewhere takes no warning away that may not have been read yet.
    if (!avoided.isEmpty()) notify(document, Notice::Kind::Warning, kAvoidTopic, map::avoidWarning(avoided));
}

map::Tool strokeTool(PaintTool tool) {
    switch (tool) {
        case PaintTool::Brush:
            return map::Tool::Brush;
        case PaintTool::Erase:
            return map::Tool::Erase;
        case PaintTool::Soften:
            return map::Tool::Soften;
        case PaintTool::Band:
            return map::Tool::Band;
        case PaintTool::Fill:
            return map::Tool::Fill;
        case PaintTool::Pin:
            return map::Tool::Pin;
        case PaintTool::Edit:
            return map::Tool::Edit;
    }
    return map::Tool::Brush;
}

}  // namespace

Transaction::Transaction(Document& document, map::Stroke header)
    : m_document(document),
      m_map(beginningOn(document)),
      m_painter(*document.body, m_map.map, std::move(header)) {
    m_document.painting = true;
    ++m_document.version;
}

Transaction::~Transaction() {
    if (!m_open) return;
    map::revert(m_map.map, m_painter.finish());
    close();
}

void Transaction::add(const body::SkinPoint& point) {
    core::check(m_open, "a stroke that is over is not painted on");
    m_painter.add(point);
    ++m_document.version;
}

bool Transaction::commit() {
    core::check(m_open, "a stroke is kept once");
    const map::Stroke stroke = m_painter.stroke();
    map::MapDelta delta = m_painter.finish();
    close();
    if (delta.isEmpty()) return false;
    if (stroke.continues) {
        m_map.history.extend(delta);
    } else {
        m_map.history.push(std::move(delta));
    }
    m_document.figuresUndone.clear();
    if (stroke.layer == map::LayerKind::Avoid && !map::isForPins(stroke.tool)) forgetAvoidBefore(m_document);
    const map::MapDelta& step = *m_map.history.newest();
    if (step.layer == map::LayerKind::Treated)
        warnOfAvoid(m_document, map::treatedOverAvoid(m_map.map, step));
    record(m_document, m_map.key, entryOf(stroke));
    return true;
}

void Transaction::close() {
    m_open = false;
    m_document.painting = false;
    ++m_document.version;
}

map::Stroke strokeHeader(const Document& document) {
    return strokeHeader(document, document.tool.tool);
}

map::Stroke strokeHeader(const Document& document, PaintTool paintTool) {
    const ToolSettings& tool = document.tool;
    map::Stroke stroke;
    stroke.tool = strokeTool(paintTool);
    stroke.layer = tool.layer;
    stroke.level = tool.brush().level;
    stroke.diameterCm = brushDiameterCm(document);
    stroke.mirror = tool.mirror && !map::takesOnePoint(stroke.tool);
    if (laysPaint(paintTool)) stroke.place = tool.brush().place;
    if (paintTool == PaintTool::Pin) stroke.pin = tool.pin;
    if (document.part && !map::takesOnePoint(stroke.tool)) stroke.only = document.part->name().id;
    stroke.figure = document.body->figure();
    stroke.topologyId = document.body->mesh().topologyId();
    return stroke;
}

}  // namespace palpate::document
