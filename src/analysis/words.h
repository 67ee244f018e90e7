#pragma once

#include "analysis/measures.h"
#include "body/body_model.h"
#include "map/layer.h"

#include <string>
#include <vector>

namespace palpate::analysis {

// Sorts into the order in which the vocabularies show their words (pain words, then findings, then the rest
// by name) and takes out doubles.
void sortWords(std::vector<std::string>& words);

// "Left shoulder blade", "Nose, mouth and chin"; always the person's own side.
[[nodiscard]] std::string describeRegion(const body::Region& region);

// "7 out of 10", "pressure 3 out of 5", "avoid".
[[nodiscard]] std::string describeLevel(map::LayerKind layer, double level);

// "in the muscle"; "" if it was not stated.
[[nodiscard]] std::string describeDepth(map::Depth depth);

// One line in plain words: "Left shoulder blade, 7 out of 10, aching, in the muscle". `place` is one of the
// places of `layer`, measured on `body`.
[[nodiscard]] std::string describePlace(const body::BodyModel& body, const map::Layer& layer,
                                        const PlaceMeasures& place);

// "Left shoulder blade, 7 out of 10, aching": where the centre of a connected patch lies, its peak, its
// words.
[[nodiscard]] std::string describeCluster(const body::BodyModel& body, map::LayerKind layer,
                                          const ClusterMeasures& cluster);

}  // namespace palpate::analysis
