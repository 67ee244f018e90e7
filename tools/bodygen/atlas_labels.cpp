#include "bodygen/atlas_labels.h"

#include "bodygen/atlas_mesh.h"
#include "bodygen/mesh_order.h"
#include "bodygen/parallel.h"

namespace palpate::bodygen {
namespace {

// Rows of the table for the left half; the right half stays unlabelled.
std::vector<std::uint16_t> labelByPolygon(const StandardBody& body, const AtlasTable& table) {
    std::vector<std::uint16_t> rows(body.points.size(), kNoLabel);
    parallelFor(rows.size(), [&](std::size_t i) {
        if (body.points[i].side < 0) return;
        const AtlasSite site = atlasSite(body.points[i], body.field.shape());
        for (const AreaRow& area : table.areas) {
            if (!holds(area.chart, area.polygon, site)) continue;
            rows[i] = static_cast<std::uint16_t>(area.region);
            return;
        }
    });
    return rows;
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

}  // namespace

RegionLabels labelRegions(const StandardBody& body, const AtlasTable& table) {
    const Neighbours around = neighboursOf(body.model);
    RegionLabels labels;
    std::vector<std::uint16_t>& rows = labels.rowOfPoint;
    rows = labelByPolygon(body, table);
    labels.filled = fillLabels(rows, body, around);
    labels.smoothed = smoothLabels(rows, body, around);
    labels.moved = dropSmallParts(rows, around);
    fillLabels(rows, body, around);
    mirrorLabels(rows, body, mirrorPartners(meshOf(body.model)));

    std::vector<std::uint16_t> leftOf;
    labels.regions = bothSides(table, leftOf);
    labels.regionOfPoint.resize(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const std::uint16_t row = rows[i];
        core::check(row != kNoLabel, "every point of the body has a region");
        const bool right = body.points[i].side < 0 && table.regions[row].paired;
        labels.regionOfPoint[i] = static_cast<std::uint16_t>(leftOf[row] + (right ? 1 : 0));
    }
    return labels;
}

}  // namespace palpate::bodygen
