#include "document/copy_map.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/journal_steps.h"
#include "document/map_store.h"
#include "document/transaction.h"
#include "map/stroke_json.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::document {

namespace {

core::Result<map::Stroke> readStroke(const Document& document, std::string_view line) {
    auto stroke = map::strokeFromJson(line, *document.body);
    if (stroke) return stroke;
    // Painted on another figure: its points lie on the same triangles, so it is painted on today's.
    const auto figures = body::standardBodyFigures(document.modelsFolder);
    if (!figures) return stroke;
    const FigureSource figureOf = figuresFrom(document.modelsFolder);
    for (const std::string& figure : *figures) {
        const auto body = figureOf(figure);
        if (!body) continue;
        auto read = map::strokeFromJson(line, **body);
        if (!read) continue;
        read->figure = document.body->figure();
        return read;
    }
    return stroke;
}

constexpr std::size_t kAllEntries = CopyWhat{}.entries;

// What is left after every undo and redo of the first `entries` entries.
core::Result<JournalSteps> stepsOf(const Document& document, const clinic::MapKey& key, std::size_t entries) {
    const auto stored = document.practice->loadMap(key);
    if (!stored) return stored.error();
    JournalSteps steps;
    if (!stored->has_value()) return steps;
    const auto& all = (*stored)->entries;
    for (std::size_t i = 0; i < std::min(entries, all.size()); ++i)
        steps.take(all[i]);
    return steps;
}

// Its strokes, in their order.
core::Result<std::vector<map::Stroke>> strokesOf(const Document& document, const clinic::MapKey& key,
                                                 std::size_t entries) {
    const auto steps = stepsOf(document, key, entries);
    if (!steps) return steps.error();
    std::vector<map::Stroke> strokes;
    for (const JournalSteps::Lines& lines : steps->left()) {
        for (const std::string& line : lines) {
            auto stroke = readStroke(document, line);
            if (!stroke) return stroke.error();
            strokes.push_back(std::move(*stroke));
        }
    }
    return strokes;
}

bool isOn(map::LayerKind layer, const map::Stroke& stroke) {
    return stroke.layer == layer && !map::isForPins(stroke.tool);
}

}  // namespace

bool OneStep::paint(map::Stroke stroke) {
    stroke.continues = m_painted;
    const auto painted = document::paint(m_document, stroke);
    const bool changed = painted && *painted;
    m_painted = m_painted || changed;
    m_failed = m_failed || !painted;
    return changed;
}

core::Result<void> copyMap(Document& document, const clinic::MapKey& from, const CopyWhat& what) {
    const auto strokes = strokesOf(document, from, what.entries);
    if (!strokes) return strokes.error();
    OneStep copy(document);
    for (const map::Stroke& stroke : *strokes) {
        const bool isWanted = !what.layer || isOn(*what.layer, stroke);
        if (isWanted && canPaintLayer(document.author, stroke.layer)) copy.paint(stroke);
    }
    // All of it or nothing: half of what is to be avoided would be worse than a word that it is missing.
    if (copy.failed() && copy.painted()) takeBack(document);
    if (copy.painted() && !copy.failed()) return {};
    return core::Error{core::tr("The map has something that could not be painted again"), "",
                       core::tr("Paint it by hand.")};
}

core::Result<bool> wasEverPainted(const Document& document, const clinic::MapKey& key, map::LayerKind layer) {
    const auto steps = stepsOf(document, key, kAllEntries);
    if (!steps) return steps.error();
    return std::any_of(steps->left().begin(), steps->left().end(), [layer](const JournalSteps::Lines& lines) {
        return std::any_of(lines.begin(), lines.end(),
                           [layer](const std::string& line) { return map::layerChangedBy(line) == layer; });
    });
}

}  // namespace palpate::document
