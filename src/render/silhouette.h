#pragma once

#include "render/contour_trace.h"
#include "render/mesh_clusters.h"
#include "render/view.h"

#include <vector>

namespace palpate::render {

// Where the skin turns from facing the eye to facing away: the line a draughtsman begins with. Whether
// something else hides it is left to the depth test; where the skin is hollow it hides itself, and the line
// is left out. `slope` is the curvature along the way to the eye, 1/m: near the end of a line it goes to
// zero. Points of one line are at least `leastPixels` apart on the picture, a third of that where it bends,
// but for the last.
[[nodiscard]] std::vector<ContourPoint> traceSilhouette(const body::SurfaceMesh& mesh,
                                                        const MeshClusters& clusters, const View& view,
                                                        float leastPixels);

}  // namespace palpate::render
