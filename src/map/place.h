#pragma once

#include "map/layer_kind.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::map {

enum class Depth : std::uint8_t { Unstated, Skin, Muscle, Joint };

// Number of a place within one layer; 0 is "no place".
using PlaceNumber = std::uint16_t;
inline constexpr PlaceNumber kNoPlace = 0;

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

// A treatment lasts at most a day.
inline constexpr int kMostMinutes = 24 * 60;
// Of any text of a place, in bytes of UTF-8, and of techniques at one place.
inline constexpr std::size_t kLongestText = 2000;
inline constexpr std::size_t kMostTechniques = 16;

// The words a client or therapist can choose from, in the order in which they are shown.
[[nodiscard]] std::span<const std::string_view> qualityWords();
[[nodiscard]] std::span<const std::string_view> tensionFindings();
// The words that a place of that layer can carry; none for treated and avoid.
[[nodiscard]] std::span<const std::string_view> wordsOf(LayerKind kind);

// Brings the words into the order of the layer's vocabulary, each once, so that equal places compare equal.
// Words that the layer does not know stay, at the end.
void sortWords(Place& place, LayerKind kind);

[[nodiscard]] const char* depthId(Depth depth);  // "skin", "muscle", "joint", "" for Unstated
[[nodiscard]] std::optional<Depth> depthFromId(std::string_view id);

}  // namespace palpate::map
