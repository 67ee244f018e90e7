#include "bodygen/atlas_overlay_file.h"

#include "bodygen/atlas_file.h"
#include "bodygen/atlas_mesh.h"

#include <nlohmann/json.hpp>

namespace palpate::bodygen {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json areaJson(const OverlayTable& table, const OverlayArea& area) {
    const OverlayRow& row = table.rows[area.row];
    Json out;
    out["id"] = area.id;
    out["base"] = row.id;
    out["side"] = area.side;
    out["name"] = area.name;
    out["clinical"] = row.clinical;
    out["mirror"] = orNull(area.mirror);
    if (!area.code.empty()) out["code"] = area.code;
    if (row.percent) out["percent"] = *row.percent;
    if (row.verified) {
        out["certainty"] = *row.verified ? "verified" : "interpolated";
        out["sources"] = row.sources;
    }
    return out;
}

// Numbers in one text: a tenth of the time of a JSON array to read.
class Numbers {
public:
    void add(std::int64_t number) {
        if (!m_text.empty()) m_text += ' ';
        m_text += std::to_string(number);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string labelRuns(const std::vector<std::uint16_t>& labels) {
    Numbers runs;
    for (std::size_t i = 0; i < labels.size();) {
        std::size_t end = i;
        while (end < labels.size() && labels[end] == labels[i])
            ++end;
        runs.add(labels[i] == kNoLabel ? -1 : int{labels[i]});
        runs.add(static_cast<std::int64_t>(end - i));
        i = end;
    }
    return runs.text();
}

std::string weightRuns(const std::vector<PointWeight>& weights) {
    Numbers runs;
    std::size_t done = 0;  // points told so far
    for (std::size_t i = 0; i < weights.size();) {
        std::size_t end = i + 1;
        while (end < weights.size() && weights[end].level == weights[i].level &&
               weights[end].point == weights[end - 1].point + 1)
            ++end;
        runs.add(static_cast<std::int64_t>(weights[i].point - done));
        runs.add(static_cast<std::int64_t>(end - i));
        runs.add(weights[i].level);
        done = weights[end - 1].point + 1;
        i = end;
    }
    return runs.text();
}

Json tableJson(const OverlayTable& table) {
    Json out;
    out["id"] = table.id;
    out["name"] = table.name;
    out["source"] = table.source;
    out["rule"] = table.rule;
    if (!table.recodings.empty()) {
        for (const OverlayRecoding& line : table.recodings)
            out["recodings"].push_back({{"edition", line.edition}, {"from", line.from}, {"to", line.to}});
    }
    for (const OverlayArea& area : overlayAreas(table))
        out["areas"].push_back(areaJson(table, area));
    return out;
}

Json partitionJson(const StandardBody& body, const RegionLabels& regions, const OverlayTable& table,
                   bool complete) {
    Json out = tableJson(table);
    out["labels"] = labelRuns(labelPartition(body, regions, table, complete));
    return out;
}

}  // namespace

std::string overlaysJson(const StandardBody& body, const RegionLabels& regions, const OverlayTables& tables,
                         std::string_view topologyId) {
    Json json;
    json["format"] = 1;
    json["topology_id"] = topologyId;
    json["atlas_id"] = atlasId(regions);
    json["vertices"] = body.points.size();
    json["muscles"] = tableJson(tables.muscles);
    json["muscles"]["levels"] = kWeightLevels;
    const auto weights = muscleWeights(body, regions, tables.muscles);
    for (std::size_t i = 0; i < weights.size(); ++i)
        json["muscles"]["areas"][i]["weights"] = weightRuns(weights[i]);
    json["dermatomes"] = partitionJson(body, regions, tables.dermatomes, true);
    for (const OverlayTable& table : tables.instruments)
        json["instruments"].push_back(partitionJson(body, regions, table, false));
    return json.dump() + "\n";
}

}  // namespace palpate::bodygen
