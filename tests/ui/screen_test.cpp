#include "ui/screen.h"

#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "ui/apply_action.h"
#include "ui/headless_ui.h"
#include "ui/problem_page.h"
#include "ui/tool_rail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace palpate;

namespace {

// The whole window over a document with two visits, both painted.
struct Window {
    explicit Window(float scale = 1.0F, ImVec2 size = {1280.0F, 800.0F},
                    const ui::Theme& theme = ui::lightTheme())
        : headless(scale, size, theme) {
        document::Document& document = context.document();
        static_cast<void>(document::paint(document, test::dab(document, test::kChest, 8)));
        static_cast<void>(document::openTodaysVisit(document, test::kTuesday));
        static_cast<void>(document::paint(document, test::dab(document, test::kThigh, 3)));
    }

    document::Document& document() { return context.document(); }

    // Draws one model again and again: what is asked for is looked at, not done.
    auto drawing() {
        const ImVec2 size = headless.size();
        return [this, model = ui::makeScreenModel(document(), state, readings,
                                                  {size.x, size.y, headless.ui().scale, test::kTuesday})](
                   ui::Ui& with) { return ui::drawScreen(with, model); };
    }
    std::vector<ui::Action> press(const std::string& name) {
        const auto draw = drawing();
        headless.settle(draw);
        return headless.press(name, draw);
    }
    // ... and done.
    void pressAndApply(const std::string& name) {
        for (const ui::Action& action : press(name))
            ui::applyAction(context, state, action);
    }
    const ui::UiRects& settled() {
        headless.settle(drawing());
        return headless.ui().rects;
    }

    test::RecordingContext context;
    test::HeadlessUi headless;
    ui::UiState state;
    ui::Readings readings;
};

bool isPicture(const ui::UiRects::Item& item) {
    return item.name.rfind("viewport", 0) == 0;
}

// Things that a press does not answer at once: pictures, fields, lists that open, columns that are dragged.
bool answersLater(const std::string& name) {
    static const std::set<std::string> names{
        "client.search",  "regions.search", "compare.pick_from", "compare.pick_to", "overlay.pick",
        "splitter.left",  "splitter.right", "tool.brush",        "tool.erase",      "client.code",
        "client.name",    "client.year",    "sheet.folder",      "view.parts",      "client.height",
        "client.weight",  "brush.size",     "place.note",        "place.reason",    "place.response",
        "pin.note",       "compare.pair",   "compare.ticks",     "compare.rules",   "compare.share",
        "compare.divider"};
    return names.count(name) != 0 || name.rfind("viewport", 0) == 0 || name.rfind("compare.row", 0) == 0;
}

void checkNothingOverlaps(const ui::UiRects& rects) {
    const auto& items = rects.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t k = i + 1; k < items.size(); ++k) {
            if (items[i].depth != items[k].depth || isPicture(items[i]) || isPicture(items[k])) continue;
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
        if (item.visible.width * item.visible.height == 0.0F) continue;  // scrolled out of sight
        CAPTURE(item.name);
        CHECK(item.visible.x >= 0.0F);
        CHECK(item.visible.y >= 0.0F);
        CHECK(item.visible.right() <= size.x);
        CHECK(item.visible.bottom() <= size.y);
    }
}

// Presses everything that is on the screen, one after the other, each on a screen as it was.
void checkEveryControlAnswers(Window& window) {
    const std::vector<ui::UiRects::Item> items = window.settled().items();
    for (const ui::UiRects::Item& item : items) {
        if (answersLater(item.name) || item.visible.height < 8.0F || item.depth == 1) continue;
        CAPTURE(item.name);
        const std::vector<ui::Action> asked = window.press(item.name);
        CHECK(asked.size() == (item.enabled ? 1U : 0U));
    }
}

}  // namespace

TEST_CASE("at 1280 x 800 the body has 560 dp and more, and no control overlaps another or is cut off") {
    Window window;
    const ui::UiRects& rects = window.settled();
    const ui::UiRects::Item* viewport = rects.find("viewport");
    REQUIRE(viewport != nullptr);
    CHECK(viewport->rect.width >= 560.0F);
    CHECK(viewport->rect.height >= 560.0F);
    checkNothingOverlaps(rects);
    checkInside(rects, window.headless.size());
    for (const ui::UiRects::Item& item : rects.items()) {
        CAPTURE(item.name);
        CAPTURE(item.rect.y);
        CAPTURE(item.rect.height);
        CAPTURE(item.visible.height);
        CHECK(item.visible == item.rect);
    }
}

