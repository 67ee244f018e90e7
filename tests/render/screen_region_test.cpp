#include "render/screen_region.h"
#include "core/random.h"

#include <doctest/doctest.h>

#include <vector>

using namespace palpate;
using namespace palpate::render;

TEST_CASE("what lies outside the picture is cut off") {
    ScreenRegion region({100, 50});
    region.add({-10, -10, 20, 20});
    REQUIRE(region.rectangles().size() == 1);
    CHECK(region.rectangles()[0] == PixelRect{0, 0, 20, 20});
    region.add({200, 10, 220, 20});
    region.add({30, 30, 30, 40});
    CHECK(region.area() == 400);
}

TEST_CASE("rectangles far apart stay apart and near ones become one") {
    ScreenRegion region({1000, 1000});
    region.add({0, 0, 10, 10});
    region.add({500, 500, 510, 510});
    CHECK(region.rectangles().size() == 2);
    CHECK(region.area() == 200);
    region.add({5, 5, 12, 12});
    CHECK(region.rectangles().size() == 2);
    CHECK(region.area() == 144 + 100);
}

TEST_CASE("everything that was added is covered once, by at most four rectangles") {
    core::Random random(3);
    for (int round = 0; round < 50; ++round) {
        ScreenRegion region({60, 60});
        std::vector<PixelRect> added;
        for (int i = 0; i < 8; ++i) {
            const int left = static_cast<int>(random.below(60));
            const int bottom = static_cast<int>(random.below(60));
            added.push_back({left, bottom, left + 1 + static_cast<int>(random.below(9)),
                             bottom + 1 + static_cast<int>(random.below(9))});
            region.add(added.back());
        }
        CHECK(region.rectangles().size() <= 4);
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 60; ++x) {
                const PixelRect pixel{x, y, x + 1, y + 1};
                int covered = 0;
                for (const PixelRect& r : region.rectangles())
                    covered += r.overlaps(pixel) ? 1 : 0;
                CHECK(covered <= 1);
                for (const PixelRect& r : added) {
                    if (r.overlaps(pixel)) CHECK(covered == 1);
                }
            }
        }
    }
}
