#include "body/atlas.h"
#include "body/atlas_names.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <exception>
#include <utility>

namespace palpate::body {

namespace {

using Json = nlohmann::json;

// Labels are stored as runs over the vertices in their order: [[region, count], ...].
core::Result<std::vector<RegionIndex>> readLabels(const Json& runs, std::size_t regionCount,
                                                  std::size_t vertexCount) {
    std::vector<RegionIndex> labels;
    labels.reserve(vertexCount);
    for (const Json& run : runs) {
        const auto region = integerOf(run.at(0)), count = integerOf(run.at(1));
        const auto left = static_cast<std::int64_t>(vertexCount - labels.size());
        if (region < 0 || region >= static_cast<std::int64_t>(regionCount) || count < 1 || count > left) {
            return foreignAtlas(core::trf("The atlas has a wrong run of labels: region {0}, {1} vertices",
                                          {std::to_string(region), std::to_string(count)}));
        }
        labels.insert(labels.end(), static_cast<std::size_t>(count), static_cast<RegionIndex>(region));
    }
    if (labels.size() == vertexCount) return labels;
    return foreignAtlas(core::trf("The atlas labels only {0} of {1} vertices",
                                  {std::to_string(labels.size()), std::to_string(vertexCount)}));
}

}  // namespace

core::Result<Atlas> Atlas::parse(std::string_view json, std::string_view topologyId,
                                 std::size_t vertexCount) {
    try {
        const Json file = Json::parse(json);
        if (const auto checked = checkIdentity(identityOf(file), topologyId, vertexCount); !checked)
            return checked.error();
        auto regions = regionsFrom(nameEntriesOf(file.at("regions")));
        if (!regions) return regions.error();
        auto labels = readLabels(file.at("labels").at("regions"), regions->size(), vertexCount);
        if (!labels) return labels.error();
        auto atlas = create(std::move(*regions), std::move(*labels));
        if (!atlas) return atlas;
        if (file.at("atlas_id").get_ref<const std::string&>() != atlas->id()) {
            return foreignAtlas(
                core::tr("The atlas does not match its own id: it was damaged or changed by hand"));
        }
        return atlas;
    } catch (const std::exception& exception) {
        return foreignAtlas(core::trf("The file is not a body atlas: {0}", {exception.what()}));
    }
}

}  // namespace palpate::body