TEST_CASE("targets are as large as they were promised") {
    Window window;
    for (const ui::UiRects::Item& item : window.settled().items()) {
        if (item.name.rfind("splitter", 0) == 0) continue;
        CAPTURE(item.name);
        CHECK(item.rect.width >= 24.0F);
        CHECK(item.rect.height >= 24.0F);
    }
}

TEST_CASE("every control of the consultation answers when it is pressed, and nothing else does") {
    Window window;
    checkEveryControlAnswers(window);
}

TEST_CASE("a client's consultation keeps the therapist's layers out of reach") {
    Window window;
    document::paintAs(window.document(), clinic::Author::Client);
    CHECK_FALSE(window.settled().find("layer.tension")->enabled);
    checkEveryControlAnswers(window);
}

TEST_CASE("every control of the compare view answers, side by side and as a difference") {
    Window window;
    REQUIRE(document::openCompare(window.document()));
    checkNothingOverlaps(window.settled());
    checkInside(window.headless.ui().rects, window.headless.size());
    CHECK(window.headless.ui().rects.find("viewport.from")->rect.width >= 400.0F);
    checkEveryControlAnswers(window);
    document::setCompareMode(window.document(), document::CompareMode::Difference);
    CHECK(window.settled().find("viewport.difference")->rect.width >= 900.0F);
    checkEveryControlAnswers(window);
}

TEST_CASE("every control of the wipe and of the onion skin answers, and they take the whole picture") {
    for (const auto mode : {document::CompareMode::Wipe, document::CompareMode::Onion}) {
        Window window;
        REQUIRE(document::openCompare(window.document()));
        document::setCompareMode(window.document(), mode);
        const bool wipes = mode == document::CompareMode::Wipe;
        const auto* picture = window.settled().find(wipes ? "viewport.wipe" : "viewport.onion");
        REQUIRE(picture != nullptr);
        CHECK(picture->rect.width >= 900.0F);
        CHECK((window.settled().find("compare.divider") != nullptr) == wipes);
        CHECK(window.settled().find("compare.share") != nullptr);
        CHECK(window.settled().find("compare.link") == nullptr);
        checkNothingOverlaps(window.settled());
        checkInside(window.headless.ui().rects, window.headless.size());
        checkEveryControlAnswers(window);
    }
}

TEST_CASE("the line of the wipe follows the pointer that drags it") {
    Window window;
    REQUIRE(document::openCompare(window.document()));
    document::setCompareMode(window.document(), document::CompareMode::Wipe);
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const ui::Rect line = window.headless.ui().rects.find("compare.divider")->rect;
    const ui::Rect picture = window.headless.ui().rects.find("viewport.wipe")->rect;
    CHECK(line.centreX() == doctest::Approx(picture.centreX()).epsilon(0.01));
    CHECK(ui::pictureAt(window.headless.ui().rects, line.centreX(), line.centreY()) == nullptr);
    window.headless.pointAt(line.centreX(), line.centreY());
    CHECK_FALSE(window.headless.frame(draw).has_value());
    ui::compat::feedMouseButton(0, true);
    CHECK_FALSE(window.headless.frame(draw).has_value());
    const float wanted = picture.x + 0.25F * picture.width;
    window.headless.pointAt(wanted, line.centreY());
    const auto asked = window.headless.frame(draw);
    ui::compat::feedMouseButton(0, false);
    REQUIRE(asked.has_value());
    const auto* set = std::get_if<ui::action::SetCompareShare>(&*asked);
    REQUIRE(set != nullptr);
    CHECK(set->share == doctest::Approx(0.25).epsilon(0.01));
}

TEST_CASE("ticking a third visit puts it beside the others, and the last two stay") {
    Window window;
    REQUIRE(document::addVisit(window.document(), {1'763'800'000'000, 60}));
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.ticks", draw).empty());
    const auto id = [&](std::size_t visit) {
        return "compare.tick." + std::to_string(window.document().visits.at(visit).id.value);
    };
    const auto asked = window.headless.press(id(0), draw);
    REQUIRE(test::as<ui::action::CompareVisits>(asked));
    CHECK(test::as<ui::action::CompareVisits>(asked)->visits.size() == 3);
    // One of two cannot be taken away.
    CHECK(window.headless.press(id(window.document().visits.size() - 1), draw).empty());
}

