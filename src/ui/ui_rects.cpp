#include "ui/ui_rects.h"

#include "core/text.h"

#include <algorithm>

namespace palpate::ui {

const UiRects::Item* UiRects::find(std::string_view name) const {
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [name](const Item& item) { return item.name == name; });
    return found == m_items.end() ? nullptr : &*found;
}

const UiRects::Item* UiRects::at(float x, float y) const {
    const Item* best = nullptr;
    for (const Item& item : m_items) {
        if (!item.visible.contains(x, y)) continue;
        if (!best || item.depth > best->depth) best = &item;
    }
    return best;
}

std::string UiRects::dump() const {
    std::string text;
    for (const Item& item : m_items) {
        text += item.name;
        for (const float number : {item.visible.x, item.visible.y, item.visible.width, item.visible.height}) {
            text += ' ';
            text += core::decimal(static_cast<double>(number), 0);
        }
        if (!item.enabled) text += " disabled";
        text += '\n';
    }
    return text;
}

}  // namespace palpate::ui
