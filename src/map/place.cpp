#include "map/place.h"

#include <algorithm>
#include <array>

namespace palpate::map {

namespace {

constexpr std::array<std::string_view, 12> kQualityWords{
    "aching", "burning", "stabbing",  "sharp",    "tingling", "pins and needles",
    "numb",   "stiff",   "throbbing", "cramping", "electric", "tender"};

constexpr std::array<std::string_view, 7> kTensionFindings{"tight band", "trigger point", "spasm", "guarding",
                                                           "fibrosis",   "swelling",      "warmth"};

// In the order of Depth.
constexpr std::array<const char*, 4> kDepthIds{"", "skin", "muscle", "joint"};

}  // namespace

std::span<const std::string_view> qualityWords() {
    return kQualityWords;
}

std::span<const std::string_view> tensionFindings() {
    return kTensionFindings;
}

std::span<const std::string_view> wordsOf(LayerKind kind) {
    if (kind == LayerKind::Pain) return kQualityWords;
    if (kind == LayerKind::Tension) return kTensionFindings;
    return {};
}

void sortWords(Place& place, LayerKind kind) {
    const auto known = wordsOf(kind);
    const auto rank = [known](const std::string& word) {
        return std::find(known.begin(), known.end(), word) - known.begin();
    };
    std::sort(place.words.begin(), place.words.end(), [&rank](const std::string& a, const std::string& b) {
        const auto rankA = rank(a);
        const auto rankB = rank(b);
        return rankA != rankB ? rankA < rankB : a < b;
    });
    place.words.erase(std::unique(place.words.begin(), place.words.end()), place.words.end());
}

const char* depthId(Depth depth) {
    return kDepthIds[static_cast<std::size_t>(depth)];
}

std::optional<Depth> depthFromId(std::string_view id) {
    const auto found = std::find(kDepthIds.begin() + 1, kDepthIds.end(), id);
    if (found == kDepthIds.end()) return std::nullopt;
    return static_cast<Depth>(found - kDepthIds.begin());
}

}  // namespace palpate::map