TEST_CASE("the pointer on a row of the table asks for its region, and for none when it leaves") {
    Window window;
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const auto& items = window.headless.ui().rects.items();
    const auto row = std::find_if(items.begin(), items.end(), [](const ui::UiRects::Item& item) {
        return item.name.rfind("compare.row.", 0) == 0 && item.visible.height > 20.0F;
    });
    REQUIRE(row != items.end());
    const auto region = static_cast<body::RegionIndex>(std::stoi(row->name.substr(12)));
    window.headless.pointAt(row->visible.centreX(), row->visible.centreY());
    std::optional<ui::Action> asked = window.headless.frame(draw);
    if (!asked) asked = window.headless.frame(draw);
    REQUIRE(asked.has_value());
    CHECK(*asked == ui::Action(ui::action::PointAtRow{region}));
    document::pointAtRow(window.document(), region);
    const auto pointed = window.drawing();
    CHECK_FALSE(window.headless.frame(pointed).has_value());
    window.headless.pointAt(-100.0F, -100.0F);
    asked = window.headless.frame(pointed);
    if (!asked) asked = window.headless.frame(pointed);
    REQUIRE(asked.has_value());
    CHECK(*asked == ui::Action(ui::action::PointAtRow{}));
}

TEST_CASE("limits open from the verdict, step, and ask for the usual values") {
    Window window;
    analysis::ChangeRules rules;
    rules.limits.levels = 3.0;
    document::setChangeRules(window.document(), rules);
    REQUIRE(document::openCompare(window.document()));
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.rules", draw).empty());
    window.headless.frame(draw);
    const auto more = window.headless.press("compare.rule_levels.more", draw);
    REQUIRE(test::as<ui::action::SetChangeRules>(more));
    CHECK(test::as<ui::action::SetChangeRules>(more)->rules.limits.levels == 3.5);
    const auto usual = window.headless.press("compare.rules_usual", draw);
    REQUIRE(test::as<ui::action::SetChangeRules>(usual));
    CHECK(test::as<ui::action::SetChangeRules>(usual)->rules == analysis::ChangeRules());
}

TEST_CASE("controls ask for what they say") {
    Window window;
    const std::pair<const char*, const char*> commands[] = {
        {"map.undo", "map.undo"},           {"tool.mirror", "tool.mirror"},
        {"tool.erase", "tool.erase"},       {"level.1", "level.1"},
        {"level.10", "level.10"},           {"brush.palm", "brush.palm"},
        {"author.client", "author.client"}, {"show.client", "show.client"},
        {"layer.tension", "layer.tension"}, {"layer.show_pain", "layer.show_pain"},
        {"view.back", "view.back"},         {"view.soles", "view.soles"},
        {"view.fit", "view.fit"},           {"compare.open", "compare.open"},
        {"export.sheet", "export.sheet"},   {"look.dark", "look.dark"},
        {"help.keys", "help.keys"},         {"client.add", "client.add"}};
    for (const auto& [name, command] : commands) {
        CAPTURE(name);
        CHECK(test::commandIn(window.press(name)) == command);
    }
    const auto visit = window.press("visit.1");
    REQUIRE(test::as<ui::action::OpenVisit>(visit));
    CHECK(test::as<ui::action::OpenVisit>(visit)->visit == window.document().visits[0].id);
    const auto word = window.press("word.burning");
    REQUIRE(test::as<ui::action::ToggleWord>(word));
    CHECK(test::as<ui::action::ToggleWord>(word)->word == "burning");
    const auto depth = window.press("depth.joint");
    REQUIRE(test::as<ui::action::SetDepth>(depth));
    CHECK(test::as<ui::action::SetDepth>(depth)->depth == map::Depth::Joint);
}

TEST_CASE("pressing the depth that is chosen takes it back") {
    Window window;
    document::setDepth(window.document(), map::Depth::Muscle);
    const auto asked = window.press("depth.muscle");
    REQUIRE(test::as<ui::action::SetDepth>(asked));
    CHECK(test::as<ui::action::SetDepth>(asked)->depth == map::Depth::Unstated);
}

TEST_CASE("the tool that is chosen already does not change when it is pressed") {
    Window window;
    CHECK(window.press("tool.brush").empty());
    document::selectTool(window.document(), document::PaintTool::Erase);
    CHECK(window.press("tool.erase").empty());
    CHECK(test::commandIn(window.press("tool.brush")) == "tool.brush");
}

