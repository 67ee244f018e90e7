#include "core/check.h"
#include "fuzz/targets.h"
#include "records/payload.h"
#include "records/seal.h"

#include <array>

namespace palpate::fuzz {

namespace {

void readPlain(Bytes plain) {
    const auto payload = records::decodePayload(plain);
    if (!payload) return;
    const records::Bytes written = records::encodePayload(*payload);
    const auto again = records::decodePayload(written);
    core::check(again.has_value(), "what was read can be written and read again");
    core::check(records::encodePayload(*again) == written, "and is the same");
}

// Bytes that were not sealed with this key never open.
void readSealed(Bytes bytes) {
    static constexpr std::array<std::byte, records::kKeySize> kKey{std::byte{42}};
    records::Bytes plain;
    const bool opened = records::openWhole(bytes, records::Key(kKey), {}, plain);
    core::check(!opened && plain.empty(), "a forged item does not open");
    if (bytes.size() < records::kTagSize) return;
    const bool split = records::openSealed(bytes.subspan(records::kTagSize), bytes.first(records::kTagSize),
                                           records::Key(kKey), {}, plain);
    core::check(!split && plain.empty(), "a forged item does not open");
}

}  // namespace

void fuzzItem(Bytes bytes) {
    readPlain(bytes);
    readSealed(bytes);
}

}  // namespace palpate::fuzz
