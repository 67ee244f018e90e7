#include "bodygen/polygonise.h"

#include "bodygen/parallel.h"

#include <numeric>
#include <unordered_map>

namespace palpate::bodygen {
namespace {

constexpr int kBlock = 4;           // cubes a block: the unit in which empty space is skipped
constexpr double kSteepness = 1.6;  // how much the field may outgrow the true distance
constexpr double kReliefHeight = 0.004;

// Corners of the six tetrahedra of a cube, bit 0: +x, bit 1: +y, bit 2: +z. All share the diagonal 0-7.
constexpr std::array<std::array<int, 4>, 6> kTetrahedra = {
    {{0, 1, 3, 7}, {0, 3, 2, 7}, {0, 2, 6, 7}, {0, 6, 4, 7}, {0, 4, 5, 7}, {0, 5, 1, 7}}};

class Polygoniser {
public:
    Polygoniser(const BodyField& field, double spacing) : m_field(field), m_spacing(spacing) {
        Box box;
        const BodyShape& shape = field.shape();
        for (const Part part : {Part::Torso, Part::Neck, Part::Leg, Part::Foot, Part::Arm, Part::Palm}) {
            box.add(shape.tube(part)->box().low);
            box.add(shape.tube(part)->box().high);
        }
        for (const Digit& digit : shape.fingers)
            box.add(digit.chain.box().high), box.add(digit.chain.box().low);
        for (const Digit& digit : shape.toes)
            box.add(digit.chain.box().high);
        box.add(shape.frame.headCentre, 0.16);
        m_low = Vec3(0.0, -3.0 * spacing, box.low.z - 0.02);
        const Vec3 size = box.high + 0.02 - m_low;
        for (int axis = 0; axis < 3; ++axis)
            m_blocks[static_cast<std::size_t>(axis)] =
                static_cast<int>(std::ceil(size[axis] / (spacing * kBlock)));
        for (std::size_t axis = 0; axis < 3; ++axis)
            m_nodes[axis] = m_blocks[axis] * kBlock + 1;
    }

    Mesh run() {
        findBlocks();
        fillNodes();
        for (const std::array<int, 3>& block : m_active)
            march(block);
        return std::move(m_mesh);
    }

private:
    [[nodiscard]] std::size_t node(int x, int y, int z) const {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(m_nodes[1]) +
                static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(m_nodes[0]) +
               static_cast<std::size_t>(x);
    }
    [[nodiscard]] Vec3 position(int x, int y, int z) const { return m_low + m_spacing * Vec3(x, y, z); }

    void findBlocks() {
        const auto columns = static_cast<std::size_t>(m_blocks[0]);
        const auto rows = static_cast<std::size_t>(m_blocks[1]);
        const std::size_t count = columns * rows * static_cast<std::size_t>(m_blocks[2]);
        std::vector<char> near(count, 0);
        const auto at = [&](std::size_t i) {
            return std::array<int, 3>{static_cast<int>(i % columns), static_cast<int>(i / columns % rows),
                                      static_cast<int>(i / columns / rows)};
        };
        const double half = 0.5 * kBlock * m_spacing;
        parallelFor(count, [&](std::size_t i) {
            const auto b = at(i);
            const Vec3 centre = position(b[0] * kBlock, b[1] * kBlock, b[2] * kBlock) + half;
            near[i] =
                std::abs(m_field.value(centre)) < kSteepness * half * std::sqrt(3.0) + kReliefHeight ? 1 : 0;
        });
        for (std::size_t i = 0; i < count; ++i)
            if (near[i] != 0) m_active.push_back(at(i));
    }

    void fillNodes() {
        m_values.assign(node(m_nodes[0] - 1, m_nodes[1] - 1, m_nodes[2] - 1) + 1, 0.0F);
        // A node shared by two blocks is given to the lower one that is active, so that no two threads write
        // it.
        std::vector<char> wanted(m_values.size(), 0);
        std::vector<std::array<int, 3>> nodes;
        for (const auto& b : m_active) {
            for (int z = b[2] * kBlock; z <= (b[2] + 1) * kBlock; ++z) {
                for (int y = b[1] * kBlock; y <= (b[1] + 1) * kBlock; ++y) {
                    for (int x = b[0] * kBlock; x <= (b[0] + 1) * kBlock; ++x) {
                        if (std::exchange(wanted[node(x, y, z)], 1) == 0) nodes.push_back({x, y, z});
                    }
                }
            }
        }
        parallelFor(nodes.size(), [&](std::size_t i) {
            const auto& n = nodes[i];
            const auto f = static_cast<float>(m_field.value(position(n[0], n[1], n[2])));
            m_values[node(n[0], n[1], n[2])] = f == 0.0F ? 1e-7F : f;
        });
    }

