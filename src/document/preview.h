#pragma once

#include "document/document.h"
#include "map/body_map.h"
#include "map/paint_scratch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::document {

// What the tool in hand would do where the pointer is, and what is chosen, as marks upon the skin.
struct PreviewMarks {
    // One flag a vertex of the body; empty: nothing is marked.
    std::vector<std::uint8_t> vertices;
    std::uint64_t version = 0;  // another number whenever the content is another
};

// Keeps the marks until the pointer, the tool or the map is another one. Marked are: the strip that the band
// would paint, the region that fill would paint, the place that is being edited or that a press would choose,
// the regions chosen from the list, and the area of a pain form that is looked at. Brushes, the eraser and
// the softener show a ring instead, pins a marker.
class Preview {
public:
    // Valid until the next call.
    const PreviewMarks& of(const Document& document);

private:
    struct Key {
        const body::BodyModel* body = nullptr;
        std::optional<Hover> hover;
        PaintTool tool = PaintTool::Brush;
        double diameterCm = 0.0;
        bool mirror = false;
        map::LayerKind layer = map::LayerKind::Pain;
        std::uint64_t mapVersion = 0;
        std::optional<Selection> selection;
        RegionChoice regions;
        std::optional<ScoreArea> area;

        friend bool operator==(const Key&, const Key&) = default;
    };
    [[nodiscard]] static Key keyOf(const Document& document);
    void mark(const Document& document);
    void markBand(const Document& document);

    std::optional<Key> m_key;
    PreviewMarks m_marks;
    std::shared_ptr<const body::BodyModel> m_body;  // that of the two below
    std::unique_ptr<map::BodyMap> m_empty;
    std::unique_ptr<map::PaintScratch> m_scratch;
};

// The tools that show a ring as wide as the brush.
[[nodiscard]] bool showsRing(PaintTool tool);

}  // namespace palpate::document
