#pragma once

#include <functional>

namespace palpate::bench {

// Thread: processor time of the calling thread, for work on one thread. Wall: for drawing, whose driver has
// threads of its own.
enum class Clock { Thread, Wall };

// Seconds of one call, as medians over the rounds; the ratio is the median of the rounds' own ratios, so that
// a machine that slows down half-way changes both sides alike.
struct Duel {
    double ours = 0.0;
    double peer = 0.0;
    double ratio = 0.0;  // ours / peer; below 1 we are faster
};

// Runs the two by turns, whoever is first changing from round to round, after one round that does not count.
// Each call of `ours` and `peer` does `repeats` pieces of work; the seconds are of one piece.
[[nodiscard]] Duel duel(Clock clock, int rounds, int repeats, const std::function<void()>& ours,
                        const std::function<void()>& peer);

// Keeps the compiler from leaving out work whose result nobody looks at.
void keep(double result);

}  // namespace palpate::bench
