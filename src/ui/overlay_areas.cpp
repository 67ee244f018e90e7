#include "ui/overlay_areas.h"

#include "core/check.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <queue>

namespace palpate::ui {
namespace {

using Vertices = std::vector<std::uint32_t>;

constexpr std::size_t kSamples = 14;
constexpr float kSmallestSpread = 0.008F;  // metres between two samples
constexpr float kFar = 1.0F;               // metres: an area without a rim is as deep as that
constexpr float kBorder = 0.5F;            // weight of a muscle on its border
constexpr float kLeastFacing = 0.25F;      // cosine: a name on skin that turns away more cannot be placed

struct Named {
    std::string name, base;
    bool uncertain = false;
    Vertices vertices;
};

// Finds how deep vertices lie in an area, and what surrounds it. Kept between areas, so that each costs only
// its own vertices.
class AreaReader {
public:
    explicit AreaReader(const body::SurfaceMesh& mesh)
        : m_mesh(mesh), m_stamp(mesh.vertexCount(), 0), m_depth(mesh.vertexCount(), kFar) {}

    OverlayArea read(Named named) {
        OverlayArea area{std::move(named.name), std::move(named.base), named.uncertain, 0.0F, {}};
        for (const std::uint32_t vertex : named.vertices)
            area.size += m_mesh.vertexAreas()[vertex];
        findDepths(named.vertices);
        for (const std::uint32_t vertex : spread(named.vertices))
            area.samples.push_back(
                {{vertex, m_mesh.positions()[vertex], m_mesh.normals()[vertex]}, m_depth[vertex]});
        return area;
    }

private:
    struct Step {
        float depth = 0.0F;  // from `rim` in a straight line
        std::uint32_t vertex = 0, rim = 0;
        friend bool operator<(const Step& a, const Step& b) { return a.depth > b.depth; }
    };

    // Straight to the rim vertex that is handed on from neighbour to neighbour, nearest first: exact but for
    // areas that bend far.
    void findDepths(const Vertices& vertices) {
        ++m_current;
        for (const std::uint32_t vertex : vertices) {
            m_stamp[vertex] = m_current;
            m_depth[vertex] = kFar;
        }
        std::priority_queue<Step> next;
        const auto reach = [&](std::uint32_t vertex, std::uint32_t rim) {
            const float depth = glm::distance(m_mesh.positions()[vertex], m_mesh.positions()[rim]);
            if (m_stamp[vertex] != m_current || depth >= m_depth[vertex]) return;
            m_depth[vertex] = depth;
            next.push({depth, vertex, rim});
        };
        for (const std::uint32_t vertex : vertices) {
            const auto around = m_mesh.neighbours(vertex);
            const bool isRim = std::any_of(around.begin(), around.end(),
                                           [&](std::uint32_t v) { return m_stamp[v] != m_current; });
            if (isRim) reach(vertex, vertex);
        }
        while (!next.empty()) {
            const Step step = next.top();
            next.pop();
            if (step.depth > m_depth[step.vertex]) continue;
            for (const std::uint32_t vertex : m_mesh.neighbours(step.vertex))
                reach(vertex, step.rim);
        }
    }

    // The deepest vertex, then each time the one farthest from all before it (Gonzalez 1985) among those at
    // least half as deep.
    [[nodiscard]] Vertices spread(const Vertices& vertices) const {
        const auto shallower = [this](std::uint32_t a, std::uint32_t b) { return m_depth[a] < m_depth[b]; };
        const std::uint32_t deepest = *std::max_element(vertices.begin(), vertices.end(), shallower);
        Vertices inner;
        std::copy_if(vertices.begin(), vertices.end(), std::back_inserter(inner),
                     [&](std::uint32_t vertex) { return m_depth[vertex] >= m_depth[deepest] / 2.0F; });
        std::vector<float> distances(inner.size(), kFar);
        Vertices chosen{deepest};
        while (chosen.size() < kSamples) {
            for (std::size_t i = 0; i < inner.size(); ++i) {
                distances[i] = std::min(distances[i], glm::distance(m_mesh.positions()[inner[i]],
                                                                    m_mesh.positions()[chosen.back()]));
            }
            const auto farthest = std::max_element(distances.begin(), distances.end());
            if (*farthest < kSmallestSpread) break;
            chosen.push_back(inner[static_cast<std::size_t>(farthest - distances.begin())]);
        }
        return chosen;
    }

