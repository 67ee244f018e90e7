#pragma once

#include "analysis/lund_browder.h"
#include "body/atlas_labels.h"
#include "body/surface_mesh.h"
#include "map/layer.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace palpate::analysis {

// From how much paint on an area counts as "pain there". No publication was found that says (instruments ask
// for a cross in a box), so this is Palpate's own choice (docs/adr/0010), shown wherever a score is and open
// to change: enough that a place spilling over a border does not count, little enough that a mark of 4 cm
// does.
struct EndorsementRule {
    double cm2 = 10.0;            // so much painted skin, or
    double percentOfArea = 10.0;  // this share of the area, whichever is less; both above 0

    friend bool operator==(const EndorsementRule&, const EndorsementRule&) = default;
};

// What a person decided otherwise than the paint says, by area id; kept apart from the paint.
struct Corrections {
    std::set<std::string, std::less<>> added, removed;
};

// One area of an instrument and what was painted on it.
struct Endorsement {
    std::uint16_t area = 0;   // index into Instrument::areas
    double paintedCm2 = 0.0;  // of values from half a level on
    double areaCm2 = 0.0;
    bool fromPaint = false;                // the rule is met
    bool isEndorsed = false;               // after corrections: what scores count
    std::vector<map::PlaceNumber> places;  // that fed it, ascending
};

// One for each area, in the instrument's order. `layer` and `instrument` are over the vertices of `mesh`;
// areas are the figure's times `areaScale`.
[[nodiscard]] std::vector<Endorsement> endorse(const body::SurfaceMesh& mesh,
                                               const body::Instrument& instrument, const map::Layer& layer,
                                               double areaScale = 1.0, const EndorsementRule& rule = {},
                                               const Corrections& corrections = {});

// How many areas are endorsed.
[[nodiscard]] int countEndorsed(const std::vector<Endorsement>& endorsements);

// Ids of the endorsed areas, in the instrument's order.
[[nodiscard]] std::vector<std::string> endorsedIds(const body::Instrument& instrument,
                                                   const std::vector<Endorsement>& endorsements);

// An area's number on the form in the numbering of `edition`, where the instrument knows that edition.
[[nodiscard]] std::string codeOf(const body::Instrument& instrument, std::uint16_t area,
                                 std::string_view edition);

// The codes of the endorsed areas as the form exchanges them: "112,125"; in the numbering of `edition` where
// the instrument knows that edition (the female CHOIR drawing numbers six areas otherwise).
[[nodiscard]] std::string endorsedCodes(const body::Instrument& instrument,
                                        const std::vector<Endorsement>& endorsements,
                                        std::string_view edition = {});

// Painted share of the skin in percent by the Lund-Browder chart's published shares for that age instead of
// the figure's own: the sum over its areas of their percent times their painted part.
[[nodiscard]] double percentByPublishedShares(const body::Instrument& instrument,
                                              const std::vector<Endorsement>& endorsements,
                                              ShareAge age = ShareAge::Adult);

}  // namespace palpate::analysis
