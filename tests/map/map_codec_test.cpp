#include "map/map_codec.h"

#include "map/byte_stream.h"
#include "map/random_maps.h"
#include "map/utf8.h"

#include "core/hash.h"

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <string>
#include <vector>

using namespace palpate::map;
using palpate::core::Random;
namespace body = palpate::body;

namespace {

// The bytes with a checksum that fits them, as somebody with bad intent would make it.
std::vector<std::byte> withChecksum(std::vector<std::byte> contents) {
    palpate::core::Fnv1a64 hash;
    hash.add(contents);
    for (int i = 0; i < 8; ++i)
        contents.push_back(static_cast<std::byte>(hash.value() >> (8 * i)));
    return contents;
}

std::vector<std::byte> withoutChecksum(std::vector<std::byte> bytes) {
    bytes.resize(bytes.size() - 8);
    return bytes;
}

}  // namespace

TEST_CASE("a map that was encoded and decoded is the same map") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const BodyMap map = randomMap(random, 1 + random.below(2000));
        const auto decoded = decodeMap(encodeMap(map));
        REQUIRE(decoded.has_value());
        CHECK(*decoded == map);
    }
    const BodyMap empty("", 0);
    CHECK(decodeMap(encodeMap(empty)).value() == empty);
}

TEST_CASE("a place that lost its vertices keeps its row through the bytes") {
    BodyMap map("t", 3);
    map.layer(LayerKind::Pain).setPlace(65535, {});
    CHECK(decodeMap(encodeMap(map)).value() == map);
}

