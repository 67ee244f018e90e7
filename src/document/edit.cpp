#include "document/edit.h"

#include "core/text.h"
#include "document/avoid_before.h"
#include "document/journal_steps.h"
#include "document/place_words.h"
#include "document/saving.h"
#include "document/transaction.h"
#include "map/place.h"
#include "map/place_edit.h"
#include "map/stroke_painter.h"
#include "map/stroke_target.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

namespace {

template <typename T>
bool assign(Document& document, T& field, const T& value) {
    if (field == value) return false;
    field = value;
    ++document.version;
    return true;
}

OpenMap* ownMap(Document& document) {
    return openMapOf(document, document.author);
}

bool step(Document& document, bool (UndoStack::*change)(map::BodyMap&), records::JournalEntry::Kind kind) {
    OpenMap* map = ownMap(document);
    if (document.painting || map == nullptr || map->isClosed()) return false;
    if (!(map->history.*change)(map->map)) return false;
    ++document.version;
    dismissTopic(document, kAvoidTopic);
    // What the next pin would look like under a pointer that rests is taken for the one that was taken back.
    if (document.tool.tool == PaintTool::Pin) document.hover.reset();
    record(document, map->key, {kind, {}});
    followUndoOfAvoid(document);
    return true;
}

}  // namespace

bool paintAs(Document& document, clinic::Author author) {
    if (document.painting) return false;
    if (document.author != author) leavePlaces(document);
    bool changed = assign(document, document.author, author);
    if (changed) select(document, std::nullopt);
    changed |= assign(document, document.shown, author);
    if (!canPaintLayer(author, document.tool.layer)) changed |= selectLayer(document, map::LayerKind::Pain);
    return changed;
}

bool showMapOf(Document& document, clinic::Author author) {
    return !document.painting && assign(document, document.shown, author);
}

bool setMoment(Document& document, clinic::Moment moment) {
    if (document.painting || document.moment == moment) return false;
    leavePlaces(document);
    select(document, std::nullopt);
    document.shown = clinic::Author::Therapist;
    return assign(document, document.moment, moment);
}

bool selectLayer(Document& document, map::LayerKind layer) {
    if (document.painting || !canPaintLayer(document.author, layer)) return false;
    const auto* place = document.selection ? std::get_if<PlaceChoice>(&*document.selection) : nullptr;
    const bool dropped = place != nullptr && place->layer != layer && select(document, std::nullopt);
    const bool shown = showLayer(document, layer, true);
    // Asked for on one layer it would double unseen what is done on another.
    if (document.tool.layer != layer) document.tool.mirror = false;
    return assign(document, document.tool.layer, layer) || shown || dropped;
}

bool showLayer(Document& document, map::LayerKind layer, bool shown) {
    return assign(document, document.layersShown[static_cast<std::size_t>(layer)], shown);
}

bool selectTool(Document& document, PaintTool tool) {
    if (document.painting) return false;
    // Who chooses a tool keeps it.
    if (std::exchange(document.toolBefore, std::nullopt)) document.heldTool.reset();
    const bool dropped = tool != PaintTool::Edit && tool != PaintTool::Pin && select(document, std::nullopt);
    return assign(document, document.tool.tool, tool) || dropped;
}

bool setLevel(Document& document, int level) {
    if (level < 1 || level > map::highestLevel(document.tool.layer)) return false;
    if (selectedPlace(document) != nullptr) {
        map::PlaceEdit edit;
        edit.level = level;
        const auto edited = editSelectedPlace(document, edit);
        return edited && *edited;
    }
    const bool brush = !laysPaint(document.tool.tool) && selectTool(document, PaintTool::Brush);
    return assign(document, document.tool.brush().level, level) || brush;
}

bool setDiameter(Document& document, double centimetres) {
    const double held = std::clamp(centimetres, map::kSmallestDiameterCm, map::kLargestDiameterCm);
    return assign(document, document.tool.diametersCm[static_cast<std::size_t>(document.author)], held);
}

