#include "bodygen/body_file.h"

#include "core/atomic_file.h"
#include "core/hash.h"

#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>

#include <glm/common.hpp>

namespace palpate::bodygen {
namespace {

static_assert(std::endian::native == std::endian::little,
              "glTF is little-endian and is written as memory lies");

constexpr std::uint32_t kMagic = 0x46546c67, kJsonChunk = 0x4e4f534a, kBinaryChunk = 0x004e4942;
constexpr int kFloat = 5126, kUnsigned = 5125, kVertexBuffer = 34962, kIndexBuffer = 34963;

std::string numberText(float value) {
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%.9g", static_cast<double>(value));
    return {text, static_cast<std::size_t>(length)};
}

std::string vectorText(const glm::vec3& v) {
    return "[" + numberText(v.x) + "," + numberText(v.y) + "," + numberText(v.z) + "]";
}

class GlbWriter {
public:
    std::vector<std::byte> run(const BodyModel& model) {
        addVectors(model.points, true);
        addVectors(model.normals, false);
        addIndices(model.triangles);
        std::string targets, names, weights;
        for (const BodyModel::Target& target : model.targets) {
            const int first = m_count;
            addVectors(differences(target.points, model.points), true);
            addVectors(differences(target.normals, model.normals), false);
            const std::string comma = names.empty() ? "" : ",";
            targets += comma + "{\"POSITION\":" + std::to_string(first) +
                       ",\"NORMAL\":" + std::to_string(first + 1) + "}";
            names += comma + "\"" + target.name + "\"";
            weights += comma + "0";
        }
        std::string mesh = "{\"name\":\"" + model.name +
                           "\",\"extras\":{\"vertexCount\":" + std::to_string(model.points.size()) +
                           ",\"triangleCount\":" + std::to_string(model.triangles.size()) +
                           ",\"topologyId\":\"" + topologyId(model) + "\",\"targetNames\":[" + names + "]},";
        if (!weights.empty()) mesh += "\"weights\":[" + weights + "],";
        mesh += "\"primitives\":[{\"attributes\":{\"POSITION\":0,\"NORMAL\":1},\"indices\":2,\"mode\":4";
        if (!targets.empty()) mesh += ",\"targets\":[" + targets + "]";
        mesh += "}]}";
        std::string json =
            "{\"asset\":{\"version\":\"2.0\",\"generator\":\"palpate-bodygen\"},\"scene\":0,"
            "\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"name\":\"standard_body\"}],\"meshes\":[" +
            mesh + "],\"accessors\":[" + m_accessors + "],\"bufferViews\":[" + m_views +
            "],\"buffers\":[{\"byteLength\":" + std::to_string(m_binary.size()) + "}]}";
        json.resize((json.size() + 3) / 4 * 4, ' ');
        return file(json);
    }

private:
    static std::vector<glm::vec3> differences(const std::vector<glm::vec3>& to,
                                              const std::vector<glm::vec3>& from) {
        std::vector<glm::vec3> out(to.size());
        for (std::size_t i = 0; i < to.size(); ++i)
            out[i] = to[i] - from[i];
        return out;
    }
    void addView(const void* data, std::size_t bytes, int target) {
        m_views += std::string(m_count > 0 ? "," : "") +
                   "{\"buffer\":0,\"byteOffset\":" + std::to_string(m_binary.size()) +
                   ",\"byteLength\":" + std::to_string(bytes) + ",\"target\":" + std::to_string(target) + "}";
        const std::size_t at = m_binary.size();
        m_binary.resize(at + bytes);
        std::memcpy(m_binary.data() + at, data, bytes);
    }
    void addAccessor(int type, std::size_t count, const std::string& rest) {
        m_accessors += std::string(m_count > 0 ? "," : "") + "{\"bufferView\":" + std::to_string(m_count) +
                       ",\"componentType\":" + std::to_string(type) + ",\"count\":" + std::to_string(count) +
                       rest + "}";
        ++m_count;
    }
    void addVectors(const std::vector<glm::vec3>& vectors, bool range) {
        addView(vectors.data(), vectors.size() * sizeof(glm::vec3), kVertexBuffer);
        std::string rest = ",\"type\":\"VEC3\"";
        if (range && !vectors.empty()) {
            glm::vec3 low = vectors.front(), high = low;
            for (const glm::vec3& v : vectors) {
                low = glm::min(low, v);
                high = glm::max(high, v);
            }
            rest += ",\"min\":" + vectorText(low) + ",\"max\":" + vectorText(high);
        }
        addAccessor(kFloat, vectors.size(), rest);
    }
    void addIndices(const std::vector<Triangle>& triangles) {
        addView(triangles.data(), triangles.size() * sizeof(Triangle), kIndexBuffer);
        addAccessor(kUnsigned, triangles.size() * 3, ",\"type\":\"SCALAR\"");
    }
    [[nodiscard]] std::vector<std::byte> file(const std::string& json) const {
        std::vector<std::byte> out;
        const auto put = [&out](const void* data, std::size_t bytes) {
            const std::size_t at = out.size();
            out.resize(at + bytes);
            std::memcpy(out.data() + at, data, bytes);
        };
        const auto putNumber = [&put](std::size_t number) {
            const auto value = static_cast<std::uint32_t>(number);
            put(&value, sizeof value);
        };
        putNumber(kMagic);
        putNumber(2);
        putNumber(12 + 8 + json.size() + 8 + m_binary.size());
        putNumber(json.size());
        putNumber(kJsonChunk);
        put(json.data(), json.size());
        putNumber(m_binary.size());
        putNumber(kBinaryChunk);
        put(m_binary.data(), m_binary.size());
        return out;
    }

