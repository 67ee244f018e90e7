#pragma once

#include "bodygen/parts.h"
#include "bodygen/smooth.h"
#include "core/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::bodygen {

// One row of a tube's table: shape of the cross section at `s` along the tube.
struct Station {
    double s = 0.0;
    Vec3 centre{0.0};             // metres; its frame is the tube's Axis
    std::vector<double> cosines;  // metres, terms 0..order of the radius over the angle
    std::vector<double> sines;    // metres, terms 1..order; empty for a symmetric tube
};

enum class Axis {
    World,  // station centres are world coordinates
    Bone,   // the axis follows shoulder, elbow and wrist; no centres are stored
    Hand,   // from the wrist: along the hand, towards the thumb, dorsal
};

struct TubeTable {
    Axis axis = Axis::World;
    int order = 0;
    bool symmetric = false;
    double rounding = 0.0;  // metres, of both ends
    std::vector<Station> stations;
};

struct HeadTable {
    Vec3 centre{0.0};  // metres
    int degree = 0;
    std::vector<double> terms;  // metres, by degree l then order m = 0..l
};

// Shape of one body as numbers, in the pose of its table. The left half; the right is its mirror image.
struct Figure {
    std::string name;
    std::map<std::string, Vec3, std::less<>> joints;  // metres
    std::map<std::string, TubeTable, std::less<>> tubes;
    HeadTable head;
    std::vector<std::pair<std::string, double>>
        relief;  // name or start of a name or "*", factor; last match counts

    [[nodiscard]] const Vec3& joint(
        std::string_view name) const;  // must exist: readFigure checks all of them
    // Factor on the amplitude of the landmark called `landmark`.
    [[nodiscard]] double reliefFactor(std::string_view landmark) const;
};

// Errors name the file and the line: unknown keyword, wrong number of values, missing joint or tube.
core::Result<Figure> readFigure(const std::filesystem::path& path);

// (1 - share) * a + share * b in every number. Both must have the same layout (they do when readFigure
// accepted them with equal orders and station counts); otherwise an error.
core::Result<Figure> mixFigures(const Figure& a, const Figure& b, double share);

}  // namespace palpate::bodygen
