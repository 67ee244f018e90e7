#include "ui/name_placing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace palpate::ui {
namespace {

bool touch(const Rect& a, const Rect& b) {
    const Rect shared = overlap(a, b);
    return shared.width > 0.0F && shared.height > 0.0F;
}

bool isWithin(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

class Placer {
public:
    Placer(std::span<const NameRequest> requests, const PlacingRoom& room, const TextWidth& widthOf)
        : m_requests(requests), m_room(room), m_widthOf(widthOf), m_isPlaced(requests.size(), false) {
        for (const Rect& column : {room.leftColumn, room.rightColumn})
            m_taken.push_back(column);
        m_taken.insert(m_taken.end(), room.taken.begin(), room.taken.end());
    }

    std::vector<PlacedName> place() {
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (!isNamed(i)) placeWithin(i);
        }
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (!isNamed(i)) placeBeside(i);
        }
        // The other side's name too, where it costs nothing.
        for (std::size_t i = 0; i < m_requests.size(); ++i) {
            if (!m_isPlaced[i]) placeWithin(i);
        }
        for (std::size_t side = 0; side < m_columns.size(); ++side)
            settle(side);
        return std::move(m_placed);
    }

private:
    struct Column {
        std::vector<std::size_t> names;  // index into m_placed
        float height = 0.0F;             // of them all, with gaps
    };

    [[nodiscard]] bool isNamed(std::size_t request) const {
        return m_isPlaced[request] || m_named.contains(m_requests[request].base);
    }

    [[nodiscard]] PlacedName boxed(std::size_t request, float width) const {
        PlacedName name{request, wrapWords(m_requests[request].text, width, m_widthOf), {}, false};
        float widest = 0.0F;
        for (const std::string& line : name.lines)
            widest = std::max(widest, m_widthOf(line));
        name.box.width = std::ceil(widest) + 2.0F * m_room.padding;
        name.box.height = static_cast<float>(name.lines.size()) * m_room.lineHeight + m_room.padding;
        return name;
    }

    void keep(PlacedName name) {
        m_isPlaced[name.request] = true;
        m_named.insert(m_requests[name.request].base);
        m_placed.push_back(std::move(name));
    }

    void placeWithin(std::size_t request) {
        const NameRequest& wanted = m_requests[request];
        const float reach = wanted.room * wanted.overhang;
        PlacedName name = boxed(request, 2.0F * (reach - m_room.padding));
        if (name.box.width > 2.0F * reach || name.box.height > 2.0F * reach) return;
        name.box.x = std::round(wanted.at.x - name.box.width / 2.0F);
        name.box.y = std::round(wanted.at.y - name.box.height / 2.0F);
        const Rect kept = name.box.inset(-m_room.gap / 2.0F);
        if (!isWithin(name.box, m_room.picture)) return;
        if (std::any_of(m_taken.begin(), m_taken.end(), [&](const Rect& r) { return touch(r, kept); }))
            return;
        m_taken.push_back(kept);
        keep(std::move(name));
    }

    [[nodiscard]] const Rect& columnRect(std::size_t side) const {
        return side == 0 ? m_room.leftColumn : m_room.rightColumn;
    }

    // Of the same name on both sides of the body, the one whose column is emptier gets it.
    void placeBeside(std::size_t first) {
        std::optional<std::size_t> best;
        for (std::size_t i = first; i < m_requests.size(); ++i) {
            if (m_requests[i].base != m_requests[first].base) continue;
            if (!best || m_columns[sideOf(i)].height < m_columns[sideOf(*best)].height) best = i;
        }
        const std::size_t side = sideOf(*best);
        PlacedName name = boxed(*best, columnRect(side).width - 2.0F * m_room.padding);
        const float height = name.box.height + m_room.gap;
        if (m_columns[side].height + height > columnRect(side).height) return;
        m_columns[side].height += height;
        m_columns[side].names.push_back(m_placed.size());
        name.isCallout = true;
        keep(std::move(name));
    }

    [[nodiscard]] std::size_t sideOf(std::size_t request) const {
        return m_requests[request].at.x < m_room.picture.centreX() ? 0 : 1;
    }

    [[nodiscard]] glm::vec2 anchorOf(std::size_t name) const { return m_requests[m_placed[name].request].at; }

    // From top to bottom as what they name, but so that no two lines cross.
    void settle(std::size_t side) {
        constexpr int kRounds = 12;
        auto& names = m_columns[side].names;
        std::stable_sort(names.begin(), names.end(),
                         [&](std::size_t a, std::size_t b) { return anchorOf(a).y < anchorOf(b).y; });
        stack(side);
        for (int round = 0; round < kRounds; ++round) {
            bool hasSwapped = false;
            for (std::size_t i = 0; i < names.size(); ++i) {
                for (std::size_t k = i + 1; k < names.size(); ++k) {
                    if (!cross(names[i], names[k])) continue;
                    std::swap(names[i], names[k]);
                    stack(side);
                    hasSwapped = true;
                }
            }
            if (!hasSwapped) return;
        }
    }

    // As near to what they name as the others let them, in the order in which they are.
    void stack(std::size_t side) {
        const Rect& column = columnRect(side);
        const auto& names = m_columns[side].names;
        float next = column.y;
        for (const std::size_t name : names) {
            Rect& box = m_placed[name].box;
            box.x = side == 0 ? column.x : column.right() - box.width;
            box.y = std::round(std::max(anchorOf(name).y - box.height / 2.0F, next));
            next = box.bottom() + m_room.gap;
        }
        float bottom = column.bottom();
        for (auto name = names.rbegin(); name != names.rend(); ++name) {
            Rect& box = m_placed[*name].box;
            box.y = std::min(box.y, std::floor(bottom - box.height));
            bottom = box.y - m_room.gap;
        }
    }

    [[nodiscard]] bool cross(std::size_t a, std::size_t b) const {
        const auto side = [](glm::vec2 from, glm::vec2 to, glm::vec2 point) {
            return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) > 0.0F;
        };
        const glm::vec2 startA = leaderStart(m_placed[a].box, anchorOf(a)), endA = anchorOf(a);
        const glm::vec2 startB = leaderStart(m_placed[b].box, anchorOf(b)), endB = anchorOf(b);
        return side(startA, endA, startB) != side(startA, endA, endB) &&
               side(startB, endB, startA) != side(startB, endB, endA);
    }

    std::span<const NameRequest> m_requests;
    const PlacingRoom& m_room;
    const TextWidth& m_widthOf;
    std::vector<bool> m_isPlaced;
    std::set<std::string> m_named;
    std::vector<Rect> m_taken;
    std::vector<PlacedName> m_placed;
    std::array<Column, 2> m_columns;
};

}  // namespace

glm::vec2 leaderStart(const Rect& box, glm::vec2 to) {
    return {to.x > box.centreX() ? box.right() : box.x, box.centreY()};
}

std::vector<std::string> wrapWords(const std::string& text, float width, const TextWidth& widthOf) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find(' ', start), text.size());
        const std::string word = text.substr(start, end - start);
        const std::string longer = lines.empty() ? word : lines.back() + " " + word;
        if (lines.empty() || widthOf(longer) > width) {
            lines.push_back(word);
        } else {
            lines.back() = longer;
        }
        start = end + 1;
    }
    return lines;
}

std::vector<PlacedName> placeNames(std::span<const NameRequest> requests, const PlacingRoom& room,
                                   const TextWidth& widthOf) {
    return Placer(requests, room, widthOf).place();
}

}  // namespace palpate::ui
