#include "ui/view_cube.h"

#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

using body::StandardView;

// So that the cube stays in its square from every side: half a space diagonal is 1.
constexpr float kHalfEdge = 0.5774F;
constexpr float kEdgeOn = 0.04F;    // faces seen more flatly are left out
constexpr float kReadable = 0.35F;  // and these carry no name

// Which way a face of the body's cube points, and what is right and up on it for who stands before it.
struct Side {
    StandardView view;
    glm::vec3 normal, right, up;
};
constexpr std::array<Side, 6> kSides{{{StandardView::Front, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}},
                                      {StandardView::Back, {0, 0, -1}, {-1, 0, 0}, {0, 1, 0}},
                                      {StandardView::Left, {1, 0, 0}, {0, 0, -1}, {0, 1, 0}},
                                      {StandardView::Right, {-1, 0, 0}, {0, 0, 1}, {0, 1, 0}},
                                      {StandardView::Top, {0, 1, 0}, {1, 0, 0}, {0, 0, -1}},
                                      {StandardView::Soles, {0, -1, 0}, {1, 0, 0}, {0, 0, 1}}}};

// A direction of the world in the picture, y downwards.
struct Screen {
    glm::vec3 right, up;

    explicit Screen(const body::Camera& camera) {
        const glm::mat4 view = camera.viewMatrix();
        right = {view[0][0], view[1][0], view[2][0]};
        up = {view[0][1], view[1][1], view[2][1]};
    }
    [[nodiscard]] glm::vec2 operator()(const glm::vec3& direction) const {
        return {glm::dot(direction, right), -glm::dot(direction, up)};
    }
};

// What is written on top and soles is turned by quarters until it stands as upright as it can.
void standUpright(CubeFace& face) {
    for (int quarter = 0; quarter < 4; ++quarter) {
        if (face.down.y >= std::abs(face.along.y)) return;
        const glm::vec2 along = face.along;
        face.along = face.down;
        face.down = -along;
    }
}

glm::vec2 cross(glm::vec2 a) {
    return {-a.y, a.x};
}

// The name as if it were painted on the face: the letters are laid out flat and then moved onto it.
void writeOnFace(const Ui& ui, const Rect& rect, const CubeFace& face, Colour ink) {
    const Font& font = ui.fonts.smallStrong;
    const std::string name = body::standardViewName(face.view);
    const float half = rect.width / 2.0F;
    const glm::vec2 middle = glm::vec2(rect.centreX(), rect.centreY()) + face.middle * half;
    const float width = textWidth(font, name);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const int first = list->VtxBuffer.Size;
    list->PushClipRectFullScreen();
    list->AddText(font.face, font.pixels, {0.0F, 0.0F}, toInk(ink), name.c_str());
    list->PopClipRect();
    // Flat on the screen the letters keep to whole pixels, so that they are sharp.
    const bool isFlat = face.facing > 0.999F;
    for (int i = first; i < list->VtxBuffer.Size; ++i) {
        ImVec2& at = list->VtxBuffer[i].pos;
        const glm::vec2 flat(at.x - width / 2.0F, at.y - font.pixels / 2.0F);
        glm::vec2 moved = middle + face.along * flat.x + face.down * flat.y;
        if (isFlat) moved = glm::vec2(at.x, at.y) + glm::floor(middle - glm::vec2(width, font.pixels) / 2.0F);
        at = {moved.x, moved.y};
    }
}

void drawFace(const Ui& ui, const Rect& rect, const CubeFace& face, Colour fillInk, Colour ink) {
    const float half = rect.width / 2.0F;
    std::array<ImVec2, 4> corners{};
    for (std::size_t i = 0; i < corners.size(); ++i)
        corners[i] = {rect.centreX() + face.corners[i].x * half, rect.centreY() + face.corners[i].y * half};
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddConvexPolyFilled(corners.data(), 4, toInk(fillInk));
    list->AddPolyline(corners.data(), 4, toInk(ui.theme->border), ImDrawFlags_Closed, ui.dp(1.0F));
    if (face.facing > kReadable) writeOnFace(ui, rect, face, ink);
}

}  // namespace

std::vector<CubeFace> cubeFaces(const body::Camera& camera) {
    const Screen screen(camera);
    const glm::vec3 eye = camera.towardsEye();
    std::vector<CubeFace> faces;
    for (const Side& side : kSides) {
        CubeFace face;
        face.view = side.view;
        face.facing = glm::dot(side.normal, eye);
        if (face.facing < kEdgeOn) continue;
        face.middle = screen(side.normal) * kHalfEdge;
        face.along = screen(side.right);
        face.down = screen(-side.up);
        const glm::vec2 across = face.along * kHalfEdge, downwards = face.down * kHalfEdge;
        face.corners = {face.middle - across - downwards, face.middle + across - downwards,
                        face.middle + across + downwards, face.middle - across + downwards};
        if (side.normal.y != 0.0F) standUpright(face);
        faces.push_back(face);
    }
    std::sort(faces.begin(), faces.end(),
              [](const CubeFace& a, const CubeFace& b) { return a.facing < b.facing; });
    return faces;
}

bool contains(const CubeFace& face, glm::vec2 point) {
    float sign = 0.0F;
    for (std::size_t i = 0; i < 4; ++i) {
        const glm::vec2 edge = face.corners[(i + 1) % 4] - face.corners[i];
        const float side = glm::dot(cross(edge), point - face.corners[i]);
        if (side * sign < 0.0F) return false;
        if (side != 0.0F) sign = side;
    }
    return true;
}

std::optional<Action> drawViewCube(Ui& ui, const Rect& rect, const ViewPadModel& model) {
    const Press state = pointerArea(ui, "view.cube", rect);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float half = rect.width / 2.0F;
    const glm::vec2 pointer((mouse.x - rect.centreX()) / half, (mouse.y - rect.centreY()) / half);
    std::optional<Action> asked;
    const CommandItem* under = nullptr;
    for (const CubeFace& face : cubeFaces(model.camera)) {
        const auto index = static_cast<std::size_t>(face.view);
        const bool hovered = state.hovered && contains(face, pointer);
        const Theme& theme = *ui.theme;
        const Colour rest = mix(theme.pressed, theme.panel, std::clamp(face.facing, 0.0F, 1.0F));
        const Colour fillInk = hovered                  ? mix(theme.chosen, theme.accent, 0.25F)
                               : model.looksFrom[index] ? theme.chosen
                                                        : rest;
        drawFace(ui, rect, face, fillInk, hovered || model.looksFrom[index] ? theme.onChosen : theme.text);
        if (hovered) under = &model.faces[index];
    }
    if (under == nullptr) return asked;
    tip(ui, under->title, under->shortcut);
    if (state.pressed) asked = action::Run{under->name};
    return asked;
}

}  // namespace palpate::ui
