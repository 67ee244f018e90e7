#include "core/check.h"
#include "core/hash.h"
#include "fuzz/targets.h"
#include "map/map_codec.h"

#include <vector>

namespace palpate::fuzz {

namespace {

// Behind a checksum that fits, the reader itself is reached.
std::vector<std::byte> withChecksum(Bytes bytes) {
    core::Fnv1a64 hash;
    hash.add(bytes);
    std::vector<std::byte> whole(bytes.begin(), bytes.end());
    for (unsigned i = 0; i < 8; ++i)
        whole.push_back(static_cast<std::byte>(hash.value() >> (8 * i)));
    return whole;
}

void read(Bytes bytes) {
    for (const map::LayerKind kind : map::kLayerKinds) {
        (void)map::decodeRuns(bytes, kind);
        (void)map::decodeRuns(bytes, kind, map::Checksum::Skip);
    }
    const auto decoded = map::decodeMap(bytes);
    if (!decoded) return;
    const auto again = map::decodeMap(map::encodeMap(*decoded));
    core::check(again.has_value(), "what was read can be written and read again");
    core::check(map::encodeMap(*again) == map::encodeMap(*decoded), "and is the same");
}

}  // namespace

void fuzzMap(Bytes bytes) {
    read(bytes);
    read(withChecksum(bytes));
}

}  // namespace palpate::fuzz
