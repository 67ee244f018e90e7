#pragma once

#include "body/atlas.h"
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the files of the atlas have in common. Private to the library. The templates take the JSON library's
// values without naming it, and throw what it throws where a key is missing or of another type; the caller
// catches.
namespace palpate::body {

[[nodiscard]] core::Error foreignAtlas(std::string what);

struct AtlasIdentity {
    std::int64_t format = 0;
    std::string topologyId;
    std::int64_t vertices = 0;
};

// Format 1, made for this topology, as many vertices.
[[nodiscard]] core::Result<void> checkIdentity(const AtlasIdentity& identity, std::string_view topologyId,
                                               std::size_t vertexCount);

// One named place as a file writes it.
struct NameEntry {
    std::string id, base, name, clinical;
    std::string side;                   // "left", "right", "middle"
    std::optional<std::string> mirror;  // id
};

// Resolves sides and partners. Ids used twice are left to checkRegions().
[[nodiscard]] core::Result<std::vector<Region>> regionsFrom(std::span<const NameEntry> entries);

// There are any, ids are unique, mirror partners are each other's.
[[nodiscard]] core::Result<void> checkRegions(std::span<const Region> regions);

// Asking for a reference refuses fractions, which asking for a copy would round.
template <typename Json>
[[nodiscard]] std::int64_t integerOf(const Json& value) {
    return value.template get_ref<const typename Json::number_integer_t&>();
}

template <typename Json>
[[nodiscard]] AtlasIdentity identityOf(const Json& file) {
    return {integerOf(file.at("format")), file.at("topology_id").template get<std::string>(),
            integerOf(file.at("vertices"))};
}

template <typename Json>
[[nodiscard]] std::vector<NameEntry> nameEntriesOf(const Json& entries) {
    const auto text = [](const Json& value) { return value.template get<std::string>(); };
    std::vector<NameEntry> out;
    for (const Json& entry : entries) {
        NameEntry names{text(entry.at("id")),       text(entry.at("base")), text(entry.at("name")),
                        text(entry.at("clinical")), text(entry.at("side")), {}};
        if (!entry.at("mirror").is_null()) names.mirror = text(entry.at("mirror"));
        out.push_back(std::move(names));
    }
    return out;
}

}  // namespace palpate::body