TEST_CASE("the size follows the slider from end to end") {
    Window window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const ui::Rect rect = window.headless.ui().rects.find("brush.size")->rect;
    const auto sizeAt = [&](float share) {
        const auto asked = window.headless.pressAt(rect.x + rect.width * share, rect.centreY(), draw);
        REQUIRE_FALSE(asked.empty());
        const auto* set = std::get_if<ui::action::SetDiameter>(&asked.back());
        REQUIRE(set);
        return set->centimetres;
    };
    CHECK(sizeAt(0.01F) == doctest::Approx(map::kSmallestDiameterCm));
    CHECK(sizeAt(0.99F) == doctest::Approx(map::kLargestDiameterCm));
    const double middle = sizeAt(0.5F);
    // Equal steps multiply: the middle is the geometric mean of 0.5 and 20.
    CHECK(middle == doctest::Approx(3.16).epsilon(0.08));
}

TEST_CASE("a dragged splitter asks for other widths") {
    Window window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    const ui::Rect rect = window.headless.ui().rects.find("splitter.left")->rect;
    std::optional<ui::Action> asked;
    window.headless.pointAt(rect.centreX(), rect.centreY());
    window.headless.frame(draw);
    ui::compat::feedMouseButton(0, true);
    window.headless.frame(draw);
    window.headless.pointAt(rect.centreX() + 40.0F, rect.centreY());
    asked = window.headless.frame(draw);
    ui::compat::feedMouseButton(0, false);
    window.headless.frame(draw);
    REQUIRE(asked.has_value());
    const auto* resize = std::get_if<ui::action::ResizeColumns>(&*asked);
    REQUIRE(resize);
    CHECK(resize->left == doctest::Approx(280.0F));
    CHECK(resize->right == doctest::Approx(340.0F));
}

TEST_CASE("when the therapist looks at the client's map nothing is there to paint with") {
    Window window;
    document::showMapOf(window.document(), clinic::Author::Client);
    const ui::UiRects& rects = window.settled();
    CHECK_FALSE(rects.find("tool.brush")->enabled);
    for (const char* name : {"level.5", "brush.size", "word.aching", "depth.skin"}) {
        CAPTURE(name);
        CHECK(rects.find(name) == nullptr);
    }
    CHECK(test::commandIn(window.press("unlock")) == "show.therapist");
}

TEST_CASE("the author is on the screen wherever the tools are scrolled to, even in a low window") {
    Window window(1.0F, {1280.0F, 560.0F});
    const auto draw = window.drawing();
    window.headless.settle(draw);
    window.headless.pointAt(1100.0F, 400.0F);
    window.headless.frame(draw);
    ui::compat::feedWheel(-20.0F);
    for (int i = 0; i < 3; ++i)
        window.headless.frame(draw);
    const ui::UiRects& rects = window.headless.ui().rects;
    CHECK(rects.find("author.client")->visible == rects.find("author.client")->rect);
    CHECK(rects.find("layer.pain")->visible.height < rects.find("layer.pain")->rect.height);
    CHECK(rects.find("word.tender")->visible == rects.find("word.tender")->rect);
}

TEST_CASE("Tab reaches every control that can be used, in the order of the window, and Space presses it") {
    Window window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    std::vector<std::string> expected;
    for (const ui::UiRects::Item& item : window.headless.ui().rects.items()) {
        // The cube does what the views' buttons do.
        const bool pointerOnly =
            isPicture(item) || item.name.rfind("splitter", 0) == 0 || item.name == "view.cube";
        if (item.enabled && !pointerOnly) expected.push_back(item.name);
    }
    REQUIRE(window.headless.ui().focus.stops == static_cast<int>(expected.size()));
    ui::Ui& with = window.headless.ui();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ui::moveFocus(with, true);
        window.headless.settle(draw);
        CAPTURE(expected[i]);
        CHECK(with.focus.here == static_cast<int>(i));
        if (answersLater(expected[i])) continue;
        ui::compat::feedKey(ui::compat::InputKey::Space, true);
        const bool pressed = window.headless.frame(draw).has_value();
        ui::compat::feedKey(ui::compat::InputKey::Space, false);
        const bool released = window.headless.frame(draw).has_value();
        CHECK(pressed != released);
    }
    ui::moveFocus(with, true);
    window.headless.settle(draw);
    CHECK(with.focus.here == 0);
    ui::moveFocus(with, false);
    window.headless.settle(draw);
    CHECK(with.focus.here == static_cast<int>(expected.size()) - 1);
}