bool setMirror(Document& document, bool mirror) {
    return assign(document, document.tool.mirror, mirror);
}

const map::Place& placeInHand(const Document& document) {
    const map::Place* selected = selectedPlace(document);
    return selected != nullptr ? *selected : document.tool.brush().place;
}

int levelInHand(const Document& document) {
    if (selectedPlace(document) == nullptr) return document.tool.brush().level;
    const PlaceChoice& choice = std::get<PlaceChoice>(*document.selection);
    return levelOfPlace(openMapOf(document, document.author)->map.layer(choice.layer), choice.place);
}

bool changePlace(Document& document, const map::PlaceEdit& edit, EditPace pace) {
    if (selectedPlace(document) == nullptr) {
        LayerBrush& brush = document.tool.brush();
        // What is chosen now is for the place that is painted next, not of the one painted last.
        brush.owner = map::kNoPlace;
        return assign(document, brush.place, map::edited(brush.place, edit, document.tool.layer));
    }
    const auto changed = editSelectedPlace(document, edit, pace);
    if (!changed) notify(document, Notice::Kind::Info, "painting", changed.error().message());
    return changed && *changed;
}

bool toggleWord(Document& document, std::string_view word) {
    const map::LayerKind layer = document.tool.layer;
    const auto vocabulary = map::wordsOf(layer);
    if (std::find(vocabulary.begin(), vocabulary.end(), word) == vocabulary.end()) return false;
    map::Place place = placeInHand(document);
    if (std::erase(place.words, word) == 0) place.words.emplace_back(word);
    map::PlaceEdit edit;
    edit.words = std::move(place.words);
    return changePlace(document, edit);
}

bool setDepth(Document& document, map::Depth depth) {
    if (document.tool.layer != map::LayerKind::Pain) return false;
    map::PlaceEdit edit;
    edit.depth = depth;
    return changePlace(document, edit);
}

bool undo(Document& document) {
    return step(document, &UndoStack::undo, records::JournalEntry::Kind::Undo);
}

bool redo(Document& document) {
    return step(document, &UndoStack::redo, records::JournalEntry::Kind::Redo);
}

core::Result<bool> paint(Document& document, const map::Stroke& stroke) {
    if (document.painting || !canPaint(document) || !canPaintLayer(document.author, stroke.layer)) {
        const std::string why = whyNoPainting(document);
        return core::Error{
            why.empty() ? core::tr("This cannot be painted now") : why.substr(0, why.size() - 1), "", "",
            core::Error::Kind::Usage};
    }
    if (map::isForPins(stroke.tool) && !canPin(document.author)) {
        return core::Error{core::tr("The client's map takes no pins"), "",
                           core::tr("Show the therapist's map to set them."), core::Error::Kind::Usage};
    }
    if (auto valid = map::validate(stroke, *document.body); !valid) return valid.error();
    if (auto valid = map::validateOn(ownMap(document)->map, stroke, *document.body); !valid)
        return valid.error();
    map::Stroke header = stroke;
    header.points.clear();
    Transaction transaction(document, std::move(header));
    for (const body::SkinPoint& point : stroke.points)
        transaction.add(point);
    return transaction.commit();
}

bool takeBack(Document& document) {
    OpenMap* map = ownMap(document);
    if (document.painting || map == nullptr || !map->history.giveUp(map->map)) return false;
    ++document.version;
    dismissTopic(document, kAvoidTopic);
    record(document, map->key, givenUpEntry());
    return true;
}

