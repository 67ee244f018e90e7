#pragma once

#include "analysis/endorsement.h"
#include "analysis/widespread_pain.h"
#include "body/atlas_labels.h"
#include "body/surface_mesh.h"
#include "clinic/correction.h"
#include "clinic/ratings.h"
#include "clinic/visit.h"
#include "core/result.h"
#include "map/layer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::analysis {

// An instrument and what a map endorses of it.
struct ScoredInstrument {
    const body::Instrument* instrument = nullptr;  // of the labels, which must outlive it
    std::vector<Endorsement> endorsements;         // one for each of its areas, in its order
    // Pain was painted, the map was finished without any, or somebody said of an area that it hurts. Else
    // nobody said anything, which is no 0.
    bool recorded = true;

    [[nodiscard]] std::optional<int> score() const {
        return recorded ? std::optional(countEndorsed(endorsements)) : std::nullopt;
    }
};

// Everything that is counted from one painting and the answers of its visit. Screening aids, not diagnoses.
struct Scores {
    EndorsementRule rule;
    bool recorded = true;  // pain was painted, or the map finished without any
    ScoredInstrument wpi, michigan, choir, lundBrowder;
    std::optional<WidespreadPain> widespread;  // empty where the WPI is not recorded
    SymptomAnswers symptoms;
    FibromyalgiaCriteria fibromyalgia;
    std::optional<int> distress;  // 0..31
    // Of the skin, by published shares; corrections do not change it. Empty where nothing is recorded.
    std::optional<double> percentByLundBrowder;
    std::optional<int> years;  // the shares' age; empty: not known, those of an adult
};

// What a map is scored with besides its paint.
struct ScoreInput {
    const map::Layer& pain;
    bool completed = false;                   // the map: without paint on it, nothing hurts
    std::optional<int> years = std::nullopt;  // how old the person is, as yearsAt() says
    double areaScale = 1.0;                   // the person's skin over the figure's
    EndorsementRule rule;
    const clinic::Corrections& corrections;  // of the visit
    clinic::MapKey map;                      // whose corrections count
    const clinic::Ratings& ratings;          // of the visit
};

// `labels` has every instrument and, like the layer, is over the vertices of `mesh`. Walks the skin four
// times.
[[nodiscard]] Scores scoreMap(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels,
                              const ScoreInput& input);

// What was corrected of one instrument on one map.
[[nodiscard]] Corrections correctionsOf(const clinic::Corrections& all, const clinic::MapKey& map,
                                        std::string_view instrument);
// The correction of one area; null if there is none.
[[nodiscard]] const clinic::Correction* findCorrection(const clinic::Corrections& all,
                                                       const clinic::MapKey& map, std::string_view instrument,
                                                       std::string_view area);

// A list of codes ("112,125") in the numbering of one edition, written in that of another; "" is the
// numbering that the instrument's areas have. Sorted, each once; blanks are passed over. Errors: a code that
// the edition does not have, an edition that the instrument does not know.
[[nodiscard]] core::Result<std::string> recode(const body::Instrument& instrument, std::string_view codes,
                                               std::string_view from, std::string_view to);

}  // namespace palpate::analysis
