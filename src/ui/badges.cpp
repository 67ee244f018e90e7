#include "ui/badges.h"

#include "ui/level_looks.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace palpate::ui {
namespace {

std::string badgeText(const Spot& spot) {
    if (map::highestLevel(spot.layer) == 1) return "!";
    return spot.technique + std::to_string(spot.level);
}

Badge badgeOf(const Spot& spot, glm::vec2 at, float pixelsPerMetre) {
    constexpr double kPi = 3.141592653589793;
    Badge badge;
    badge.x = badge.atX = at.x;
    badge.y = badge.atY = at.y;
    badge.layer = spot.layer;
    badge.level = spot.level;
    badge.text = badgeText(spot);
    badge.place = spot.place;
    badge.reach = static_cast<float>(std::sqrt(spot.areaCm2 / kPi) / 100.0) * pixelsPerMetre;
    return badge;
}

// In the frame before, too. The press that paints a place is seen in the same frame as the number that comes
// with it, and was not meant for that.
bool stoodThere(const std::string& name, const Rect& area) {
    ImGuiStorage* kept = ImGui::GetStateStorage();
    const ImGuiID frame = ImGui::GetID(name.c_str());
    const ImGuiID x = ImGui::GetID((name + ".x").c_str()), y = ImGui::GetID((name + ".y").c_str());
    const bool stood = kept->GetInt(frame, -1) == ImGui::GetFrameCount() - 1 && kept->GetFloat(x) == area.x &&
                       kept->GetFloat(y) == area.y;
    kept->SetInt(frame, ImGui::GetFrameCount());
    kept->SetFloat(x, area.x);
    kept->SetFloat(y, area.y);
    return stood;
}

// How badly a number would stand there: off the picture, over another number, over another place's mark.
float harm(const std::vector<Badge>& badges, std::size_t which, glm::vec2 at, float half, glm::vec2 size) {
    float sum = 0.0F;
    if (at.x < half || at.y < half || at.x > size.x - half || at.y > size.y - half) sum += 100.0F;
    for (std::size_t i = 0; i < badges.size(); ++i) {
        if (i == which) continue;
        const Badge& other = badges[i];
        if (glm::distance(at, {other.atX, other.atY}) < 2.0F * half && i < which) sum += 10.0F;
        if (glm::distance(at, {other.x, other.y}) < half + other.reach) sum += 3.0F;
    }
    return sum;
}

}  // namespace

std::vector<Badge> badgesFor(const document::Document& document, const std::vector<Spot>& spots) {
    return badgesFor(document, spots, document.camera);
}

std::vector<Badge> badgesFor(const document::Document& document, const std::vector<Spot>& spots,
                             const body::Camera& camera) {
    std::vector<Badge> badges;
    const float pixelsPerMetre = document.viewportSize.y / camera.height;
    for (const Spot& spot : spots) {
        const auto at = seenAt(spot, *document.body, camera, document.viewportSize, document.part.get());
        if (at) badges.push_back(badgeOf(spot, *at, pixelsPerMetre));
    }
    return badges;
}

void layBeside(std::vector<Badge>& badges, float half, float axis, float width, float height) {
    // A mark this much wider than its number is seen around it.
    constexpr float kSeenAround = 1.6F;
    constexpr std::array<glm::vec2, 8> kWays{{{0.8F, -0.6F},
                                              {1.0F, 0.0F},
                                              {0.8F, 0.6F},
                                              {0.0F, -1.0F},
                                              {0.0F, 1.0F},
                                              {-0.8F, -0.6F},
                                              {-1.0F, 0.0F},
                                              {-0.8F, 0.6F}}};
    constexpr std::array kAway{1.4F, 2.6F};  // farther where all that is near would hide something
    for (std::size_t i = 0; i < badges.size(); ++i) {
        Badge& badge = badges[i];
        const glm::vec2 mark(badge.x, badge.y);
        glm::vec2 best = mark;
        if (badge.reach < kSeenAround * half) {
            const float outward = badge.x < axis ? -1.0F : 1.0F;
            float least = std::numeric_limits<float>::max();
            for (const float away : kAway) {
                for (const glm::vec2 way : kWays) {
                    const glm::vec2 at =
                        mark + (badge.reach + away * half) * glm::vec2(outward * way.x, way.y);
                    const float worse = harm(badges, i, at, half, {width, height});
                    if (worse < least) best = at;
                    least = std::min(least, worse);
                }
            }
        }
        best = glm::clamp(best, glm::vec2(half), glm::max(glm::vec2(width, height) - half, half));
        if (best != mark) best = glm::round(best);
        badge.atX = best.x;
        badge.atY = best.y;
    }
}

void drawBadges(const Ui& ui, const Rect& rect, const std::vector<Badge>& badges, bool blackAndWhite) {
    // The disc has the colour of the paint below it, so that a number hides none of it.
    for (const Badge& badge : badges) {
        const LevelLook look =
            blackAndWhite ? LevelLook{rgb(0xFFFFFF), rgb(0x000000)} : levelLook(badge.layer, badge.level);
        const float height = ui.dp(20.0F);
        const float width =
            std::max(height, std::ceil(textWidth(ui.fonts.smallStrong, badge.text)) + ui.dp(8.0F));
        const Rect disc{rect.x + badge.x - width / 2.0F, rect.y + badge.y - height / 2.0F, width, height};
        fill(disc, look.face, height / 2.0F);
        if (blackAndWhite) outline(disc, look.digit, height / 2.0F, ui.dp(1.0F));
        write(disc, ui.fonts.smallStrong, look.digit, badge.text, 0.5F);
    }
}

BadgePress pressBadges(Ui& ui, const Rect& rect, const std::vector<Badge>& badges, const char* prefix,
                       float target, const std::string& tipText) {
    BadgePress result;
    std::map<std::pair<map::LayerKind, map::PlaceNumber>, int> patches;
    const float size = ui.dp(target);
    // With these held a press is for the skin below.
    const bool wipes = ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyShift;
    // The second of two in a row is a double click on the body, whose first one brought the number here.
    const bool repeated = ImGui::GetIO().MouseReleased[0] && ImGui::GetIO().MouseClickedLastCount[0] > 1;
    for (const Badge& badge : badges) {
        std::string name =
            std::string(prefix) + map::layerId(badge.layer) + "_" + std::to_string(badge.place);
        const int patch = ++patches[{badge.layer, badge.place}];
        if (patch > 1) name += "." + std::to_string(patch);
        const Rect area{rect.x + badge.atX - size / 2.0F, rect.y + badge.atY - size / 2.0F, size, size};
        if (!stoodThere(name, area) || !rect.contains(area.centreX(), area.centreY())) continue;
        const Press state = press(ui, name, area);
        if (state.hovered) {
            result.pointedAt = badge.place;
            ImGui::GetWindowDrawList()->AddCircle({area.centreX(), area.centreY()}, size / 2.0F + ui.dp(1.0F),
                                                  toInk(ui.theme->accent), 48, ui.dp(2.0F));
        }
        tip(ui, tipText);
        if (state.pressed && !wipes && !repeated)
            keepFirst(result.asked, action::TakeUpPlace{badge.layer, badge.place});
    }
    return result;
}

bool isBadge(std::string_view name) {
    return name.rfind("badge.", 0) == 0 || name.rfind("checkin.badge.", 0) == 0;
}

}  // namespace palpate::ui
