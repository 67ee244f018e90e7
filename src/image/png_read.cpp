#include "core/atomic_file.h"
#include "core/text.h"
#include "image/png.h"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace palpate::image {

namespace {

constexpr double kMetresPerInch = 0.0254;
constexpr png_alloc_size_t kMostChunkBytes = png_alloc_size_t{64} << 20U;
constexpr png_uint_32 kMostChunks = 1000;

// Everything that libpng's callbacks touch. It lives outside the function that longjmp may leave.
struct Reading {
    std::span<const std::byte> rest;
    std::vector<std::uint8_t> pixels;
    std::vector<png_bytep> rows;
    png_uint_32 width = 0, height = 0;
    std::string failure;
};

extern "C" void onPngReadError(png_structp png, png_const_charp message) {
    static_cast<Reading*>(png_get_error_ptr(png))->failure = message;
    png_longjmp(png, 1);
}

extern "C" void onPngReadWarning(png_structp, png_const_charp) {}

extern "C" void onPngWanted(png_structp png, png_bytep data, png_size_t length) {
    auto* const reading = static_cast<Reading*>(png_get_io_ptr(png));
    if (length > reading->rest.size()) png_error(png, "the file ends too early");
    std::memcpy(data, reading->rest.data(), length);
    reading->rest = reading->rest.subspan(length);
}

bool takeMemory(Reading& reading) {
    try {
        reading.pixels.resize(std::size_t{4} * reading.width * reading.height);
        reading.rows.resize(reading.height);
    } catch (const std::exception&) {
        return false;
    }
    for (std::size_t y = 0; y < reading.rows.size(); ++y) {
        reading.rows[y] = reading.pixels.data() + y * std::size_t{4} * reading.width;
    }
    return true;
}

// Whatever the file holds becomes 8-bit RGBA.
void askForRgba(png_structp png) {
    png_set_expand(png);
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
    png_set_interlace_handling(png);
}

// No object with a destructor may live in here: a longjmp ends it without running any.
bool runDecoder(png_structp png, png_infop info, Reading& reading) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_read_fn(png, &reading, onPngWanted);
    png_set_user_limits(png, kLargestPngSide, kLargestPngSide);
    png_set_chunk_malloc_max(png, kMostChunkBytes);
    png_set_chunk_cache_max(png, kMostChunks);
    png_read_info(png, info);
    reading.width = png_get_image_width(png, info);
    reading.height = png_get_image_height(png, info);
    if (std::size_t{reading.width} * reading.height > kMostPngPixels)
        png_error(png, "the picture is too large");
    askForRgba(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != std::size_t{4} * reading.width)
        png_error(png, "an unknown kind of pixel");
    if (!takeMemory(reading)) png_error(png, "out of memory");
    png_read_image(png, reading.rows.data());
    png_read_end(png, info);
    return true;
}

PngNotes notesOf(png_structp png, png_infop info) {
    PngNotes notes;
    png_uint_32 dotsX = 0;
    png_uint_32 dotsY = 0;
    int unit = 0;
    if (png_get_pHYs(png, info, &dotsX, &dotsY, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
        notes.dotsPerInch = dotsX * kMetresPerInch;
    }
    png_textp texts = nullptr;
    int count = 0;
    png_get_text(png, info, &texts, &count);
    for (int i = 0; i < count; ++i) {
        notes.texts.push_back({texts[i].key, texts[i].text != nullptr ? texts[i].text : ""});
    }
    return notes;
}

core::Error notAPicture(const std::string& why) {
    return {core::trf("The picture could not be read: {0}", {why}), "",
            core::tr("Check that it is a whole PNG file.")};
}

}  // namespace

core::Result<PngContents> readPng(std::span<const std::byte> bytes) {
    constexpr std::size_t kSignatureBytes = 8;
    if (bytes.size() < kSignatureBytes ||
        png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes.data()), 0, kSignatureBytes) != 0) {
        return notAPicture(core::tr("it is not a PNG file"));
    }
    Reading reading;
    reading.rest = bytes;
    png_structp png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, onPngReadError, onPngReadWarning);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    const bool isDone = info != nullptr && runDecoder(png, info, reading);
    PngContents contents;
    if (isDone) contents.notes = notesOf(png, info);
    png_destroy_read_struct(&png, &info, nullptr);
    if (!isDone) return notAPicture(reading.failure.empty() ? "out of memory" : reading.failure);
    contents.image = Image::fromBytes(static_cast<int>(reading.width), static_cast<int>(reading.height),
                                      std::move(reading.pixels));
    return contents;
}

core::Result<PngContents> readPngFile(const std::filesystem::path& path) {
    const auto bytes = core::readFile(path);
    if (!bytes) return bytes.error();
    auto contents = readPng(*bytes);
    if (contents) return contents;
    core::Error error = contents.error();
    error.where = path.string();
    return error;
}

}  // namespace palpate::image
