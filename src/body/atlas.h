#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::body {

enum class Side : std::uint8_t { Middle, Left, Right };  // the person's own

using RegionIndex = std::uint16_t;

struct Region {
    std::string id;        // "upper_trap_L"
    std::string base;      // "upper_trap": what left and right share
    std::string name;      // plain, "Top of the shoulder (upper trapezius), left"
    std::string clinical;  // "Upper trapezius region"
    Side side = Side::Middle;
    std::optional<RegionIndex> mirror;  // the same place on the other side; empty for midline regions
};

// A partition of the vertices into named regions. May be corrected without touching any map: maps are tied to
// the topology, names are looked up here.
class Atlas {
public:
    // One region number a vertex. Errors: no regions, a vertex outside of all regions, a region without
    // vertices, an id used twice, mirror partners that are not each other's.
    static core::Result<Atlas> create(std::vector<Region> regions, std::vector<RegionIndex> regionOfVertex);

    // Reads models/standard_body.atlas.json. Errors: not an atlas, a newer format, made for another topology,
    // a vertex count that does not match, and those of create(). Keys it does not know are left alone.
    static core::Result<Atlas> parse(std::string_view json, std::string_view topologyId,
                                     std::size_t vertexCount);

    [[nodiscard]] std::span<const Region> regions() const { return m_regions; }
    [[nodiscard]] const Region& region(RegionIndex index) const { return m_regions[index]; }
    [[nodiscard]] RegionIndex regionOf(std::uint32_t vertex) const { return m_regionOfVertex[vertex]; }
    [[nodiscard]] std::span<const RegionIndex> regionOfVertices() const { return m_regionOfVertex; }
    // By id; empty if there is none of that name.
    [[nodiscard]] std::optional<RegionIndex> find(std::string_view id) const;
    // FNV-1a over the ids of all regions and the region number of each vertex, 16 hexadecimal digits.
    [[nodiscard]] const std::string& id() const { return m_id; }

private:
    Atlas() = default;

    std::vector<Region> m_regions;
    std::vector<RegionIndex> m_regionOfVertex;
    std::string m_id;
};

}  // namespace palpate::body
