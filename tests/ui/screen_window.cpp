#include "ui/screen_window.h"

#include <set>

namespace palpate::test {

PaintedWindow::PaintedWindow(float scale, ImVec2 size, const ui::Theme& theme)
    : ScreenWindow(scale, size, theme) {
    REQUIRE(document::paint(document(), dab(document(), kChest, 8)));
    REQUIRE(document::openTodaysVisit(document(), kTuesday));
    REQUIRE(document::paint(document(), dab(document(), kThigh, 3)));
}

bool isPicture(const ui::UiRects::Item& item) {
    return item.name.rfind("viewport", 0) == 0;
}

bool answersLater(const std::string& name) {
    static const std::set<std::string> names{"client.search",   "regions.search", "compare.pick_from",
                                             "compare.pick_to", "overlay.pick",   "splitter.left",
                                             "splitter.right",  "tool.brush",     "tool.erase",
                                             "client.code",     "client.name",    "client.year",
                                             "sheet.folder",    "view.parts",     "client.height",
                                             "client.weight",   "client.avoid",   "client.contraindications",
                                             "brush.size",      "place.note",     "place.reason",
                                             "place.response",  "pin.note",       "compare.pair",
                                             "compare.ticks",   "compare.rules",  "compare.share",
                                             "compare.divider"};
    return names.count(name) != 0 || name.rfind("viewport", 0) == 0 || name.rfind("compare.row", 0) == 0;
}

void checkNothingOverlaps(const ui::UiRects& rects) {
    const auto& items = rects.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t k = i + 1; k < items.size(); ++k) {
            if (items[i].depth != items[k].depth || isPicture(items[i]) || isPicture(items[k])) continue;
            // Numbers lie where their marks do, below whatever else lies upon the picture.
            if (ui::isBadge(items[i].name) || ui::isBadge(items[k].name)) continue;
            const ui::Rect shared = ui::overlap(items[i].visible, items[k].visible);
            CAPTURE(items[i].name);
            CAPTURE(items[k].name);
            CAPTURE(shared.y);
            CAPTURE(shared.height);
            CHECK(shared.width * shared.height == 0.0F);
        }
    }
}

void checkInside(const ui::UiRects& rects, ImVec2 size) {
    for (const ui::UiRects::Item& item : rects.items()) {
        CAPTURE(item.name);
        // Nothing scrolls sideways: the whole control must be there, not only what clipping left of it.
        CHECK(item.rect.x >= -0.5F);
        CHECK(item.rect.right() <= size.x + 0.5F);
        if (item.visible.width * item.visible.height == 0.0F) continue;  // scrolled out of sight
        CHECK(item.rect.y < size.y);
        CHECK(item.rect.bottom() > 0.0F);
    }
}

void checkEveryControlAnswers(PaintedWindow& window) {
    const std::vector<ui::UiRects::Item> items = window.settled().items();
    for (const ui::UiRects::Item& item : items) {
        if (answersLater(item.name) || item.visible.height < 8.0F || item.depth == 1) continue;
        CAPTURE(item.name);
        const std::vector<ui::Action> asked = window.press(item.name);
        CHECK(asked.size() == (item.enabled ? 1U : 0U));
    }
}

}  // namespace palpate::test
