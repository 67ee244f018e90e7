#include "body/atlas_names.h"

#include "core/text.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace palpate::body {

namespace {

constexpr int kFormat = 1;

}  // namespace

core::Error foreignAtlas(std::string what) {
    return {std::move(what), "",
            core::tr("Install Palpate again to get the atlas that belongs to its body.")};
}

core::Result<void> checkIdentity(const AtlasIdentity& identity, std::string_view topologyId,
                                 std::size_t vertexCount) {
    if (identity.format != kFormat) {
        return foreignAtlas(core::trf("The atlas has format {0}, but this Palpate reads format {1}",
                                      {std::to_string(identity.format), std::to_string(kFormat)}));
    }
    if (identity.topologyId != topologyId) {
        return foreignAtlas(core::trf("The atlas was made for the body {0}, but the model is the body {1}",
                                      {identity.topologyId, topologyId}));
    }
    if (identity.vertices != static_cast<std::int64_t>(vertexCount)) {
        return foreignAtlas(core::trf("The atlas labels {0} vertices, but the body has {1}",
                                      {std::to_string(identity.vertices), std::to_string(vertexCount)}));
    }
    return {};
}

core::Result<std::vector<Region>> regionsFrom(std::span<const NameEntry> entries) {
    std::unordered_map<std::string_view, RegionIndex> indexOf;
    for (const NameEntry& entry : entries)
        indexOf.try_emplace(entry.id, static_cast<RegionIndex>(indexOf.size()));
    // With an id used twice there is no telling whose partner is meant.
    const bool isUnique = indexOf.size() == entries.size();
    std::vector<Region> regions;
    for (const NameEntry& entry : entries) {
        Region region{entry.id, entry.base, entry.name, entry.clinical, Side::Middle, {}};
        if (entry.side != "left" && entry.side != "right" && entry.side != "middle") {
            return foreignAtlas(core::trf("The atlas puts the region \"{0}\" on the unknown side \"{1}\"",
                                          {entry.id, entry.side}));
        }
        if (entry.side != "middle") region.side = entry.side == "left" ? Side::Left : Side::Right;
        if (isUnique && entry.mirror) {
            const auto found = indexOf.find(*entry.mirror);
            if (found == indexOf.end()) {
                return foreignAtlas(
                    core::trf("The atlas gives the region \"{0}\" the unknown partner \"{1}\"",
                              {entry.id, *entry.mirror}));
            }
            region.mirror = found->second;
        }
        regions.push_back(std::move(region));
    }
    return regions;
}

core::Result<void> checkRegions(std::span<const Region> regions) {
    if (regions.empty()) return foreignAtlas(core::tr("The atlas has no regions"));
    if (regions.size() > 0xffffU) return foreignAtlas(core::tr("The atlas has too many regions"));
    std::unordered_set<std::string_view> ids;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const Region& region = regions[r];
        if (region.id.empty()) return foreignAtlas(core::tr("The atlas has a region without a name"));
        if (!ids.insert(region.id).second) {
            return foreignAtlas(core::trf("The atlas names the region \"{0}\" twice", {region.id}));
        }
        if (region.mirror && (*region.mirror >= regions.size() || regions[*region.mirror].mirror != r)) {
            return foreignAtlas(core::trf(
                "The atlas gives the region \"{0}\" a wrong partner on the other side", {region.id}));
        }
    }
    return {};
}

}  // namespace palpate::body
