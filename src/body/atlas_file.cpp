#include "body/atlas.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <exception>
#include <unordered_map>
#include <utility>

namespace palpate::body {

namespace {

using Json = nlohmann::json;
// Asking for a reference refuses fractions, which asking for a copy would round.
using Integer = Json::number_integer_t;

constexpr int kFormat = 1;

core::Error foreign(std::string what) {
    return {std::move(what), "",
            core::tr("Install Palpate again to get the atlas that belongs to its body.")};
}

core::Result<void> checkIdentity(const Json& file, std::string_view topologyId, std::size_t vertexCount) {
    const auto format = file.at("format").get_ref<const Integer&>();
    if (format != kFormat) {
        return foreign(core::trf("The atlas has format {0}, but this Palpate reads format {1}",
                                 {std::to_string(format), std::to_string(kFormat)}));
    }
    const auto& madeFor = file.at("topology_id").get_ref<const std::string&>();
    if (madeFor != topologyId) {
        return foreign(core::trf("The atlas was made for the body {0}, but the model is the body {1}",
                                 {madeFor, topologyId}));
    }
    const auto vertices = file.at("vertices").get_ref<const Integer&>();
    if (vertices != static_cast<std::int64_t>(vertexCount)) {
        return foreign(core::trf("The atlas labels {0} vertices, but the body has {1}",
                                 {std::to_string(vertices), std::to_string(vertexCount)}));
    }
    return {};
}

core::Result<std::vector<Region>> readRegions(const Json& entries) {
    std::unordered_map<std::string, RegionIndex> indexOf;
    for (const Json& entry : entries) {
        indexOf.try_emplace(entry.at("id").get<std::string>(), static_cast<RegionIndex>(indexOf.size()));
    }
    // Names used twice are told by Atlas::create().
    const bool isUnique = indexOf.size() == entries.size();
    std::vector<Region> regions;
    for (const Json& entry : entries) {
        Region region{entry.at("id").get<std::string>(),
                      entry.at("base").get<std::string>(),
                      entry.at("name").get<std::string>(),
                      entry.at("clinical").get<std::string>(),
                      Side::Middle,
                      {}};
        const auto& side = entry.at("side").get_ref<const std::string&>();
        if (side != "left" && side != "right" && side != "middle") {
            return foreign(core::trf("The atlas puts the region \"{0}\" on the unknown side \"{1}\"",
                                     {region.id, side}));
        }
        if (side != "middle") region.side = side == "left" ? Side::Left : Side::Right;
        if (isUnique && !entry.at("mirror").is_null()) {
            const auto& mirror = entry.at("mirror").get_ref<const std::string&>();
            const auto found = indexOf.find(mirror);
            if (found == indexOf.end()) {
                return foreign(core::trf("The atlas gives the region \"{0}\" the unknown partner \"{1}\"",
                                         {region.id, mirror}));
            }
            region.mirror = found->second;
        }
        regions.push_back(std::move(region));
    }
    return regions;
}

// Labels are stored as runs over the vertices in their order: [[region, count], ...].
core::Result<std::vector<RegionIndex>> readLabels(const Json& runs, std::size_t regionCount,
                                                  std::size_t vertexCount) {
    std::vector<RegionIndex> labels;
    labels.reserve(vertexCount);
    for (const Json& run : runs) {
        const auto region = run.at(0).get_ref<const Integer&>(), count = run.at(1).get_ref<const Integer&>();
        const auto left = static_cast<std::int64_t>(vertexCount - labels.size());
        if (region < 0 || region >= static_cast<std::int64_t>(regionCount) || count < 1 || count > left) {
            return foreign(core::trf("The atlas has a wrong run of labels: region {0}, {1} vertices",
                                     {std::to_string(region), std::to_string(count)}));
        }
        labels.insert(labels.end(), static_cast<std::size_t>(count), static_cast<RegionIndex>(region));
    }
    if (labels.size() == vertexCount) return labels;
    return foreign(core::trf("The atlas labels only {0} of {1} vertices",
                             {std::to_string(labels.size()), std::to_string(vertexCount)}));
}

}  // namespace

core::Result<Atlas> Atlas::parse(std::string_view json, std::string_view topologyId,
                                 std::size_t vertexCount) {
    try {
        const Json file = Json::parse(json);
        if (const auto checked = checkIdentity(file, topologyId, vertexCount); !checked)
            return checked.error();
        auto regions = readRegions(file.at("regions"));
        if (!regions) return regions.error();
        auto labels = readLabels(file.at("labels").at("regions"), regions->size(), vertexCount);
        if (!labels) return labels.error();
        auto atlas = create(std::move(*regions), std::move(*labels));
        if (!atlas) return atlas;
        if (file.at("atlas_id").get_ref<const std::string&>() != atlas->id()) {
            return foreign(
                core::tr("The atlas does not match its own id: it was damaged or changed by hand"));
        }
        return atlas;
    } catch (const std::exception& exception) {
        return foreign(core::trf("The file is not a body atlas: {0}", {exception.what()}));
    }
}

}  // namespace palpate::body