namespace {

std::string hexOf(std::span<const std::byte> bytes) {
    std::string text;
    for (const std::byte byte : bytes) {
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) >> 4U];
        text += "0123456789abcdef"[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

std::vector<std::byte> bytesOf(const std::string& hex) {
    std::vector<std::byte> bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes.push_back(static_cast<std::byte>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return bytes;
}

// What the bytes kept from each version hold, without pins.
BodyMap keptMap() {
    BodyMap map("77502341f347fe52", 300);
    for (std::uint32_t v = 100; v < 240; ++v)
        map.layer(LayerKind::Pain).set(v, v < 200 ? 70 : 3, v < 200 ? 2 : 0);
    map.layer(LayerKind::Pain).setPlace(2, {{"aching", "tender"}, Depth::Muscle, {}, 0, "", "", "since May"});
    for (std::uint32_t v = 0; v < 300; v += 150)
        map.layer(LayerKind::Treated).set(v, 30, 1);
    map.layer(LayerKind::Treated).setPlace(1, {{}, Depth::Unstated, {"friction"}, 10, "eased", "", ""});
    return map;
}

}  // namespace

TEST_CASE("a map written in version 1 is read as what it was") {
    const std::string kept =
        "504d4150011037373530323334316633343766653532ac026400644628033c0064006402640001020206616368696e67"
        "0674656e64657202000000000973696e6365204d6179ac0200ac020000011e950100011e950100010195010001019501"
        "000101000001086672696374696f6e0a0565617365640000ac0200ac020000d3d3392813d7ae9f";
    const auto read = decodeMap(bytesOf(kept));
    REQUIRE(read.has_value());
    CHECK(*read == keptMap());
}

TEST_CASE("a map written in version 2 is read as what it was") {
    BodyMap map = keptMap();
    map.pins().set(1, {{5, {0.5F, 0.25F, 0.25F}}, PinKind::TriggerPoint, 2, "refers to the temple"});
    map.pins().set(300, {{70000, {1.0F, 0.0F, 0.0F}}, PinKind::Scar, {}, ""});
    const std::string kept =
        "504d4150021037373530323334316633343766653532ac026400644628033c0064006402640001020206616368696e67"
        "0674656e64657202000000000973696e6365204d6179ac0200ac020000011e950100011e950100010195010001019501"
        "000101000001086672696374696f6e0a0565617365640000ac0200ac0200000201050000003f0000803e0000803e0003"
        "1472656665727320746f207468652074656d706c65ac02f0a2040000803f0000000000000000010000d2a38201723185"
        "da";
    CHECK(hexOf(encodeMap(map)) == kept);
    const auto read = decodeMap(bytesOf(kept));
    REQUIRE(read.has_value());
    CHECK(*read == map);
}

TEST_CASE("a pin whose weights are no place on a triangle, or a scar with a grade, is refused") {
    const auto withPin = [](const Pin& pin) {
        BodyMap map("t", 4);
        map.pins().set(1, pin);
        return decodeMap(encodeMap(map)).has_value();
    };
    const body::SkinPoint at{1, {0.5F, 0.5F, 0.0F}};
    CHECK(withPin({at, PinKind::TenderPoint, 4, ""}));
    CHECK_FALSE(withPin({at, PinKind::Scar, 1, ""}));
    CHECK_FALSE(withPin({at, PinKind::TenderPoint, 5, ""}));
    CHECK_FALSE(withPin({{1, {0.5F, 0.6F, 0.0F}}, PinKind::TenderPoint, {}, ""}));
    CHECK_FALSE(withPin({{1, {std::nanf(""), 0.5F, 0.0F}}, PinKind::TenderPoint, {}, ""}));
    CHECK_FALSE(withPin({{1U << 31U, {1.0F, 0.0F, 0.0F}}, PinKind::TenderPoint, {}, ""}));
}

TEST_CASE("an empty map of a whole body takes few bytes") {
    CHECK(encodeMap(BodyMap("0123456789abcdef", 50000)).size() < 80);
}

TEST_CASE("every truncation of a map is refused") {
    Random random(7);
    const auto bytes = encodeMap(randomMap(random, 400));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto decoded = decodeMap(std::span(bytes).first(size));
        REQUIRE_FALSE(decoded.has_value());
        REQUIRE(decoded.error().hint != "");
    }
}

TEST_CASE("every change of a single byte of a map is refused") {
    Random random(8);
    auto bytes = encodeMap(randomMap(random, 200));
    for (std::byte& byte : bytes) {
        const std::byte was = byte;
        for (const unsigned flip : {0x01U, 0x80U, 0xffU}) {
            byte = was ^ static_cast<std::byte>(flip);
            REQUIRE_FALSE(decodeMap(bytes).has_value());
        }
        byte = was;
    }
}

TEST_CASE("altered bytes with a fitting checksum are refused or give a map that is sound") {
    Random random(9);
    const auto sound = withoutChecksum(encodeMap(randomMap(random, 300)));
    int accepted = 0;
    for (int round = 0; round < 5000; ++round) {
        auto bytes = sound;
        const auto changes = 1 + random.below(3);
        for (std::uint64_t i = 0; i < changes; ++i)
            bytes[5 + random.below(bytes.size() - 5)] = static_cast<std::byte>(random.below(256));
        if (random.below(4) == 0) bytes.resize(5 + random.below(bytes.size() - 5));
        const auto decoded = decodeMap(withChecksum(bytes));
        bytes.resize(bytes.size() + 8);  // any checksum
        const auto vouchedFor = decodeMap(bytes, Checksum::Skip);
        REQUIRE(vouchedFor.has_value() == decoded.has_value());
        for (const LayerKind kind : kLayerKinds)
            (void)decodeRuns(bytes, kind, Checksum::Skip);
        if (!decoded) continue;
        REQUIRE(*vouchedFor == *decoded);
        ++accepted;
        for (const LayerKind kind : kLayerKinds) {
            const Layer& layer = decoded->layer(kind);
            for (std::size_t v = 0; v < layer.values().size(); ++v) {
                REQUIRE(layer.values()[v] <= valueOf(highestLevel(kind)));
                const PlaceNumber number = layer.placeNumbers()[v];
                REQUIRE((number == kNoPlace || layer.places().contains(number)));
            }
        }
        REQUIRE(decodeMap(encodeMap(*decoded)).value() == *decoded);
    }
    CHECK(accepted > 30);  // else the test has looked at nothing
}

TEST_CASE("without a look at its checksum a map reads the same, and one that is cut off is refused") {
    Random random(10);
    const BodyMap map = randomMap(random, 300);
    const auto bytes = encodeMap(map);
    CHECK(decodeMap(bytes, Checksum::Skip).value() == map);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        REQUIRE_FALSE(decodeMap(std::span(bytes).first(size), Checksum::Skip).has_value());
    for (const LayerKind kind : kLayerKinds)
        CHECK(decodeRuns(bytes, kind, Checksum::Skip).value().runs == paintedRuns(map.layer(kind)));
    auto other = bytes;
    other[4] = std::byte{0};  // the version
    CHECK_FALSE(decodeMap(other, Checksum::Skip).has_value());
    other[4] = std::byte{99};
    CHECK_FALSE(decodeRuns(other, LayerKind::Pain, Checksum::Skip).has_value());
}

TEST_CASE("a map from the future, and what is no map, are told apart from a damaged one") {
    auto bytes = encodeMap(BodyMap("t", 4));
    bytes[4] = std::byte{3};
    CHECK(decodeMap(bytes).error().what == "This body map was made by a newer version of Palpate");
    bytes[4] = std::byte{0};
    CHECK(decodeMap(withChecksum(withoutChecksum(bytes))).error().what ==
          "This body map is cut off or damaged");
    bytes[0] = std::byte{'X'};
    CHECK(decodeMap(bytes).error().what == "This is not a body map");
    CHECK(decodeMap({}).error().what == "This is not a body map");
}

TEST_CASE("a few bytes cannot ask for all memory") {
    ByteWriter out;
    for (const char letter : std::string("PMAP"))
        out.byte(static_cast<std::uint8_t>(letter));
    out.byte(1);
    out.text("t");
    out.number(std::uint64_t{1} << 40U);
    CHECK_FALSE(decodeMap(withChecksum(out.take())).has_value());
}

TEST_CASE("numbers and texts come back from bytes, and reading on past the end fails for good") {
    ByteWriter out;
    const std::uint64_t numbers[] = {0, 1, 127, 128, 300, 1ULL << 32U, ~0ULL};
    for (const std::uint64_t number : numbers)
        out.number(number);
    out.text("na\xc3\xafve");
    ByteReader in(out.bytes());
    for (const std::uint64_t number : numbers)
        CHECK(in.number(~0ULL) == number);
    CHECK(in.text(100) == "na\xc3\xafve");
    CHECK_FALSE(in.failed());
    CHECK(in.byte() == 0);
    CHECK(in.failed());
    ByteReader limited(out.bytes());
    limited.number(0);
    CHECK_FALSE(limited.failed());
    limited.number(0);
    CHECK(limited.failed());
}

TEST_CASE("only well-formed UTF-8 counts as text") {
    for (const char* good : {"", "plain", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x99\x82", "\xed\x9f\xbf"})
        CHECK(isUtf8(good));
    for (const char* bad : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                            "a\xff", "\xe2\x82", "\xe2\x28\xa1", "\xf0\x9f\x99\x28"})
        CHECK_FALSE(isUtf8(bad));
}