TEST_CASE("arrows belong to the body until Tab, and again after a press of the mouse") {
    Window window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    ui::Ui& with = window.headless.ui();
    for (int i = 0; i < 3; ++i) {
        ui::compat::feedKey(ui::compat::InputKey::Right, true);
        window.headless.frame(draw);
        ui::compat::feedKey(ui::compat::InputKey::Right, false);
        window.headless.frame(draw);
        CHECK_FALSE(ui::isKeyboardInControls(with));
        CHECK_FALSE(ui::compat::keyboardFocusVisible());
    }
    ui::moveFocus(with, true);
    window.headless.settle(draw);
    CHECK(ui::isKeyboardInControls(with));
    window.headless.pressAt(600.0F, 400.0F, draw);
    CHECK_FALSE(ui::isKeyboardInControls(with));
}

TEST_CASE("a field that Tab came to takes what is typed, and no longer when Tab went on") {
    Window window;
    window.state.dialog = ui::Dialog::NewClient;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    ui::Ui& with = window.headless.ui();
    const auto typed = [&] {
        ImGui::GetIO().AddInputCharactersUTF8("7");
        std::optional<ui::Action> asked;
        for (int i = 0; i < 2; ++i)
            ui::keepFirst(asked, window.headless.frame(draw));
        const auto* edit = asked ? std::get_if<ui::action::EditNewClient>(&*asked) : nullptr;
        return edit ? edit->draft : ui::NewClientDraft{};
    };
    const auto next = [&] {
        ui::moveFocus(with, true);
        for (int i = 0; i < 3; ++i)
            window.headless.frame(draw);
    };
    // The dialog starts in the name; Tab goes on to the numbers, then to the buttons.
    CHECK(typed().name == "7");
    next();
    CHECK(typed().yearOfBirth == "7");
    next();
    CHECK(typed().heightCm == "7");
    next();
    next();
    CHECK(typed() == ui::NewClientDraft{});
}

TEST_CASE("Tab stays within a dialog") {
    Window window;
    window.state.dialog = ui::Dialog::About;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.ui().focus.stops == 1);
    ui::moveFocus(window.headless.ui(), true);
    window.headless.settle(draw);
    ui::compat::feedKey(ui::compat::InputKey::Space, true);
    const auto pressed = window.headless.frame(draw);
    ui::compat::feedKey(ui::compat::InputKey::Space, false);
    const auto released = window.headless.frame(draw);
    CHECK((pressed.has_value() || released.has_value()));
}

TEST_CASE("a dialog keeps everything below it from being pressed") {
    Window window;
    const ui::Rect undo = window.settled().find("map.undo")->rect;
    window.state.dialog = ui::Dialog::About;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.pressAt(undo.centreX(), undo.centreY(), draw).empty());
    CHECK(ui::pictureAt(window.headless.ui().rects, 600.0F, 400.0F) == nullptr);
    const auto asked = window.press("dialog.cross");
    REQUIRE(test::as<ui::action::ShowDialog>(asked));
    CHECK(test::as<ui::action::ShowDialog>(asked)->dialog == ui::Dialog::None);
    window.state.dialog = ui::Dialog::None;
    CHECK(test::commandIn(window.press("map.undo")) == "map.undo");
}

TEST_CASE("every dialog opens, fits and answers") {
    for (const ui::Dialog dialog : {ui::Dialog::NewClient, ui::Dialog::Figures, ui::Dialog::About}) {
        Window window;
        ui::applyAction(window.context, window.state, ui::action::ShowDialog{dialog});
        const std::vector<ui::UiRects::Item> items = window.settled().items();
        checkInside(window.headless.ui().rects, window.headless.size());
        int pressed = 0;
        for (const ui::UiRects::Item& item : items) {
            if (item.depth < 2 || answersLater(item.name) || item.visible.height < 8.0F) continue;
            CAPTURE(item.name);
            CHECK(window.press(item.name).size() == (item.enabled ? 1U : 0U));
            ++pressed;
        }
        CHECK(pressed >= 1);
    }
}

