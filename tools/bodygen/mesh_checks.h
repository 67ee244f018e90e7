#pragma once

#include "bodygen/mesh.h"

#include <cstddef>
#include <vector>

namespace palpate::bodygen {

struct MeshReport {
    std::size_t points = 0, triangles = 0, components = 0;
    std::size_t badEdges = 0;           // edges that do not have exactly two triangles in opposite directions
    std::size_t unpairedPoints = 0;     // points without a bitwise mirror image
    std::size_t unpairedTriangles = 0;  // triangles whose mirror image is no triangle
    std::vector<std::uint32_t> flipped;  // triangles facing against the mean of their points' normals
    std::vector<std::uint32_t> thin;     // triangles with an angle below 12 degrees
    int genus = 0;                       // of all components together; meaningful where badEdges is 0
    double smallestAngle = 0.0;          // degrees
    double angleAt1Percent = 0.0, angleAtTenthPercent = 0.0;  // degrees, of the triangles' smallest angles
    double medianEdge = 0.0, longestEdge = 0.0;               // metres
    double area = 0.0, volume = 0.0;                          // square and cubic metres
};

// `normals` unit, one a point.
MeshReport checkMesh(const Mesh& mesh, const std::vector<Vec3>& normals);

// Pairs of triangles without a common point that cut each other.
std::vector<std::pair<std::uint32_t, std::uint32_t>> selfIntersections(const Mesh& mesh);

}  // namespace palpate::bodygen
