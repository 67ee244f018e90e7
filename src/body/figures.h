#pragma once

#include <array>
#include <string>
#include <string_view>

namespace palpate::body {

// The figures of the standard body, in the order in which people are offered them. The model file holds
// exactly these.
inline constexpr std::array kFigures{"neutral", "female", "male", "larger", "older", "child"};

// What a figure is called, tr("Neutral"); one that is not known is called by its id.
[[nodiscard]] std::string figureName(std::string_view id);

}  // namespace palpate::body
