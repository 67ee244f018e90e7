#include "report/key_sheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

using namespace palpate;

namespace {

const std::string kKey = "ABCD1-EFGH2-JKMN3-PQRS4-TVWX5-YZ016-23457-89AB8-CDEF9-GHJKA-MNPQB-RSTVC-WXYZD";
constexpr double kPixelsOfMm = 2480.0 / 210.0;

image::Image sheetWith(const std::string& key) {
    auto drawn = report::drawKeySheet({"Hands & Sons", "/srv/practice.palpate", "2026-11-30", key},
                                      PALPATE_TEST_RESOURCES);
    REQUIRE(drawn.has_value());
    return std::move(*drawn);
}

// The smallest box, in pixels, around everything for which `differs` holds.
struct Box {
    int left = std::numeric_limits<int>::max(), top = left, right = -1, bottom = -1;
};
template <typename Differs>
Box boxAround(const image::Image& picture, const Differs& differs) {
    Box box;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (!differs(x, y)) continue;
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                   std::max(box.bottom, y)};
        }
    }
    return box;
}

}  // namespace

TEST_CASE("the page of a recovery key is A4 at 300 dots an inch and keeps its margins") {
    const image::Image page = sheetWith(kKey);
    CHECK(page.width() == 2480);
    CHECK(page.height() == 3508);
    const auto paper = page.at(0, 0);
    const Box ink = boxAround(page, [&](int x, int y) { return page.at(x, y) != paper; });
    CHECK(ink.left >= 24 * kPixelsOfMm);
    CHECK(ink.right <= (210 - 24) * kPixelsOfMm);
    CHECK(ink.top >= 20 * kPixelsOfMm);
    CHECK(ink.bottom <= (297 - 20) * kPixelsOfMm);
}

TEST_CASE("every group of a recovery key has a place of its own on the page") {
    const image::Image page = sheetWith(kKey);
    Box last;
    for (std::size_t group = 0; group < 13; ++group) {
        CAPTURE(group);
        std::string other = kKey;
        for (std::size_t i = 0; i < 5; ++i)
            other[group * 6 + i] = '7';
        const image::Image changed = sheetWith(other);
        const Box box = boxAround(page, [&](int x, int y) { return page.at(x, y) != changed.at(x, y); });
        REQUIRE(box.right > 0);
        CHECK(box.right - box.left < 36 * kPixelsOfMm);
        CHECK(box.bottom - box.top < 15 * kPixelsOfMm);
        if (group > 0) CHECK((box.left > last.right || box.top > last.bottom));  // after the one before
        last = box;
    }
}

TEST_CASE("the same in words holds the key as it is, what it is for, and of what it is") {
    const std::string text =
        report::keySheetText({"Hands & Sons", "/srv/practice.palpate", "2026-11-30", kKey});
    for (const std::string& part : {kKey, std::string("Hands & Sons"), std::string("/srv/practice.palpate"),
                                    std::string("2026-11-30"), std::string("passphrase is forgotten")})
        CHECK_MESSAGE(text.find(part) != std::string::npos, part);
    CHECK_FALSE(report::drawKeySheet({"", "", "", kKey}, "/nowhere").has_value());
}
