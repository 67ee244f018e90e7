#pragma once

#include "clinic/ratings.h"

#include <cstdint>
#include <optional>

// What the answers of a visit add up to. Where an answer that is needed is missing the result is empty:
// nothing is guessed. Screening aids, not diagnoses.
namespace palpate::analysis {

// Mean of the three PEG items, 0..10 (Krebs and others, J Gen Intern Med 2009;24:733-738, doi
// 10.1007/s11606-009-0981-1). Empty unless all three were answered.
[[nodiscard]] std::optional<double> pegMean(const clinic::Ratings& ratings);

enum class Phq4Band : std::uint8_t { Normal, Mild, Moderate, Severe };
[[nodiscard]] const char* phq4BandName(Phq4Band band);  // tr("mild")

// PHQ-4: the sum of four items, 0..12; with one missing, the sum of the others times 4/3; with more missing,
// none. From 3 mild, from 6 moderate, from 9 severe (scoring of the DC/TMD self-report manual).
struct Phq4 {
    double score = 0.0;
    int missing = 0;  // 0 or 1
    Phq4Band band = Phq4Band::Normal;
};
[[nodiscard]] std::optional<Phq4> phq4(const clinic::Ratings& ratings);

// Graded chronic pain scale, version 2, over 30 days (scoring of the DC/TMD self-report manual).
// Characteristic pain intensity: mean of pain now, worst and average, times 10. Interference: mean of its
// three items, times 10. Disability points: 0 to 3 for interference (from 30, 50, 70) plus 0 to 3 for days
// (from 2, 3, 6). Grade: IV from 5 points, III from 3; below that II where intensity is 50 or more, else I.
struct GradedPain {
    std::optional<double> intensity;     // 0..100
    std::optional<double> interference;  // 0..100
    std::optional<int> points;           // 0..6
    std::optional<int> grade;            // 1..4; III and IV need no intensity
};
[[nodiscard]] GradedPain gradedPain(const clinic::Ratings& ratings);

// A pain rating of 0..10 then and now. The marks are those of 825 people with chronic musculoskeletal pain
// (Salaffi and others, Eur J Pain 2004;8:283-291): 1 point or 15 % less is slightly better, 2 points or 33 %
// less much better. No such mark for getting worse was found, so more pain is only "more".
enum class NrsMark : std::uint8_t { MuchBetter, SlightlyBetter, Same, More };
[[nodiscard]] const char* nrsMarkName(NrsMark mark);  // tr("much better")

struct NrsChange {
    int points = 0;                 // now - then
    std::optional<double> percent;  // of then; empty where that was 0
    NrsMark mark = NrsMark::Same;
};
// Empty where one of them is missing.
[[nodiscard]] std::optional<NrsChange> nrsChange(std::optional<int> then, std::optional<int> now);

}  // namespace palpate::analysis
