#include "map/map_codec.h"

#include "core/check.h"
#include "core/hash.h"
#include "core/text.h"
#include "map/byte_stream.h"
#include "map/skin_weights.h"
#include "map/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <set>
#include <string>
#include <utility>

namespace palpate::map {

namespace {

constexpr std::string_view kMagic = "PMAP";
constexpr std::uint8_t kVersion = 2;
constexpr std::uint8_t kFirstWithPins = 2;
constexpr std::size_t kChecksumSize = 8;
// A closed surface has two triangles a vertex.
constexpr std::uint64_t kMostTriangles = 4 * kMostVertices;
constexpr std::size_t kLongestTopologyId = 64;
// More words than any vocabulary will ever hold.
constexpr std::size_t kMostWords = 255;
constexpr auto kHighestPin = std::numeric_limits<PinNumber>::max();
constexpr auto kHighestPlace = std::numeric_limits<PlaceNumber>::max();

std::array<std::byte, kChecksumSize> checksumOf(std::span<const std::byte> bytes) {
    core::Fnv1a64 hash;
    hash.add(bytes);
    std::array<std::byte, kChecksumSize> checksum{};
    for (std::size_t i = 0; i < kChecksumSize; ++i)
        checksum[i] = static_cast<std::byte>(hash.value() >> (8 * i));
    return checksum;
}

// --- writing ---

template <typename Number, typename WriteNumber>
void writeRuns(ByteWriter& out, std::span<const Number> numbers, WriteNumber writeNumber) {
    for (auto run = numbers.begin(); run != numbers.end();) {
        const auto end = std::find_if(run, numbers.end(), [first = *run](Number n) { return n != first; });
        out.number(static_cast<std::uint64_t>(end - run));
        writeNumber(*run);
        run = end;
    }
}

void writeTexts(ByteWriter& out, const std::vector<std::string>& texts) {
    out.number(texts.size());
    for (const std::string& text : texts)
        out.text(text);
}

void writePlace(ByteWriter& out, const Place& place) {
    writeTexts(out, place.words);
    out.byte(static_cast<std::uint8_t>(place.depth));
    writeTexts(out, place.techniques);
    out.number(static_cast<std::uint64_t>(place.minutes));
    out.text(place.response);
    out.text(place.reason);
    out.text(place.note);
}

void writeLayer(ByteWriter& out, const Layer& layer) {
    writeRuns(out, layer.values(), [&](Value value) {
        core::check(value <= valueOf(highestLevel(layer.kind())), "a value lies in its layer's scale");
        out.byte(value);
    });
    writeRuns(out, layer.placeNumbers(), [&](PlaceNumber number) {
        core::check(number == kNoPlace || layer.places().contains(number),
                    "a place has its row in the table");
        out.number(number);
    });
    out.number(layer.places().size());
    for (const auto& [number, place] : layer.places()) {
        out.number(number);
        writePlace(out, place);
    }
}

void writeWeights(ByteWriter& out, const glm::vec3& weights) {
    for (const float weight : {weights.x, weights.y, weights.z}) {
        const auto bits = std::bit_cast<std::uint32_t>(weight);
        for (unsigned shift = 0; shift < 32; shift += 8)
            out.byte(static_cast<std::uint8_t>(bits >> shift));
    }
}

void writePins(ByteWriter& out, const PinTable& pins) {
    out.number(pins.rows().size());
    for (const auto& [number, pin] : pins.rows()) {
        out.number(number);
        out.number(pin.at.triangle);
        writeWeights(out, pin.at.barycentric);
        out.byte(static_cast<std::uint8_t>(pin.kind));
        out.byte(static_cast<std::uint8_t>(pin.grade ? *pin.grade + 1 : 0));
        out.text(pin.note);
    }
}

// --- reading ---

// Runs up to `column.size()`; `read` gives the number of a run and fails the reader if it makes no sense.
template <typename Number, typename ReadNumber>
void readRuns(ByteReader& in, std::vector<Number>& column, ReadNumber read) {
    for (auto first = column.begin(); first != column.end() && !in.failed();) {
        const auto length = in.number(static_cast<std::uint64_t>(column.end() - first));
        const Number number = read();
        if (in.failed() || length == 0) return in.fail();
        const auto end = first + static_cast<std::ptrdiff_t>(length);
        std::fill(first, end, number);
        first = end;
    }
}

std::string readText(ByteReader& in) {
    std::string text = in.text(kLongestText);
    if (!isUtf8(text)) in.fail();
    return text;
}

std::vector<std::string> readTexts(ByteReader& in, std::size_t most) {
    const std::uint64_t count = in.number(most);
    std::vector<std::string> texts;
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i)
        texts.push_back(readText(in));
    return texts;
}

Place readPlace(ByteReader& in) {
    Place place;
    place.words = readTexts(in, kMostWords);
    const std::uint8_t depth = in.byte();
    if (depth > static_cast<std::uint8_t>(Depth::Joint)) in.fail();
    place.depth = in.failed() ? Depth::Unstated : static_cast<Depth>(depth);
    place.techniques = readTexts(in, kMostTechniques);
    place.minutes = static_cast<int>(in.number(kMostMinutes));
    place.response = readText(in);
    place.reason = readText(in);
    place.note = readText(in);
    return place;
}

std::map<PlaceNumber, Place> readTable(ByteReader& in) {
    std::map<PlaceNumber, Place> table;
    const std::uint64_t rows = in.number(kHighestPlace);
    for (std::uint64_t row = 0; row < rows && !in.failed(); ++row) {
        const auto number = static_cast<PlaceNumber>(in.number(kHighestPlace));
        const bool isNew = table.emplace(number, readPlace(in)).second;
        if (number == kNoPlace || !isNew) in.fail();
    }
    return table;
}

Layer readLayer(ByteReader& in, LayerKind kind, std::size_t vertexCount) {
    std::vector<Value> values(vertexCount);
    std::vector<PlaceNumber> places(vertexCount);
    std::set<PlaceNumber> used;
    readRuns(in, values, [&in, highest = valueOf(highestLevel(kind))] {
        const Value value = in.byte();
        if (value > highest) in.fail();
        return value;
    });
    readRuns(in, places, [&in, &used] {
        const auto number = static_cast<PlaceNumber>(in.number(kHighestPlace));
        if (number != kNoPlace) used.insert(number);
        return number;
    });
    auto table = readTable(in);
    if (!std::all_of(used.begin(), used.end(), [&](PlaceNumber number) { return table.contains(number); }))
        in.fail();
    return {kind, std::move(values), std::move(places), std::move(table)};
}

glm::vec3 readWeights(ByteReader& in) {
    glm::vec3 weights(0.0F);
    for (glm::length_t i = 0; i < 3; ++i) {
        std::uint32_t bits = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            bits |= static_cast<std::uint32_t>(in.byte()) << shift;
        weights[i] = std::bit_cast<float>(bits);
    }
    if (!isPlaceOnTriangle(weights)) in.fail();
    return weights;
}

Pin readPin(ByteReader& in) {
    Pin pin;
    pin.at.triangle = static_cast<std::uint32_t>(in.number(kMostTriangles - 1));
    pin.at.barycentric = readWeights(in);
    const std::uint8_t kind = in.byte();
    if (kind >= kPinKinds.size()) in.fail();
    pin.kind = in.failed() ? PinKind::TriggerPoint : kPinKinds[kind];
    const int grade = in.byte();
    if (grade > kHighestPinGrade + 1 || (grade > 0 && !canHaveGrade(pin.kind))) in.fail();
    if (grade > 0) pin.grade = grade - 1;
    pin.note = readText(in);
    return pin;
}

PinTable readPins(ByteReader& in) {
    std::map<PinNumber, Pin> pins;
    const std::uint64_t count = in.number(kHighestPin);
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        const auto number = static_cast<PinNumber>(in.number(kHighestPin));
        const bool isNew = pins.emplace(number, readPin(in)).second;
        if (number == kNoPin || !isNew) in.fail();
    }
    return in.failed() ? PinTable() : PinTable(std::move(pins));
}

