#include "ui/layout.h"
#include "ui/metrics.h"

#include <doctest/doctest.h>

#include <vector>

using namespace palpate::ui;

namespace {

std::vector<Rect> partsOf(const Layout& layout) {
    std::vector<Rect> parts;
    for (const Rect& rect : {layout.topBar, layout.left, layout.leftSplitter, layout.centre,
                             layout.rightSplitter, layout.right}) {
        if (rect.width > 0.0F) parts.push_back(rect);
    }
    return parts;
}

// Every pixel of the window belongs to exactly one part.
void checkTiling(const Layout& layout, float width, float height) {
    const std::vector<Rect> parts = partsOf(layout);
    float area = 0.0F;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        area += parts[i].width * parts[i].height;
        CHECK(parts[i].x >= 0.0F);
        CHECK(parts[i].right() <= width);
        CHECK(parts[i].bottom() <= height);
        for (std::size_t k = i + 1; k < parts.size(); ++k) {
            const Rect shared = overlap(parts[i], parts[k]);
            CHECK(shared.width * shared.height == 0.0F);
        }
    }
    CHECK(area == doctest::Approx(width * height));
}

}  // namespace

TEST_CASE(
    "everything grows as far as the window holds it, and never shrinks below what the screen asks for") {
    CHECK(heldScale(1.0F, 1.0F, 1280.0F, 800.0F) == 1.0F);
    CHECK(heldScale(2.0F, 1.0F, 1280.0F, 800.0F) == 2.0F);
    CHECK(heldScale(3.0F, 1.0F, 1280.0F, 800.0F) == 2.0F);
    CHECK(heldScale(3.0F, 1.0F, 1920.0F, 1080.0F) == doctest::Approx(2.7));
    CHECK(heldScale(3.0F, 1.0F, 3840.0F, 2160.0F) == 3.0F);
    CHECK(heldScale(2.0F, 2.0F, 640.0F, 480.0F) == 2.0F);  // a dense screen's small window
    CHECK(heldScale(1.0F, 1.0F, 320.0F, 240.0F) == 1.0F);
}

TEST_CASE("1280 x 800 holds three columns with at least 560 dp for the body") {
    const Layout layout = computeLayout({});
    CHECK(layout.leftDocked);
    CHECK(layout.rightDocked);
    CHECK(layout.left.width == 240.0F);
    CHECK(layout.right.width == 340.0F);
    CHECK(layout.centre.width >= 560.0F);
    checkTiling(layout, 1280.0F, 800.0F);
}

TEST_CASE("whatever the window, its parts tile it and a docked centre keeps 560 dp") {
    for (const float scale : {1.0F, 1.25F, 1.5F, 2.0F, 3.0F}) {
        for (const float width : {640.0F, 900.0F, 1024.0F, 1139.0F, 1280.0F, 1920.0F, 3840.0F}) {
            for (const float wanted : {100.0F, 240.0F, 900.0F}) {
                CAPTURE(scale);
                CAPTURE(width);
                CAPTURE(wanted);
                const Layout layout = computeLayout({width, 800.0F, scale, wanted, wanted + 100.0F});
                checkTiling(layout, width, 800.0F);
                if (layout.rightDocked) {
                    CHECK(layout.centre.width >= 560.0F * scale - 2.0F);
                    CHECK(layout.right.width >= kSmallestRight * scale - 1.0F);
                }
                if (layout.leftDocked) CHECK(layout.left.width >= kSmallestLeft * scale - 1.0F);
                if (layout.leftDocked) CHECK(layout.rightDocked);
            }
        }
    }
}

TEST_CASE("columns become narrower before they become drawers") {
    const Layout narrow = computeLayout({.width = 1110.0F});
    CHECK(narrow.leftDocked);
    CHECK(narrow.left.width < 240.0F);
    const Layout narrower = computeLayout({.width = 1000.0F});
    CHECK_FALSE(narrower.leftDocked);
    CHECK(narrower.rightDocked);
    const Layout narrowest = computeLayout({.width = 700.0F});
    CHECK_FALSE(narrowest.rightDocked);
    CHECK(narrowest.centre.width == 700.0F);
}

TEST_CASE("a drawer opens only for a column that is not docked, and lies within the centre") {
    CHECK(computeLayout({.drawer = Drawer::Tools}).drawer.width == 0.0F);
    const Layout people = computeLayout({.width = 700.0F, .drawer = Drawer::People});
    CHECK(people.drawer.x == people.centre.x);
    CHECK(people.drawer.width > 200.0F);
    CHECK(overlap(people.drawer, people.centre) == people.drawer);
    const Layout tools = computeLayout({.width = 700.0F, .drawer = Drawer::Tools});
    CHECK(tools.drawer.right() == tools.centre.right());
    const Layout tiny = computeLayout({.width = 427.0F, .scale = 3.0F, .drawer = Drawer::Tools});
    CHECK(tiny.drawer.width <= tiny.centre.width);
}

TEST_CASE("the compare view gives the clients' column to the pictures") {
    const Layout layout = computeLayout({.compare = true});
    CHECK(layout.left.width == 0.0F);
    CHECK(layout.centre.width > 900.0F);
    checkTiling(layout, 1280.0F, 800.0F);
}

TEST_CASE("cutting a rectangle keeps all of it") {
    Rect rest{10.0F, 20.0F, 100.0F, 50.0F};
    const Rect left = cutLeft(rest, 30.0F, 5.0F);
    CHECK(left == Rect{10.0F, 20.0F, 30.0F, 50.0F});
    CHECK(rest == Rect{45.0F, 20.0F, 65.0F, 50.0F});
    const Rect bottom = cutBottom(rest, 10.0F);
    CHECK(bottom == Rect{45.0F, 60.0F, 65.0F, 10.0F});
    const Rect tooMuch = cutTop(rest, 500.0F, 5.0F);
    CHECK(tooMuch.height == 40.0F);
    CHECK(rest.height == 0.0F);
}

TEST_CASE("equal columns lie apart by the gap and end where the row ends") {
    const Rect row{7.0F, 0.0F, 304.0F, 36.0F};
    float right = 7.0F - 5.0F;
    for (std::size_t i = 0; i < 10; ++i) {
        const Rect cell = columnOf(row, i, 10, 5.0F);
        CHECK(cell.x - right == doctest::Approx(5.0F).epsilon(0.21));
        CHECK(cell.width >= 24.0F);
        right = cell.right();
    }
    CHECK(right == row.right());
}

TEST_CASE("a person's scale counts from 100 to 300 per cent") {
    CHECK(scaleFor(1.0F, 1.0) == 1.0F);
    CHECK(scaleFor(2.0F, 1.5) == 3.0F);
    CHECK(scaleFor(1.0F, 0.1) == 1.0F);
    CHECK(scaleFor(1.0F, 9.0) == 3.0F);
    CHECK(scaleFor(2.0F, 3.0) == 6.0F);
}
