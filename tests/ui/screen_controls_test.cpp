#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "ui/paint.h"
#include "ui/problem_page.h"
#include "ui/screen_window.h"

#include <doctest/doctest.h>

#include <optional>
#include <utility>
#include <vector>

using namespace palpate;
using test::PaintedWindow;

TEST_CASE("every control of the consultation answers when it is pressed, and nothing else does") {
    PaintedWindow window;
    test::checkEveryControlAnswers(window);
}

TEST_CASE("a client's consultation keeps the therapist's layers out of reach") {
    PaintedWindow window;
    document::paintAs(window.document(), clinic::Author::Client);
    CHECK_FALSE(window.settled().find("layer.tension")->enabled);
    test::checkEveryControlAnswers(window);
}

TEST_CASE("controls ask for what they say") {
    PaintedWindow window;
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
    PaintedWindow window;
    document::setDepth(window.document(), map::Depth::Muscle);
    const auto asked = window.press("depth.muscle");
    REQUIRE(test::as<ui::action::SetDepth>(asked));
    CHECK(test::as<ui::action::SetDepth>(asked)->depth == map::Depth::Unstated);
}

TEST_CASE("the tool that is chosen already does not change when it is pressed") {
    PaintedWindow window;
    CHECK(window.press("tool.brush").empty());
    document::selectTool(window.document(), document::PaintTool::Erase);
    CHECK(window.press("tool.erase").empty());
    CHECK(test::commandIn(window.press("tool.brush")) == "tool.brush");
}

TEST_CASE("the size follows the slider from end to end") {
    PaintedWindow window;
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

TEST_CASE("when the therapist looks at the client's map nothing is there to paint with") {
    PaintedWindow window;
    document::showMapOf(window.document(), clinic::Author::Client);
    const ui::UiRects& rects = window.settled();
    CHECK_FALSE(rects.find("tool.brush")->enabled);
    for (const char* name : {"level.5", "brush.size", "word.aching", "depth.skin"}) {
        CAPTURE(name);
        CHECK(rects.find(name) == nullptr);
    }
    CHECK(test::commandIn(window.press("unlock")) == "show.therapist");
}

TEST_CASE("a dialog keeps everything below it from being pressed") {
    PaintedWindow window;
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
        PaintedWindow window;
        ui::applyAction(window.context, window.state, ui::action::ShowDialog{dialog});
        const std::vector<ui::UiRects::Item> items = window.settled().items();
        test::checkInside(window.headless.ui().rects, window.headless.size());
        int pressed = 0;
        for (const ui::UiRects::Item& item : items) {
            if (item.depth < 2 || test::answersLater(item.name) || item.visible.height < 8.0F) continue;
            CAPTURE(item.name);
            CHECK(window.press(item.name).size() == (item.enabled ? 1U : 0U));
            ++pressed;
        }
        CHECK(pressed >= 1);
    }
}

TEST_CASE("every control of the list of regions, of the pins and of an edited place answers") {
    PaintedWindow window;
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
    test::checkNothingOverlaps(window.settled());
    test::checkInside(window.headless.ui().rects, window.headless.size());
    const std::vector<ui::UiRects::Item> items = window.settled().items();
    for (const ui::UiRects::Item& item : items) {
        if (test::answersLater(item.name) || item.visible.height < 20.0F || item.depth == 1) continue;
        const bool isChosen =
            item.name == "tool.pin" || item.name == "tool.edit" || item.name == "pin.trigger point";
        if (isChosen) continue;
        CAPTURE(item.name);
        CHECK(window.press(item.name).size() == (item.enabled ? 1U : 0U));
    }
}

TEST_CASE("at 1280 x 800 the lists of regions give a long name a second line") {
    PaintedWindow window;
    window.run("regions.list");
    ui::ScreenModel model =
        ui::makeScreenModel(window.document(), window.state, window.readings,
                            {1280.0F, 800.0F, window.headless.ui().scale, test::kTuesday});
    REQUIRE_FALSE(model.tools.findings.rows.empty());
    const auto heights = [&](const char* name) {
        for (auto& row : model.regions.rows)
            row.name = name;
        for (auto& row : model.tools.findings.rows)
            row.name = name;
        window.headless.settle([&](ui::Ui& with) { return ui::drawScreen(with, model); });
        const ui::UiRects& rects = window.headless.ui().rects;
        return std::pair(rects.find("region." + model.regions.rows.front().id)->rect.height,
                         rects.find("finding." + model.tools.findings.rows.front().id)->rect.height);
    };
    const auto one = heights("Shin, left");
    const auto two = heights("Deep middle of the buttock (piriformis), right");
    const auto wider = heights("Deep middle of the buttock, over the piriformis, right");
    const float line = window.headless.ui().fonts.body.pixels;
    CHECK(two.first == one.first);  // the list of all regions is wide enough for every name of the atlas
    CHECK(wider.first == one.first + line);
    CHECK(two.second == one.second + line);
}

TEST_CASE("a reason that is longer than its field is written below it") {
    PaintedWindow window;
    document::selectLayer(window.document(), map::LayerKind::Avoid);
    const auto below = [&](const char* reason) {
        map::PlaceEdit edit;
        edit.reason = reason;
        document::changePlace(window.document(), edit);
        return window.settled().find("regions.open")->rect.y - window.settled().find("place.reason")->rect.y;
    };
    const float shortOne = below("burn");
    CHECK(below("burn from the stove last week, the skin is still sore and thin, ask again") > shortOne);
}

TEST_CASE("help opens over the window and closes again") {
    PaintedWindow window;
    window.pressAndApply("help.keys");
    CHECK(window.document().appearance.helpShown);
    window.pressAndApply("dialog.cross");
    CHECK_FALSE(window.document().appearance.helpShown);
}

TEST_CASE("a level that is pressed while erasing is taken, and the brush with it") {
    PaintedWindow window;
    window.pressAndApply("tool.erase");
    REQUIRE(window.document().tool.tool == document::PaintTool::Erase);
    window.pressAndApply("level.7");
    CHECK(window.document().tool.tool == document::PaintTool::Brush);
    CHECK(window.document().tool.brush().level == 7);
}

TEST_CASE("an empty picture offers what is to be done first") {
    PaintedWindow window;
    document::closeVisit(window.document());
    CHECK(test::commandIn(window.press("empty.visit.today")) == "visit.today");
    window.document().clients.clear();
    window.document().client = {};
    CHECK(test::commandIn(window.press("empty.client.add")) == "client.add");
}

TEST_CASE("the page that says why there is nothing else answers by both of its buttons") {
    test::HeadlessUi headless;
    const ui::ProblemModel model = ui::makeProblemModel(
        {"The practice is already open in another window", "/a/b.palpate", "Go on there."});
    CHECK(model.what == "The practice is already open in another window.");
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
