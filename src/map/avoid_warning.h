#pragma once

#include "body/body_model.h"
#include "map/body_map.h"
#include "map/map_delta.h"
#include "map/stroke.h"

#include <string>
#include <vector>

namespace palpate::map {

// The "avoid" places that skin newly painted "treated" lies on.
struct AvoidedSkin {
    std::vector<PlaceNumber> places;   // of the avoid layer, ascending
    std::vector<std::string> reasons;  // what they state, each once, sorted; may be empty

    [[nodiscard]] bool isEmpty() const { return places.empty(); }
};

// What a change that was made to the map painted "treated" over "avoid". Empty for one of any other layer.
[[nodiscard]] AvoidedSkin treatedOverAvoid(const BodyMap& map, const MapDelta& delta);
// The same for a stroke that is not made yet. Works on a copy of the map. Empty for a stroke that would be
// refused.
[[nodiscard]] AvoidedSkin wouldTreatOverAvoid(const body::BodyModel& body, const BodyMap& map,
                                              const Stroke& stroke);

// One sentence for a person: "This was painted as treated on skin to avoid: recent surgery." Empty if there
// is nothing to warn about.
[[nodiscard]] std::string avoidWarning(const AvoidedSkin& avoided);

}  // namespace palpate::map
