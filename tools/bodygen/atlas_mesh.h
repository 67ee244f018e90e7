#pragma once

#include "bodygen/part_coordinates.h"

#include <cstdint>
#include <vector>

namespace palpate::bodygen {

// What labelling asks of the mesh. Labels are numbers a point; kNoLabel marks a point without one. Only the
// left half with the midline is labelled, the right half is its mirror image.
inline constexpr std::uint16_t kNoLabel = 0xffff;

using Neighbours = std::vector<std::vector<std::uint32_t>>;
Neighbours neighboursOf(const BodyModel& model);

// Copies the labels of the left half to the right; `partner` as mirrorPartners() has it.
void mirrorLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                  const std::vector<std::uint32_t>& partner);

// Gives every unlabelled point of the left half the label most of its labelled neighbours have, ring by ring.
// Returns how many points it labelled.
std::size_t fillLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                       const Neighbours& around);

// Takes the teeth off borders: a point most of whose neighbours share one other label takes that one. Points
// on the midline count their neighbours of the left half twice, as if both halves were there.
// Returns how many labels changed.
std::size_t smoothLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                         const Neighbours& around);

// Takes the label from every connected part of a label that has fewer than `smallest` points, or, without a
// number, from all but the largest part. Returns how many points lost theirs.
std::size_t dropSmallParts(std::vector<std::uint16_t>& labels, const Neighbours& around,
                           std::size_t smallest = SIZE_MAX);

}  // namespace palpate::bodygen
