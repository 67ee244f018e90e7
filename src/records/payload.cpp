#include "records/payload.h"

#include "core/check.h"
#include "records/padding.h"

#include <zstd.h>

#include <limits>
#include <memory>

namespace palpate::records {

namespace {

constexpr std::byte kPlain{0}, kCompressed{1};
constexpr std::size_t kPrefix = 1 + 1 + 4 + 4;  // kind, form of the binary, the two sizes
constexpr int kLevel = 3;
constexpr std::size_t kWorthTrying = 64;
// Far above what a record can be; keeps a forged size from asking for all memory.
constexpr std::uint64_t kLargest = std::uint64_t{256} << 20U;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Empty: it does not shrink. A context is costly to make, so each thread keeps one.
Bytes compressed(ByteView bytes) {
    if (bytes.size() < kWorthTrying) return {};
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    if (context == nullptr) return {};
    Bytes frame(bytes.size() - 1);  // too small for what does not shrink
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
    if (ZSTD_isError(size) != 0U) return {};
    frame.resize(size);
    return frame;
}

std::optional<Bytes> decompressed(ByteView frame) {
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > kLargest) return std::nullopt;  // also the two values that mean an error
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    if (context == nullptr) return std::nullopt;
    Bytes bytes(static_cast<std::size_t>(size));
    const std::size_t read =
        ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(read) != 0U || read != bytes.size()) return std::nullopt;
    return bytes;
}

std::size_t sizeAt(ByteView bytes, std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8U | std::to_integer<std::size_t>(bytes[at + i]);
    return number;
}

}  // namespace

Bytes encodePayload(const Payload& payload) {
    Bytes header;
    header.reserve(payload.fields.encodedSize());
    payload.fields.encode(header);
    Bytes frame = compressed(payload.binary);
    const Bytes& kept = frame.empty() ? payload.binary : frame;
    core::check(kept.size() < std::numeric_limits<std::uint32_t>::max(), "a record is below 4 GB");
    ByteWriter writer;
    const std::size_t padded = paddedSize(kPrefix + header.size() + kept.size());
    writer.reserve(padded);
    writer.u8(static_cast<std::uint8_t>(payload.kind))
        .u8(std::to_integer<std::uint8_t>(frame.empty() ? kPlain : kCompressed))
        .u32(static_cast<std::uint32_t>(header.size()))
        .u32(static_cast<std::uint32_t>(kept.size()))
        .add(header)
        .add(kept);
    Bytes bytes = writer.take();
    bytes.resize(padded);
    wipe(header);
    wipe(frame);
    return bytes;
}

std::optional<Payload> decodePayload(ByteView plain) {
    if (plain.size() < kPrefix) return std::nullopt;
    const std::size_t header = sizeAt(plain, 2), binary = sizeAt(plain, 6);
    if (header > plain.size() - kPrefix || binary > plain.size() - kPrefix - header) return std::nullopt;
    auto fields = Fields::decode(plain.subspan(kPrefix, header));
    if (!fields) return std::nullopt;
    Payload payload{static_cast<ItemKind>(plain[0]), std::move(*fields), {}};
    const ByteView kept = plain.subspan(kPrefix + header, binary);
    if (plain[1] == kPlain) {
        payload.binary.assign(kept.begin(), kept.end());
        return payload;
    }
    auto bytes = plain[1] == kCompressed ? decompressed(kept) : std::nullopt;
    if (!bytes) return std::nullopt;
    payload.binary = std::move(*bytes);
    return payload;
}

}  // namespace palpate::records
