#include "analysis/measure_clusters.h"

#include "analysis/clusters.h"
#include "analysis/weighted_sum.h"
#include "analysis/words.h"

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <span>

namespace palpate::analysis {

namespace {

using Vertices = std::span<const std::uint32_t>;

glm::dvec3 meanPosition(const body::SurfaceMesh& mesh, Vertices cluster) {
    glm::dvec3 sum(0.0);
    double area = 0.0;
    for (const std::uint32_t vertex : cluster) {
        const auto weight = static_cast<double>(mesh.vertexAreas()[vertex]);
        sum += weight * glm::dvec3(mesh.positions()[vertex]);
        area += weight;
    }
    return area > 0.0 ? sum / area : glm::dvec3(mesh.positions()[cluster.front()]);
}

std::uint32_t nearestTo(const body::SurfaceMesh& mesh, Vertices cluster, const glm::dvec3& position) {
    std::uint32_t nearest = cluster.front();
    double least = std::numeric_limits<double>::infinity();
    for (const std::uint32_t vertex : cluster) {
        const double distance = glm::distance(glm::dvec3(mesh.positions()[vertex]), position);
        if (distance > least || (distance == least && vertex > nearest)) continue;
        least = distance;
        nearest = vertex;
    }
    return nearest;
}

// A vertex as a corner of the first triangle around it.
body::SkinPoint pointAt(const body::SurfaceMesh& mesh, std::uint32_t vertex) {
    const auto around = mesh.trianglesAround(vertex);
    if (around.empty()) return {};
    const body::Triangle& corners = mesh.triangles()[around.front()];
    body::SkinPoint point{around.front(), glm::vec3(0.0F)};
    for (int corner = 0; corner < 3; ++corner)
        point.barycentric[corner] = corners[static_cast<std::size_t>(corner)] == vertex ? 1.0F : 0.0F;
    return point;
}

std::vector<std::string> wordsIn(const map::Layer& layer, Vertices cluster) {
    std::set<map::PlaceNumber> places;
    for (const std::uint32_t vertex : cluster)
        places.insert(layer.placeNumbers()[vertex]);
    std::vector<std::string> words;
    for (const map::PlaceNumber place : places) {
        const auto row = layer.places().find(place);
        if (row == layer.places().end()) continue;
        words.insert(words.end(), row->second.words.begin(), row->second.words.end());
    }
    sortWords(words);
    return words;
}

ClusterMeasures measureCluster(const body::BodyModel& body, const map::Layer& layer, Vertices cluster,
                               double toCm2) {
    WeightedSum sum;
    for (const std::uint32_t vertex : cluster)
        sum.add(static_cast<double>(body.mesh().vertexAreas()[vertex]), layer.values()[vertex]);
    ClusterMeasures measures;
    measures.extentCm2 = sum.area * toCm2;
    measures.mean = sum.mean();
    measures.peak = sum.peakLevel();
    measures.centreVertex = nearestTo(body.mesh(), cluster, meanPosition(body.mesh(), cluster));
    measures.centre = pointAt(body.mesh(), measures.centreVertex);
    measures.centreRegion = body.atlas().regionOf(measures.centreVertex);
    measures.words = wordsIn(layer, cluster);
    return measures;
}

}  // namespace

std::vector<ClusterMeasures> measureClusters(const body::BodyModel& body, const map::Layer& layer,
                                             double toCm2) {
    std::vector<ClusterMeasures> clusters;
    for (const auto& cluster : findClusters(body.mesh(), layer.values()))
        clusters.push_back(measureCluster(body, layer, cluster, toCm2));
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const auto& a, const auto& b) { return a.extentCm2 > b.extentCm2; });
    return clusters;
}

}  // namespace palpate::analysis