    void march(const std::array<int, 3>& block) {
        for (int z = block[2] * kBlock; z < (block[2] + 1) * kBlock; ++z) {
            for (int y = block[1] * kBlock; y < (block[1] + 1) * kBlock; ++y) {
                for (int x = block[0] * kBlock; x < (block[0] + 1) * kBlock; ++x)
                    cube(x, y, z);
            }
        }
    }

    void cube(int x, int y, int z) {
        std::array<std::size_t, 8> nodes{};
        std::array<Vec3, 8> corners;
        int inside = 0;
        for (int c = 0; c < 8; ++c) {
            const auto k = static_cast<std::size_t>(c);
            const int cx = x + (c & 1), cy = y + ((c >> 1) & 1), cz = z + ((c >> 2) & 1);
            nodes[k] = node(cx, cy, cz);
            corners[k] = position(cx, cy, cz);
            inside += m_values[nodes[k]] < 0.0F ? 1 : 0;
        }
        if (inside == 0 || inside == 8) return;
        for (const auto& corner : kTetrahedra)
            tetrahedron(corner, nodes, corners);
    }

    void tetrahedron(const std::array<int, 4>& corner, const std::array<std::size_t, 8>& nodes,
                     const std::array<Vec3, 8>& at) {
        std::array<std::size_t, 4> in{}, out{};
        std::size_t ins = 0, outs = 0;
        for (const int c : corner) {
            const auto k = static_cast<std::size_t>(c);
            if (m_values[nodes[k]] < 0.0F)
                in[ins++] = k;
            else
                out[outs++] = k;
        }
        const auto cut = [&](std::size_t a, std::size_t b) {
            return crossing(nodes[a], nodes[b], at[a], at[b]);
        };
        if (ins == 1) {
            add(cut(in[0], out[0]), cut(in[0], out[1]), cut(in[0], out[2]), at[in[0]]);
        } else if (ins == 3) {
            add(cut(in[0], out[0]), cut(in[1], out[0]), cut(in[2], out[0]), at[in[0]]);
        } else if (ins == 2) {
            const auto a = cut(in[0], out[0]), b = cut(in[0], out[1]), c = cut(in[1], out[1]),
                       d = cut(in[1], out[0]);
            add(a, b, c, at[in[0]]);
            add(a, c, d, at[in[0]]);
        }
    }

    std::uint32_t crossing(std::size_t inNode, std::size_t outNode, const Vec3& in, const Vec3& out) {
        const std::uint64_t key =
            (static_cast<std::uint64_t>(inNode) << 32U) | static_cast<std::uint64_t>(outNode);
        const auto [found, fresh] =
            m_edges.try_emplace(key, static_cast<std::uint32_t>(m_mesh.points.size()));
        if (fresh) {
            const double a = static_cast<double>(m_values[inNode]),
                         b = static_cast<double>(m_values[outNode]);
            m_mesh.points.push_back(in + (out - in) * (a / (a - b)));
        }
        return found->second;
    }

    // Orients the triangle away from a point inside the body.
    void add(std::uint32_t a, std::uint32_t b, std::uint32_t c, const Vec3& inside) {
        const Vec3 &pa = m_mesh.points[a], &pb = m_mesh.points[b], &pc = m_mesh.points[c];
        if (glm::dot(glm::cross(pb - pa, pc - pa), pa - inside) < 0.0) std::swap(b, c);
        m_mesh.triangles.push_back({a, b, c});
    }

    const BodyField& m_field;
    double m_spacing;
    Vec3 m_low{0.0};
    std::array<int, 3> m_blocks{}, m_nodes{};
    std::vector<std::array<int, 3>> m_active;
    std::vector<float> m_values;
    std::unordered_map<std::uint64_t, std::uint32_t> m_edges;  // only looked up, never walked through
    Mesh m_mesh;
};

Mesh largestPiece(const Mesh& mesh) {
    std::vector<std::uint32_t> root(mesh.points.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto find = [&](std::uint32_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const Triangle& t : mesh.triangles) {
        root[find(t[1])] = find(t[0]);
        root[find(t[2])] = find(t[0]);
    }
    std::vector<std::uint32_t> size(mesh.points.size(), 0);
    for (std::uint32_t i = 0; i < size.size(); ++i)
        ++size[find(i)];
    const auto best = static_cast<std::uint32_t>(std::max_element(size.begin(), size.end()) - size.begin());
    Mesh out;
    std::vector<std::uint32_t> number(mesh.points.size(), 0);
    for (std::uint32_t i = 0; i < size.size(); ++i) {
        if (find(i) != best) continue;
        number[i] = static_cast<std::uint32_t>(out.points.size());
        out.points.push_back(mesh.points[i]);
    }
    for (const Triangle& t : mesh.triangles)
        if (find(t[0]) == best) out.triangles.push_back({number[t[0]], number[t[1]], number[t[2]]});
    return out;
}

}  // namespace

Mesh polygoniseHalf(const BodyField& field, double spacing) {
    return largestPiece(Polygoniser(field, spacing).run());
}

}  // namespace palpate::bodygen
