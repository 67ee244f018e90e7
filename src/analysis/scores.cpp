#include "analysis/scores.h"

#include "core/check.h"
#include "core/text.h"

#include <algorithm>
#include <set>

namespace palpate::analysis {

namespace {

bool isRecorded(const ScoreInput& input) {
    return input.completed || !input.pain.isEmpty();
}

ScoredInstrument score(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels, const char* id,
                       const ScoreInput& input) {
    const body::Instrument* const instrument = labels.findInstrument(id);
    core::check(instrument != nullptr, "the atlas has every instrument that is scored");
    const Corrections said = correctionsOf(input.corrections, input.map, id);
    return {instrument, endorse(mesh, *instrument, input.pain, input.areaScale, input.rule, said),
            isRecorded(input) || !said.added.empty()};
}

bool knowsEdition(const body::Instrument& instrument, std::string_view edition) {
    return edition.empty() || std::any_of(instrument.recodings.begin(), instrument.recodings.end(),
                                          [&](const auto& one) { return one.edition == edition; });
}

core::Error refused(std::string what, std::string where) {
    return {std::move(what), std::move(where), core::tr("Check the numbers and which form they are from."),
            core::Error::Kind::Usage};
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

Scores scoreMap(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels, const ScoreInput& input) {
    const auto of = [&](const char* id) { return score(mesh, labels, id, input); };
    Scores scores;
    scores.rule = input.rule;
    scores.recorded = isRecorded(input);
    scores.years = input.years;
    scores.wpi = of("wpi_2016");
    scores.michigan = of("michigan");
    scores.choir = of("choir");
    scores.lundBrowder = of("lund_browder");
    if (scores.wpi.recorded)
        scores.widespread = widespreadPain(endorsedIds(*scores.wpi.instrument, scores.wpi.endorsements));
    scores.symptoms = symptomAnswers(input.ratings);
    scores.fibromyalgia = fibromyalgia2016(scores.widespread, scores.symptoms);
    if (scores.widespread) scores.distress = polysymptomaticDistress(*scores.widespread, scores.symptoms);
    if (scores.recorded)
        scores.percentByLundBrowder = percentByPublishedShares(
            *scores.lundBrowder.instrument, scores.lundBrowder.endorsements, shareAgeOf(input.years));
    return scores;
}

Corrections correctionsOf(const clinic::Corrections& all, const clinic::MapKey& map,
                          std::string_view instrument) {
    Corrections corrections;
    for (const clinic::Correction& one : all) {
        if (one.map != map || one.instrument != instrument) continue;
        (one.hurts ? corrections.added : corrections.removed).insert(one.area);
    }
    return corrections;
}

const clinic::Correction* findCorrection(const clinic::Corrections& all, const clinic::MapKey& map,
                                         std::string_view instrument, std::string_view area) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const clinic::Correction& one) {
        return one.map == map && one.instrument == instrument && one.area == area;
    });
    return it == all.end() ? nullptr : &*it;
}

core::Result<std::string> recode(const body::Instrument& instrument, std::string_view codes,
                                 std::string_view from, std::string_view to) {
    for (const std::string_view edition : {from, to}) {
        if (!knowsEdition(instrument, edition))
            return refused(core::trf("{0} has no edition of that name", {instrument.texts.name}),
                           std::string(edition));
    }
    std::set<std::string> recoded;
    while (!codes.empty()) {
        const auto comma = codes.find(',');
        const std::string_view code = trimmed(codes.substr(0, comma));
        codes = comma == std::string_view::npos ? std::string_view() : codes.substr(comma + 1);
        if (code.empty()) continue;
        const auto area = instrument.areaByCode(code, from);
        if (!area)
            return refused(core::trf("{0} has no area of that number", {instrument.texts.name}),
                           std::string(code));
        recoded.insert(codeOf(instrument, *area, to));
    }
    std::string list;
    for (const std::string& code : recoded)
        list += (list.empty() ? "" : ",") + code;
    return list;
}

}  // namespace palpate::analysis
