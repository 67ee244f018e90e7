#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace palpate::bodygen {

// The primitives the body is united from, in the order in which the vertices of the mesh are stored.
enum class Part : unsigned char {
    Head,
    Nose,
    Ear,
    Chin,
    Neck,
    Torso,
    Arm,
    Palm,
    Thumb,
    Index,
    Middle,
    Ring,
    Little,
    Leg,
    Foot,
    Toe1,
    Toe2,
    Toe3,
    Toe4,
    Toe5,
};

inline constexpr std::size_t kPartCount = 20;

inline constexpr std::array<std::string_view, kPartCount> kPartNames = {
    "head",   "nose", "ear",    "chin", "neck", "torso", "arm",  "palm", "thumb", "index",
    "middle", "ring", "little", "leg",  "foot", "toe1",  "toe2", "toe3", "toe4",  "toe5"};

constexpr std::size_t indexOf(Part part) {
    return static_cast<std::size_t>(part);
}

constexpr bool isTube(Part part) {
    return part == Part::Neck || part == Part::Torso || part == Part::Arm || part == Part::Palm ||
           part == Part::Leg || part == Part::Foot;
}

// Nose, ear, chin, fingers and toes: rows of round cones.
constexpr bool isChain(Part part) {
    return part != Part::Head && !isTube(part);
}

}  // namespace palpate::bodygen
