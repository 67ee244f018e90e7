#include "bodygen/atlas_file.h"

#include "core/hash.h"

#include <nlohmann/json.hpp>

namespace palpate::bodygen {

std::string atlasId(const RegionLabels& labels) {
    core::Fnv1a64 hash;
    for (const LabelledRegion& region : labels.regions)
        hash.add(std::as_bytes(std::span(region.id.data(), region.id.size())));
    for (const std::uint16_t label : labels.regionOfPoint)
        hash.addU32(label);
    return hash.hex();
}

std::string atlasJson(const RegionLabels& labels, std::string_view topologyId) {
    nlohmann::ordered_json json;
    json["format"] = 1;
    json["topology_id"] = topologyId;
    json["atlas_id"] = atlasId(labels);
    json["vertices"] = labels.regionOfPoint.size();
    for (const LabelledRegion& region : labels.regions) {
        nlohmann::ordered_json row;
        row["id"] = region.id;
        row["base"] = region.base;
        row["side"] = region.side;
        row["name"] = region.name;
        row["clinical"] = region.clinical;
        row["mirror"] =
            region.mirror.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(region.mirror);
        json["regions"].push_back(std::move(row));
    }
    nlohmann::ordered_json runs = nlohmann::ordered_json::array();
    for (const std::uint16_t label : labels.regionOfPoint) {
        if (runs.empty() || runs.back()[0] != label) runs.push_back({label, 0});
        runs.back()[1] = runs.back()[1].get<int>() + 1;
    }
    json["labels"]["regions"] = std::move(runs);
    return json.dump() + "\n";
}

}  // namespace palpate::bodygen
