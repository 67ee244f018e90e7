#include "body/atlas.h"

#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace palpate::body {

namespace {

core::Error damaged(std::string what) {
    return {std::move(what), "",
            core::tr("Install Palpate again to get the atlas that belongs to its body.")};
}

core::Result<void> checkRegions(std::span<const Region> regions) {
    if (regions.empty()) return damaged(core::tr("The atlas has no regions"));
    if (regions.size() > 0xffffU) return damaged(core::tr("The atlas has too many regions"));
    std::unordered_set<std::string_view> ids;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const Region& region = regions[r];
        if (region.id.empty()) return damaged(core::tr("The atlas has a region without a name"));
        if (!ids.insert(region.id).second) {
            return damaged(core::trf("The atlas names the region \"{0}\" twice", {region.id}));
        }
        if (region.mirror && (*region.mirror >= regions.size() || regions[*region.mirror].mirror != r)) {
            return damaged(core::trf("The atlas gives the region \"{0}\" a wrong partner on the other side",
                                     {region.id}));
        }
    }
    return {};
}

core::Result<void> checkLabels(std::span<const Region> regions, std::span<const RegionIndex> regionOfVertex) {
    std::vector<bool> isUsed(regions.size(), false);
    for (const RegionIndex region : regionOfVertex) {
        if (region >= regions.size())
            return damaged(core::tr("The atlas labels a vertex with a region that it does not have"));
        isUsed[region] = true;
    }
    const auto unused = std::find(isUsed.begin(), isUsed.end(), false);
    if (unused == isUsed.end()) return {};
    const Region& region = regions[static_cast<std::size_t>(unused - isUsed.begin())];
    return damaged(core::trf("The atlas gives no skin to the region \"{0}\"", {region.id}));
}

}  // namespace

core::Result<Atlas> Atlas::create(std::vector<Region> regions, std::vector<RegionIndex> regionOfVertex) {
    if (const auto checked = checkRegions(regions); !checked) return checked.error();
    if (const auto checked = checkLabels(regions, regionOfVertex); !checked) return checked.error();
    Atlas atlas;
    atlas.m_regions = std::move(regions);
    atlas.m_regionOfVertex = std::move(regionOfVertex);
    core::Fnv1a64 hash;
    for (const Region& region : atlas.m_regions) {
        hash.add(std::as_bytes(std::span(region.id.data(), region.id.size())));
    }
    for (const RegionIndex region : atlas.m_regionOfVertex)
        hash.addU32(region);
    atlas.m_id = hash.hex();
    return atlas;
}

std::optional<RegionIndex> Atlas::find(std::string_view id) const {
    const auto found = std::find_if(m_regions.begin(), m_regions.end(),
                                    [id](const Region& region) { return region.id == id; });
    if (found == m_regions.end()) return std::nullopt;
    return static_cast<RegionIndex>(found - m_regions.begin());
}

}  // namespace palpate::body
