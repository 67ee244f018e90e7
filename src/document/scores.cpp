#include "document/scores.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/overlay.h"
#include "document/region_paint.h"
#include "document/visit_records.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace palpate::document {

namespace {

constexpr const char* kCm2Setting = "scores.area-cm2";
constexpr const char* kPercentSetting = "scores.area-percent";
constexpr double kLeast = 0.1, kMostCm2 = 1000.0, kMostPercent = 100.0;

// Whether answers can be written now; the error says why not.
core::Result<void> canAnswer(const Document& document) {
    if (!document.visit)
        return core::Error{core::tr("No visit is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    if (!document.scores.trouble.empty()) return core::Error{document.scores.trouble, "", ""};
    return {};
}

void scoresChanged(Document& document) {
    document.saved = core::now();
    ++document.scores.version;
    ++document.version;
}

// Empty: the practice never chose.
core::Result<std::optional<double>> numberSetting(const records::Practice& practice, const char* name) {
    const auto text = practice.setting(name);
    if (!text) return text.error();
    if (text->empty()) return std::optional<double>();
    double number = 0.0;
    const char* const end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        return core::Error{core::tr("A setting of the practice cannot be read"), name,
                           core::tr("Set from how much paint an area counts again.")};
    return std::optional(number);
}

// As short as it can be read back exactly.
std::string written(double number) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

const body::Instrument* instrumentOf(const Document& document, const ScoreArea& area) {
    if (document.labels == nullptr) return nullptr;
    const body::Instrument* instrument = document.labels->findInstrument(area.instrument);
    return instrument != nullptr && area.area < instrument->areas.size() ? instrument : nullptr;
}

core::Error noSuchArea(const ScoreArea& area) {
    return {core::tr("The form has no such area"), area.instrument, "", core::Error::Kind::Usage};
}

// What of the area is painted; all of it if nothing is.
body::Camera cameraOn(const Document& document, const body::Instrument& instrument, std::uint16_t area) {
    const auto isIn = [&](std::uint32_t v) { return instrument.areaOfVertex[v] == area; };
    const OpenMap* open = shownMap(document);
    if (open == nullptr) return cameraFor(document, isIn);
    const auto values = open->map.layer(map::LayerKind::Pain).values();
    const auto isFed = [&](std::uint32_t v) { return isIn(v) && map::isPainted(values[v]); };
    for (std::uint32_t v = 0; v < values.size(); ++v) {
        if (isFed(v)) return cameraFor(document, isFed);
    }
    return cameraFor(document, isIn);
}

}  // namespace

void readAnswers(Document& document) {
    ScoreState& scores = document.scores;
    const std::uint64_t version = scores.version;
    scores = {};
    scores.version = version + 1;
    if (document.practice == nullptr || !document.visit) return;
    if (auto rule = areaRuleOf(*document.practice)) {
        scores.rule = *rule;
    } else {
        scores.ruleTrouble = core::trf("The practice's own rule cannot be read, so Palpate's counts. {0}",
                                       {rule.error().message()});
    }
    auto ratings = loadRatings(*document.practice, document.visit);
    auto corrections = loadCorrections(*document.practice, document.visit);
    if (!ratings || !corrections) {
        const core::Error& error = ratings ? corrections.error() : ratings.error();
        scores.trouble = core::trf("Answers cannot be kept or read here. {0} Paint is scored all the same.",
                                   {error.message()});
        return;
    }
    scores.ratings = std::move(*ratings);
    scores.corrections = std::move(*corrections);
    scores.before = ratingsBefore(*document.practice, document.visits, document.visit);
}

core::Result<bool> rateVisit(Document& document, clinic::Rating rating, std::optional<int> answer) {
    if (auto can = canAnswer(document); !can) return can.error();
    if (document.scores.ratings[rating] == answer) return false;
    if (answer) {
        if (auto valid = clinic::validate(rating, *answer); !valid) return valid.error();
    }
    clinic::Ratings ratings = document.scores.ratings;
    ratings.set(rating, answer);
    if (auto saved = saveRatings(*document.practice, document.visit, ratings); !saved) return saved.error();
    document.scores.ratings = std::move(ratings);
    scoresChanged(document);
    return true;
}

core::Result<bool> correctArea(Document& document, const ScoreArea& area, std::optional<bool> hurts,
                               core::Timestamp now) {
    if (auto can = canAnswer(document); !can) return can.error();
    if (auto labels = needLabels(document); !labels) return labels.error();
    const body::Instrument* instrument = instrumentOf(document, area);
    if (instrument == nullptr) return noSuchArea(area);
    clinic::Corrections corrections = document.scores.corrections;
    putCorrection(corrections,
                  {shownMap(document)->key, area.instrument, instrument->areas[area.area].names.id, false,
                   document.author, now},
                  hurts);
    if (corrections == document.scores.corrections) return false;
    if (auto saved = saveCorrections(*document.practice, document.visit, corrections); !saved)
        return saved.error();
    document.scores.corrections = std::move(corrections);
    scoresChanged(document);
    return true;
}

void putCorrection(clinic::Corrections& corrections, const clinic::Correction& correction,
                   std::optional<bool> hurts) {
    const auto it = std::find_if(corrections.begin(), corrections.end(), [&](const auto& one) {
        return one.map == correction.map && one.instrument == correction.instrument &&
               one.area == correction.area;
    });
    if (it != corrections.end() && hurts == it->hurts) return;
    if (it != corrections.end()) corrections.erase(it);
    if (!hurts) return;
    corrections.push_back(correction);
    corrections.back().hurts = *hurts;
}

core::Result<void> validate(const analysis::EndorsementRule& rule) {
    const bool possible = rule.cm2 >= kLeast && rule.cm2 <= kMostCm2 && rule.percentOfArea >= kLeast &&
                          rule.percentOfArea <= kMostPercent;
    if (possible) return {};
    return core::Error{core::tr("An area cannot count from so much paint"),
                       core::trf("{0} cm², {1} %", {written(rule.cm2), written(rule.percentOfArea)}),
                       core::tr("Give 0.1 to 1000 cm² and 0.1 to 100 %."), core::Error::Kind::Usage};
}

core::Result<bool> setAreaRule(Document& document, const analysis::EndorsementRule& rule) {
    if (rule == document.scores.rule && document.scores.ruleTrouble.empty()) return false;
    if (document.practice == nullptr)
        return core::Error{core::tr("No practice is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    if (auto saved = saveAreaRule(*document.practice, rule); !saved) return saved.error();
    document.scores.rule = rule;
    document.scores.ruleTrouble.clear();
    scoresChanged(document);
    return true;
}

core::Result<analysis::EndorsementRule> areaRuleOf(const records::Practice& practice) {
    analysis::EndorsementRule rule;
    const auto cm2 = numberSetting(practice, kCm2Setting);
    if (!cm2) return cm2.error();
    const auto percent = numberSetting(practice, kPercentSetting);
    if (!percent) return percent.error();
    rule.cm2 = cm2->value_or(rule.cm2);
    rule.percentOfArea = percent->value_or(rule.percentOfArea);
    if (auto valid = validate(rule); !valid) return valid.error();
    return rule;
}

core::Result<void> saveAreaRule(records::Practice& practice, const analysis::EndorsementRule& rule) {
    if (auto valid = validate(rule); !valid) return valid;
    return practice.asOneChange([&]() -> core::Result<void> {
        if (auto saved = practice.saveSetting(kCm2Setting, written(rule.cm2)); !saved) return saved;
        return practice.saveSetting(kPercentSetting, written(rule.percentOfArea));
    });
}

core::Result<bool> showArea(Document& document, const std::optional<ScoreArea>& area) {
    if (document.scores.shown == area) return false;
    if (area) {
        if (auto labels = needLabels(document); !labels) return labels.error();
        const body::Instrument* instrument = instrumentOf(document, *area);
        if (instrument == nullptr) return noSuchArea(*area);
        setFlat(document, false);
        if (document.part != nullptr) {
            if (auto whole = showOnly(document, ""); !whole) return whole.error();
        }
        moveCamera(document, cameraOn(document, *instrument, area->area));
    }
    document.scores.shown = area;
    ++document.scores.version;
    ++document.version;
    return true;
}

std::optional<PastRatings> ratingsBefore(const records::Practice& practice,
                                         std::span<const clinic::Visit> visits, core::VisitId visit) {
    auto before = std::find_if(visits.begin(), visits.end(),
                               [visit](const clinic::Visit& one) { return one.id == visit; });
    if (before == visits.end()) return std::nullopt;
    while (before != visits.begin()) {
        --before;
        auto ratings = loadRatings(practice, before->id);
        if (ratings && !ratings->isEmpty()) return PastRatings{before->number, std::move(*ratings)};
    }
    return std::nullopt;
}

std::optional<int> yearsOf(const Document& document) {
    const clinic::Client* client = openClientOf(document);
    const clinic::Visit* visit = openVisitOf(document);
    if (client == nullptr || visit == nullptr) return std::nullopt;
    return analysis::yearsAt(client->yearOfBirth, visit->at);
}

std::optional<analysis::Scores> scoresOf(const Document& document) {
    const OpenMap* open = shownMap(document);
    if (open == nullptr || document.labels == nullptr) return std::nullopt;
    const ScoreState& state = document.scores;
    return analysis::scoreMap(document.body->mesh(), *document.labels,
                              {.pain = open->map.layer(map::LayerKind::Pain),
                               .completed = open->completed,
                               .years = yearsOf(document),
                               .areaScale = areaScale(document),
                               .rule = state.rule,
                               .corrections = state.corrections,
                               .map = open->key,
                               .ratings = state.ratings});
}

}  // namespace palpate::document
