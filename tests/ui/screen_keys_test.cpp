#include "document/edit.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace palpate;
using test::PaintedWindow;

TEST_CASE("Tab reaches every control that can be used, in the order of the window, and Space presses it") {
    PaintedWindow window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    std::vector<std::string> expected;
    for (const ui::UiRects::Item& item : window.headless.ui().rects.items()) {
        // The cube does what the views' buttons do.
        const bool pointerOnly =
            test::isPicture(item) || item.name.rfind("splitter", 0) == 0 || item.name == "view.cube";
        if (item.enabled && !pointerOnly) expected.push_back(item.name);
    }
    REQUIRE(window.headless.ui().focus.stops == static_cast<int>(expected.size()));
    ui::Ui& with = window.headless.ui();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ui::moveFocus(with, true);
        window.headless.settle(draw);
        CAPTURE(expected[i]);
        CHECK(with.focus.here == static_cast<int>(i));
        if (test::answersLater(expected[i])) continue;
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

TEST_CASE("Enter presses the control that Tab came to") {
    PaintedWindow window;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    ui::Ui& with = window.headless.ui();
    ui::noteListKey(with, ui::ListKey::Enter);
    CHECK_FALSE(window.headless.frame(draw).has_value());  // it is nobody's yet
    ui::moveFocus(with, true);
    window.headless.settle(draw);
    ui::noteListKey(with, ui::ListKey::Enter);
    CHECK(window.headless.frame(draw).has_value());
    CHECK_FALSE(window.headless.frame(draw).has_value());
}

TEST_CASE("arrows belong to the body until Tab, and again after a press of the mouse") {
    PaintedWindow window;
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
    PaintedWindow window;
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

TEST_CASE("what is typed right after Tab is the next field's, and what was typed before it the last one's") {
    PaintedWindow window;
    window.state.dialog = ui::Dialog::NewClient;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    ui::Ui& with = window.headless.ui();
    const auto type = [&](const char* digit) {
        ImGui::GetIO().AddInputCharactersUTF8(digit);
        ui::noteTyped(with);
    };
    std::string name, year;
    const auto frame = [&] {
        const auto asked = window.headless.frame(draw);
        const auto* edit = asked ? std::get_if<ui::action::EditNewClient>(&*asked) : nullptr;
        if (edit == nullptr) return;
        if (!edit->draft.name.empty()) name = edit->draft.name;
        if (!edit->draft.yearOfBirth.empty()) year = edit->draft.yearOfBirth;
    };
    // All between two frames, as a machine that is slow to draw gets it; the last one comes a frame later.
    type("A");
    ui::moveFocus(with, true);
    type("1");
    type("9");
    frame();
    type("8");
    for (int i = 0; i < 4; ++i)
        frame();
    CHECK(name == "A");
    CHECK(year == "198");
}

TEST_CASE("what is typed with several Tabs between two frames comes into the fields in turn") {
    PaintedWindow window;
    window.state.dialog = ui::Dialog::NewClient;
    const auto draw = window.drawing();
    window.headless.settle(draw);
    ui::Ui& with = window.headless.ui();
    for (const char* number : {"11", "22", "33"}) {
        for (const char* digit = number; *digit != '\0'; ++digit) {
            ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(*digit));
            ui::noteTyped(with);
        }
        ui::moveFocus(with, true);
    }
    ui::moveFocus(with, false);
    ui::NewClientDraft seen;
    for (int frames = 0; ui::hasTypingToCome(with) || frames == 0; ++frames) {
        REQUIRE(frames < 30);
        const auto asked = window.headless.frame(draw);
        const auto* edit = asked ? std::get_if<ui::action::EditNewClient>(&*asked) : nullptr;
        if (edit == nullptr) continue;
        if (!edit->draft.name.empty()) seen.name = edit->draft.name;
        if (!edit->draft.yearOfBirth.empty()) seen.yearOfBirth = edit->draft.yearOfBirth;
        if (!edit->draft.heightCm.empty()) seen.heightCm = edit->draft.heightCm;
    }
    CHECK(seen.name == "11");
    CHECK(seen.yearOfBirth == "22");
    CHECK(seen.heightCm == "33");
    ImGui::GetIO().AddInputCharacter('4');
    ui::noteTyped(with);
    const auto asked = window.headless.frame(draw);
    REQUIRE(asked.has_value());
    CHECK(std::get<ui::action::EditNewClient>(*asked).draft.heightCm.find('4') != std::string::npos);
}

TEST_CASE("Enter comes after what was typed before it, and is not the control's that Tab left") {
    PaintedWindow window;
    window.pressAndApply("client.add");
    ui::Ui& with = window.headless.ui();
    const auto frame = [&] {
        const auto asked = window.headless.frame(window.drawing());
        if (asked) ui::applyAction(window.context, window.state, *asked);
        return asked;
    };
    for (int i = 0; i < 4; ++i)
        frame();
    const std::size_t clients = window.document().clients.size();
    ImGui::GetIO().AddInputCharactersUTF8("Ada");
    for (int i = 0; i < 3; ++i)
        ui::noteTyped(with);
    ui::moveFocus(with, true);
    ImGui::GetIO().AddInputCharactersUTF8("1980");
    for (int i = 0; i < 4; ++i)
        ui::noteTyped(with);
    ui::noteListKey(with, ui::ListKey::Enter);
    for (int frames = 0; frames == 0 || ui::hasTypingToCome(with); ++frames) {
        REQUIRE(frames < 30);
        frame();
    }
    REQUIRE(window.document().clients.size() == clients + 1);
    CHECK(window.document().clients.back().name == "Ada");
    CHECK(window.document().clients.back().yearOfBirth == 1980);
}

TEST_CASE("Tab stays within a dialog") {
    PaintedWindow window;
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

TEST_CASE("regions are found, chosen and painted with the keyboard alone") {
    PaintedWindow window;
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

TEST_CASE("typing into the search asks for that text") {
    PaintedWindow window;
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

TEST_CASE("what a treatment has to heed is asked for with a new client") {
    PaintedWindow window;
    window.pressAndApply("client.add");
    for (const auto& [name, text] :
         {std::pair{"client.contraindications", "pacemaker"}, {"client.avoid", "neck"}}) {
        const auto draw = window.drawing();
        window.headless.settle(draw);
        window.headless.press(name, draw);
        ImGui::GetIO().AddInputCharactersUTF8(text);
        const auto asked = window.headless.frame(draw);
        REQUIRE(asked.has_value());
        ui::applyAction(window.context, window.state, *asked);
        window.headless.frame(window.drawing());
    }
    window.pressAndApply("client.confirm");
    REQUIRE(window.document().clients.size() == 2);
    CHECK(window.document().clients.back().contraindications == "pacemaker");
    CHECK(window.document().clients.back().areasToAvoid == "neck");
}

TEST_CASE("a new client can be added from wherever a low window is scrolled to") {
    PaintedWindow window(1.0F, {640.0F, 400.0F});
    window.run("client.add");
    const ui::UiRects& rects = window.settled();
    for (const char* name : {"client.confirm", "dialog.close", "client.code"})
        CHECK(rects.find(name)->visible == rects.find(name)->rect);
    CHECK(rects.find("client.avoid")->visible.height == 0.0F);
}

TEST_CASE("Enter adds the client that was typed, once it can be added") {
    PaintedWindow window;
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
