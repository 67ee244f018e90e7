#include "bodygen/mesh_order.h"

#include "bodygen/parallel.h"
#include "core/check.h"

#include <cmath>
#include <numeric>
#include <tuple>

namespace palpate::bodygen {
namespace {

// Place of a point on a 3-D Hilbert curve of 2^10 cells a side (Skilling, AIP Conf. Proc. 707, 2004).
std::uint64_t hilbertKey(std::array<std::uint32_t, 3> x) {
    constexpr int kBits = 10;
    for (std::uint32_t q = 1U << (kBits - 1); q > 1; q >>= 1U) {
        const std::uint32_t p = q - 1;
        for (std::uint32_t& xi : x) {
            if ((xi & q) != 0) {
                x[0] ^= p;
            } else {
                const std::uint32_t t = (x[0] ^ xi) & p;
                x[0] ^= t;
                xi ^= t;
            }
        }
    }
    x[1] ^= x[0];
    x[2] ^= x[1];
    std::uint32_t t = 0;
    for (std::uint32_t q = 1U << (kBits - 1); q > 1; q >>= 1U)
        if ((x[2] & q) != 0) t ^= q - 1;
    for (std::uint32_t& xi : x)
        xi ^= t;
    std::uint64_t key = 0;
    for (int bit = kBits - 1; bit >= 0; --bit)
        for (const std::uint32_t xi : x)
            key = (key << 1U) | ((xi >> static_cast<unsigned>(bit)) & 1U);
    return key;
}

std::uint32_t cell(double metres) {
    return static_cast<std::uint32_t>(std::clamp(metres * 500.0, 0.0, 1023.0));
}

int sideRank(double x) {
    return x > 0.0 ? 0 : x == 0.0 ? 1 : 2;
}

}  // namespace

Mesh ordered(const Mesh& mesh, const BodyField& field) {
    using Key = std::tuple<std::size_t, int, std::uint64_t, double, double, double>;
    std::vector<Key> keys(mesh.points.size());
    parallelFor(keys.size(), [&](std::size_t i) {
        const Vec3& p = mesh.points[i];
        const PartWeights weights = field.weights(p);
        const auto part =
            static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin());
        const std::uint64_t curve = hilbertKey({cell(std::abs(p.x)), cell(p.y), cell(p.z + 0.5)});
        keys[i] = {part, sideRank(p.x), curve, std::abs(p.x), p.y, p.z};
    });
    std::vector<std::uint32_t> order(mesh.points.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });

    Mesh out;
    std::vector<std::uint32_t> number(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        number[order[i]] = i;
        out.points.push_back(mesh.points[order[i]]);
    }
    for (const Triangle& t : mesh.triangles) {
        Triangle turned{number[t[0]], number[t[1]], number[t[2]]};
        std::rotate(turned.begin(), std::min_element(turned.begin(), turned.end()), turned.end());
        out.triangles.push_back(turned);
    }
    std::sort(out.triangles.begin(), out.triangles.end());
    return out;
}

std::vector<std::uint32_t> mirrorPartners(const Mesh& mesh) {
    const auto key = [&](std::uint32_t v, double sign) {
        const Vec3& p = mesh.points[v];
        return std::tuple(sign * p.x + 0.0, p.y, p.z);
    };
    std::vector<std::uint32_t> sorted(mesh.points.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(sorted.begin(), sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a, 1.0) < key(b, 1.0); });
    std::vector<std::uint32_t> partner(sorted.size());
    for (std::uint32_t v = 0; v < sorted.size(); ++v) {
        const auto wanted = key(v, -1.0);
        const auto found = std::lower_bound(sorted.begin(), sorted.end(), wanted,
                                            [&](std::uint32_t a, const auto& k) { return key(a, 1.0) < k; });
        core::check(found != sorted.end() && key(*found, 1.0) == wanted, "every point has its mirror image");
        partner[v] = *found;
    }
    return partner;
}

}  // namespace palpate::bodygen
