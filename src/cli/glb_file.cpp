#include "cli/glb_file.h"

#include "core/version.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace palpate::cli {

namespace {

using Json = nlohmann::ordered_json;

static_assert(std::endian::native == std::endian::little,
              "glTF is little-endian, and vertices are copied as they lie in memory");

constexpr std::uint32_t kMagic = 0x46546c67, kJsonChunk = 0x4e4f534a, kBinaryChunk = 0x004e4942;
constexpr int kFloat = 5126, kUnsignedInt = 5125, kTriangles = 4;
constexpr int kVertexBuffer = 34962, kIndexBuffer = 34963;

// Buffer, views and accessors, growing together.
struct Buffer {
    std::vector<std::byte> bytes;
    Json views = Json::array();
    Json accessors = Json::array();

    template <typename Item>
    int add(std::span<const Item> items, int target, Json accessor) {
        const auto raw = std::as_bytes(items);
        views.push_back(
            {{"buffer", 0}, {"byteOffset", bytes.size()}, {"byteLength", raw.size()}, {"target", target}});
        bytes.insert(bytes.end(), raw.begin(), raw.end());
        accessor["bufferView"] = views.size() - 1;
        accessors.push_back(std::move(accessor));
        return static_cast<int>(accessors.size()) - 1;
    }
};

Json vectorAccessor(std::size_t count) {
    return {{"componentType", kFloat}, {"count", count}, {"type", "VEC3"}};
}

Json triple(const glm::vec3& v) {
    return Json::array({v.x, v.y, v.z});
}

void put(std::vector<std::byte>& out, std::size_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<std::byte>((number >> shift) & 0xffU));
}

std::vector<std::byte> assemble(std::string json, const std::vector<std::byte>& binary) {
    json.resize((json.size() + 3) / 4 * 4, ' ');
    std::vector<std::byte> out;
    put(out, kMagic);
    put(out, 2);
    put(out, 12 + 8 + json.size() + 8 + binary.size());
    put(out, json.size());
    put(out, kJsonChunk);
    const auto text = std::as_bytes(std::span(json.data(), json.size()));
    out.insert(out.end(), text.begin(), text.end());
    put(out, binary.size());
    put(out, kBinaryChunk);
    out.insert(out.end(), binary.begin(), binary.end());
    return out;
}

}  // namespace

std::vector<std::byte> toGlb(const body::SurfaceMesh& mesh, const std::string& name) {
    Buffer buffer;
    Json positions = vectorAccessor(mesh.vertexCount());
    positions["min"] = triple(mesh.bounds().lowest);
    positions["max"] = triple(mesh.bounds().highest);
    const int position = buffer.add(mesh.positions(), kVertexBuffer, std::move(positions));
    const int normal = buffer.add(mesh.normals(), kVertexBuffer, vectorAccessor(mesh.vertexCount()));
    const int indices = buffer.add(
        mesh.triangles(), kIndexBuffer,
        {{"componentType", kUnsignedInt}, {"count", 3 * mesh.triangles().size()}, {"type", "SCALAR"}});
    const Json primitive{{"attributes", {{"POSITION", position}, {"NORMAL", normal}}},
                         {"indices", indices},
                         {"mode", kTriangles}};
    const Json document{
        {"asset", {{"version", "2.0"}, {"generator", std::string("Palpate ") + core::version()}}},
        {"scene", 0},
        {"scenes", Json::array({{{"nodes", Json::array({0})}}})},
        {"nodes", Json::array({{{"mesh", 0}, {"name", name}}})},
        {"meshes", Json::array({{{"name", name},
                                 {"extras", {{"topologyId", mesh.topologyId()}}},
                                 {"primitives", Json::array({primitive})}}})},
        {"accessors", buffer.accessors},
        {"bufferViews", buffer.views},
        {"buffers", Json::array({{{"byteLength", buffer.bytes.size()}}})}};
    return assemble(document.dump(), buffer.bytes);
}

}  // namespace palpate::cli
