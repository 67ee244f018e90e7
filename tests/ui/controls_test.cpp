#include "ui/dropdown.h"
#include "ui/fonts.h"
#include "ui/headless_ui.h"
#include "ui/icons.h"
#include "ui/level_row.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>

using namespace palpate;

namespace {

ImWchar codePointOf(const char* utf8) {
    const auto byte = [utf8](int i) { return static_cast<unsigned>(static_cast<unsigned char>(utf8[i])); };
    return static_cast<ImWchar>(((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU));
}

}  // namespace

TEST_CASE("fonts are rasterised at the size they are shown in, and hold every icon") {
    for (const float scale : {1.0F, 1.5F, 3.0F}) {
        test::HeadlessUi headless(scale);
        const ui::Fonts& fonts = headless.ui().fonts;
        CHECK(fonts.body.pixels == std::round(17.0F * scale));
        CHECK(fonts.heading.pixels == std::round(22.0F * scale));
        CHECK(fonts.small.pixels == std::round(14.0F * scale));
        for (const ui::Font& font :
             {fonts.body, fonts.strong, fonts.heading, fonts.small, fonts.smallStrong}) {
            for (const char* icon : ui::icon::kAll) {
                CAPTURE(icon);
                CHECK(ui::compat::hasGlyph(*font.face, codePointOf(icon)));
            }
            for (const ImWchar letter : {0x41, 0xE9, 0xB2, 0xB7, 0x2212, 0x2013, 0x2026, 0x2192}) {
                CAPTURE(letter);
                CHECK(ui::compat::hasGlyph(*font.face, letter));
            }
        }
        // Wider letters at a larger size: the atlas was made anew, not stretched.
        CHECK(ui::textWidth(fonts.body, "Painting") == doctest::Approx(scale * 58.0F).epsilon(0.12));
    }
}

TEST_CASE("a missing font names the file and what to do") {
    ImGuiContext* context = ImGui::CreateContext();
    const auto fonts = ui::loadFonts("/nowhere/at/all", 1.0F);
    REQUIRE_FALSE(fonts);
    CHECK(fonts.error().where.find("Inter-Regular.otf") != std::string::npos);
    CHECK_FALSE(fonts.error().hint.empty());
    ImGui::DestroyContext(context);
}

TEST_CASE("the scale can be changed while the program runs") {
    test::HeadlessUi headless;
    const auto draw = test::HeadlessUi::inWindow([](ui::Ui& with) -> std::optional<ui::Action> {
        ui::button(with, "b", {10, 10, with.dp(100), with.dp(36)}, {.text = "Again"});
        return std::nullopt;
    });
    headless.settle(draw);
    CHECK(headless.ui().rects.find("b")->rect.height == 36.0F);
    REQUIRE(ui::setUp(headless.ui(), ui::darkTheme(), 2.0F, PALPATE_TEST_RESOURCES "/fonts"));
    headless.settle(draw);
    CHECK(headless.ui().rects.find("b")->rect.height == 72.0F);
    CHECK(headless.ui().fonts.body.pixels == 34.0F);
}

TEST_CASE("text that is too long ends in an ellipsis and never within a letter") {
    test::HeadlessUi headless;
    const ui::Font& font = headless.ui().fonts.body;
    const std::string text =
        "\xC3\x84rmel und Kn\xC3\xB6"
        "chel";
    CHECK(ui::fitted(font, text, 1000.0F) == text);
    for (float width = 15.0F; width < 150.0F; width += 1.0F) {
        const std::string cut = ui::fitted(font, text, width);
        CAPTURE(width);
        CHECK(ui::textWidth(font, cut) <= width + 0.01F);
        if (cut != text) CHECK(cut.substr(cut.size() - 3) == "\xE2\x80\xA6");
        // Not a continuation byte without its start: the last letter before the ellipsis is whole.
        const std::string kept = cut.substr(0, cut.size() - 3);
        if (cut != text && !kept.empty()) CHECK((static_cast<unsigned char>(kept.back()) != 0xC3));
    }
}

TEST_CASE("the name of a region never loses its side") {
    test::HeadlessUi headless;
    const ui::Font& font = headless.ui().fonts.body;
    const std::string name = "Top of the shoulder (upper trapezius), left";
    CHECK(ui::fittedRegion(font, name, 1000.0F) == name);
    for (float width = 80.0F; width < 300.0F; width += 1.0F) {
        const std::string cut = ui::fittedRegion(font, name, width);
        CAPTURE(width);
        CHECK(ui::textWidth(font, cut) <= width + 0.01F);
        CHECK(cut.substr(cut.size() - 6) == ", left");
    }
    CHECK(ui::fittedRegion(font, "Around the navel", 60.0F) == ui::fitted(font, "Around the navel", 60.0F));
}

TEST_CASE("a region's name has two lines where one is too short, and is cut only where two are") {
    test::HeadlessUi headless;
    const ui::Font& font = headless.ui().fonts.body;
    const std::string name = "Top of the shoulder (upper trapezius), left";
    const float whole = ui::textWidth(font, name);
    CHECK(ui::regionHeight(font, name, whole + 1.0F) == font.pixels);
    CHECK(ui::regionHeight(font, name, whole * 0.7F) == 2.0F * font.pixels);
    CHECK_FALSE(ui::isRegionCut(font, name, whole * 0.7F));
    CHECK(ui::regionHeight(font, name, whole * 0.3F) == font.pixels);
    CHECK(ui::isRegionCut(font, name, whole * 0.3F));
}

TEST_CASE("a button answers to the mouse and to the keyboard, and not while it is disabled") {
    test::HeadlessUi headless;
    bool enabled = true;
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        const bool pressed = ui::button(with, "go", {20, 20, 120, 36}, {.text = "Go", .enabled = enabled});
        if (pressed) return ui::action::Run{"go"};
        return std::nullopt;
    });
    headless.settle(draw);
    CHECK(test::commandIn(headless.press("go", draw)) == "go");
    CHECK(headless.pressAt(400.0F, 400.0F, draw).empty());
    enabled = false;
    CHECK(headless.press("go", draw).empty());
    CHECK_FALSE(headless.ui().rects.find("go")->enabled);
}

