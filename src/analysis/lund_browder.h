#pragma once

#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace palpate::analysis {

// The shares of the skin that the Lund-Browder chart states for six ages (Lund and Browder, Surg Gynecol
// Obstet 1944;79:352-358). Head, thighs and lower legs differ; all else is as in an adult.
enum class ShareAge { Infant, FromOne, FromFive, FromTen, FromFifteen, Adult };

// Years; empty means that it is not known, and then an adult is assumed.
[[nodiscard]] ShareAge shareAgeOf(std::optional<int> years);
// How old somebody turns in the year of `at`; empty if the year of birth is not stated (0) or lies after it.
[[nodiscard]] std::optional<int> yearsAt(int yearOfBirth, core::Timestamp at);

// Share of an area at an age over the same area's in an adult. `area`: an id of the instrument "lund_browder"
// ("thigh_front_L") or the name of a part ("thigh").
[[nodiscard]] double shareFactor(std::string_view area, ShareAge age);

// "adult", "10-14": for files.
[[nodiscard]] const char* shareAgeId(ShareAge age);
// "by published shares for 10 to 14 years"; says so if an adult is only assumed.
[[nodiscard]] std::string shareAgeText(std::optional<int> years);

}  // namespace palpate::analysis