core::Error refused(const char* what, std::string where = {}) {
    return {core::tr(what), std::move(where),
            core::tr("Restore the practice from a backup, or ask whoever sent the map to send it again.")};
}

core::Result<BodyMap> readMap(ByteReader& in, std::uint8_t version) {
    std::string topologyId = in.text(kLongestTopologyId);
    const auto vertexCount = static_cast<std::size_t>(in.number(kMostVertices));
    if (in.failed() || !isUtf8(topologyId)) return refused("The head of this body map makes no sense");
    const auto layer = [&](LayerKind kind) { return readLayer(in, kind, in.failed() ? 0 : vertexCount); };
    // Elements of a braced list are read in order.
    std::array<Layer, kLayerCount> layers{layer(LayerKind::Pain), layer(LayerKind::Tension),
                                          layer(LayerKind::Treated), layer(LayerKind::Avoid)};
    PinTable pins = version >= kFirstWithPins ? readPins(in) : PinTable();
    if (in.failed())
        return refused("This body map does not add up",
                       core::trf("byte {0}", {std::to_string(in.position())}));
    if (in.remaining() != 0) return refused("This body map goes on after its end");
    return BodyMap(std::move(topologyId), vertexCount, std::move(layers), std::move(pins));
}

// What lies between the version and the checksum.
struct OpenedMap {
    std::span<const std::byte> contents;
    std::uint8_t version = 0;
};

bool startsLikeAMap(std::span<const std::byte> bytes) {
    const auto magic = std::as_bytes(std::span(kMagic.data(), kMagic.size()));
    return bytes.size() >= magic.size() && std::equal(magic.begin(), magic.end(), bytes.begin());
}

