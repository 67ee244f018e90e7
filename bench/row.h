#pragma once

#include "duel.h"

#include <functional>
#include <string>
#include <vector>

namespace palpate::bench {

// One line of the table. Ratios are ours / peer and targets upper limits of them, unless the work's name says
// otherwise.
struct Row {
    std::string work;   // "pick against Embree"
    double ours = 0.0;  // seconds, bytes or kB, as `work` says; seconds unless it does
    double peer = 0.0;
    double ratio = 0.0;
    double target = 0.0;

    [[nodiscard]] bool isMet() const { return ratio <= target; }
};

[[nodiscard]] Row row(std::string work, const Duel& duel, double target);

// How long to measure: a quick run takes a tenth of the rounds.
struct Effort {
    bool quick = false;

    [[nodiscard]] int rounds(int full) const { return quick ? (full + 9) / 10 : full; }
};

// A group of rows that share what they prepare.
struct Benchmark {
    const char* name;
    std::function<std::vector<Row>(const Effort&)> run;
};

[[nodiscard]] std::vector<Row> benchPicking(const Effort& effort);
[[nodiscard]] std::vector<Row> benchDabs(const Effort& effort);
[[nodiscard]] std::vector<Row> benchDrawing(const Effort& effort);
[[nodiscard]] std::vector<Row> benchFiles(const Effort& effort);
[[nodiscard]] std::vector<Row> benchComparing(const Effort& effort);
[[nodiscard]] std::vector<Row> benchSliding(const Effort& effort);
[[nodiscard]] std::vector<Row> benchVault(const Effort& effort);
// Empty without a display.
[[nodiscard]] std::vector<Row> benchStarting(const Effort& effort);

}  // namespace palpate::bench
