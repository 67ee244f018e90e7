#include "document/compare.h"
#include "document/open.h"
#include "ui/screen_window.h"
#include "ui/tool_rail.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>

using namespace palpate;
using test::PaintedWindow;

TEST_CASE("at 1280 x 800 the body has 560 dp and more, and no control overlaps another or is cut off") {
    PaintedWindow window;
    const ui::UiRects& rects = window.settled();
    const ui::UiRects::Item* viewport = rects.find("viewport");
    REQUIRE(viewport != nullptr);
    CHECK(viewport->rect.width >= 560.0F);
    CHECK(viewport->rect.height >= 560.0F);
    test::checkNothingOverlaps(rects);
    test::checkInside(rects, window.headless.size());
    for (const ui::UiRects::Item& item : rects.items()) {
        CAPTURE(item.name);
        CAPTURE(item.rect.y);
        CAPTURE(item.rect.height);
        CAPTURE(item.visible.height);
        CHECK(item.visible == item.rect);
    }
}

TEST_CASE("targets are as large as they were promised") {
    PaintedWindow window;
    for (const ui::UiRects::Item& item : window.settled().items()) {
        if (item.name.rfind("splitter", 0) == 0) continue;
        CAPTURE(item.name);
        CHECK(item.rect.width >= 24.0F);
        CHECK(item.rect.height >= 24.0F);
    }
}

