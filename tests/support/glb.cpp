#include "support/glb.h"

#include <cstdint>
#include <cstring>
#include <utility>

namespace palpate::test {

namespace {

class GlbWriter {
public:
    GlbWriter(const body::SurfaceMesh& mesh, const std::vector<GlbTarget>& targets, const GlbFaults& faults) {
        const std::vector<glm::vec3> base(mesh.positions().begin(), mesh.positions().end());
        std::vector<body::Triangle> triangles(mesh.triangles().begin(), mesh.triangles().end());
        for (body::Triangle& triangle : triangles) {
            for (std::uint32_t& corner : triangle)
                corner += faults.indexOffset;
        }
        addVectors(base);
        addVectors({mesh.normals().begin(), mesh.normals().end()});
        add(triangles, "5125", 3 * triangles.size(), "SCALAR");
        std::string targetList, names;
        for (const GlbTarget& target : targets) {
            std::vector<glm::vec3> offsets = target.positions;
            for (std::size_t v = 0; v < offsets.size(); ++v)
                offsets[v] -= base[v];
            targetList +=
                (names.empty() ? "" : ",") + std::string("{\"POSITION\":") + std::to_string(m_count) + "}";
            names += (names.empty() ? "\"" : ",\"") + target.name + "\"";
            addVectors(offsets);
        }
        m_mesh = "{\"extras\":{\"targetNames\":[" + names +
                 "]},\"primitives\":[{\"attributes\":{\"POSITION\":0,\"NORMAL\":1}," +
                 "\"indices\":2,\"mode\":" + std::to_string(faults.mode) +
                 (targets.empty() ? "" : ",\"targets\":[" + targetList + "]") + "}]}";
    }

    [[nodiscard]] std::vector<std::byte> file(const GlbFaults& faults) {
        std::string nodes, children, meshes;
        for (int i = 0; i < faults.meshes; ++i) {
            const std::string comma = i == 0 ? "" : ",", number = std::to_string(i);
            nodes += comma + "{\"mesh\":" + number + (faults.node.empty() ? "" : "," + faults.node) + "}";
            children += comma + number;
            meshes += comma + m_mesh;
        }
        std::string json = "{\"asset\":{\"version\":\"2.0\"},\"scene\":0,\"scenes\":[{\"nodes\":[" +
                           children + "]}],\"nodes\":[" + nodes + "],\"meshes\":[" + meshes +
                           "],\"accessors\":[" + m_accessors + "],\"bufferViews\":[" + m_views +
                           "],\"buffers\":[{\"byteLength\":" + std::to_string(m_binary.size()) + "}]}";
        json.resize((json.size() + 3) / 4 * 4, ' ');
        std::vector<std::byte> bytes;
        const auto put = [&](std::size_t number) {
            for (unsigned shift = 0; shift < 32; shift += 8)
                bytes.push_back(static_cast<std::byte>(number >> shift & 0xffU));
        };
        put(0x46546c67), put(2), put(28 + json.size() + m_binary.size());
        put(json.size()), put(0x4e4f534a);
        const auto* text = reinterpret_cast<const std::byte*>(json.data());
        bytes.insert(bytes.end(), text, text + json.size());
        put(m_binary.size()), put(0x004e4942);
        bytes.insert(bytes.end(), m_binary.begin(), m_binary.end());
        return bytes;
    }

private:
    void addVectors(const std::vector<glm::vec3>& vectors) { add(vectors, "5126", vectors.size(), "VEC3"); }

    template <typename Item>
    void add(const std::vector<Item>& items, const char* component, std::size_t count, const char* type) {
        const std::string comma = m_count == 0 ? "" : ",";
        const std::size_t offset = m_binary.size(), bytes = items.size() * sizeof(Item);
        m_binary.resize(offset + bytes);
        std::memcpy(m_binary.data() + offset, items.data(), bytes);
        m_views += comma + "{\"buffer\":0,\"byteOffset\":" + std::to_string(offset) +
                   ",\"byteLength\":" + std::to_string(bytes) + "}";
        m_accessors += comma + "{\"bufferView\":" + std::to_string(m_count) +
                       ",\"componentType\":" + component + ",\"count\":" + std::to_string(count) +
                       ",\"type\":\"" + type + "\"}";
        ++m_count;
    }

    std::vector<std::byte> m_binary;
    std::string m_views, m_accessors, m_mesh;
    int m_count = 0;
};

}  // namespace

std::vector<std::byte> makeGlb(const body::SurfaceMesh& mesh, const std::vector<GlbTarget>& targets,
                               const GlbFaults& faults) {
    return GlbWriter(mesh, targets, faults).file(faults);
}

}  // namespace palpate::test
