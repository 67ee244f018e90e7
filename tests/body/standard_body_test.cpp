#include "body/body_model.h"
#include "body/model_file.h"
#include "core/random.h"
#include "support/glb.h"
#include "support/test_bodies.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace palpate;
namespace fs = std::filesystem;
using body::SurfaceMesh;
using Bytes = std::vector<std::byte>;

namespace {

// A folder of models that is gone after the test.
class ModelsFolder {
public:
    ModelsFolder() : m_path(fs::temp_directory_path() / ("palpate-body-" + std::to_string(::getpid()))) {
        fs::create_directories(m_path);
    }
    ModelsFolder(const ModelsFolder&) = delete;
    ModelsFolder& operator=(const ModelsFolder&) = delete;
    ~ModelsFolder() { fs::remove_all(m_path); }

    [[nodiscard]] const fs::path& path() const { return m_path; }
    void putModel(const Bytes& bytes) const {
        put("standard_body.glb", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    void putAtlas(const std::string& text) const { put("standard_body.atlas.json", text); }

private:
    // Not atomically: hundreds of files would each wait for the disk.
    void put(const char* name, std::string_view text) const {
        std::ofstream file(m_path / name, std::ios::binary | std::ios::trunc);
        REQUIRE(file.write(text.data(), static_cast<std::streamsize>(text.size())));
    }

    fs::path m_path;
};

std::string atlasFor(const SurfaceMesh& mesh) {
    const auto atlas = body::Atlas::create({{"all", "all", "All", "All", body::Side::Middle, {}}},
                                           std::vector<body::RegionIndex>(mesh.vertexCount(), 0));
    const nlohmann::json file = {{"format", 1},
                                 {"topology_id", mesh.topologyId()},
                                 {"atlas_id", atlas->id()},
                                 {"vertices", mesh.vertexCount()},
                                 {"regions",
                                  {{{"id", "all"},
                                    {"base", "all"},
                                    {"side", "middle"},
                                    {"name", "All"},
                                    {"clinical", "All"},
                                    {"mirror", nullptr}}}},
                                 {"labels", {{"regions", {{0, mesh.vertexCount()}}}}}};
    return file.dump();
}

// The little man twice as wide, as a morph target.
test::GlbTarget wideFigure(const SurfaceMesh& mesh) {
    test::GlbTarget target{"larger", {mesh.positions().begin(), mesh.positions().end()}};
    for (glm::vec3& p : target.positions)
        p.x *= 2.0F;
    return target;
}

std::string complaintAbout(const ModelsFolder& folder, const char* figure = "neutral") {
    const auto loaded = body::loadStandardBody(folder.path(), figure);
    return loaded.has_value() ? std::string("none") : loaded.error().message();
}

bool contains(const std::string& text, const std::string& part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a loaded body has the vertices and triangles of its file in the file's order, to the bit") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeLittleManMesh();
    folder.putModel(test::makeGlb(mesh));
    folder.putAtlas(atlasFor(mesh));
    const auto body = body::loadStandardBody(folder.path());
    REQUIRE_MESSAGE(body.has_value(), complaintAbout(folder));
    const SurfaceMesh& loaded = (*body)->mesh();
    CHECK((*body)->figure() == "neutral");
    CHECK(std::equal(mesh.positions().begin(), mesh.positions().end(), loaded.positions().begin(),
                     loaded.positions().end()));
    CHECK(std::equal(mesh.normals().begin(), mesh.normals().end(), loaded.normals().begin(),
                     loaded.normals().end()));
    CHECK(std::equal(mesh.triangles().begin(), mesh.triangles().end(), loaded.triangles().begin(),
                     loaded.triangles().end()));
    CHECK(loaded.topologyId() == mesh.topologyId());
    CHECK((*body)->bvh().firstHit({{0.0F, 1.1F, 3.0F}, {0.0F, 0.0F, -1.0F}}).has_value());
}

TEST_CASE("figures are the base and the morph targets, by name, on one topology") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeLittleManMesh();
    folder.putModel(test::makeGlb(
        mesh, {wideFigure(mesh), {"child", {mesh.positions().begin(), mesh.positions().end()}}}));
    folder.putAtlas(atlasFor(mesh));
    const auto figures = body::standardBodyFigures(folder.path());
    REQUIRE(figures.has_value());
    CHECK(*figures == std::vector<std::string>{"neutral", "larger", "child"});
    const auto larger = body::loadStandardBody(folder.path(), "larger");
    REQUIRE(larger.has_value());
    CHECK((*larger)->figure() == "larger");
    CHECK((*larger)->mesh().topologyId() == mesh.topologyId());
    for (std::uint32_t v = 0; v < mesh.vertexCount(); ++v) {
        const glm::vec3 expected = mesh.positions()[v] * glm::vec3(2.0F, 1.0F, 1.0F);
        REQUIRE(glm::distance((*larger)->mesh().positions()[v], expected) < 1e-6F);
        REQUIRE((*larger)->mesh().mirrorOf(v) == mesh.mirrorOf(v));
    }
    const auto giant = body::loadStandardBody(folder.path(), "giant");
    REQUIRE_FALSE(giant.has_value());
    CHECK(giant.error().kind == core::Error::Kind::Usage);
    CHECK(contains(giant.error().message(), "\"giant\""));
    CHECK(contains(giant.error().message(), "neutral, larger, child"));
}

TEST_CASE("a missing, empty, truncated or foreign model file is refused with its path and what is wrong") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeSphere(0.5F, 3);
    folder.putAtlas(atlasFor(mesh));
    CHECK(contains(complaintAbout(folder), "no such file"));
    CHECK(contains(complaintAbout(folder), "standard_body.glb"));
    folder.putModel({});
    CHECK(contains(complaintAbout(folder), "not a glTF 2.0 binary"));
    const Bytes whole = test::makeGlb(mesh);
    for (const std::size_t length : {std::size_t{1}, std::size_t{11}}) {
        folder.putModel({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)});
        CHECK(contains(complaintAbout(folder), "not a glTF 2.0 binary"));
    }
    for (std::size_t length = 12; length < whole.size(); length += whole.size() / 37) {
        folder.putModel({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)});
        CHECK(contains(complaintAbout(folder), "cut short"));
    }
    const std::string text = "solid cube: this is an STL file, renamed by somebody";
    const auto asBytes = std::as_bytes(std::span(text.data(), text.size()));
    folder.putModel({asBytes.begin(), asBytes.end()});
    CHECK(contains(complaintAbout(folder), "not a glTF 2.0 binary"));
    folder.putModel(whole);
    CHECK(complaintAbout(folder) == "none");
}

