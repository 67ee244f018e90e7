#include "ui/name_placing.h"

#include "core/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace palpate;
using ui::NameRequest;
using ui::PlacedName;

namespace {

const ui::TextWidth kEightALetter = [](const std::string& text) {
    return 8.0F * static_cast<float>(text.size());
};

ui::PlacingRoom room() {
    ui::PlacingRoom room;
    room.picture = {0.0F, 0.0F, 600.0F, 500.0F};
    room.leftColumn = {0.0F, 0.0F, 110.0F, 500.0F};
    room.rightColumn = {490.0F, 60.0F, 110.0F, 300.0F};
    room.taken = {{290.0F, 240.0F, 30.0F, 30.0F}};
    return room;
}

NameRequest request(std::string text, glm::vec2 at, float spare, std::string base = {}) {
    if (base.empty()) base = text;
    return {std::move(text), std::move(base), at, spare};
}

bool touch(const ui::Rect& a, const ui::Rect& b) {
    const ui::Rect shared = ui::overlap(a, b);
    return shared.width > 0.0F && shared.height > 0.0F;
}

bool isWithin(const ui::Rect& inner, const ui::Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

std::vector<NameRequest> randomRequests(core::Random& random) {
    std::vector<NameRequest> requests;
    const auto number = [&random](double most) { return static_cast<float>(random.unit() * most); };
    for (int i = 0; i < 70; ++i) {
        std::string text = "Name";
        for (int word = 0; word < i % 4; ++word)
            text += " of" + std::string(static_cast<std::size_t>(word + 2), 'x');
        requests.push_back(request(text + std::to_string(i), {number(600.0), number(500.0)}, number(80.0),
                                   "base" + std::to_string(i / 2)));
    }
    return requests;
}

}  // namespace

TEST_CASE("no name lies over another, over what was there, or outside of the picture") {
    core::Random random(7);
    for (int round = 0; round < 40; ++round) {
        const auto requests = randomRequests(random);
        const ui::PlacingRoom where = room();
        const auto names = ui::placeNames(requests, where, kEightALetter);
        CHECK(names.size() >= 10);
        for (std::size_t i = 0; i < names.size(); ++i) {
            CHECK(isWithin(names[i].box, where.picture));
            if (!names[i].isCallout) CHECK_FALSE(touch(names[i].box, where.taken.front()));
            for (std::size_t k = i + 1; k < names.size(); ++k)
                CHECK_FALSE(touch(names[i].box, names[k].box));
        }
    }
}

TEST_CASE("a name stands within what it names where it has room, else beside it with a line") {
    const std::vector<NameRequest> requests{request("Chest", {200.0F, 200.0F}, 60.0F),
                                            request("Thumb", {200.0F, 350.0F}, 6.0F)};
    const auto names = ui::placeNames(requests, room(), kEightALetter);
    REQUIRE(names.size() == 2);
    CHECK_FALSE(names[0].isCallout);
    CHECK(names[0].box.contains(200.0F, 200.0F));
    CHECK(names[1].isCallout);
    CHECK(isWithin(names[1].box, room().leftColumn));
    CHECK(names[1].box.centreY() == doctest::Approx(350.0F).epsilon(0.01));
}

TEST_CASE("of both sides' names one stands beside the body, and the columns share them") {
    std::vector<NameRequest> requests;
    for (int i = 0; i < 6; ++i) {
        const std::string text = "Part" + std::to_string(i);
        const float y = 80.0F + 40.0F * static_cast<float>(i);
        requests.push_back(request(text, {250.0F, y}, 2.0F));
        requests.push_back(request(text, {350.0F, y}, 2.0F));
    }
    const auto names = ui::placeNames(requests, room(), kEightALetter);
    CHECK(names.size() == 6);
    std::set<std::string> said;
    std::size_t left = 0;
    for (const PlacedName& name : names) {
        said.insert(requests[name.request].text);
        if (isWithin(name.box, room().leftColumn)) ++left;
    }
    CHECK(said.size() == 6);
    CHECK(left == 3);
}

TEST_CASE("lines of a column hardly ever cross") {
    const auto side = [](glm::vec2 from, glm::vec2 to, glm::vec2 point) {
        return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) > 0.0F;
    };
    core::Random random(3);
    int lines = 0, crossings = 0;
    for (int round = 0; round < 30; ++round) {
        const auto requests = randomRequests(random);
        auto names = ui::placeNames(requests, room(), kEightALetter);
        std::erase_if(names, [&](const PlacedName& name) {
            return !name.isCallout || requests[name.request].at.x >= 300.0F;
        });
        for (std::size_t i = 0; i < names.size(); ++i) {
            const glm::vec2 endA = requests[names[i].request].at;
            const glm::vec2 startA = ui::leaderStart(names[i].box, endA);
            ++lines;
            for (std::size_t k = i + 1; k < names.size(); ++k) {
                const glm::vec2 endB = requests[names[k].request].at;
                const glm::vec2 startB = ui::leaderStart(names[k].box, endB);
                if (side(startA, endA, startB) != side(startA, endA, endB) &&
                    side(startB, endB, startA) != side(startB, endB, endA))
                    ++crossings;
            }
        }
    }
    CHECK(lines > 150);
    CHECK(crossings <= lines / 50);
}

TEST_CASE("where there is no room the first names win and the rest is left out") {
    std::vector<NameRequest> requests;
    for (int i = 0; i < 100; ++i)
        requests.push_back(request("Part" + std::to_string(i), {100.0F, 250.0F}, 1.0F));
    const auto names = ui::placeNames(requests, room(), kEightALetter);
    CHECK(names.size() < 30);
    for (const PlacedName& name : names)
        CHECK(name.request < 30);
}

TEST_CASE("long names break between words") {
    using Lines = std::vector<std::string>;
    CHECK(ui::wrapWords("Side of the back", 64.0F, kEightALetter) == Lines{"Side of", "the back"});
    CHECK(ui::wrapWords("Sternocleidomastoid", 64.0F, kEightALetter) == Lines{"Sternocleidomastoid"});
    CHECK(ui::wrapWords("", 64.0F, kEightALetter).empty());
}
