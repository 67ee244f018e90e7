#pragma once

#include "document/document.h"
#include "document/transaction.h"

#include <glm/vec3.hpp>

#include <memory>
#include <optional>

namespace palpate::document {

// A drag that paints: one piece or several, each a stroke in the journal, together one step to undo. A piece
// ends where the pointer leaves the skin, where skin lies in front of other skin, when its time is up and
// where a pen presses so differently that the brush gets another size. While one lives the maps are closed to
// everything else (Document::painting).
class DragStroke {
public:
    // `header` must be valid with its first point; `document` must outlive this.
    DragStroke(Document& document, map::Stroke header);
    // Gives up what the running piece painted, not the pieces before it: see giveUp().
    ~DragStroke();
    DragStroke(const DragStroke&) = delete;
    DragStroke& operator=(const DragStroke&) = delete;

    // A region or another thing that takes no points.
    void addWhole();
    void add(const body::SkinPoint& point);
    // How hard the pen presses from the next point on, 0..1.
    void press(float pressure);
    // The pointer is off the skin: what follows is another piece.
    void leaveSkin();
    // Ends the running piece if it was seen running for `longest` seconds; the next begins where it ended.
    // Empty, or when to call again at the latest.
    std::optional<double> keepTime(double seconds, double longest);

    // A press places it; a drag does not set one beside the other.
    [[nodiscard]] bool isPlacedByPress() const;
    // Keeps everything. True if there was something to keep.
    bool finish();
    // Takes everything back for good.
    void giveUp();

private:
    bool beginPiece();
    void endPiece();
    void interrupt();

    Document& m_document;
    map::Stroke m_header;
    double m_fullCm = 0.0;    // the brush where a pen presses fully
    clinic::Author m_author;  // whose map is painted on
    core::VisitId m_visit;
    std::unique_ptr<Transaction> m_piece;      // empty while the pointer is off the skin
    glm::vec3 m_last{0.0F};                    // of that piece, metres
    bool m_kept = false;                       // a piece of this drag was kept
    std::optional<body::SkinPoint> m_join;     // where the piece before ended, if the next begins there
    std::optional<body::SkinPoint> m_reached;  // the last point of the running piece
    std::optional<double> m_since;             // when the piece was first seen running
};

// How large the therapist's brush is where a pen presses like that, as a share of its size: 0.5 to 1 in
// steps, so that a hand that trembles does not cut the stroke into pieces. `now` is the share that it has.
[[nodiscard]] double sizeForPressure(float pressure, double now);

}  // namespace palpate::document
