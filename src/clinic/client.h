#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <string>

namespace palpate::clinic {

struct Client {
    core::ClientId id;
    std::string code;     // "C-0142", unique within the practice; the only thing shown by default
    std::string name;     // may be empty
    int yearOfBirth = 0;  // 0 = not stated
    std::string figure = "neutral";
    double heightCm = 0.0;  // 0 = not stated
    double weightKg = 0.0;  // 0 = not stated
    std::string goals;
    std::string contraindications;
    std::string areasToAvoid;  // in the client's words; painted no-go areas are on the maps
    bool archived = false;     // left out of lists until it is looked for

    friend bool operator==(const Client&, const Client&) = default;
};

inline constexpr int kEarliestYearOfBirth = 1900;
inline constexpr int kLatestYearOfBirth = 2200;
inline constexpr double kSmallestHeightCm = 30.0, kLargestHeightCm = 280.0;
inline constexpr double kSmallestWeightKg = 1.0, kLargestWeightKg = 650.0;

// Says why a client cannot be kept: no code, a code with a control character in it, no figure, a year of
// birth, height or weight that is stated but impossible. The limits only catch slips of the hand.
[[nodiscard]] core::Result<void> validate(const Client& client);

}  // namespace palpate::clinic