    std::vector<std::byte> m_binary;
    std::string m_views, m_accessors;
    int m_count = 0;
};

std::uint32_t numberAt(const std::vector<std::byte>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    if (at + 4 <= bytes.size()) std::memcpy(&value, bytes.data() + at, 4);
    return value;
}

std::size_t countNamed(std::string_view json, std::string_view key) {
    const std::string quoted = "\"" + std::string(key) + "\":";
    const std::size_t at = json.find(quoted);
    std::size_t value = 0;
    if (at != std::string_view::npos)
        std::from_chars(json.data() + at + quoted.size(), json.data() + json.size(), value);
    return value;
}

// The text after `opening` up to the next quote.
std::string textNamed(std::string_view json, std::string_view opening) {
    const std::size_t at = json.find(opening);
    if (at == std::string_view::npos) return {};
    const std::size_t start = at + opening.size();
    return std::string(json.substr(start, json.find('"', start) - start));
}

std::vector<std::string> targetNames(std::string_view json) {
    constexpr std::string_view kOpening = "\"targetNames\":[";
    std::vector<std::string> out;
    const std::size_t at = json.find(kOpening);
    if (at == std::string_view::npos) return out;
    const std::size_t end = json.find(']', at);
    for (std::size_t quote = json.find('"', at + kOpening.size()); quote < end;) {
        const std::size_t close = json.find('"', quote + 1);
        out.emplace_back(json.substr(quote + 1, close - quote - 1));
        quote = json.find('"', close + 1);
    }
    return out;
}

}  // namespace

BodyModel figureOf(const BodyModel& model, const BodyModel::Target& target) {
    return {target.name, target.points, target.normals, model.triangles, {}};
}

Mesh meshOf(const BodyModel& model) {
    Mesh out;
    for (const glm::vec3& p : model.points)
        out.points.emplace_back(p);
    out.triangles = model.triangles;
    return out;
}

std::string topologyId(const BodyModel& model) {
    core::Fnv1a64 hash;
    hash.addU32(static_cast<std::uint32_t>(model.points.size()));
    for (const Triangle& t : model.triangles)
        for (const std::uint32_t v : t)
            hash.addU32(v);
    return hash.hex();
}

std::vector<std::byte> glbBytes(const BodyModel& model) {
    return GlbWriter().run(model);
}

core::Result<BodyModel> readGlb(const std::filesystem::path& path) {
    const auto bytes = core::readFile(path);
    if (!bytes) return bytes.error();
    const core::Error foreign{"This is not a body that palpate-bodygen wrote", path.string(),
                              "Make it anew with palpate-bodygen --remesh."};
    const std::size_t jsonSize = numberAt(*bytes, 12);
    if (bytes->size() < 28 || numberAt(*bytes, 0) != kMagic || numberAt(*bytes, 16) != kJsonChunk ||
        bytes->size() < 28 + jsonSize)
        return foreign;
    const std::string_view json(reinterpret_cast<const char*>(bytes->data()) + 20, jsonSize);
    const std::size_t points = countNamed(json, "vertexCount"), triangles = countNamed(json, "triangleCount");
    const std::vector<std::string> names = targetNames(json);
    const std::size_t vectors = points * sizeof(glm::vec3);
    const std::size_t expected = 2 * vectors * (1 + names.size()) + triangles * sizeof(Triangle);
    if (points == 0 || points > 10'000'000 || triangles > 20'000'000 ||
        28 + jsonSize + expected != bytes->size())
        return foreign;

    std::size_t at = 28 + jsonSize;
    const auto take = [&](void* to, std::size_t count) {
        std::memcpy(to, bytes->data() + at, count);
        at += count;
    };
    const auto takeVectors = [&](const std::vector<glm::vec3>* base) {
        std::vector<glm::vec3> out(points);
        take(out.data(), vectors);
        for (std::size_t i = 0; base != nullptr && i < points; ++i)
            out[i] += (*base)[i];
        return out;
    };
    BodyModel model;
    model.name = textNamed(json, "\"meshes\":[{\"name\":\"");
    model.points = takeVectors(nullptr);
    model.normals = takeVectors(nullptr);
    model.triangles.resize(triangles);
    take(model.triangles.data(), triangles * sizeof(Triangle));
    for (const std::string& name : names) {
        BodyModel::Target target{name, takeVectors(&model.points), {}};
        target.normals = takeVectors(&model.normals);
        model.targets.push_back(std::move(target));
    }
    for (const Triangle& t : model.triangles)
        for (const std::uint32_t v : t)
            if (v >= points) return foreign;
    return model;
}

}  // namespace palpate::bodygen
