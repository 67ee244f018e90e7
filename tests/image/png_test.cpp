#include "image/png.h"
#include "core/atomic_file.h"
#include "core/random.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

using namespace palpate;
using namespace palpate::image;
namespace fs = std::filesystem;

namespace {

Image noise(int width, int height, bool opaque, std::uint64_t seed = 7) {
    core::Random random(seed);
    Image picture(width, height);
    for (auto& byte : picture.bytes())
        byte = static_cast<std::uint8_t>(random.below(256));
    if (opaque) {
        for (std::size_t i = 3; i < picture.bytes().size(); i += 4)
            picture.bytes()[i] = 255;
    }
    return picture;
}

}  // namespace

TEST_CASE("what is written is read again to the bit, with and without transparency") {
    for (const bool opaque : {true, false}) {
        for (const auto& size : {std::pair{1, 1}, {7, 3}, {64, 65}}) {
            CAPTURE(size.first);
            const Image picture = noise(size.first, size.second, opaque);
            const auto bytes = writePng(picture);
            REQUIRE(bytes.has_value());
            const auto back = readPng(*bytes);
            REQUIRE(back.has_value());
            CHECK(back->image == picture);
            CHECK_FALSE(back->notes.dotsPerInch.has_value());
        }
    }
}

TEST_CASE("resolution and texts travel with the picture") {
    PngNotes notes;
    notes.dotsPerInch = 300.0;
    notes.texts = {{"Software", "Palpate"},
                   {"Map",
                    "h\xC3\xBC"
                    "fte \xE2\x80\x94 7/10"}};
    const auto bytes = writePng(noise(8, 8, true), notes);
    REQUIRE(bytes.has_value());
    const auto back = readPng(*bytes);
    REQUIRE(back.has_value());
    CHECK(*back->notes.dotsPerInch == doctest::Approx(300.0).epsilon(0.0005));
    CHECK(back->notes.texts == notes.texts);
}

TEST_CASE("a PNG cut off anywhere is refused") {
    const auto bytes = writePng(noise(40, 40, true));
    REQUIRE(bytes.has_value());
    for (std::size_t length = 0; length + 12 < bytes->size(); length += 13) {
        CAPTURE(length);
        const auto back = readPng(std::span(*bytes).first(length));
        REQUIRE_FALSE(back.has_value());
        CHECK_FALSE(back.error().hint.empty());
    }
}

TEST_CASE("damaged bytes never do worse than an error") {
    const auto good = writePng(noise(30, 20, false));
    REQUIRE(good.has_value());
    core::Random random(11);
    int refused = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::byte> bytes = *good;
        for (int change = 0; change < 3; ++change) {
            bytes[random.below(bytes.size())] = static_cast<std::byte>(random.below(256));
        }
        const auto back = readPng(bytes);
        if (!back) ++refused;
    }
    CHECK(refused > 1900);  // checksums catch nearly all; a change may also hit a byte with its own value
}

TEST_CASE("a header that asks for a giant picture is refused before memory is taken") {
    auto bytes = *writePng(noise(4, 4, true));
    bytes[16] = std::byte{0x7f};  // width, most significant byte
    const auto back = readPng(bytes);
    REQUIRE_FALSE(back.has_value());
}

TEST_CASE("something else than a PNG is called that") {
    const std::string text = "P6 2 2 255 and so on";
    const auto back = readPng(std::as_bytes(std::span(text.data(), text.size())));
    REQUIRE_FALSE(back.has_value());
    CHECK(back.error().what.find("not a PNG") != std::string::npos);
}

TEST_CASE("requests that PNG cannot meet are refused as such") {
    CHECK(writePng(Image{}).error().kind == core::Error::Kind::Usage);
    CHECK(writePng(Image(kLargestPngSide + 1, 1)).error().kind == core::Error::Kind::Usage);
    PngNotes notes;
    notes.texts = {{"", "no name"}};
    CHECK(writePng(Image(2, 2), notes).error().kind == core::Error::Kind::Usage);
}

TEST_CASE("a file is written whole and its name stands in the errors") {
    const fs::path folder = fs::temp_directory_path() / ("palpate-png-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const Image picture = noise(9, 5, true);
    REQUIRE(writePngFile(folder / "a.png", picture).has_value());
    CHECK(readPngFile(folder / "a.png")->image == picture);
    CHECK_FALSE(writePngFile(folder / "missing" / "a.png", picture).has_value());
    REQUIRE(core::writeFileAtomically(folder / "b.png", "text").has_value());
    const auto wrong = readPngFile(folder / "b.png");
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().where.find("b.png") != std::string::npos);
    fs::remove_all(folder);
}
