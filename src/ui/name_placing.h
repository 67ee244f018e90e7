#pragma once

#include "ui/rect.h"

#include <glm/vec2.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Where names stand upon a picture: within what they name, or in a column at its edge with a line to it. No
// name lies over another. Plain data; all lengths are pixels of the window.
namespace palpate::ui {

struct NameRequest {
    std::string text;
    std::string base;       // of names with the same base, those at the edge are left out but for one
    glm::vec2 at{0.0F};     // what is named
    float room = 0.0F;      // to its border
    float overhang = 1.0F;  // how far beyond its border a name may reach, as a multiple of `room`
    bool faint = false;
};

struct PlacingRoom {
    Rect picture;                  // no name leaves it
    Rect leftColumn, rightColumn;  // for names that do not fit where they belong; may be empty
    std::vector<Rect> taken;       // what else lies upon the picture
    float lineHeight = 16.0F;
    float padding = 4.0F;  // round the text
    float gap = 4.0F;      // between two names
};

struct PlacedName {
    std::size_t request = 0;
    std::vector<std::string> lines;
    Rect box;
    bool isCallout = false;  // in a column: a line leads to NameRequest::at
};

using TextWidth = std::function<float(const std::string&)>;

// Earlier requests win. Left out: names for which there is no room.
[[nodiscard]] std::vector<PlacedName> placeNames(std::span<const NameRequest> requests,
                                                 const PlacingRoom& room, const TextWidth& widthOf);

// Where the line from a name in a column to what it names begins: the middle of the nearer edge.
[[nodiscard]] glm::vec2 leaderStart(const Rect& box, glm::vec2 to);

// Lines of whole words, none wider than `width` unless a single word is.
[[nodiscard]] std::vector<std::string> wrapWords(const std::string& text, float width,
                                                 const TextWidth& widthOf);

}  // namespace palpate::ui
