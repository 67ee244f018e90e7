#pragma once

#include "core/result.h"
#include "map/body_map.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace palpate::map {

// Larger bodies are refused when a map is read, so that a few damaged bytes cannot ask for all memory.
inline constexpr std::size_t kMostVertices = std::size_t{1} << 22U;

// A map as bytes: runs of equal values, runs of equal place numbers and the place tables of all layers,
// then the pins, with a checksum. decodeMap(encodeMap(m)) == m. Every place number of the map must have its
// row and every value lie in its layer's scale. Version 1 had no pins; it is read as a map without any.
//
// All numbers are LEB128 unless it says byte; a text is its length and its UTF-8 bytes:
//   "PMAP", version (byte, 2), topology id (text), vertex count,
//   for each layer in the order of LayerKind:
//     runs of (vertices, value (byte)) and then runs of (vertices, place number), each up to the vertex
//     count, rows, for each: number, words (count, texts), depth (byte), techniques (count, texts), minutes,
//                     response, reason, note
//   pins, for each: number, triangle, weights of its corners (3 x 4 bytes, IEEE 754 single, lowest first),
//                   kind (byte), grade (byte; 0 = not stated, else 1 more than it), note
//   FNV-1a 64 of everything before, 8 bytes, lowest first
[[nodiscard]] std::vector<std::byte> encodeMap(const BodyMap& map);

// Skip: for bytes that were just shown to be those that were written, such as a record of a vault, which its
// seal vouches for by 128 bits. Looking at every byte once more would take longer than reading the runs of a
// layer.
enum class Checksum : std::uint8_t { Verify, Skip };

// Any bytes are safe to pass. Errors: not a map, a version from the future, truncated or altered bytes (of
// those only what does not add up if the checksum is skipped), counts that do not add up.
[[nodiscard]] core::Result<BodyMap> decodeMap(std::span<const std::byte> bytes,
                                              Checksum checksum = Checksum::Verify);

// Painted vertices next to each other that have the same value.
struct ValueRun {
    VertexRange range;
    Value value = 0;

    friend bool operator==(const ValueRun&, const ValueRun&) = default;
};

// The painted values of one layer, ascending, and what they lie on.
struct LayerRuns {
    std::string topologyId;
    std::size_t vertexCount = 0;
    std::vector<ValueRun> runs;
};

// The painted runs of one layer out of a map's bytes, without a value for each vertex: for counting over
// thousands of maps. Any bytes are safe to pass; errors as decodeMap(), except that what lies behind the
// layer is only known to be what was written (by the checksum, or by whoever vouches for the bytes).
[[nodiscard]] core::Result<LayerRuns> decodeRuns(std::span<const std::byte> bytes, LayerKind kind,
                                                 Checksum checksum = Checksum::Verify);

// The same of a layer in memory.
[[nodiscard]] std::vector<ValueRun> paintedRuns(const Layer& layer);

}  // namespace palpate::map
