#pragma once

#include "ui/rect.h"

#include <string>
#include <string_view>
#include <vector>

namespace palpate::ui {

// Where the controls of the last frame are, by name ("map.undo", "level.7", "viewport"). Tests press controls
// by it, `palpate --dump-ui-rects` prints it, and the program asks it whether the pointer is over the body's
// picture or over something that lies upon it.
class UiRects {
public:
    struct Item {
        std::string name;
        Rect rect;     // the whole control
        Rect visible;  // what of it is not scrolled out of sight
        bool enabled = true;
        int depth = 0;  // 0 the window; what lies over it has 1, and its controls 2
    };

    void clear() { m_items.clear(); }
    void add(Item item) { m_items.push_back(std::move(item)); }

    // In the order in which they were drawn: of two that share a point the first takes the pointer.
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] const Item* find(std::string_view name) const;  // null if it was not drawn
    // The control that would take the pointer there; null if none.
    [[nodiscard]] const Item* at(float x, float y) const;

    // A line for each control: name, x, y, width, height of what is visible, and "disabled" for those.
    [[nodiscard]] std::string dump() const;

private:
    std::vector<Item> m_items;
};

}  // namespace palpate::ui
