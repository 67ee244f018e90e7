#pragma once

#include "cli/run_cli.h"

#include <string>
#include <vector>

namespace palpate::test {

inline constexpr const char* kFillLeft =
    R"({"tool":"fill","layer":"pain","level":7,"words":["aching"],"depth":"muscle","region":"upper_trap_L"})";

// The options that name a map with nothing on it: the therapist's after the treatment, which no demo visit
// has.
[[nodiscard]] std::vector<std::string> freshMap(const DemoVault& demo);
[[nodiscard]] Ran paintFresh(const DemoVault& demo, const std::string& strokes);
[[nodiscard]] Json measureFresh(const DemoVault& demo);

// One command out of its words and its options.
[[nodiscard]] Ran call(std::vector<std::string> words, const std::vector<std::string>& more);
// Fails the test for each key that is not there.
void checkKeys(const Json& object, const std::vector<std::string>& keys);

}  // namespace palpate::test
