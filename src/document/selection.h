#pragma once

#include "body/atlas.h"
#include "body/skin_point.h"
#include "clinic/visit.h"
#include "core/result.h"
#include "map/layer.h"
#include "map/pin.h"
#include "map/place.h"
#include "map/stroke.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

// What a person chose on the body to look at and change as a whole.
namespace palpate::document {

struct Document;
struct OpenMap;

struct PlaceChoice {
    map::LayerKind layer = map::LayerKind::Pain;
    map::PlaceNumber place = map::kNoPlace;

    friend bool operator==(const PlaceChoice&, const PlaceChoice&) = default;
};
struct PinChoice {
    map::PinNumber pin = map::kNoPin;

    friend bool operator==(const PinChoice&, const PinChoice&) = default;
};
using Selection = std::variant<PlaceChoice, PinChoice>;

// Regions chosen from the list, each once, and the one that the list's cursor is on.
struct RegionChoice {
    bool open = false;  // the list is shown
    std::vector<body::RegionIndex> picked;
    std::optional<body::RegionIndex> current;

    friend bool operator==(const RegionChoice&, const RegionChoice&) = default;
};

// A text or number that is being typed: each letter is written down, all of them are one step to undo.
struct TextRun {
    clinic::MapKey map;
    Selection what;
    std::uint32_t fields = 0;
    std::size_t entries = 0;  // of the map's journal after the last letter

    friend bool operator==(const TextRun&, const TextRun&) = default;
};

// Each change is made at once (Whole) or goes on with the one before it, if that was to the same texts.
enum class EditPace : std::uint8_t { Whole, Typed };

// Letting go of it gives back the tool that takeUp() took out of the hand.
bool select(Document& document, const std::optional<Selection>& selection);
// The same with the tool that changes it in hand, until it is let go of. False: there is no such place to be
// changed now.
bool takeUp(Document& document, const PlaceChoice& place);
// What a person means who points there with the edit tool: a pin, else the place painted there on the active
// layer, else on the first other layer that is shown. Empty where there is nothing.
[[nodiscard]] std::optional<Selection> selectionUnder(const Document& document, const body::SkinPoint& point);
// A pin whose marker lies there; kNoPin if there is none.
[[nodiscard]] map::PinNumber pinUnder(const OpenMap& map, const Document& document,
                                      const body::SkinPoint& point);

// What is selected, in the map of whoever paints; null if it is something else or no longer there.
[[nodiscard]] const map::Place* selectedPlace(const Document& document);
[[nodiscard]] const map::Pin* selectedPin(const Document& document);
// The highest level of a place, 1..highestLevel(layer); 0 if it is not there.
[[nodiscard]] int levelOfPlace(const map::Layer& layer, map::PlaceNumber place);

// Change what is selected. False: it was like that already. Errors: those of paint(), nothing is selected.
core::Result<bool> editSelectedPlace(Document& document, const map::PlaceEdit& edit,
                                     EditPace pace = EditPace::Whole);
// `pin.at` is not used.
core::Result<bool> editSelectedPin(Document& document, const map::Pin& pin, EditPace pace = EditPace::Whole);
// Takes away what is selected: the whole place, or the pin.
core::Result<bool> removeSelected(Document& document);

}  // namespace palpate::document
