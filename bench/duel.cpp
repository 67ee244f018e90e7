#include "duel.h"

#include <time.h>

#include <algorithm>
#include <vector>

namespace palpate::bench {

namespace {

double seconds(Clock clock) {
    timespec now{};
    clock_gettime(clock == Clock::Thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double timeOf(Clock clock, const std::function<void()>& work) {
    const double start = seconds(clock);
    work();
    return std::max(seconds(clock) - start, 1e-9);
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

Duel duel(Clock clock, int rounds, int repeats, const std::function<void()>& ours,
          const std::function<void()>& peer) {
    ours();
    peer();
    std::vector<double> oursTimes, peerTimes, ratios;
    for (int round = 0; round < rounds; ++round) {
        double a = 0.0, b = 0.0;
        if (round % 2 == 0) {
            a = timeOf(clock, ours);
            b = timeOf(clock, peer);
        } else {
            b = timeOf(clock, peer);
            a = timeOf(clock, ours);
        }
        oursTimes.push_back(a / repeats);
        peerTimes.push_back(b / repeats);
        ratios.push_back(a / b);
    }
    return {median(oursTimes), median(peerTimes), median(ratios)};
}

void keep(double result) {
    static volatile double sink = 0.0;
    sink = sink + result;
}

}  // namespace palpate::bench