TEST_CASE("a press that ends elsewhere is none") {
    test::HeadlessUi headless;
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        if (ui::button(with, "go", {20, 20, 120, 36}, {.text = "Go"})) return ui::action::Run{"go"};
        return std::nullopt;
    });
    headless.settle(draw);
    headless.pointAt(60.0F, 30.0F);
    CHECK_FALSE(headless.frame(draw));
    ui::compat::feedMouseButton(0, true);
    CHECK_FALSE(headless.frame(draw));
    headless.pointAt(400.0F, 400.0F);
    CHECK_FALSE(headless.frame(draw));
    ui::compat::feedMouseButton(0, false);
    CHECK_FALSE(headless.frame(draw));
}

TEST_CASE("a tip waits for half a second and asks for a frame meanwhile") {
    test::HeadlessUi headless;
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        ui::button(with, "go", {20, 20, 120, 36},
                   {.text = "Go", .tip = "Goes there", .shortcut = "Ctrl+G", .enabled = false});
        return std::nullopt;
    });
    headless.settle(draw);
    CHECK_FALSE(headless.ui().tipPending);
    headless.pointAt(60.0F, 30.0F);
    headless.frame(draw, 0.1F);
    headless.frame(draw, 0.1F);
    CHECK(headless.ui().tipPending);
    const int before = ImGui::GetDrawData()->TotalVtxCount;
    headless.frame(draw, 0.6F);
    // There, but hidden until its size is known: whoever draws only when asked to must draw again.
    CHECK(headless.ui().tipAppeared);
    CHECK(headless.ui().rects.find("tip") == nullptr);
    headless.frame(draw, 0.1F);
    CHECK_FALSE(headless.ui().tipAppeared);
    CHECK(headless.ui().rects.find("tip") != nullptr);
    headless.frame(draw, 0.1F);
    CHECK_FALSE(headless.ui().tipPending);
    CHECK(ImGui::GetDrawData()->TotalVtxCount > before);
}

TEST_CASE("a level row has one target a level and gives the one that was pressed") {
    test::HeadlessUi headless;
    map::LayerKind layer = map::LayerKind::Pain;
    bool enabled = true;
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        if (const auto level = ui::levelRow(with, {20, 20, 304, 36}, {layer, 5, enabled})) {
            return ui::action::Run{std::to_string(*level)};
        }
        return std::nullopt;
    });
    headless.settle(draw);
    for (int level = 1; level <= 10; ++level) {
        CHECK(test::commandIn(headless.press("level." + std::to_string(level), draw)) ==
              std::to_string(level));
    }
    enabled = false;
    CHECK(headless.press("level.3", draw).empty());
    layer = map::LayerKind::Treated;
    headless.settle(draw);
    CHECK(headless.ui().rects.find("level.5") != nullptr);
    CHECK(headless.ui().rects.find("level.6") == nullptr);
}

