#include "render/skin_labels.h"

#include "image/palette.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace palpate::render {

namespace {

using Share = std::vector<float>;  // one a vertex, 0..1
using Neighbours = std::vector<std::set<std::size_t>>;
using Partners = std::vector<std::optional<std::uint16_t>>;  // of the other side

// Takes the corners of the mesh off a border and softens the step between two tints; about 1 cm.
constexpr int kSoftenings = 3;
constexpr float kBorder = 0.5F;  // weight of a muscle on its border
// How strongly a tint covers the bare skin.
constexpr float kStrength = 0.85F;

std::size_t countTints(const std::set<std::size_t>& around, std::span<const int> tints) {
    std::set<int> seen;
    for (const std::size_t label : around)
        seen.insert(tints[label]);
    seen.erase(-1);
    return seen.size();
}

// The tint that fewest of the neighbours have and, of those, the one that is rarest so far.
int rarestTint(const std::set<std::size_t>& around, std::span<const int> tints) {
    std::array<std::pair<std::ptrdiff_t, std::ptrdiff_t>, SkinLabels::kTints> uses{};
    for (const std::size_t label : around) {
        if (tints[label] >= 0) ++uses[static_cast<std::size_t>(tints[label])].first;
    }
    for (std::size_t tint = 0; tint < uses.size(); ++tint)
        uses[tint].second = std::count(tints.begin(), tints.end(), static_cast<int>(tint));
    return static_cast<int>(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

// Brelaz, "New methods to color the vertices of a graph" (1979): always the label next whose neighbours have
// the most tints already.
// The other side's label gets the same tint, unless the two meet in the middle.
std::vector<std::uint8_t> chooseTints(const Neighbours& neighbours, const Partners& partners) {
    std::vector<int> tints(neighbours.size(), -1);
    while (std::count(tints.begin(), tints.end(), -1) > 0) {
        std::size_t next = 0;
        std::pair<std::size_t, std::size_t> most{};
        for (std::size_t label = 0; label < tints.size(); ++label) {
            if (tints[label] >= 0) continue;
            const std::pair urgency{countTints(neighbours[label], tints) + 1, neighbours[label].size()};
            if (urgency <= most) continue;
            most = urgency;
            next = label;
        }
        std::set<std::size_t> around = neighbours[next];
        const auto partner = partners[next];
        const bool isPair = partner && tints[*partner] < 0 && !around.contains(*partner);
        if (isPair) around.insert(neighbours[*partner].begin(), neighbours[*partner].end());
        tints[next] = rarestTint(around, tints);
        if (isPair) tints[*partner] = tints[next];
    }
    return {tints.begin(), tints.end()};
}

template <typename Label, typename MirrorOf>
Partners partnersOf(std::span<const Label> labels, MirrorOf mirrorOf) {
    Partners partners(labels.size());
    std::transform(labels.begin(), labels.end(), partners.begin(), mirrorOf);
    return partners;
}

void soften(const body::SurfaceMesh& mesh, Share& share, int times) {
    for (int i = 0; i < times; ++i) {
        const Share before = share;
        for (std::uint32_t vertex = 0; vertex < share.size(); ++vertex) {
            const auto around = mesh.neighbours(vertex);
            float sum = before[vertex];
            for (const std::uint32_t neighbour : around)
                sum += before[neighbour];
            share[vertex] = sum / static_cast<float>(around.size() + 1);
        }
    }
}

std::vector<std::int8_t> toPercent(const Share& share) {
    std::vector<std::int8_t> percent(share.size());
    std::transform(share.begin(), share.end(), percent.begin(), [](float part) {
        return static_cast<std::int8_t>(std::lround(part * static_cast<float>(SkinLabels::kWhole)));
    });
    return percent;
}

// A tint is inside where it has more than any other, so that three borders meet in one place.
void findInsides(SkinLabels& labels) {
    for (std::size_t tint = 0; tint < SkinLabels::kTints; ++tint) {
        labels.insides[tint] = labels.shares[tint];
        for (std::size_t vertex = 0; vertex < labels.insides[tint].size(); ++vertex) {
            std::int8_t rival = 0;
            for (std::size_t other = 0; other < SkinLabels::kTints; ++other) {
                if (other != tint) rival = std::max(rival, labels.shares[other][vertex]);
            }
            labels.insides[tint][vertex] = static_cast<std::int8_t>(labels.insides[tint][vertex] - rival);
        }
    }
}

// Labels that share out the skin: one a vertex.
SkinLabels partition(const body::SurfaceMesh& mesh, std::span<const std::uint16_t> labelOf,
                     const Partners& partners) {
    Neighbours neighbours(partners.size());
    for (std::uint32_t vertex = 0; vertex < labelOf.size(); ++vertex) {
        for (const std::uint32_t other : mesh.neighbours(vertex)) {
            if (labelOf[other] != labelOf[vertex]) neighbours[labelOf[vertex]].insert(labelOf[other]);
        }
    }
    SkinLabels labels;
    labels.tintOfLabel = chooseTints(neighbours, partners);
    for (std::size_t tint = 0; tint < SkinLabels::kTints; ++tint) {
        Share share(labelOf.size());
        for (std::size_t vertex = 0; vertex < share.size(); ++vertex)
            share[vertex] = labels.tintOfLabel[labelOf[vertex]] == tint ? 1.0F : 0.0F;
        soften(mesh, share, kSoftenings);
        labels.shares[tint] = toPercent(share);
    }
    findInsides(labels);
    return labels;
}

Neighbours musclesThatMeet(const body::SurfaceMesh& mesh, std::span<const body::Muscle> muscles) {
    std::vector<std::vector<std::size_t>> over(mesh.vertexCount());
    for (std::size_t muscle = 0; muscle < muscles.size(); ++muscle) {
        for (const body::VertexWeight& weight : muscles[muscle].weights) {
            if (weight.weight >= kBorder) over[weight.vertex].push_back(muscle);
        }
    }
    Neighbours neighbours(muscles.size());
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        for (const std::size_t one : over[a]) {
            for (const std::size_t other : over[b]) {
                if (one != other) neighbours[one].insert(other);
            }
        }
    };
    for (std::uint32_t vertex = 0; vertex < over.size(); ++vertex) {
        join(vertex, vertex);
        for (const std::uint32_t other : mesh.neighbours(vertex))
            join(vertex, other);
    }
    return neighbours;
}

}  // namespace

SkinLabels regionLabels(const body::SurfaceMesh& mesh, const body::Atlas& atlas) {
    return partition(mesh, atlas.regionOfVertices(),
                     partnersOf(atlas.regions(), [](const body::Region& region) { return region.mirror; }));
}

SkinLabels dermatomeLabels(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels) {
    return partition(mesh, labels.dermatomeOfVertices(),
                     partnersOf(labels.dermatomes(),
                                [](const body::Dermatome& dermatome) { return dermatome.names.mirror; }));
}

SkinLabels muscleLabels(const body::SurfaceMesh& mesh, const body::AtlasLabels& labels) {
    SkinLabels shown;
    shown.tintOfLabel = chooseTints(
        musclesThatMeet(mesh, labels.muscles()),
        partnersOf(labels.muscles(), [](const body::Muscle& muscle) { return muscle.names.mirror; }));
    std::array<Share, SkinLabels::kTints> shares;
    shares.fill(Share(mesh.vertexCount(), 0.0F));
    for (std::size_t muscle = 0; muscle < labels.muscles().size(); ++muscle) {
        Share& share = shares[shown.tintOfLabel[muscle]];
        for (const body::VertexWeight& weight : labels.muscles()[muscle].weights)
            share[weight.vertex] = std::max(share[weight.vertex], weight.weight);
    }
    std::transform(shares.begin(), shares.end(), shown.shares.begin(), toPercent);
    for (std::size_t tint = 0; tint < SkinLabels::kTints; ++tint) {
        soften(mesh, shares[tint], 1);
        for (float& share : shares[tint])
            share -= kBorder;
        shown.insides[tint] = toPercent(shares[tint]);
    }
    return shown;
}

std::array<std::uint8_t, 4> tintAt(const SkinLabels& labels, std::uint32_t vertex) {
    std::array<float, 3> sum{};
    float whole = 0.0F;
    float most = 0.0F;
    for (std::size_t tint = 0; tint < SkinLabels::kTints; ++tint) {
        const auto share = static_cast<float>(labels.shares[tint][vertex]);
        const image::Rgba colour = image::palette::kLabelTints[tint];
        sum[0] += share * static_cast<float>(colour.r);
        sum[1] += share * static_cast<float>(colour.g);
        sum[2] += share * static_cast<float>(colour.b);
        whole += share;
        most = std::max(most, share);
    }
    if (whole <= 0.0F) return {};
    const auto byte = [](float value) { return static_cast<std::uint8_t>(std::lround(value)); };
    // A partition's shares add up to the whole where labels meet; muscles leave gaps.
    const float cover = std::min(1.0F, std::max(most, whole) / static_cast<float>(SkinLabels::kWhole));
    return {byte(sum[0] / whole), byte(sum[1] / whole), byte(sum[2] / whole),
            byte(255.0F * kStrength * cover)};
}

}  // namespace palpate::render
