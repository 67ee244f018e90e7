#include "bodygen/figure_writer.h"
#include "bodygen/fit.h"
#include "core/atomic_file.h"

#include <cstdio>
#include <sstream>
#include <string>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

constexpr const char* kHelp =
    "palpate-bodyfit fits a figure table to the points of a mesh. Only the table is written; nothing of the "
    "mesh is kept.\n\n"
    "  palpate-bodyfit MODELS START.txt MESH.obj OUT.txt\n\n"
    "MODELS: the folder of chains.txt and landmarks.txt. MESH: Wavefront OBJ in metres, Y up, facing +Z, "
    "feet at y = 0, in\n"
    "the pose of the tables.\n";

core::Result<std::vector<Vec3>> readPoints(const std::string& path) {
    const auto text = core::readTextFile(path);
    if (!text) return text.error();
    std::vector<Vec3> points;
    std::istringstream lines(*text);
    std::string line, keyword;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        Vec3 p;
        if (words >> keyword && keyword == "v" && words >> p.x >> p.y >> p.z) points.push_back(p);
    }
    if (points.empty()) return core::Error{"The mesh has no points", path, "Give a Wavefront OBJ file."};
    return points;
}

core::Result<void> run(char** words) {
    const auto tables = readSharedTables(words[1]);
    if (!tables) return tables.error();
    const auto start = readFigure(words[2]);
    if (!start) return start.error();
    const auto points = readPoints(words[3]);
    if (!points) return points.error();
    const auto fitted = fitFigure(*start, *tables, *points, FitOptions{});
    if (!fitted) return fitted.error();
    std::printf("%zu points: %.2f mm off before, %.2f mm after (root mean square)\n", fitted->used,
                fitted->before * 1e3, fitted->after * 1e3);
    return core::writeFileAtomically(words[4], figureText(fitted->figure));
}

}  // namespace

int main(int count, char** words) {
    if (count != 5) {
        std::fputs(kHelp, stdout);
        return count == 2 && std::string(words[1]) == "--help" ? 0 : 2;
    }
    const auto done = run(words);
    if (done) return 0;
    std::fprintf(stderr, "palpate-bodyfit: %s\n", done.error().message().c_str());
    return 1;
}