TEST_CASE("an open list is gone through with Up and Down, and Enter takes the row") {
    test::HeadlessUi headless;
    ui::Dropdown look;
    for (int i = 0; i < 12; ++i)
        look.entries.push_back({"row." + std::to_string(i), std::to_string(i), i == 3});
    std::optional<std::size_t> chosen;
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        if (const auto row = ui::dropdown(with, "list", {20.0F, 20.0F, 200.0F, 36.0F}, look)) chosen = row;
        return std::nullopt;
    });
    headless.settle(draw);
    static_cast<void>(headless.press("list", draw));
    headless.settle(draw);
    const auto key = [&](ui::ListKey pressed) {
        ui::noteListKey(headless.ui(), pressed);
        headless.settle(draw);
    };
    CHECK_FALSE(chosen.has_value());
    key(ui::ListKey::Down);
    key(ui::ListKey::Down);
    key(ui::ListKey::Up);
    CHECK_FALSE(chosen.has_value());
    key(ui::ListKey::Enter);
    REQUIRE(chosen.has_value());
    CHECK(*chosen == 4);
    // Closed: keys are nobody's.
    chosen.reset();
    key(ui::ListKey::Enter);
    CHECK_FALSE(chosen.has_value());
    // Beyond the last row is the last row.
    static_cast<void>(headless.press("list", draw));
    headless.settle(draw);
    for (int i = 0; i < 20; ++i)
        key(ui::ListKey::Down);
    key(ui::ListKey::Enter);
    REQUIRE(chosen.has_value());
    CHECK(*chosen == 11);
    // Escape closes it, and nothing is chosen.
    chosen.reset();
    static_cast<void>(headless.press("list", draw));
    headless.settle(draw);
    REQUIRE(headless.ui().rects.find("row.3") != nullptr);
    key(ui::ListKey::Escape);
    CHECK(headless.ui().rects.find("row.3") == nullptr);
    CHECK_FALSE(chosen.has_value());
}

TEST_CASE("chips that do not fit go to the next row") {
    test::HeadlessUi headless;
    std::array<ui::Chip, 6> all{ui::Chip{"a", "Pins and needles"}, ui::Chip{"b", "Burning"},
                                ui::Chip{"c", "Throbbing"},        ui::Chip{"d", "Electric"},
                                ui::Chip{"e", "Tender"},           ui::Chip{"f", "Numb"}};
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& with) -> std::optional<ui::Action> {
        ImGui::BeginChild("narrow", {240.0F, 300.0F});
        const auto pressed = ui::chips(with, all, true);
        ImGui::EndChild();
        if (pressed) return ui::action::Run{all[*pressed].name};
        return std::nullopt;
    });
    headless.settle(draw);
    const auto& items = headless.ui().rects.items();
    REQUIRE(items.size() == 6);
    for (const ui::UiRects::Item& item : items) {
        CHECK(item.rect.right() <= 240.0F);
        CHECK(item.rect.height >= 24.0F);
    }
    CHECK(items.back().rect.y > items.front().rect.y);
    CHECK(test::commandIn(headless.press("e", draw)) == "e");
}

TEST_CASE("of two controls that share a point the first takes the pointer, and a dialog before both") {
    ui::UiRects rects;
    rects.add({"button", {0, 0, 10, 10}, {0, 0, 10, 10}, true, 0});
    rects.add({"viewport", {0, 0, 100, 100}, {0, 0, 100, 100}, true, 0});
    CHECK(rects.at(5, 5)->name == "button");
    CHECK(rects.at(50, 50)->name == "viewport");
    CHECK(rects.at(500, 50) == nullptr);
    rects.add({"dialog", {0, 0, 200, 200}, {0, 0, 200, 200}, false, 1});
    CHECK(rects.at(5, 5)->name == "dialog");
    CHECK(rects.dump() == "button 0 0 10 10\nviewport 0 0 100 100\ndialog 0 0 200 200 disabled\n");
}