TEST_CASE("regions are found, chosen and painted with the keyboard alone") {
    Window window;
    document::Document& document = window.document();
    document::selectTool(document, document::PaintTool::Brush);
    const auto apply = [&](const std::optional<ui::Action>& asked) {
        if (asked) ui::applyAction(window.context, window.state, *asked);
        return asked.has_value();
    };
    const auto frame = [&] {
        const bool any = apply(window.headless.frame(window.drawing()));
        return any;
    };
    const auto key = [&](ui::ListKey which) {
        ui::noteListKey(window.headless.ui(), which);
        frame();
        window.state.focusRegionSearch = false;
        frame();
    };
    apply(ui::action::Run{"regions.list"});
    frame();
    window.state.focusRegionSearch = false;
    frame();
    for (const char letter : std::string("chest"))
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
    for (int i = 0; i < 8; ++i)
        frame();
    CHECK(window.state.regionSearch == "chest");
    key(ui::ListKey::Down);
    REQUIRE(document.regions.current.has_value());
    const auto first = *document.regions.current;
    key(ui::ListKey::Down);
    CHECK(document.regions.current != first);
    key(ui::ListKey::Up);
    CHECK(document.regions.current == first);
    const std::size_t steps = test::mapOf(document, clinic::Author::Therapist).history.undoSteps();
    key(ui::ListKey::Enter);
    CHECK(test::mapOf(document, clinic::Author::Therapist).history.undoSteps() == steps + 1);
    CHECK(window.state.regionSearch == "chest");  // what lies beside it is often next
}

TEST_CASE("every control of the list of regions, of the pins and of an edited place answers") {
    Window window;
    document::Document& document = window.document();
    SUBCASE("the list") {
        ui::applyAction(window.context, window.state, ui::action::Run{"regions.list"});
        document::goToRegion(document, 0);
    }
    SUBCASE("pins") {
        document::selectTool(document, document::PaintTool::Pin);
    }
    SUBCASE("a place") {
        document::selectTool(document, document::PaintTool::Edit);
        document::select(document, document::PlaceChoice{map::LayerKind::Pain, 1});
    }
    SUBCASE("treatment") {
        document::selectLayer(document, map::LayerKind::Treated);
    }
    SUBCASE("what is to be avoided") {
        document::selectLayer(document, map::LayerKind::Avoid);
    }
    window.state.focusRegionSearch = false;
    checkNothingOverlaps(window.settled());
    checkInside(window.headless.ui().rects, window.headless.size());
    const std::vector<ui::UiRects::Item> items = window.settled().items();
    for (const ui::UiRects::Item& item : items) {
        if (answersLater(item.name) || item.visible.height < 20.0F || item.depth == 1) continue;
        const bool isChosen =
            item.name == "tool.pin" || item.name == "tool.edit" || item.name == "pin.trigger point";
        if (isChosen) continue;
        CAPTURE(item.name);
        CHECK(window.press(item.name).size() == (item.enabled ? 1U : 0U));
    }
}

TEST_CASE("help opens over the window and closes again") {
    Window window;
    window.pressAndApply("help.keys");
    CHECK(window.document().appearance.helpShown);
    window.pressAndApply("dialog.cross");
    CHECK_FALSE(window.document().appearance.helpShown);
}

TEST_CASE("typing into the search asks for that text") {
    Window window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    window.headless.press("client.search", draw);
    ImGui::GetIO().AddInputCharactersUTF8("ab");
    const auto asked = window.headless.frame(draw);
    REQUIRE(asked.has_value());
    const auto* search = std::get_if<ui::action::SearchClients>(&*asked);
    REQUIRE(search);
    CHECK(search->text == "ab");
}

TEST_CASE("a list of visits opens below its button and gives the visit that was pressed") {
    Window window;
    REQUIRE(document::openCompare(window.document()));
    const core::VisitId first = window.document().visits[0].id;
    const core::VisitId second = window.document().visits[1].id;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    CHECK(window.headless.press("compare.pick_from", draw).empty());
    const auto asked = window.headless.press("compare.pick_from." + std::to_string(second.value), draw);
    REQUIRE(test::as<ui::action::CompareMaps>(asked));
    CHECK(test::as<ui::action::CompareMaps>(asked)->from.visit == second);
    CHECK(test::as<ui::action::CompareMaps>(asked)->to.visit == second);
    CHECK(first != second);
    window.headless.frame(draw);
    CHECK(window.headless.ui().rects.find("compare.pick_from." + std::to_string(second.value)) == nullptr);
}

TEST_CASE("the picture takes the pointer where nothing lies upon it") {
    Window window;
    const ui::UiRects& rects = window.settled();
    const ui::Rect viewport = rects.find("viewport")->rect;
    CHECK(ui::pictureAt(rects, viewport.centreX(), viewport.centreY()) != nullptr);
    const ui::Rect button = rects.find("show.client")->rect;
    CHECK(ui::pictureAt(rects, button.centreX(), button.centreY()) == nullptr);
    const ui::Rect level = rects.find("level.3")->rect;
    CHECK(ui::pictureAt(rects, level.centreX(), level.centreY()) == nullptr);
    CHECK(ui::pictureAt(rects, -5.0F, -5.0F) == nullptr);
}

