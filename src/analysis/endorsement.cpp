#include "analysis/endorsement.h"

#include "core/check.h"
#include "core/units.h"

#include <algorithm>

namespace palpate::analysis {

namespace {

void applyRule(Endorsement& endorsement, const std::string& id, const EndorsementRule& rule,
               const Corrections& corrections) {
    const double needed = std::min(rule.cm2, endorsement.areaCm2 * rule.percentOfArea / 100.0);
    endorsement.fromPaint = endorsement.paintedCm2 > 0.0 && endorsement.paintedCm2 >= needed;
    endorsement.isEndorsed =
        corrections.added.contains(id) || (endorsement.fromPaint && !corrections.removed.contains(id));
}

// Neighbours are mostly of one place: what is left of doubles goes at the end.
void addPlace(std::vector<map::PlaceNumber>& places, map::PlaceNumber place) {
    if (place != map::kNoPlace && (places.empty() || places.back() != place)) places.push_back(place);
}

}  // namespace

std::vector<Endorsement> endorse(const body::SurfaceMesh& mesh, const body::Instrument& instrument,
                                 const map::Layer& layer, double areaScale, const EndorsementRule& rule,
                                 const Corrections& corrections) {
    core::check(layer.values().size() == instrument.areaOfVertex.size() &&
                    mesh.vertexCount() == instrument.areaOfVertex.size(),
                "an instrument is scored on the body it was made for");
    std::vector<Endorsement> endorsements(instrument.areas.size());
    for (std::size_t v = 0; v < instrument.areaOfVertex.size(); ++v) {
        const std::uint16_t area = instrument.areaOfVertex[v];
        if (area == body::kNoArea) continue;
        const double cm2 = static_cast<double>(mesh.vertexAreas()[v]) * core::kSquareCentimetres * areaScale;
        endorsements[area].areaCm2 += cm2;
        if (!map::isPainted(layer.values()[v])) continue;
        endorsements[area].paintedCm2 += cm2;
        addPlace(endorsements[area].places, layer.placeNumbers()[v]);
    }
    for (std::size_t area = 0; area < endorsements.size(); ++area) {
        endorsements[area].area = static_cast<std::uint16_t>(area);
        std::vector<map::PlaceNumber>& places = endorsements[area].places;
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
        applyRule(endorsements[area], instrument.areas[area].names.id, rule, corrections);
    }
    return endorsements;
}

int countEndorsed(const std::vector<Endorsement>& endorsements) {
    return static_cast<int>(std::count_if(endorsements.begin(), endorsements.end(),
                                          [](const Endorsement& one) { return one.isEndorsed; }));
}

std::vector<std::string> endorsedIds(const body::Instrument& instrument,
                                     const std::vector<Endorsement>& endorsements) {
    std::vector<std::string> ids;
    for (const Endorsement& one : endorsements) {
        if (one.isEndorsed) ids.push_back(instrument.areas[one.area].names.id);
    }
    return ids;
}

std::string codeOf(const body::Instrument& instrument, std::uint16_t area, std::string_view edition) {
    const std::string& code = instrument.areas[area].code;
    const auto recoding = std::find_if(
        instrument.recodings.begin(), instrument.recodings.end(),
        [&](const auto& candidate) { return candidate.edition == edition && candidate.to == code; });
    return recoding == instrument.recodings.end() ? code : recoding->from;
}

std::string endorsedCodes(const body::Instrument& instrument, const std::vector<Endorsement>& endorsements,
                          std::string_view edition) {
    std::vector<std::string> codes;
    for (const Endorsement& one : endorsements) {
        if (one.isEndorsed) codes.push_back(codeOf(instrument, one.area, edition));
    }
    std::sort(codes.begin(), codes.end());
    std::string list;
    for (const std::string& code : codes)
        list += (list.empty() ? "" : ",") + code;
    return list;
}

double percentByPublishedShares(const body::Instrument& instrument,
                                const std::vector<Endorsement>& endorsements, ShareAge age) {
    double percent = 0.0;
    for (const Endorsement& one : endorsements) {
        const body::InstrumentArea& area = instrument.areas[one.area];
        if (one.areaCm2 > 0.0)
            percent +=
                area.percent.value_or(0.0) * shareFactor(area.names.id, age) * one.paintedCm2 / one.areaCm2;
    }
    return percent;
}

}  // namespace palpate::analysis
