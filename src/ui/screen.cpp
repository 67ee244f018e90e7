#include "ui/screen.h"

#include "ui/checkin_panel.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate::ui {
namespace {

constexpr float kBannerSide = 8.0F;  // dp, beside what is told

// Draws `content` into a child window of its own, so that what comes later lies over it.
template <typename Content>
void within(const char* id, const Rect& rect, const Content& content) {
    if (rect.width < 1.0F || rect.height < 1.0F) return;
    ImGui::SetCursorScreenPos(minOf(rect));
    compat::beginChild(
        id, {rect.width, rect.height},
        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    content();
    ImGui::EndChild();
}

// The strip between two columns; how far it was dragged, in pixels.
float splitter(Ui& ui, const char* name, const Rect& rect) {
    if (rect.width < 1.0F) return 0.0F;
    const Press state = pointerArea(ui, name, rect);
    const Colour ink = state.held || state.hovered ? ui.theme->accent : ui.theme->hairline;
    const float width = state.held || state.hovered ? ui.dp(2.0F) : ui.dp(1.0F);
    fill(rect, ui.theme->panel);
    fill({rect.centreX() - width / 2.0F, rect.y, width, rect.height}, ink);
    if (state.held || state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    return state.held ? ImGui::GetIO().MouseDelta.x : 0.0F;
}

std::optional<Action> drawSplitters(Ui& ui, const Layout& layout) {
    const float left = splitter(ui, "splitter.left", layout.leftSplitter);
    const float right = splitter(ui, "splitter.right", layout.rightSplitter);
    if (left == 0.0F && right == 0.0F) return std::nullopt;
    const auto held = [&ui](float pixels, float otherwise) {
        return pixels > 0.0F ? pixels / ui.scale : otherwise;
    };
    return action::ResizeColumns{
        std::clamp(held(layout.left.width, size::kLeftColumn) + left / ui.scale, kSmallestLeft, kLargestLeft),
        std::clamp(held(layout.right.width, size::kRightColumn) - right / ui.scale, kSmallestRight,
                   kLargestRight)};
}

// The window shows one map, to be painted on.
bool isPainting(const ScreenModel& model) {
    return !model.compare && !model.history;
}

// The parts of the centre while somebody paints; without area where one is not shown.
struct Desk {
    Rect regions, rail, picture;
};

Desk deskOf(const Ui& ui, const ScreenModel& model, const Layout& layout) {
    Desk desk{{}, {}, layout.centre};
    if (model.regions.open) {
        Rect wide{layout.left.x, layout.centre.y, layout.centre.right() - layout.left.x,
                  layout.centre.height};
        desk.regions = cutLeft(wide, std::round(std::min(ui.dp(kRegionList), wide.width * 0.6F)));
        cutLeft(desk.picture, std::max(desk.regions.right() - layout.centre.x, 0.0F));
    } else if (!model.rail.tools.empty()) {
        desk.rail = cutLeft(desk.picture, ui.dp(kToolRail));
    }
    return desk;
}

// `covered` pixels of the picture's foot lie below what is told.
void drawConsultation(Ui& ui, const ScreenModel& model, const Layout& layout, float covered,
                      std::optional<Action>& asked) {
    const Desk desk = deskOf(ui, model, layout);
    if (model.regions.open) {
        within("regions", desk.regions,
               [&] { keepFirst(asked, drawRegionList(ui, desk.regions, model.regions)); });
    } else {
        within("left", layout.left, [&] { keepFirst(asked, drawPeople(ui, layout.left, model.people)); });
    }
    within("rail", desk.rail, [&] { keepFirst(asked, drawToolRail(ui, desk.rail, model.rail)); });
    within("centre", desk.picture,
           [&] { keepFirst(asked, drawViewport(ui, desk.picture, model.viewport, covered)); });
    within("right", layout.right, [&] { keepFirst(asked, drawTools(ui, layout.right, model.tools)); });
}

void drawComparison(Ui& ui, const ScreenModel& model, const Layout& layout, std::optional<Action>& asked) {
    within("pictures", layout.centre,
           [&] { keepFirst(asked, drawComparePictures(ui, layout.centre, *model.compare)); });
    within("measured", layout.right,
           [&] { keepFirst(asked, drawCompareColumn(ui, layout.right, *model.compare)); });
}

void drawOverTime(Ui& ui, const ScreenModel& model, const Layout& layout, std::optional<Action>& asked) {
    within("history", layout.centre,
           [&] { keepFirst(asked, drawHistory(ui, layout.centre, *model.history)); });
    within("history.side", layout.right,
           [&] { keepFirst(asked, drawHistoryColumn(ui, layout.right, *model.history)); });
}

void drawDrawer(Ui& ui, const ScreenModel& model, const Rect& rect, std::optional<Action>& asked) {
    within("drawer", rect, [&] {
        // Between its controls the drawer hides the picture below it.
        ui.rects.add({"drawer", rect, rect, false, ui.depth + 1});
        ui.depth += 2;
        if (model.drawer == Drawer::People) {
            keepFirst(asked, drawPeople(ui, rect, model.people));
        } else if (model.compare) {
            keepFirst(asked, drawCompareColumn(ui, rect, *model.compare));
        } else if (model.history) {
            keepFirst(asked, drawHistoryColumn(ui, rect, *model.history));
        } else {
            keepFirst(asked, drawTools(ui, rect, model.tools));
        }
        const float edge = model.drawer == Drawer::People ? rect.right() - ui.dp(1.0F) : rect.x;
        fill({edge, rect.y, ui.dp(1.0F), rect.height}, ui.theme->border);
        ui.depth -= 2;
    });
}

// What a visit is opened with stands above the picture, where it covers none of the body: nobody paints yet.
Rect takeStandingStrip(const Ui& ui, Layout& layout, const BannerModel& model) {
    const float side = ui.dp(kBannerSide);
    const float wanted = bannersHeight(ui, layout.centre.width - 2 * side, model);
    if (wanted <= 0.0F) return {};
    const Rect strip = cutTop(layout.centre, wanted + side);
    if (layout.drawer.height > 0.0F) cutTop(layout.drawer, strip.height);
    return strip;
}

// The strip for what is to be told. Where somebody paints it lies over the foot of the picture, which must
// not move from under the next stroke; elsewhere it takes its room from the top, so that it covers nothing.
Rect takeBannerStrip(const Ui& ui, Layout& layout, const ScreenModel& model) {
    const bool paints = isPainting(model);
    Rect picture = paints ? deskOf(ui, model, layout).picture : layout.centre;
    const float side = ui.dp(kBannerSide);
    if (!paints) return takeStandingStrip(ui, layout, model.banner);
    const float wanted = bannersHeight(ui, picture.width - 2 * side, model.banner);
    if (wanted <= 0.0F) return {};
    cutBottom(picture, ui.dp(size::kViewBar));
    const Rect strip = cutBottom(picture, std::min(wanted, picture.height));
    if (layout.drawer.height > 0.0F) layout.drawer.height = strip.y - layout.drawer.y;
    return strip;
}

Rect takeCautionStrip(const Ui& ui, Layout& layout, const CautionModel& model) {
    const float wanted = cautionHeight(ui, layout.centre.width, model);
    if (wanted <= 0.0F) return {};
    if (layout.drawer.height > 0.0F) cutTop(layout.drawer, wanted);
    return cutTop(layout.centre, wanted);
}

void takeStanding(BannerModel& standing, BannerModel& from) {
    const auto stands = [](const document::Notice& notice) { return notice.standing; };
    std::copy_if(from.notices.begin(), from.notices.end(), std::back_inserter(standing.notices), stands);
    std::erase_if(from.notices, stands);
}

bool isPicture(const UiRects::Item& item) {
    return item.name.rfind("viewport", 0) == 0;
}

std::optional<Action> drawBannerStrip(Ui& ui, Rect strip, bool overPicture, const BannerModel& model) {
    if (strip.height <= 0.0F) return std::nullopt;
    const float side = ui.dp(kBannerSide);
    if (!overPicture) {
        fill(strip, ui.theme->background);
        cutTop(strip, side);
    }
    return drawBanners(ui, {strip.x + side, strip.y, strip.width - 2 * side, strip.height}, model);
}

}  // namespace

ScreenModel makeScreenModel(const document::Document& document, const UiState& state, Readings& readings,
                            const ScreenSetting& setting) {
    ScreenModel model;
    model.width = setting.width;
    model.height = setting.height;
    model.blackAndWhite = document.appearance.blackAndWhite;
    if (document.checkIn) {
        model.checkIn = makeCheckInModel(document, readings.of(document));
        return model;
    }
    model.drawer = state.drawer;
    const bool comparing = document.compare.has_value();
    const bool overTime = document.history.has_value() && !comparing;
    const bool beside = comparing || overTime;  // of no client's column
    model.layout = computeLayout({setting.width, setting.height, setting.scale, state.leftWidth,
                                  state.rightWidth, beside, state.drawer});
    model.topBar = makeTopBarModel(document);
    model.topBar.peopleButton = !model.layout.leftDocked && !beside;
    model.topBar.toolsButton = !model.layout.rightDocked;
    model.topBar.drawer = state.drawer;
    if (comparing) {
        model.compare = makeCompareModel(document, readings.ofCompare(document));
        model.compare->viewBarInset = model.layout.viewBarLeft - model.layout.centre.x;
    } else if (overTime) {
        model.history = makeHistoryModel(document, state, readings);
    } else {
        const Reading& reading = readings.of(document);
        model.people = makePeopleModel(document, state, setting.now);
        model.rail = makeToolRailModel(document);
        model.regions = makeRegionListModel(document, state, reading);
        model.viewport = makeViewportModel(document, reading);
        model.viewport.overlay = makeOverlayModel(document, readings.ofOverlay(document));
        model.tools = makeToolsModel(document, reading);
        model.tools.scores = makeScoresModel(document, state, readings.ofScores(document));
        model.caution = makeCautionModel(document);
    }
    model.banner = makeBannerModel(document);
    if (isPainting(model)) takeStanding(model.standing, model.banner);
    model.dialog = makeDialogModel(document, state);
    return model;
}

std::optional<Action> drawScreen(Ui& ui, const ScreenModel& model) {
    std::optional<Action> asked;
    ui.blackAndWhite = model.blackAndWhite;
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize({model.width, model.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
    ImGui::Begin("##screen", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(2);
    if (model.checkIn) {
        asked =
            drawCheckIn(ui, {0.0F, 0.0F, model.width, model.height}, *model.checkIn, model.viewport.texture);
        ImGui::End();
        return asked;
    }
    Layout layout = model.layout;
    const Rect standing = takeStandingStrip(ui, layout, model.standing);
    const Rect caution = takeCautionStrip(ui, layout, model.caution);
    const Rect strip = takeBannerStrip(ui, layout, model);
    within("top", layout.topBar, [&] { keepFirst(asked, drawTopBar(ui, layout.topBar, model.topBar)); });
    if (model.compare) {
        drawComparison(ui, model, layout, asked);
    } else if (model.history) {
        drawOverTime(ui, model, layout, asked);
    } else {
        drawConsultation(ui, model, layout, strip.height, asked);
    }
    if (!model.regions.open || !isPainting(model)) keepFirst(asked, drawSplitters(ui, layout));
    drawDrawer(ui, model, layout.drawer, asked);
    keepFirst(asked, drawBannerStrip(ui, standing, false, model.standing));
    keepFirst(asked, drawBannerStrip(ui, strip, isPainting(model), model.banner));
    within("caution", caution, [&] { keepFirst(asked, drawCaution(ui, caution, model.caution)); });
    ImGui::End();
    keepFirst(asked, drawDialogs(ui, model.width, model.height, model.dialog));
    return asked;
}

const UiRects::Item* pictureAt(const UiRects& rects, float x, float y) {
    const UiRects::Item* item = rects.at(x, y);
    return item && isPicture(*item) ? item : nullptr;
}

const UiRects::Item* pictureBelowBadges(const UiRects& rects, float x, float y) {
    const UiRects::Item* top = rects.at(x, y);
    if (top == nullptr || !isBadge(top->name)) return pictureAt(rects, x, y);
    const auto& items = rects.items();
    const auto below = std::find_if(items.begin(), items.end(), [&](const UiRects::Item& item) {
        return isPicture(item) && item.visible.contains(x, y);
    });
    return below == items.end() ? nullptr : &*below;
}

}  // namespace palpate::ui
