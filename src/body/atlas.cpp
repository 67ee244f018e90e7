#include "body/atlas.h"

#include "body/atlas_names.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <utility>

namespace palpate::body {

namespace {

core::Result<void> checkLabels(std::span<const Region> regions, std::span<const RegionIndex> regionOfVertex) {
    std::vector<bool> isUsed(regions.size(), false);
    for (const RegionIndex region : regionOfVertex) {
        if (region >= regions.size())
            return foreignAtlas(core::tr("The atlas labels a vertex with a region that it does not have"));
        isUsed[region] = true;
    }
    const auto unused = std::find(isUsed.begin(), isUsed.end(), false);
    if (unused == isUsed.end()) return {};
    const Region& region = regions[static_cast<std::size_t>(unused - isUsed.begin())];
    return foreignAtlas(core::trf("The atlas gives no skin to the region \"{0}\"", {region.id}));
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
