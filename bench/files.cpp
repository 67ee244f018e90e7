// Reading the body's file against the library that reads it, and writing pictures against libpng as it comes.
#include "body/model_file.h"
#include "image/png.h"
#include "row.h"
#include "standard_body.h"

#include <png.h>

#include <assimp/scene.h>

#include <assimp/Importer.hpp>

#include <cmath>

namespace palpate::bench {

namespace {

constexpr int kWidth = 1920, kHeight = 1080;

// Something like a screen: flat areas, soft shading, some noise of edges.
image::Image somePicture() {
    image::Image picture(kWidth, kHeight, {244, 245, 247, 255});
    core::Random random(5);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = kWidth / 3; x < 2 * kWidth / 3; ++x) {
            const double across = (x - kWidth / 2.0) / (kWidth / 6.0);
            const double along = (y - kHeight / 2.0) / (kHeight / 2.2);
            if (across * across + along * along > 1.0) continue;
            const double light = 150.0 + 80.0 * std::sqrt(1.0 - across * across) + random.between(0.0, 2.0);
            const auto level = static_cast<std::uint8_t>(light);
            picture.set(
                x, y,
                {level, static_cast<std::uint8_t>(level - 10), static_cast<std::uint8_t>(level - 20), 255});
        }
    }
    return picture;
}

void append(png_structp png, png_bytep bytes, std::size_t count) {
    auto* out = static_cast<std::vector<unsigned char>*>(png_get_io_ptr(png));
    out->insert(out->end(), bytes, bytes + count);
}

// libpng with nothing set but what it must be told; without alpha, as ours.
std::size_t libpngBytes(const image::Image& picture) {
    std::vector<unsigned char> out;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, append, [](png_structp) {});
    png_set_IHDR(png, info, kWidth, kHeight, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, info);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (int y = 0; y < kHeight; ++y)
        png_write_row(png, picture.row(y).data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return out.size();
}

std::size_t ourBytes(const image::Image& picture) {
    const auto written = image::writePng(picture);
    if (!written) giveUp(written.error().message());
    return written->size();
}

}  // namespace

std::vector<Row> benchFiles(const Effort& effort) {
    const auto path = modelsFolder() / "standard_body.glb";
    const Duel import = duel(
        Clock::Thread, effort.rounds(30), 1,
        [&] {
            if (!body::readModelFile(path, body::kBaseFigure)) giveUp("the body could not be read");
        },
        [&] {
            Assimp::Importer importer;
            if (importer.ReadFile(path.string(), 0) == nullptr) giveUp("Assimp could not read the body");
        });
    const image::Image picture = somePicture();
    const Duel png = duel(
        Clock::Thread, effort.rounds(20), 1, [&] { keep(static_cast<double>(ourBytes(picture))); },
        [&] { keep(static_cast<double>(libpngBytes(picture))); });
    const auto ours = static_cast<double>(ourBytes(picture));
    const auto theirs = static_cast<double>(libpngBytes(picture));
    return {row("body file, against Assimp alone", import, 1.2),
            row("PNG 1920 x 1080, against libpng", png, 0.25),
            row("PNG 1920 x 1080 in bytes, against libpng", {ours, theirs, ours / theirs}, 1.4)};
}

}  // namespace palpate::bench
