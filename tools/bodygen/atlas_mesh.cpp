#include "bodygen/atlas_mesh.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace palpate::bodygen {
namespace {

constexpr int kSmoothingRounds = 6;

using Votes = std::map<std::uint16_t, int>;

Votes votesAround(const std::vector<std::uint16_t>& labels, const StandardBody& body,
                  const Neighbours& around, std::uint32_t point) {
    const bool midline = body.points[point].side == 0;
    Votes votes;
    for (const std::uint32_t n : around[point]) {
        const int side = body.points[n].side;
        if (side < 0 || labels[n] == kNoLabel) continue;
        votes[labels[n]] += midline && side > 0 ? 2 : 1;
    }
    return votes;
}

// Of equal ones the lower label, so that the result does not hang on the order of the points.
Votes::const_iterator winner(const Votes& votes) {
    return std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.second, -int{a.first}) < std::tuple(b.second, -int{b.first});
    });
}

using Component = std::vector<std::uint32_t>;

std::vector<Component> componentsOf(const std::vector<std::uint16_t>& labels, const Neighbours& around) {
    std::vector<bool> seen(labels.size(), false);
    std::vector<Component> components;
    for (std::uint32_t start = 0; start < labels.size(); ++start) {
        if (seen[start] || labels[start] == kNoLabel) continue;
        Component component{start};
        seen[start] = true;
        for (std::size_t next = 0; next < component.size(); ++next) {
            for (const std::uint32_t n : around[component[next]]) {
                if (seen[n] || labels[n] != labels[start]) continue;
                seen[n] = true;
                component.push_back(n);
            }
        }
        components.push_back(std::move(component));
    }
    return components;
}

}  // namespace

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

void mirrorLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                  const std::vector<std::uint32_t>& partner) {
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
        if (body.points[i].side < 0) labels[i] = labels[partner[i]];
    }
}

std::size_t fillLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                       const Neighbours& around) {
    std::size_t filled = 0;
    for (;;) {
        std::vector<std::pair<std::uint32_t, std::uint16_t>> ring;
        for (std::uint32_t i = 0; i < labels.size(); ++i) {
            if (labels[i] != kNoLabel || body.points[i].side < 0) continue;
            const Votes votes = votesAround(labels, body, around, i);
            if (!votes.empty()) ring.emplace_back(i, winner(votes)->first);
        }
        if (ring.empty()) return filled;
        for (const auto& [point, label] : ring)
            labels[point] = label;
        filled += ring.size();
    }
}

std::size_t smoothLabels(std::vector<std::uint16_t>& labels, const StandardBody& body,
                         const Neighbours& around) {
    std::size_t changed = 0;
    for (int round = 0; round < kSmoothingRounds; ++round) {
        std::vector<std::pair<std::uint32_t, std::uint16_t>> changes;
        for (std::uint32_t i = 0; i < labels.size(); ++i) {
            if (body.points[i].side < 0) continue;
            const Votes votes = votesAround(labels, body, around, i);
            const auto most = winner(votes);
            int all = 0;
            for (const auto& [label, count] : votes)
                all += count;
            if (most != votes.end() && most->first != labels[i] && 2 * most->second > all)
                changes.emplace_back(i, most->first);
        }
        if (changes.empty()) break;
        for (const auto& [point, label] : changes)
            labels[point] = label;
        changed += changes.size();
    }
    return changed;
}

std::size_t dropSmallParts(std::vector<std::uint16_t>& labels, const Neighbours& around,
                           std::size_t smallest) {
    std::vector<Component> components = componentsOf(labels, around);
    std::map<std::uint16_t, std::size_t> largest;
    for (const Component& component : components) {
        std::size_t& most = largest[labels[component[0]]];
        most = std::max(most, component.size());
    }
    std::size_t dropped = 0;
    for (const Component& component : components) {
        std::size_t& most = largest[labels[component[0]]];
        const bool isLargest = component.size() == most;
        if (isLargest) most = SIZE_MAX;  // of equally large ones the first stays
        if (isLargest || component.size() >= smallest) continue;
        for (const std::uint32_t point : component)
            labels[point] = kNoLabel;
        dropped += component.size();
    }
    return dropped;
}

}  // namespace palpate::bodygen
