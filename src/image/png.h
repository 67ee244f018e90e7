#pragma once

#include "core/atomic_file.h"
#include "core/result.h"
#include "image/image.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::image {

// A named text that travels inside a picture file.
struct PngText {
    std::string key;   // 1..79 letters, digits and spaces (Latin-1), e.g. "Software"
    std::string text;  // UTF-8

    friend bool operator==(const PngText&, const PngText&) = default;
};

// What a PNG carries beside its pixels.
struct PngNotes {
    std::optional<double> dotsPerInch;  // pHYs; empty: the file does not say
    std::vector<PngText> texts;
};

struct PngContents {
    Image image;
    PngNotes notes;
};

// Larger pictures are refused, before memory is taken for them.
inline constexpr int kLargestPngSide = 32768;
inline constexpr std::size_t kMostPngPixels = std::size_t{256} << 20U;

// Quick rather than small: zlib's level 1 with the Up filter; opaque pictures are written without alpha.
// Errors: an empty picture, one too large, a text key that PNG forbids.
[[nodiscard]] core::Result<std::vector<std::byte>> writePng(const Image& image, const PngNotes& notes = {});
// The same, as a whole file or not at all.
[[nodiscard]] core::Result<void> writePngFile(const std::filesystem::path& path, const Image& image,
                                              const PngNotes& notes = {},
                                              core::FileAccess access = core::FileAccess::Usual);

// Reads any kind of PNG. Any bytes are safe to pass. Errors: not a PNG, truncated or damaged (with what the
// decoder said), too large.
[[nodiscard]] core::Result<PngContents> readPng(std::span<const std::byte> bytes);
[[nodiscard]] core::Result<PngContents> readPngFile(const std::filesystem::path& path);

}  // namespace palpate::image
