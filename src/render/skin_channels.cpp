#include "render/skin_channels.h"

#include "core/check.h"
#include "map/technique.h"
#include "render/shown_value.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace palpate::render {

namespace {

// The ring's own width and the triangles it runs through reach beyond the brush by this much.
constexpr float kRingRoom = 0.03F;  // metres

void sortUnique(std::vector<std::uint32_t>& numbers) {
    // What one layer changed is in order already, and that may be half of the body.
    if (!std::is_sorted(numbers.begin(), numbers.end())) std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// Adds the neighbours of those that were there, which are in order; so is what comes out.
void growByOneRing(const body::SurfaceMesh& mesh, std::vector<std::uint32_t>& vertices) {
    std::vector<std::uint8_t> isIn(mesh.vertexCount(), 0);
    for (const std::uint32_t vertex : vertices)
        isIn[vertex] = 1;
    const std::size_t before = vertices.size();
    for (std::size_t i = 0; i < before; ++i) {
        for (const std::uint32_t neighbour : mesh.neighbours(vertices[i])) {
            if (isIn[neighbour] != 0) continue;
            isIn[neighbour] = 1;
            vertices.push_back(neighbour);
        }
    }
    const auto fresh = vertices.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(fresh, vertices.end());
    std::inplace_merge(vertices.begin(), fresh, vertices.end());
}

}  // namespace

SkinChannels::SkinChannels(std::shared_ptr<const body::BodyModel> body)
    : m_body(std::move(body)),
      m_distance(m_body->mesh()),
      m_packed(m_body->mesh().vertexCount()),
      m_overlays(m_body->mesh().vertexCount()),
      m_tints(m_body->mesh().vertexCount()),
      m_carries(m_body->mesh().vertexCount(), 0),
      m_techniques(m_body->mesh().vertexCount(), 0),
      m_deep(m_body->mesh().vertexCount(), 0) {
    for (auto& values : m_raw)
        values.resize(m_packed.size());
    for (auto& values : m_shown)
        values.resize(m_packed.size());
}

void SkinChannels::update(const Scene& scene) {
    // Entering or leaving a comparison changes what the pain channel's numbers mean.
    if (m_differenceVersion.has_value() != scene.difference.has_value()) {
        clear(Pain);
        m_differenceVersion.reset();
    }
    if (scene.difference) {
        updateDifference(*scene.difference);
    } else {
        updateLayer(Pain, scene.pain);
    }
    updateLayer(Tension, scene.difference ? nullptr : scene.tension);
    updateLayer(Treated, scene.difference ? nullptr : scene.treated);
    updateLayer(Avoid, scene.difference ? nullptr : scene.avoid);
    updateTechniques(scene.difference ? nullptr : scene.treated);
    updateDepth(scene.difference ? nullptr : scene.pain);
    updateRings(scene.ring);
    updateHighlight(scene);
    updateLabels(scene.labels);
    sortUnique(m_changedValues);
    sortUnique(m_changedOverlays);
    noteWhatCarries();
}

void SkinChannels::updateLayer(Channel channel, const map::Layer* layer) {
    if (layer == nullptr) {
        clear(channel);
        return;
    }
    core::check(layer->values().size() == m_packed.size(), "a layer fits the body it is shown on");
    const map::VertexRange range = layer->changedSince(m_versions[channel]);
    m_versions[channel] = layer->version();
    m_scratch.clear();
    for (std::uint32_t vertex = range.first; vertex < range.end; ++vertex) {
        if (m_raw[channel][vertex] == layer->values()[vertex]) continue;
        m_raw[channel][vertex] = layer->values()[vertex];
        m_scratch.push_back(vertex);
    }
    showLayer(channel);
}

void SkinChannels::showLayer(Channel channel) {
    growByOneRing(m_body->mesh(), m_scratch);
    growByOneRing(m_body->mesh(), m_scratch);
    for (const std::uint32_t vertex : m_scratch) {
        show(channel, vertex, shownValue(m_body->mesh(), m_raw[channel], vertex));
    }
}

void SkinChannels::show(Channel channel, std::uint32_t vertex, std::int8_t value) {
    if (m_shown[channel][vertex] == value) return;
    m_shown[channel][vertex] = value;
    m_packed[vertex][channel] = value;
    m_changedValues.push_back(vertex);
    m_hasChanged[channel] = true;
}

void SkinChannels::updateDifference(const DifferenceField& field) {
    core::check(field.tenths.size() == m_packed.size(), "a difference fits the body it is shown on");
    if (m_differenceVersion == field.version) return;
    m_differenceVersion = field.version;
    for (std::uint32_t vertex = 0; vertex < m_packed.size(); ++vertex)
        show(Pain, vertex, field.tenths[vertex]);
}

// What stands in a place's row may change while no vertex does, so it is looked at again with every version.
void SkinChannels::updateTechniques(const map::Layer* treated) {
    const std::uint64_t version = treated == nullptr ? 0 : treated->version();
    if (version == m_techniquesOf) return;
    m_techniquesOf = version;
    std::map<map::PlaceNumber, std::uint8_t> patterned;
    if (treated != nullptr) {
        for (const auto& [number, place] : treated->places()) {
            const auto pattern = static_cast<std::uint8_t>(map::patternOf(place));
            if (pattern != 0) patterned[number] = pattern;
        }
    }
    std::vector<std::uint8_t> techniques(m_techniques.size(), 0);
    for (std::uint32_t vertex = 0; !patterned.empty() && vertex < techniques.size(); ++vertex) {
        const auto found = patterned.find(treated->placeNumbers()[vertex]);
        if (found == patterned.end()) continue;
        techniques[vertex] = found->second;
        for (const std::uint32_t beside : m_body->mesh().neighbours(vertex)) {
            if (!map::isPainted(treated->values()[beside])) techniques[beside] = found->second;
        }
    }
    for (std::uint32_t vertex = 0; vertex < techniques.size(); ++vertex) {
        if (techniques[vertex] == m_techniques[vertex]) continue;
        m_changedValues.push_back(vertex);
        m_haveTechniquesChanged = true;
    }
    m_techniques = std::move(techniques);
}

void SkinChannels::updateDepth(const map::Layer* pain) {
    const std::uint64_t version = pain == nullptr ? 0 : pain->version();
    if (version == m_depthOf) return;
    m_depthOf = version;
    std::vector<bool> isDeep;  // by place number
    if (pain != nullptr) {
        for (const auto& [number, place] : pain->places()) {
            if (place.depth != map::Depth::Muscle && place.depth != map::Depth::Joint) continue;
            if (isDeep.size() <= number) isDeep.resize(number + std::size_t{1}, false);
            isDeep[number] = true;
        }
    }
    for (std::uint32_t vertex = 0; vertex < m_deep.size(); ++vertex) {
        const map::PlaceNumber place = isDeep.empty() ? map::kNoPlace : pain->placeNumbers()[vertex];
        const std::uint8_t deep = place < isDeep.size() && isDeep[place] ? 1 : 0;
        if (deep == m_deep[vertex]) continue;
        m_deep[vertex] = deep;
        m_hasDepthChanged = true;
    }
}

void SkinChannels::clear(Channel channel) {
    const bool isClear = m_versions[channel] == 0 && (channel != Pain || !m_differenceVersion);
    if (isClear) return;
    m_versions[channel] = 0;
    std::fill(m_raw[channel].begin(), m_raw[channel].end(), std::uint8_t{0});
    for (std::uint32_t vertex = 0; vertex < m_packed.size(); ++vertex)
        show(channel, vertex, 0);
}

void SkinChannels::updateRings(const std::optional<BrushRing>& ring) {
    const auto isSamePlace = [](const BrushRing& a, const BrushRing& b) {
        return a.centre == b.centre && a.radius == b.radius && a.mirrored == b.mirrored;
    };
    if (ring.has_value() == m_ring.has_value() && (!ring || isSamePlace(*ring, *m_ring))) return;
    m_ring = ring;
    for (std::size_t which = 0; which < 2; ++which) {
        for (const std::uint32_t vertex : m_ringVertices[which]) {
            m_overlays[vertex].excess[which] = kFar;
            m_changedOverlays.push_back(vertex);
        }
        m_ringVertices[which].clear();
        m_ringCentres[which].reset();
    }
    if (!ring) return;
    writeRing(0, ring->centre, ring->radius);
    if (!ring->mirrored) return;
    if (const auto twin = m_body->mesh().mirrored(ring->centre)) writeRing(1, *twin, ring->radius);
}

void SkinChannels::writeRing(std::size_t which, const body::SkinPoint& centre, float radius) {
    const body::SurfaceMesh& mesh = m_body->mesh();
    const glm::vec3 middle = mesh.position(centre);
    m_ringCentres[which] = middle;
    for (const auto& reached : m_distance.within(centre, radius + kRingRoom)) {
        const float straight = glm::distance(mesh.positions()[reached.vertex], middle);
        const float excess = std::max(0.0F, reached.distance - straight) * static_cast<float>(kFar);
        m_overlays[reached.vertex].excess[which] =
            static_cast<std::uint16_t>(std::min(excess, static_cast<float>(kFar) - 1.0F));
        m_ringVertices[which].push_back(reached.vertex);
        m_changedOverlays.push_back(reached.vertex);
    }
}

void SkinChannels::updateHighlight(const Scene& scene) {
    const auto& region = scene.highlighted;
    const auto version = scene.marks ? std::optional(scene.marks->version) : std::nullopt;
    if (region == m_highlighted && version == m_marksVersion) return;
    core::check(!scene.marks || scene.marks->isMarked.size() == m_overlays.size(),
                "marks fit the body they are shown on");
    m_highlighted = region;
    m_marksVersion = version;
    m_hasHighlightChanged = true;
    const auto regions = m_body->atlas().regionOfVertices();
    for (std::uint32_t vertex = 0; vertex < m_overlays.size(); ++vertex) {
        const bool isMarked = scene.marks && scene.marks->isMarked[vertex] != 0;
        const std::uint16_t wanted = isMarked || (region && regions[vertex] == *region) ? 0xffff : 0;
        if (m_overlays[vertex].highlight == wanted) continue;
        m_overlays[vertex].highlight = wanted;
        m_changedOverlays.push_back(vertex);
    }
}

void SkinChannels::updateLabels(const std::shared_ptr<const SkinLabels>& labels) {
    if (labels == m_labels) return;
    m_labels = labels;
    m_haveLabelsChanged = true;
    if (labels == nullptr) {
        std::fill(m_tints.begin(), m_tints.end(), std::array<std::uint8_t, 4>{});
        return;
    }
    core::check(labels->shares.front().size() == m_tints.size(), "labels fit the body they are shown on");
    for (std::uint32_t vertex = 0; vertex < m_tints.size(); ++vertex)
        m_tints[vertex] = tintAt(*labels, vertex);
}

void SkinChannels::noteWhatCarries() {
    if (m_haveLabelsChanged) {
        for (std::uint32_t vertex = 0; vertex < m_carries.size(); ++vertex)
            noteWhetherCarries(vertex);
        return;
    }
    for (const auto* changed : {&m_changedValues, &m_changedOverlays}) {
        for (const std::uint32_t vertex : *changed)
            noteWhetherCarries(vertex);
    }
}

void SkinChannels::noteWhetherCarries(std::uint32_t vertex) {
    constexpr std::array<std::int8_t, 4> kNothing{};
    const Overlay& overlay = m_overlays[vertex];
    m_carries[vertex] = m_packed[vertex] != kNothing || overlay.excess[0] != kFar ||
                        overlay.excess[1] != kFar || overlay.highlight != 0 || m_tints[vertex][3] != 0;
}

void SkinChannels::acknowledge() {
    m_changedValues.clear();
    m_changedOverlays.clear();
    m_hasChanged.fill(false);
    m_haveTechniquesChanged = m_hasDepthChanged = false;
    m_hasHighlightChanged = false;
    m_haveLabelsChanged = false;
}

}  // namespace palpate::render
