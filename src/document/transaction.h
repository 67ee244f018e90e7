#pragma once

#include "body/skin_point.h"
#include "document/document.h"
#include "map/stroke_painter.h"

namespace palpate::document {

// A stroke being painted live into the map of whoever paints. Everything it did is taken back unless commit()
// is reached. While one lives nothing else may change the document's maps (Document::painting is set).
class [[nodiscard]] Transaction {
public:
    // canPaint(document) must hold and `header` must be valid but for its points. `document` must outlive
    // this.
    Transaction(Document& document, map::Stroke header);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void add(const body::SkinPoint& point);

    // Keeps the stroke: one entry on the disk and one step to undo, together with the step before it if it
    // continues that. False if it changed nothing; then nothing is
    // kept. Where it painted "treated" over "avoid", a notice on the topic kAvoidTopic gives the reasons.
    bool commit();

private:
    void close();

    Document& m_document;
    OpenMap& m_map;
    map::StrokePainter m_painter;
    bool m_open = true;
};

// The topic of the warning that something was treated that is to be avoided. It goes with the next stroke
// that treats elsewhere, and with undo.
inline constexpr const char* kAvoidTopic = "avoid";

// The stroke that the tool settings ask for, without points. Mirror, words and all.
[[nodiscard]] map::Stroke strokeHeader(const Document& document);
// The same with another tool, for one that is only taken up while a key is held.
[[nodiscard]] map::Stroke strokeHeader(const Document& document, PaintTool tool);

}  // namespace palpate::document
