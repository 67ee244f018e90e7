#include "bodygen/mesh_checks.h"
#include "bodygen/standard_body.h"
#include "core/atomic_file.h"

#include <cstdio>
#include <map>
#include <optional>

namespace {

using namespace palpate;
using namespace palpate::bodygen;

constexpr const char* kHelp =
    "palpate-bodygen makes Palpate's standard body from the tables in models/.\n\n"
    "  palpate-bodygen --remesh --output DIR           new topology: standard_body.glb, its atlas and "
    "manifest.json\n"
    "  palpate-bodygen --figures --output DIR          the same from the topology there is, after a change "
    "of tables\n"
    "  palpate-bodygen --atlas --output DIR            new labels for the body there is\n"
    "  palpate-bodygen --figure F --pose P --output X.glb\n"
    "                                                  figure F (neutral, female, ...) in pose P (chart or "
    "reference) on that topology\n"
    "  palpate-bodygen --check FILE                    what a body of ours is like: closed, symmetric, "
    "edges, angles\n\n"
    "  --models DIR       the folder of the tables (models)\n"
    "  --coarseness X     factor on every edge length (1)\n";

struct Options {
    std::map<std::string, std::string> values;
    bool remesh = false, figures = false, atlas = false, help = false;

    [[nodiscard]] std::string value(const std::string& key, const std::string& fallback) const {
        const auto found = values.find(key);
        return found == values.end() ? fallback : found->second;
    }
};

core::Result<Options> readOptions(int count, char** words) {
    Options out;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--remesh") {
            out.remesh = true;
        } else if (word == "--figures") {
            out.figures = true;
        } else if (word == "--atlas") {
            out.atlas = true;
        } else if (word == "--help") {
            out.help = true;
        } else if (word.starts_with("--") && i + 1 < count) {
            out.values[word] = words[++i];
        } else {
            return core::Error{"The option cannot be understood", word, "See palpate-bodygen --help.",
                               core::Error::Kind::Usage};
        }
    }
    return out;
}

void where(const char* what, const Mesh& mesh, std::uint32_t triangle) {
    const Vec3& p = mesh.points[mesh.triangles[triangle][0]];
    std::printf("  %s at %.3f %.3f %.3f m\n", what, p.x, p.y, p.z);
}

void report(const BodyModel& model) {
    const Mesh mesh = meshOf(model);
    std::vector<Vec3> normals;
    for (const glm::vec3& n : model.normals)
        normals.emplace_back(n);
    const MeshReport r = checkMesh(mesh, normals);
    const auto cuts = selfIntersections(mesh);
    std::printf("%s: vertices %zu, triangles %zu, pieces %zu, genus %d, bad edges %zu\n", model.name.c_str(),
                r.points, r.triangles, r.components, r.genus, r.badEdges);
    std::printf("points without mirror image %zu, triangles %zu; flipped %zu; self-intersections %zu\n",
                r.unpairedPoints, r.unpairedTriangles, r.flipped.size(), cuts.size());
    std::printf(
        "smallest angle %.1f degrees (0.1 %%: %.1f, 1 %%: %.1f); edge median %.2f mm, longest %.2f mm\n",
        r.smallestAngle, r.angleAtTenthPercent, r.angleAt1Percent, r.medianEdge * 1e3, r.longestEdge * 1e3);
    std::printf("area %.4f m2, volume %.2f l, topology %s\n", r.area, r.volume * 1e3,
                topologyId(model).c_str());
    for (const std::uint32_t t : r.thin)
        where("thin", mesh, t);
    for (const std::uint32_t t : r.flipped)
        where("flipped", mesh, t);
    for (const auto& [t, other] : cuts)
        where("cut", mesh, t);
}

// The body as it is to be stored: a new topology, the one there is under the tables of today, or just as it
// is.
core::Result<BodyModel> bodyToStore(const Options& options, const std::filesystem::path& models) {
    if (!options.remesh && !options.figures) return readGlb(models / "standard_body.glb");
    auto base = options.remesh ? remeshStandardBody(models, std::stod(options.value("--coarseness", "1")))
                               : readGlb(models / "standard_body.glb");
    if (!base) return base;
    return withFigures(*base, models);
}

// The three files of the product.
core::Result<void> makeFiles(const Options& options) {
    const std::filesystem::path models = options.value("--models", "models");
    const auto model = bodyToStore(options, models);
    if (!model) return model.error();
    const auto files = bodyFiles(*model, glbBytes(*model), models);
    if (!files) return files.error();
    if (auto written = writeBodyFiles(*files, options.value("--output", "models")); !written) return written;
    report(*model);
    for (const BodyModel::Target& target : model->targets)
        report(figureOf(*model, target));
    return {};
}

core::Result<void> makeFigure(const Options& options) {
    const std::filesystem::path models = options.value("--models", "models");
    const std::string pose = options.value("--pose", "chart");
    if (pose != "chart" && pose != "reference")
        return core::Error{"There is no such pose", pose, "Use chart or reference.",
                           core::Error::Kind::Usage};
    const auto base = readGlb(models / "standard_body.glb");
    if (!base) return base.error();
    const auto model = evaluateFigure(*base, models, options.values.at("--figure"),
                                      pose == "chart" ? Pose::Chart : Pose::Reference);
    if (!model) return model.error();
    if (auto written = core::writeFileAtomically(options.value("--output", "figure.glb"), glbBytes(*model));
        !written)
        return written;
    report(*model);
    return {};
}

core::Result<void> run(const Options& options) {
    if (options.remesh || options.figures || options.atlas) return makeFiles(options);
    if (options.values.contains("--figure")) return makeFigure(options);
    if (options.values.contains("--check")) {
        const auto model = readGlb(options.values.at("--check"));
        if (!model) return model.error();
        report(*model);
        return {};
    }
    std::fputs(kHelp, stdout);
    return {};
}

}  // namespace

int main(int count, char** words) {
    const auto options = readOptions(count, words);
    const core::Result<void> done = options ? run(*options) : core::Result<void>(options.error());
    if (done) return 0;
    std::fprintf(stderr, "palpate-bodygen: %s\n", done.error().message().c_str());
    return done.error().kind == core::Error::Kind::Usage ? 2 : 1;
}