bool hasItsChecksum(std::span<const std::byte> bytes) {
    const auto checksum = checksumOf(bytes.first(bytes.size() - kChecksumSize));
    return std::equal(checksum.begin(), checksum.end(), bytes.end() - kChecksumSize);
}

core::Result<OpenedMap> openMap(std::span<const std::byte> bytes, Checksum checksum) {
    if (!startsLikeAMap(bytes)) return refused("This is not a body map");
    const std::uint8_t version =
        bytes.size() > kMagic.size() ? std::to_integer<std::uint8_t>(bytes[kMagic.size()]) : kVersion;
    if (version > kVersion) {
        return core::Error{core::tr("This body map was made by a newer version of Palpate"), "",
                           core::tr("Install that version to open it.")};
    }
    constexpr std::size_t kHead = 5;  // magic and version
    if (bytes.size() < kHead + kChecksumSize) return refused("This body map is cut off");
    if (version == 0 || (checksum == Checksum::Verify && !hasItsChecksum(bytes)))
        return refused("This body map is cut off or damaged");
    return OpenedMap{bytes.subspan(kHead, bytes.size() - kHead - kChecksumSize), version};
}

// Calls `take(range, number)` for each run.
template <typename ReadNumber, typename Take>
void walkRuns(ByteReader& in, std::size_t vertexCount, ReadNumber read, Take take) {
    for (std::size_t first = 0; first < vertexCount && !in.failed();) {
        const auto length = static_cast<std::size_t>(in.number(vertexCount - first));
        const auto number = read();
        if (in.failed() || length == 0) return in.fail();
        take(VertexRange{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + length)},
             number);
        first += length;
    }
}

// Leaves the reader behind the layer's values.
std::vector<ValueRun> readPaintedRuns(ByteReader& in, LayerKind kind, std::size_t vertexCount) {
    std::vector<ValueRun> runs;
    constexpr std::size_t kBytesOfRun = 2;  // at least; its place takes more
    runs.reserve(in.remaining() / kBytesOfRun);
    walkRuns(
        in, vertexCount,
        [&in, highest = valueOf(highestLevel(kind))] {
            const Value value = in.byte();
            if (value > highest) in.fail();
            return value;
        },
        [&runs](const VertexRange& range, Value value) {
            if (isPainted(value)) runs.push_back({range, value});
        });
    return runs;
}

void skipPlaces(ByteReader& in, std::size_t vertexCount) {
    walkRuns(
        in, vertexCount, [&in] { return in.number(kHighestPlace); },
        [](const VertexRange&, std::uint64_t) {});
    static_cast<void>(readTable(in));
}

}  // namespace

std::vector<std::byte> encodeMap(const BodyMap& map) {
    core::check(map.vertexCount() <= kMostVertices, "a map that is written can be read again");
    ByteWriter out;
    for (const char letter : kMagic)
        out.byte(static_cast<std::uint8_t>(letter));
    out.byte(kVersion);
    out.text(map.topologyId());
    out.number(map.vertexCount());
    for (const LayerKind kind : kLayerKinds)
        writeLayer(out, map.layer(kind));
    writePins(out, map.pins());
    for (const std::byte byte : checksumOf(out.bytes()))
        out.byte(std::to_integer<std::uint8_t>(byte));
    return out.take();
}

core::Result<BodyMap> decodeMap(std::span<const std::byte> bytes, Checksum checksum) {
    const auto opened = openMap(bytes, checksum);
    if (!opened) return opened.error();
    ByteReader in(opened->contents);
    return readMap(in, opened->version);
}

core::Result<LayerRuns> decodeRuns(std::span<const std::byte> bytes, LayerKind kind, Checksum checksum) {
    const auto opened = openMap(bytes, checksum);
    if (!opened) return opened.error();
    ByteReader in(opened->contents);
    LayerRuns layer;
    layer.topologyId = in.text(kLongestTopologyId);
    layer.vertexCount = static_cast<std::size_t>(in.number(kMostVertices));
    if (in.failed() || !isUtf8(layer.topologyId)) return refused("The head of this body map makes no sense");
    for (const LayerKind before : kLayerKinds) {
        layer.runs = readPaintedRuns(in, before, layer.vertexCount);
        if (before == kind) break;
        skipPlaces(in, layer.vertexCount);
    }
    if (in.failed())
        return refused("This body map does not add up",
                       core::trf("byte {0}", {std::to_string(in.position())}));
    return layer;
}

std::vector<ValueRun> paintedRuns(const Layer& layer) {
    const auto values = layer.values();
    std::vector<ValueRun> runs;
    for (auto run = values.begin(); run != values.end();) {
        const auto end =
            std::find_if(run, values.end(), [first = *run](Value value) { return value != first; });
        if (isPainted(*run)) {
            runs.push_back({{static_cast<std::uint32_t>(run - values.begin()),
                             static_cast<std::uint32_t>(end - values.begin())},
                            *run});
        }
        run = end;
    }
    return runs;
}

}  // namespace palpate::map
