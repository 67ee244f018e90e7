#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::map {

enum class Depth : std::uint8_t { Unstated, Skin, Muscle, Joint };

// Number of a place within one layer; 0 is "no place".
using PlaceNumber = std::uint16_t;

// What was marked as one thing. Words that the layer does not know are refused before they get here.
struct Place {
    std::vector<std::string> words;  // pain: quality words; tension: findings; sorted as in the vocabulary
    Depth depth = Depth::Unstated;   // pain
    std::vector<std::string> techniques;  // treated
    int minutes = 0;                      // treated; 0 = not stated
    std::string response;                 // treated
    std::string reason;                   // avoid
    std::string note;

    friend bool operator==(const Place&, const Place&) = default;
};

// The words a client or therapist can choose from, in the order in which they are shown.
[[nodiscard]] std::span<const std::string_view> qualityWords();
[[nodiscard]] std::span<const std::string_view> tensionFindings();

[[nodiscard]] const char* depthId(Depth depth);  // "skin", "muscle", "joint", "" for Unstated

}  // namespace palpate::map
