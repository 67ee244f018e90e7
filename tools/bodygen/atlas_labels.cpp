#include "bodygen/atlas_labels.h"

#include "bodygen/parallel.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace palpate::bodygen {
namespace {

constexpr std::uint16_t kNone = 0xffff;

using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours neighboursOf(const BodyModel& model) {
    Neighbours around(model.points.size());
    for (const Triangle& triangle : model.triangles) {
        for (std::size_t i = 0; i < 3; ++i) {
            around[triangle[i]].push_back(triangle[(i + 1) % 3]);
            around[triangle[i]].push_back(triangle[(i + 2) % 3]);
        }
    }
    for (auto& list : around) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return around;
}

// Rows of the table for the left half; the right half stays unlabelled.
std::vector<std::uint16_t> labelByPolygon(const StandardBody& body, const AtlasTable& table) {
    std::vector<std::uint16_t> rows(body.points.size(), kNone);
    parallelFor(rows.size(), [&](std::size_t i) {
        if (body.points[i].side < 0) return;
        const AtlasSite site = atlasSite(body.points[i], body.field.shape());
        for (const AreaRow& area : table.areas) {
            if (!holds(area, site)) continue;
            rows[i] = static_cast<std::uint16_t>(area.region);
            return;
        }
    });
    return rows;
}

// Gives every unlabelled point of the left half the label of the nearest labelled one, ring by ring.
std::size_t fill(std::vector<std::uint16_t>& rows, const StandardBody& body, const Neighbours& around) {
    std::size_t filled = 0;
    for (;;) {
        std::vector<std::pair<std::uint32_t, std::uint16_t>> ring;
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            if (rows[i] != kNone || body.points[i].side < 0) continue;
            std::map<std::uint16_t, int> votes;
            for (const std::uint32_t n : around[i]) {
                if (rows[n] != kNone) ++votes[rows[n]];
            }
            if (votes.empty()) continue;
            const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
                return std::tuple(a.second, -int{a.first}) < std::tuple(b.second, -int{b.first});
            });
            ring.emplace_back(i, most->first);
        }
        if (ring.empty()) return filled;
        for (const auto& [point, row] : ring)
            rows[point] = row;
        filled += ring.size();
    }
}

// Takes the label from every part of a region but its largest one. Returns how many points lost theirs.
std::size_t dropSmallParts(std::vector<std::uint16_t>& rows, const Neighbours& around) {
    std::vector<std::vector<std::uint32_t>> largest(kNone);
    std::vector<bool> seen(rows.size(), false);
    std::vector<std::vector<std::uint32_t>> smaller;
    for (std::uint32_t start = 0; start < rows.size(); ++start) {
        if (seen[start] || rows[start] == kNone) continue;
        std::vector<std::uint32_t> component{start};
        seen[start] = true;
        for (std::size_t next = 0; next < component.size(); ++next) {
            for (const std::uint32_t n : around[component[next]]) {
                if (seen[n] || rows[n] != rows[start]) continue;
                seen[n] = true;
                component.push_back(n);
            }
        }
        auto& kept = largest[rows[start]];
        if (component.size() > kept.size()) std::swap(component, kept);
        if (!component.empty()) smaller.push_back(std::move(component));
    }
    std::size_t dropped = 0;
    for (const auto& component : smaller) {
        for (const std::uint32_t point : component)
            rows[point] = kNone;
        dropped += component.size();
    }
    return dropped;
}

std::vector<LabelledRegion> bothSides(const AtlasTable& table, std::vector<std::uint16_t>& leftOf) {
    std::vector<LabelledRegion> regions;
    for (const RegionRow& row : table.regions) {
        leftOf.push_back(static_cast<std::uint16_t>(regions.size()));
        if (!row.paired) {
            regions.push_back({row.id, row.id, "middle", row.name, row.clinical, ""});
            continue;
        }
        regions.push_back({row.id + "_L", row.id, "left", row.name + ", left", row.clinical, row.id + "_R"});
        regions.push_back(
            {row.id + "_R", row.id, "right", row.name + ", right", row.clinical, row.id + "_L"});
    }
    return regions;
}

// The point at (-x, y, z); the mesh is bitwise symmetric.
std::vector<std::uint32_t> mirrorPartners(const BodyModel& model) {
    std::map<std::tuple<float, float, float>, std::uint32_t> byPlace;
    for (std::uint32_t i = 0; i < model.points.size(); ++i) {
        const glm::vec3& p = model.points[i];
        byPlace[{p.x + 0.0F, p.y, p.z}] = i;
    }
    std::vector<std::uint32_t> partner(model.points.size());
    for (std::uint32_t i = 0; i < partner.size(); ++i) {
        const glm::vec3& p = model.points[i];
        const auto found = byPlace.find({0.0F - p.x, p.y, p.z});
        core::check(found != byPlace.end(), "the body is symmetric about x = 0");
        partner[i] = found->second;
    }
    return partner;
}

}  // namespace

RegionLabels labelRegions(const StandardBody& body, const AtlasTable& table) {
    const Neighbours around = neighboursOf(body.model);
    std::vector<std::uint16_t> rows = labelByPolygon(body, table);

    RegionLabels labels;
    labels.filled = fill(rows, body, around);
    labels.moved = dropSmallParts(rows, around);
    fill(rows, body, around);

    std::vector<std::uint16_t> leftOf;
    labels.regions = bothSides(table, leftOf);
    const std::vector<std::uint32_t> partner = mirrorPartners(body.model);
    labels.regionOfPoint.resize(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const bool right = body.points[i].side < 0;
        const std::uint16_t row = rows[right ? partner[i] : i];
        core::check(row != kNone, "every point of the body has a region");
        const bool paired = table.regions[row].paired;
        labels.regionOfPoint[i] = static_cast<std::uint16_t>(leftOf[row] + (right && paired ? 1 : 0));
    }
    return labels;
}

}  // namespace palpate::bodygen