TEST_CASE("what is told has a strip of its own and covers nothing") {
    for (const bool comparing : {false, true}) {
        CAPTURE(comparing);
        Window window;
        if (comparing) REQUIRE(document::openCompare(window.document()));
        const std::string picture = comparing ? "viewport.to" : "viewport";
        const ui::Rect before = window.settled().find(picture)->rect;
        const ui::Rect views = window.settled().find("view.front")->rect;
        document::notify(window.document(), {.kind = document::Notice::Kind::Info,
                                             .topic = "export",
                                             .text = "The sheet is in a folder",
                                             .folder = "/somewhere"});
        document::notify(window.document(), document::Notice::Kind::Error, "saving", "The disk is full.");
        const ui::UiRects& rects = window.settled();
        const ui::Rect after = rects.find(picture)->rect;
        CHECK(after.bottom() == before.bottom());
        CHECK(after.height < before.height);
        CHECK(rects.find("view.front")->rect == views);
        for (const ui::UiRects::Item& item : rects.items()) {
            if (item.name != "notice") continue;
            for (const ui::UiRects::Item& other : rects.items()) {
                if (other.name.rfind("notice", 0) == 0 || other.name.rfind("splitter", 0) == 0) continue;
                CAPTURE(other.name);
                const ui::Rect shared = ui::overlap(item.rect, other.visible);
                CHECK(shared.width * shared.height == 0.0F);
            }
        }
        const auto asked = window.press("notice.export.offer");
        REQUIRE(test::as<ui::action::ShowFolder>(asked));
        CHECK(test::as<ui::action::ShowFolder>(asked)->folder == "/somewhere");
    }
}

TEST_CASE("the views' buttons stand at one place, comparing or not") {
    for (const float width : {800.0F, 1280.0F, 1920.0F}) {
        CAPTURE(width);
        Window window(1.0F, {width, 800.0F});
        const ui::Rect painting = window.settled().find("view.front")->rect;
        REQUIRE(document::openCompare(window.document()));
        CHECK(window.settled().find("view.front")->rect == painting);
    }
}

TEST_CASE("a level that is pressed while erasing is taken, and the brush with it") {
    Window window;
    window.pressAndApply("tool.erase");
    REQUIRE(window.document().tool.tool == document::PaintTool::Erase);
    window.pressAndApply("level.7");
    CHECK(window.document().tool.tool == document::PaintTool::Brush);
    CHECK(window.document().tool.brush().level == 7);
}

TEST_CASE("an empty picture offers what is to be done first") {
    Window window;
    document::closeVisit(window.document());
    CHECK(test::commandIn(window.press("empty.visit.today")) == "visit.today");
    window.document().clients.clear();
    window.document().client = {};
    CHECK(test::commandIn(window.press("empty.client.add")) == "client.add");
}

TEST_CASE("Enter adds the client that was typed, once it can be added") {
    Window window;
    window.pressAndApply("client.add");
    window.state.newClient.heightCm = "tall";
    const auto enter = [&] {
        const auto draw = window.drawing();
        std::vector<ui::Action> asked;
        for (int i = 0; i < 3; ++i)
            window.headless.frame(draw);
        for (const bool down : {true, false}) {
            ui::compat::feedKey(ui::compat::InputKey::Enter, down);
            if (const auto action = window.headless.frame(draw)) asked.push_back(*action);
        }
        return asked;
    };
    CHECK(enter().empty());
    window.pressAndApply("dialog.close");
    window.pressAndApply("client.add");
    const auto asked = enter();
    REQUIRE(asked.size() == 1);
    CHECK(std::holds_alternative<ui::action::AddClient>(asked[0]));
}

TEST_CASE("the page that says why there is nothing else answers by both of its buttons") {
    test::HeadlessUi headless;
    const ui::ProblemModel model =
        ui::makeProblemModel({"The vault is already open in another window", "/a/b.palpate", "Go on there."});
    CHECK(model.what == "The vault is already open in another window.");
    for (const auto wanted : {ui::ProblemAnswer::TryAgain, ui::ProblemAnswer::Close}) {
        std::optional<ui::ProblemAnswer> answer;
        const auto draw = [&](ui::Ui& with) -> std::optional<ui::Action> {
            if (const auto given = ui::drawProblem(with, 720.0F, 480.0F, model)) answer = given;
            return std::nullopt;
        };
        headless.settle(draw);
        headless.press(wanted == ui::ProblemAnswer::Close ? "problem.close" : "problem.again", draw);
        CHECK(answer == wanted);
    }
}

