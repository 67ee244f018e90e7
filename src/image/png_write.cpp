#include "core/atomic_file.h"
#include "core/text.h"
#include "image/png.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <exception>
#include <string>

namespace palpate::image {

namespace {

constexpr double kInchesPerMetre = 39.3700787401575;

// Everything that libpng's callbacks touch. It lives outside the function that longjmp may leave.
struct Writing {
    std::vector<std::byte> bytes;
    std::vector<png_byte> pixels;  // as they are written: RGB or RGBA
    std::vector<png_bytep> rows;
    std::vector<png_text> texts;
    std::string failure;
};

extern "C" void onPngWriteError(png_structp png, png_const_charp message) {
    static_cast<Writing*>(png_get_error_ptr(png))->failure = message;
    png_longjmp(png, 1);
}

extern "C" void onPngWriteWarning(png_structp, png_const_charp) {}

extern "C" void onPngBytes(png_structp png, png_bytep data, png_size_t length) {
    auto* const writing = static_cast<Writing*>(png_get_io_ptr(png));
    bool isKept = true;
    try {
        const auto* const first = reinterpret_cast<const std::byte*>(data);
        writing->bytes.insert(writing->bytes.end(), first, first + length);
    } catch (const std::exception&) {
        isKept = false;  // no exception may pass through C
    }
    if (!isKept) png_error(png, "out of memory");
}

extern "C" void onPngFlush(png_structp) {}

bool isOpaque(const Image& image) {
    const auto bytes = image.bytes();
    for (std::size_t i = 3; i < bytes.size(); i += 4) {
        if (bytes[i] != 255) return false;
    }
    return true;
}

void packPixels(const Image& image, bool withAlpha, Writing& writing) {
    const std::size_t channels = withAlpha ? 4 : 3;
    const auto bytes = image.bytes();
    writing.pixels.resize(bytes.size() / 4 * channels);
    if (withAlpha) {
        std::copy(bytes.begin(), bytes.end(), writing.pixels.begin());
    } else {
        png_byte* out = writing.pixels.data();
        for (std::size_t i = 0; i < bytes.size(); i += 4, out += 3) {
            out[0] = bytes[i];
            out[1] = bytes[i + 1];
            out[2] = bytes[i + 2];
        }
    }
    const std::size_t stride = static_cast<std::size_t>(image.width()) * channels;
    for (int y = 0; y < image.height(); ++y) {
        writing.rows.push_back(writing.pixels.data() + static_cast<std::size_t>(y) * stride);
    }
}

// libpng does not write through these pointers, though its types say so.
png_text toPngText(const PngText& text) {
    png_text entry{};
    entry.compression = PNG_ITXT_COMPRESSION_NONE;  // UTF-8
    entry.key = const_cast<char*>(text.key.c_str());
    entry.text = const_cast<char*>(text.text.c_str());
    entry.itxt_length = text.text.size();
    return entry;
}

// No object with a destructor may live in here: a longjmp ends it without running any.
bool runEncoder(png_structp png, png_infop info, Writing& writing, png_uint_32 width, png_uint_32 height,
                bool withAlpha, png_uint_32 dotsPerMetre) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_write_fn(png, &writing, onPngBytes, onPngFlush);
    png_set_IHDR(png, info, width, height, 8, withAlpha ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (dotsPerMetre > 0) png_set_pHYs(png, info, dotsPerMetre, dotsPerMetre, PNG_RESOLUTION_METER);
    if (!writing.texts.empty()) {
        png_set_text(png, info, writing.texts.data(), static_cast<int>(writing.texts.size()));
    }
    png_set_compression_level(png, Z_BEST_SPEED);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_write_info(png, info);
    png_write_image(png, writing.rows.data());
    png_write_end(png, info);
    return true;
}

bool isAllowedKey(const std::string& key) {
    const auto isPlain = [](char c) { return c >= ' ' && c <= '~'; };
    return !key.empty() && key.size() <= 79 && std::all_of(key.begin(), key.end(), isPlain) &&
           key.front() != ' ' && key.back() != ' ' && key.find("  ") == std::string::npos;
}

core::Result<void> checkRequest(const Image& image, const PngNotes& notes) {
    if (image.isEmpty()) {
        return core::Error{core::tr("A picture without pixels cannot be written"), "",
                           core::tr("Choose a width and a height of at least 1."), core::Error::Kind::Usage};
    }
    if (image.width() > kLargestPngSide || image.height() > kLargestPngSide) {
        return core::Error{core::tr("The picture is too large to be written"),
                           std::to_string(image.width()) + "x" + std::to_string(image.height()),
                           core::trf("Choose at most {0} pixels a side.", {std::to_string(kLargestPngSide)}),
                           core::Error::Kind::Usage};
    }
    for (const PngText& text : notes.texts) {
        if (!isAllowedKey(text.key)) {
            return core::Error{core::tr("A text in a PNG needs a plain name of 1 to 79 characters"), text.key,
                               core::tr("Give it another name."), core::Error::Kind::Usage};
        }
    }
    return {};
}

}  // namespace

core::Result<std::vector<std::byte>> writePng(const Image& image, const PngNotes& notes) {
    if (const auto allowed = checkRequest(image, notes); !allowed) return allowed.error();

    Writing writing;
    const bool withAlpha = !isOpaque(image);
    packPixels(image, withAlpha, writing);
    for (const PngText& text : notes.texts)
        writing.texts.push_back(toPngText(text));
    writing.bytes.reserve(writing.pixels.size() / 8 + 4096);
    const double dots = notes.dotsPerInch.value_or(0.0) * kInchesPerMetre;

    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, &writing, onPngWriteError, onPngWriteWarning);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    const bool isDone =
        info != nullptr && runEncoder(png, info, writing, static_cast<png_uint_32>(image.width()),
                                      static_cast<png_uint_32>(image.height()), withAlpha,
                                      dots > 0.0 ? static_cast<png_uint_32>(std::lround(dots)) : 0U);
    png_destroy_write_struct(&png, &info);
    if (!isDone) {
        return core::Error{core::trf("The picture could not be encoded: {0}",
                                     {writing.failure.empty() ? "out of memory" : writing.failure}),
                           "", core::tr("Choose a smaller picture.")};
    }
    return std::move(writing.bytes);
}

core::Result<void> writePngFile(const std::filesystem::path& path, const Image& image, const PngNotes& notes,
                                core::FileAccess access) {
    const auto bytes = writePng(image, notes);
    if (!bytes) return bytes.error();
    return core::writeFileAtomically(path, *bytes, access);
}

}  // namespace palpate::image
