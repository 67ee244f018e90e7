#pragma once

#include "document/document.h"
#include "document/fake_practice.h"
#include "map/stroke.h"

#include <memory>

namespace palpate::test {

inline constexpr core::Timestamp kMonday{1'763'373'600'000, 60};   // 2025-11-17 11:00 +01:00
inline constexpr core::Timestamp kTuesday{1'763'460'000'000, 60};  // a day later

// A vault with one client, C-0001, who came on Monday.
[[nodiscard]] std::shared_ptr<FakeVault> makeVault();

// The program as it starts on that vault: the test body, the practice open and C-0001's newest visit, seen
// from the front in a picture of 800 x 800.
[[nodiscard]] document::Document openVault(const std::shared_ptr<FakeVault>& vault);

// A dab on the skin nearest to a point in metres.
[[nodiscard]] map::Stroke dab(const document::Document& document, glm::vec3 at, int level = 5,
                              double diameterCm = 8.0, map::Tool tool = map::Tool::Brush);

// Near the skin on the left half of the chest, on the left thigh and on the right half of the back.
inline constexpr glm::vec3 kChest{0.06F, 1.25F, 0.2F};
inline constexpr glm::vec3 kThigh{0.09F, 0.6F, 0.2F};
inline constexpr glm::vec3 kBack{-0.06F, 1.2F, -0.2F};

[[nodiscard]] const document::OpenMap& mapOf(const document::Document& document, clinic::Author author);
[[nodiscard]] std::size_t paintedVertices(const document::OpenMap& map,
                                          map::LayerKind layer = map::LayerKind::Pain);

}  // namespace palpate::test