TEST_CASE("a banner is put away by its cross and hides the picture below it") {
    Window window;
    document::notify(window.document(), document::Notice::Kind::Error, "saving",
                     "The disk is full. Make room.");
    const auto asked = window.press("notice.saving");
    REQUIRE(test::as<ui::action::DismissNotice>(asked));
    CHECK(test::as<ui::action::DismissNotice>(asked)->id == window.document().notices[0].id);
    const ui::Rect cross = window.settled().find("notice.saving")->rect;
    CHECK(ui::pictureAt(window.headless.ui().rects, cross.x - 40.0F, cross.centreY()) == nullptr);
}

TEST_CASE("a narrow window keeps the picture and opens the columns as drawers") {
    Window window(1.0F, {800.0F, 700.0F});
    CHECK(window.settled().find("level.5") == nullptr);
    CHECK(window.settled().find("viewport")->rect.width == 800.0F - ui::kToolRail);
    window.pressAndApply("drawer.tools");
    CHECK(window.settled().find("level.5") != nullptr);
    CHECK(test::commandIn(window.press("level.5")) == "level.5");
    const ui::Rect drawer = window.headless.ui().rects.find("drawer")->rect;
    CHECK(ui::pictureAt(window.headless.ui().rects, drawer.x + 3.0F, drawer.bottom() - 3.0F) == nullptr);
    window.pressAndApply("drawer.people");
    CHECK(window.settled().find("client.search") != nullptr);
    checkInside(window.headless.ui().rects, window.headless.size());
}

TEST_CASE("every scale from 100 to 300 per cent draws every scene inside the window") {
    const struct {
        float scale;
        ImVec2 size;
    } settings[] = {{1.0F, {1280.0F, 800.0F}},
                    {1.25F, {1600.0F, 1000.0F}},
                    {1.5F, {1920.0F, 1080.0F}},
                    {3.0F, {1280.0F, 800.0F}},
                    {3.0F, {3840.0F, 2400.0F}}};
    for (const auto& setting : settings) {
        CAPTURE(setting.scale);
        CAPTURE(setting.size.x);
        Window window(setting.scale, setting.size, ui::darkTheme());
        checkNothingOverlaps(window.settled());
        checkInside(window.headless.ui().rects, setting.size);
        for (const ui::Dialog dialog : {ui::Dialog::NewClient, ui::Dialog::About}) {
            window.state.dialog = dialog;
            checkInside(window.settled(), setting.size);
        }
        window.state.dialog = ui::Dialog::None;
        window.document().appearance.helpShown = true;
        checkInside(window.settled(), setting.size);
        window.document().appearance.helpShown = false;
        REQUIRE(document::openCompare(window.document()));
        checkNothingOverlaps(window.settled());
        checkInside(window.headless.ui().rects, setting.size);
    }
}

TEST_CASE("at 300 per cent a large screen has the same window, three times as large") {
    Window small;
    Window large(3.0F, {3840.0F, 2400.0F});
    for (const char* name :
         {"viewport", "level.7", "author.client", "view.front", "client.search", "map.undo"}) {
        CAPTURE(name);
        const ui::Rect at1 = small.settled().find(name)->rect;
        const ui::Rect at3 = large.settled().find(name)->rect;
        CHECK(at3.width / 3.0F == doctest::Approx(at1.width).epsilon(0.03));
        CHECK(at3.height / 3.0F == doctest::Approx(at1.height).epsilon(0.03));
    }
}

TEST_CASE("the window is drawn without a client, without a visit and without a practice") {
    Window window;
    document::closeVisit(window.document());
    checkNothingOverlaps(window.settled());
    window.document().client = {};
    window.document().visits.clear();
    checkNothingOverlaps(window.settled());
    CHECK_FALSE(window.headless.ui().rects.find("compare.open")->enabled);
    window.document().clients.clear();
    window.document().practice.reset();
    checkNothingOverlaps(window.settled());
    CHECK_FALSE(window.headless.ui().rects.find("client.add")->enabled);
}

TEST_CASE("the dump of rectangles has a line for every control") {
    Window window;
    const std::string dump = window.settled().dump();
    CHECK(dump.find("map.undo ") != std::string::npos);
    CHECK(dump.find("map.redo ") != std::string::npos);
    const std::size_t redo = dump.find("map.redo ");
    CHECK(dump.substr(redo, dump.find('\n', redo) - redo).find("disabled") != std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(dump.begin(), dump.end(), '\n')) ==
          window.headless.ui().rects.items().size());
}