TEST_CASE("a glTF file that is not one mesh of triangles where it stands is refused") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeSphere(0.5F, 2);
    folder.putAtlas(atlasFor(mesh));
    const auto complaint = [&](const test::GlbFaults& faults) {
        folder.putModel(test::makeGlb(mesh, {}, faults));
        return complaintAbout(folder);
    };
    CHECK(contains(complaint({2, "", 0, 4}), "2 meshes instead of one"));
    CHECK(contains(complaint({1, "\"scale\":[2,2,2]", 0, 4}), "moves or scales"));
    CHECK(contains(complaint({1, "\"translation\":[0,1,0]", 0, 4}), "moves or scales"));
    CHECK(contains(complaint({1, "", 0, 1}), "not made of triangles"));
    CHECK(complaint({1, "", 5, 4}) != "none");  // indices beyond the last vertex
}

TEST_CASE("a model with numbers that are not finite is refused") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeSphere(0.5F, 2);
    folder.putAtlas(atlasFor(mesh));
    test::GlbTarget broken = wideFigure(mesh);
    broken.positions[7].y = std::numeric_limits<float>::quiet_NaN();
    folder.putModel(test::makeGlb(mesh, {broken}));
    CHECK(contains(complaintAbout(folder, "larger"), "not finite"));
}

TEST_CASE("an atlas that is missing, damaged or of another body is named") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeSphere(0.5F, 2);
    folder.putModel(test::makeGlb(mesh));
    CHECK(contains(complaintAbout(folder), "no such file"));
    CHECK(contains(complaintAbout(folder), "standard_body.atlas.json"));
    folder.putAtlas("not json");
    CHECK(contains(complaintAbout(folder), "not a body atlas"));
    folder.putAtlas(atlasFor(test::makeSphere(0.5F, 3)));
    CHECK(contains(complaintAbout(folder), "made for the body"));
    CHECK(contains(complaintAbout(folder), "standard_body.atlas.json"));
}

TEST_CASE("a damaged model file gives a body or an error, never anything worse") {
    const ModelsFolder folder;
    const SurfaceMesh mesh = test::makeSphere(0.5F, 1);
    folder.putAtlas(atlasFor(mesh));
    const Bytes whole = test::makeGlb(mesh, {wideFigure(mesh)});
    core::Random random(21);
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        Bytes damaged = whole;
        for (std::uint64_t n = 1 + random.below(4); n > 0; --n) {
            // Most of the damage where it hurts: in the header and the JSON.
            const std::size_t reach =
                random.below(4) == 0 ? damaged.size() : std::min<std::size_t>(damaged.size(), 1500);
            damaged[random.below(reach)] = static_cast<std::byte>(random.below(256));
        }
        folder.putModel(damaged);
        const auto loaded = body::loadStandardBody(folder.path());
        if (loaded) continue;
        ++refused;
        CHECK_FALSE(loaded.error().what.empty());
        CHECK(loaded.error().where.find("standard_body") != std::string::npos);
    }
    CHECK(refused > 150);
}