core::Result<bool> fillRegion(Document& document, std::string_view region) {
    const body::Atlas& atlas = document.body->atlas();
    if (const auto index = atlas.find(region)) {
        if (auto shown = bringIntoSight(document, *index); !shown) return shown.error();
        const auto partner = document.tool.mirror ? atlas.region(*index).mirror : std::nullopt;
        if (partner) {
            if (auto shown = bringIntoSight(document, *partner); !shown) return shown.error();
        }
    }
    const auto isInside = [&](std::uint32_t vertex) {
        return atlas.region(atlas.regionOf(vertex)).id == region;
    };
    if (canPaint(document)) beginPlace(document, isInside);
    map::Stroke stroke = strokeHeader(document, PaintTool::Fill);
    stroke.region = region;
    auto painted = paint(document, stroke);
    if (painted && *painted) {
        std::uint32_t vertex = 0;
        while (vertex < document.body->mesh().vertexCount() && !isInside(vertex))
            ++vertex;
        ownPlaceOf(document, vertex);
    }
    return painted;
}

map::PlaceNumber placeUnder(const Document& document, const body::SkinPoint& point) {
    const OpenMap* map = openMapOf(document, document.author);
    if (map == nullptr) return map::kNoPlace;
    return map::placeUnder(map->map.layer(document.tool.layer), document.body->mesh(), point);
}

core::Result<bool> editPlace(Document& document, const body::SkinPoint& at, const map::PlaceEdit& edit) {
    map::Stroke stroke = strokeHeader(document, PaintTool::Edit);
    stroke.edit = edit;
    stroke.points = {at};
    return paint(document, stroke);
}

core::Result<bool> removePin(Document& document, map::PinNumber number) {
    const OpenMap* map = openMapOf(document, document.author);
    const map::Pin* pin = map == nullptr ? nullptr : map->map.pins().find(number);
    if (pin == nullptr) {
        return core::Error{core::tr("There is no pin to take away"), "", core::tr("Choose one."),
                           core::Error::Kind::Usage};
    }
    map::Stroke stroke = strokeHeader(document, PaintTool::Pin);
    stroke.tool = map::Tool::Unpin;
    stroke.pin = {};
    stroke.points = {pin->at};
    return paint(document, stroke);
}

bool setPin(Document& document, const map::Pin& pin) {
    map::Pin held = pin;
    if (!map::canHaveGrade(held.kind)) held.grade.reset();
    held.at = {};
    return assign(document, document.tool.pin, held);
}

core::Result<void> completeMap(Document& document) {
    OpenMap* map = ownMap(document);
    if (document.painting || map == nullptr)
        return core::Error{core::tr("No visit is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    if (!map->damage.empty()) return core::Error{map->damage, "", ""};
    if (auto finished = finishWriting(document); !finished) return finished;
    if (auto done = document.practice->complete(map->key); !done) return done.error();
    map->completed = map->stored = true;
    map->reopened = false;
    document.saved = core::now();
    ++document.version;
    return {};
}

bool reopenMap(Document& document) {
    OpenMap* map = ownMap(document);
    if (document.painting || map == nullptr || !map->canReopen()) return false;
    map->reopened = true;
    ++document.version;
    return true;
}

bool setHover(Document& document, const std::optional<Hover>& hover) {
    return assign(document, document.hover, hover);
}

void notify(Document& document, Notice::Kind kind, std::string topic, std::string text) {
    notify(document, Notice{0, kind, std::move(topic), std::move(text)});
}

void notify(Document& document, Notice notice) {
    dismissTopic(document, notice.topic);
    notice.id = document.nextNotice++;
    document.notices.push_back(std::move(notice));
    ++document.version;
}

bool dismissNotice(Document& document, std::uint64_t id) {
    const bool any = std::erase_if(document.notices, [id](const Notice& n) { return n.id == id; }) > 0;
    if (any) ++document.version;
    return any;
}

bool dismissTopic(Document& document, std::string_view topic) {
    const bool any = std::erase_if(document.notices, [&](const Notice& n) { return n.topic == topic; }) > 0;
    if (any) ++document.version;
    return any;
}

bool setAppearance(Document& document, const Appearance& appearance) {
    Appearance held = appearance;
    held.scale = std::clamp(held.scale, 1.0, 3.0);
    return assign(document, document.appearance, held);
}

}  // namespace palpate::document