    const body::SurfaceMesh& m_mesh;
    std::vector<std::uint32_t> m_stamp;
    std::vector<float> m_depth;  // metres to the area's rim
    std::uint32_t m_current = 0;
};

std::vector<Vertices> byLabel(std::span<const std::uint16_t> labelOf, std::size_t labels) {
    std::vector<Vertices> vertices(labels);
    for (std::uint32_t vertex = 0; vertex < labelOf.size(); ++vertex)
        vertices[labelOf[vertex]].push_back(vertex);
    return vertices;
}

std::string plainName(const body::Region& names) {
    return shortName(names.name, names.side != body::Side::Middle);
}

std::vector<Named> regionsOf(const body::Atlas& atlas) {
    auto vertices = byLabel(atlas.regionOfVertices(), atlas.regions().size());
    std::vector<Named> named;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const body::Region& region = atlas.regions()[i];
        named.push_back({plainName(region), region.base, false, std::move(vertices[i])});
    }
    return named;
}

std::vector<Named> dermatomesOf(const body::AtlasLabels& labels) {
    auto vertices = byLabel(labels.dermatomeOfVertices(), labels.dermatomes().size());
    std::vector<Named> named;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const body::Dermatome& dermatome = labels.dermatomes()[i];
        named.push_back(
            {dermatome.names.base, dermatome.names.base, !dermatome.verified, std::move(vertices[i])});
    }
    return named;
}

std::vector<Named> musclesOf(const body::AtlasLabels& labels, bool clinical) {
    std::vector<Named> named;
    for (const body::Muscle& muscle : labels.muscles()) {
        const std::string& full = muscle.names.clinical;
        Named one{clinical ? shortName(full.substr(0, full.find(':')), false) : plainName(muscle.names),
                  muscle.names.base,
                  false,
                  {}};
        for (const body::VertexWeight& weight : muscle.weights) {
            if (weight.weight >= kBorder) one.vertices.push_back(weight.vertex);
        }
        named.push_back(std::move(one));
    }
    return named;
}

std::vector<Named> namedOf(const body::BodyModel& body, body::OverlayKind kind,
                           const body::AtlasLabels* labels, bool clinical) {
    if (kind == body::OverlayKind::Regions) return regionsOf(body.atlas());
    core::check(labels != nullptr, "muscles and dermatomes are shown after they were loaded");
    return kind == body::OverlayKind::Muscles ? musclesOf(*labels, clinical) : dermatomesOf(*labels);
}

}  // namespace

std::string shortName(const std::string& name, bool hasSide) {
    std::string text = hasSide ? name.substr(0, name.rfind(',')) : name;
    for (std::size_t open = text.find(" ("); open != std::string::npos; open = text.find(" (")) {
        const std::size_t close = text.find(')', open);
        if (close == std::string::npos) break;
        text.erase(open, close + 1 - open);
    }
    return text;
}

std::vector<OverlayArea> overlayAreas(const body::BodyModel& body, body::OverlayKind kind,
                                      const body::AtlasLabels* labels, bool clinical) {
    AreaReader reader(body.mesh());
    std::vector<OverlayArea> areas;
    for (Named& named : namedOf(body, kind, labels, clinical)) {
        if (!named.vertices.empty()) areas.push_back(reader.read(std::move(named)));
    }
    return areas;
}

std::vector<SeenArea> seenAreas(std::span<const OverlayArea> areas, const body::BodyModel& body,
                                const body::Camera& camera, glm::vec2 size, float smallest,
                                const body::BodyPart* part) {
    const float pixelsPerMetre = size.y / camera.height;
    const glm::vec3 eye = camera.towardsEye();
    std::vector<SeenArea> seen;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const auto& samples = areas[i].samples;
        const float share = areas[i].size / static_cast<float>(samples.size());
        SeenArea found{.area = i};
        for (const AreaSample& sample : samples) {
            const float facing = glm::dot(sample.anchor.normal, eye);
            if (facing < kLeastFacing) continue;
            const auto at = seenAt(sample.anchor, body, camera, size, part);
            if (!at) continue;
            found.size += share * facing * pixelsPerMetre * pixelsPerMetre;
            const float room = sample.room * facing * pixelsPerMetre;
            if (room < found.room || (room == found.room && found.room > 0.0F)) continue;
            found.room = room;
            found.at = *at;
        }
        if (found.size >= std::max(smallest, 1.0F)) seen.push_back(found);
    }
    std::stable_sort(seen.begin(), seen.end(),
                     [](const SeenArea& a, const SeenArea& b) { return a.size > b.size; });
    return seen;
}

}  // namespace palpate::ui