TEST_CASE("a dragged splitter asks for other widths") {
    PaintedWindow window;
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

TEST_CASE("the author is on the screen wherever the tools are scrolled to, even in a low window") {
    PaintedWindow window(1.0F, {1280.0F, 560.0F});
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

TEST_CASE("the picture takes the pointer where nothing lies upon it") {
    PaintedWindow window;
    const ui::UiRects& rects = window.settled();
    const ui::Rect viewport = rects.find("viewport")->rect;
    CHECK(ui::pictureAt(rects, viewport.centreX(), viewport.centreY()) != nullptr);
    const ui::Rect button = rects.find("show.client")->rect;
    CHECK(ui::pictureAt(rects, button.centreX(), button.centreY()) == nullptr);
    const ui::Rect level = rects.find("level.3")->rect;
    CHECK(ui::pictureAt(rects, level.centreX(), level.centreY()) == nullptr);
    CHECK(ui::pictureAt(rects, -5.0F, -5.0F) == nullptr);
}

TEST_CASE("what is told covers no control, and moves no picture that is painted on") {
    for (const bool comparing : {false, true}) {
        CAPTURE(comparing);
        PaintedWindow window;
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
        CHECK((comparing ? after.height < before.height : after == before));
        CHECK(rects.find("view.front")->rect == views);
        for (const ui::UiRects::Item& item : rects.items()) {
            if (item.name != "notice") continue;
            for (const ui::UiRects::Item& other : rects.items()) {
                if (other.name.rfind("notice", 0) == 0 || other.name.rfind("splitter", 0) == 0) continue;
                if (other.name == picture && !comparing) continue;
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

TEST_CASE(
    "a picture that is painted on stays where it is when something is told, in every form of the window") {
    for (const float width : {640.0F, 800.0F, 1280.0F, 1920.0F}) {
        for (const std::string form : {"plain", "list", "flat", "caution"}) {
            CAPTURE(width);
            CAPTURE(form);
            PaintedWindow window(1.0F, {width, 800.0F});
            if (form == "list") window.run("regions.list");
            if (form == "flat") window.run("view.flat");
            if (form == "caution") window.document().clients.front().areasToAvoid = "left calf";
            const ui::Rect before = window.settled().find("viewport")->rect;
            document::notify(window.document(), document::Notice::Kind::Warning, "saving",
                             "The disk is full.");
            CHECK(window.settled().find("viewport")->rect == before);
            const ui::Rect told = window.headless.ui().rects.find("notice")->rect;
            CHECK(ui::overlap(told, window.headless.ui().rects.find("show.client")->rect).height == 0.0F);
            document::dismissTopic(window.document(), "saving");
            CHECK(window.settled().find("viewport")->rect == before);
        }
    }
}

TEST_CASE("what a visit is opened with stands above the picture and covers none of it") {
    for (const float width : {640.0F, 1280.0F}) {
        CAPTURE(width);
        PaintedWindow window(1.0F, {width, 800.0F});
        document::notify(window.document(), {.kind = document::Notice::Kind::Warning,
                                             .topic = "avoid-before",
                                             .text = "To be avoided on visit 7: lower spine.",
                                             .standing = true});
        const ui::UiRects& rects = window.settled();
        const ui::Rect picture = rects.find("viewport")->rect;
        CHECK(rects.find("notice")->rect.bottom() <= picture.y);
        document::notify(window.document(), document::Notice::Kind::Warning, "saving", "The disk is full.");
        CHECK(window.settled().find("viewport")->rect == picture);
    }
}

TEST_CASE("the switch between the maps stays where it is however much is told in a small window") {
    PaintedWindow window(2.0F, {1280.0F, 800.0F});
    window.document().clients.front().areasToAvoid = "left calf";
    const ui::Rect before = window.settled().find("show.client")->rect;
    for (const char* topic : {"one", "two", "three"}) {
        document::notify(window.document(), document::Notice::Kind::Warning, topic,
                         "What was painted last is not written yet, since the disk is full. Make room on the "
                         "disk or plug it "
                         "in again; until then nothing is lost, and it is tried again and again.");
    }
    CHECK(window.settled().find("show.client")->rect == before);
}

TEST_CASE("the views' buttons stand at one place, comparing or not") {
    for (const float width : {800.0F, 1280.0F, 1920.0F}) {
        CAPTURE(width);
        PaintedWindow window(1.0F, {width, 800.0F});
        const ui::Rect painting = window.settled().find("view.front")->rect;
        REQUIRE(document::openCompare(window.document()));
        CHECK(window.settled().find("view.front")->rect == painting);
    }
}

TEST_CASE("a banner is put away by its cross and hides the picture below it") {
    PaintedWindow window;
    document::notify(window.document(), document::Notice::Kind::Error, "saving",
                     "The disk is full. Make room.");
    const auto asked = window.press("notice.saving");
    REQUIRE(test::as<ui::action::DismissNotice>(asked));
    CHECK(test::as<ui::action::DismissNotice>(asked)->id == window.document().notices[0].id);
    const ui::Rect cross = window.settled().find("notice.saving")->rect;
    CHECK(ui::pictureAt(window.headless.ui().rects, cross.x - 40.0F, cross.centreY()) == nullptr);
}

TEST_CASE("a narrow window keeps the picture and opens the columns as drawers") {
    PaintedWindow window(1.0F, {800.0F, 700.0F});
    CHECK(window.settled().find("level.5") == nullptr);
    CHECK(window.settled().find("viewport")->rect.width == 800.0F - ui::kToolRail);
    window.pressAndApply("drawer.tools");
    CHECK(window.settled().find("level.5") != nullptr);
    CHECK(test::commandIn(window.press("level.5")) == "level.5");
    const ui::Rect drawer = window.headless.ui().rects.find("drawer")->rect;
    CHECK(ui::pictureAt(window.headless.ui().rects, drawer.x + 3.0F, drawer.bottom() - 3.0F) == nullptr);
    window.pressAndApply("drawer.people");
    CHECK(window.settled().find("client.search") != nullptr);
    test::checkInside(window.headless.ui().rects, window.headless.size());
}

TEST_CASE("in a low window the tools stand in pairs, each in sight and as large as ever") {
    for (const float height : {400.0F, 480.0F, 800.0F}) {
        CAPTURE(height);
        PaintedWindow window(1.0F, {640.0F, height});
        const ui::UiRects& rects = window.settled();
        for (const char* name : {"tool.brush", "tool.erase", "tool.soften", "tool.band", "tool.fill",
                                 "tool.pin", "tool.edit", "tool.mirror", "map.undo", "map.redo"}) {
            CAPTURE(name);
            REQUIRE(rects.find(name) != nullptr);
            CHECK(rects.find(name)->visible == rects.find(name)->rect);
            CHECK(rects.find(name)->rect.height >= 36.0F);
            CHECK(rects.find(name)->rect.width >= 36.0F);
        }
        test::checkNothingOverlaps(rects);
    }
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
        PaintedWindow window(setting.scale, setting.size, ui::darkTheme());
        test::checkNothingOverlaps(window.settled());
        test::checkInside(window.headless.ui().rects, setting.size);
        for (const ui::Dialog dialog : {ui::Dialog::NewClient, ui::Dialog::About}) {
            window.state.dialog = dialog;
            test::checkInside(window.settled(), setting.size);
        }
        window.state.dialog = ui::Dialog::None;
        window.document().appearance.helpShown = true;
        test::checkInside(window.settled(), setting.size);
        window.document().appearance.helpShown = false;
        REQUIRE(document::openCompare(window.document()));
        test::checkNothingOverlaps(window.settled());
        test::checkInside(window.headless.ui().rects, setting.size);
    }
}

TEST_CASE("at 300 per cent a large screen has the same window, three times as large") {
    PaintedWindow small;
    PaintedWindow large(3.0F, {3840.0F, 2400.0F});
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
    PaintedWindow window;
    document::closeVisit(window.document());
    test::checkNothingOverlaps(window.settled());
    window.document().client = {};
    window.document().visits.clear();
    test::checkNothingOverlaps(window.settled());
    CHECK_FALSE(window.headless.ui().rects.find("compare.open")->enabled);
    window.document().clients.clear();
    window.document().practice.reset();
    test::checkNothingOverlaps(window.settled());
    CHECK_FALSE(window.headless.ui().rects.find("client.add")->enabled);
}

TEST_CASE("the dump of rectangles has a line for every control") {
    PaintedWindow window;
    const std::string dump = window.settled().dump();
    CHECK(dump.find("map.undo ") != std::string::npos);
    CHECK(dump.find("map.redo ") != std::string::npos);
    const std::size_t redo = dump.find("map.redo ");
    CHECK(dump.substr(redo, dump.find('\n', redo) - redo).find("disabled") != std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(dump.begin(), dump.end(), '\n')) ==
          window.headless.ui().rects.items().size());
}
