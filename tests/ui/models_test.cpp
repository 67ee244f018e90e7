#include "commands/recording_context.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/transaction.h"
#include "ui/banner.h"
#include "ui/brush_panel.h"
#include "ui/findings_panel.h"
#include "ui/layers_panel.h"
#include "ui/people_panel.h"
#include "ui/pin_marks.h"
#include "ui/tool_rail.h"
#include "ui/tools_column.h"
#include "ui/top_bar.h"
#include "ui/words_panel.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;

TEST_CASE("the top bar names the client by code and the visit by number and date") {
    test::RecordingContext context;
    context.document().clients.front().name = "Ada Example";
    const ui::TopBarModel model = ui::makeTopBarModel(context.document());
    CHECK(model.client == "C-0001");
    CHECK(model.visit == "Visit 1 \xC2\xB7 17 Nov 2025");
    CHECK(model.saved.empty());
    CHECK_FALSE(model.isDemo);
    CHECK_FALSE(model.compare.enabled);
    CHECK(model.sheet.enabled);
    CHECK(model.sheet.shortcut == "Ctrl+E");
}

TEST_CASE("the top bar says when something was saved, and when it could not be") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document.saved = core::Timestamp{1'763'377'331'000, 60};
    CHECK(ui::makeTopBarModel(document).saved == "saved 12:02:11");
    CHECK_FALSE(ui::makeTopBarModel(document).notSaved);

    context.vault->failing = true;
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 5)));
    const ui::TopBarModel failing = ui::makeTopBarModel(document);
    CHECK(failing.notSaved);
    CHECK(failing.saved == "not saved yet");
}

TEST_CASE("clients are found by code and by name, but names are never shown") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document.clients.front().name = "Ada Example";
    document.clients.front().yearOfBirth = 1968;
    ui::UiState state;
    for (const char* search : {"", "c-00", "0001", "ada", "EXAMPLE"}) {
        CAPTURE(search);
        state.clientSearch = search;
        const ui::PeopleModel model = ui::makePeopleModel(document, state, test::kMonday);
        REQUIRE(model.clients.size() == 1);
        CHECK(model.clients[0].code == "C-0001");
        CHECK(model.clients[0].detail == "born 1968");
        CHECK(model.clients[0].open);
        CHECK(model.noClients.empty());
    }
    state.clientSearch = "zed";
    const ui::PeopleModel none = ui::makePeopleModel(document, state, test::kMonday);
    CHECK(none.clients.empty());
    CHECK(none.noClients == "Nobody matches \"zed\".");
}

TEST_CASE("visits stand newest first, and today's is offered until it is open") {
    test::RecordingContext context;
    document::Document& document = context.document();
    const ui::UiState state;
    const ui::PeopleModel monday = ui::makePeopleModel(document, state, test::kMonday);
    REQUIRE(monday.visits.size() == 1);
    CHECK(monday.visits[0].date == "Today");
    CHECK(monday.visits[0].today);
    CHECK(monday.todayText.empty());

    const ui::PeopleModel tuesday = ui::makePeopleModel(document, state, test::kTuesday);
    CHECK(tuesday.visits[0].date == "Yesterday");
    CHECK_FALSE(tuesday.visits[0].today);
    CHECK(tuesday.todayText == "Open today's visit");
    CHECK(tuesday.today.name == "visit.today");
    CHECK(tuesday.today.enabled);

    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    const ui::PeopleModel after = ui::makePeopleModel(document, state, test::kTuesday);
    REQUIRE(after.visits.size() == 2);
    CHECK(after.visits[0].number == "2");
    CHECK(after.visits[0].open);
    CHECK(after.todayText.empty());
}

TEST_CASE("empty lists say what to do") {
    document::Document document;
    const ui::UiState state;
    const ui::PeopleModel model = ui::makePeopleModel(document, state, test::kMonday);
    CHECK(model.noClients.find("+") != std::string::npos);
    CHECK_FALSE(model.noVisits.empty());
    CHECK(model.todayText.empty());
    CHECK_FALSE(model.addClient.enabled);
}

TEST_CASE("a client may paint pain and nothing else") {
    test::RecordingContext context;
    document::Document& document = context.document();
    const auto enabled = [&](map::LayerKind layer) {
        const ui::LayersModel model = ui::makeLayersModel(document);
        return model.rows[static_cast<std::size_t>(layer)].select.enabled;
    };
    CHECK(enabled(map::LayerKind::Pain));
    CHECK(enabled(map::LayerKind::Tension));
    document::paintAs(document, clinic::Author::Client);
    CHECK(enabled(map::LayerKind::Pain));
    CHECK_FALSE(enabled(map::LayerKind::Tension));
    CHECK_FALSE(enabled(map::LayerKind::Treated));
    CHECK_FALSE(enabled(map::LayerKind::Avoid));
}

TEST_CASE("the layers show which is active and which are hidden") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document::selectLayer(document, map::LayerKind::Tension);
    document::showLayer(document, map::LayerKind::Treated, false);
    const ui::LayersModel model = ui::makeLayersModel(document);
    REQUIRE(model.rows.size() == 4);
    CHECK(model.rows[1].active);
    CHECK_FALSE(model.rows[0].active);
    CHECK_FALSE(model.rows[2].shown);
    CHECK(model.rows[3].shown);
    CHECK(model.rows[1].name == "Tension");
}

TEST_CASE("the brush shows its level in words, its size, and the preset it matches") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document::setLevel(document, 7);
    document::setDiameter(document, 8.0);
    const ui::BrushModel model = ui::makeBrushModel(document);
    CHECK(model.levelText == "7, severe");
    CHECK(model.sizeText == "8.0 cm");
    REQUIRE(model.presets.size() == 3);
    CHECK_FALSE(model.presets[0].active);
    CHECK(model.presets[1].active);
    CHECK(model.enabled);
    CHECK(model.sizeName == "Size");
    document::selectTool(document, document::PaintTool::Band);
    CHECK(ui::makeBrushModel(document).sizeName == "Width");
    document::selectTool(document, document::PaintTool::Fill);
    CHECK_FALSE(ui::makeBrushModel(document).hasSize);
    CHECK(ui::makeBrushModel(document).hasLevels);
}

TEST_CASE("undo says what it would take back") {
    test::RecordingContext context;
    document::Document& document = context.document();
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 7)));
    const auto step = [&](std::size_t index) { return ui::makeToolRailModel(document).steps.at(index); };
    CHECK(step(1).command.enabled);
    CHECK_FALSE(step(2).command.enabled);
    CHECK(step(1).tip == "Undo: Pain 7");
    document::undo(document);
    CHECK_FALSE(step(1).command.enabled);
    CHECK(step(2).command.enabled);
    CHECK(step(2).tip == "Redo: Pain 7");
    CHECK(step(1).tip == "Undo");
}

TEST_CASE("the rail shows the tool that a press would use, and keeps pins from the client") {
    test::RecordingContext context;
    document::Document& document = context.document();
    const auto chosen = [&] {
        std::string names;
        for (const auto& entry : ui::makeToolRailModel(document).tools)
            names += entry.chosen ? entry.command.name : "";
        return names;
    };
    CHECK(chosen() == "tool.brush");
    document.heldTool = document::PaintTool::Erase;
    CHECK(chosen() == "tool.erase");
    document.heldTool.reset();
    for (const auto& entry : ui::makeToolRailModel(document).tools) {
        CHECK(entry.command.enabled);
        CHECK_FALSE(entry.command.shortcut.empty());
    }
    document::selectLayer(document, map::LayerKind::Avoid);
    CHECK_FALSE(ui::makeToolRailModel(document).tools[2].command.enabled);  // nothing to soften
    document::paintAs(document, clinic::Author::Client);
    CHECK_FALSE(ui::makeToolRailModel(document).tools[5].command.enabled);
}

TEST_CASE("what was treated is summed up as a pressure, not as a pain") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    document::selectLayer(document, map::LayerKind::Treated);
    map::Stroke stroke = test::dab(document, test::kChest, 4);
    stroke.layer = map::LayerKind::Treated;
    REQUIRE(document::paint(document, stroke));
    const std::string summary = ui::makeFindingsModel(document, readings.of(document)).summary;
    CHECK(summary.find("mean pressure ") != std::string::npos);
    CHECK(summary.find("strongest 4") != std::string::npos);
    CHECK(summary.find("worst") == std::string::npos);
}

TEST_CASE("the editor says that a place lies on both sides or over several regions") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    document::setMirror(document, true);
    const std::vector<body::RegionIndex> chest{*document.body->atlas().find("chest_L")};
    REQUIRE(document::fillRegions(document, chest));
    REQUIRE(document::openFinding(document, chest.front()));
    const std::string reach = ui::makeSelectionModel(document, readings.of(document)).reach;
    CHECK(reach.find("both sides") != std::string::npos);
    CHECK(reach.find("2 regions") != std::string::npos);
}

TEST_CASE("what is being edited is named, and its level and words stand in the controls") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    const map::Stroke stroke = test::dab(document, test::kChest, 7);
    REQUIRE(document::paint(document, stroke));
    document::selectTool(document, document::PaintTool::Edit);
    CHECK(ui::makeSelectionModel(document, readings.of(document)).title.empty());
    document::select(document, document::PlaceChoice{map::LayerKind::Pain, 1});
    const ui::SelectionModel model = ui::makeSelectionModel(document, readings.of(document));
    const auto chest = document.body->atlas().find("chest_L");
    CHECK(model.title == document.body->atlas().region(*chest).name);
    CHECK(model.detail.find("cm") != std::string::npos);
    CHECK(model.reach.empty());
    CHECK(model.remove.enabled);
    CHECK(ui::makeBrushModel(document).level == 7);
    document::toggleWord(document, "stiff");
    document::setLevel(document, 2);
    CHECK(ui::makeBrushModel(document).level == 2);
    CHECK(document.tool.brush().level == 5);
    CHECK(document.tool.brush().place.words.empty());
    const auto& place =
        test::mapOf(document, clinic::Author::Therapist).map.layer(map::LayerKind::Pain).places();
    CHECK(place.at(1).words == std::vector<std::string>{"stiff"});
    CHECK(ui::makeDetailsModel(document).hasNote);
}

TEST_CASE("treatment has techniques, minutes and a response, and areas to avoid a reason") {
    test::RecordingContext context;
    document::Document& document = context.document();
    CHECK(ui::makeDetailsModel(document).techniques.empty());
    document::selectLayer(document, map::LayerKind::Treated);
    map::PlaceEdit edit;
    edit.techniques = std::vector<std::string>{"petrissage", "cupping"};
    edit.minutes = 15;
    edit.response = "eased";
    document::changePlace(document, edit);
    const ui::DetailsModel treated = ui::makeDetailsModel(document);
    CHECK(std::count_if(treated.techniques.begin(), treated.techniques.end(),
                        [](const auto& choice) { return choice.chosen; }) == 2);
    CHECK(treated.techniques.back().id == "cupping");
    CHECK(treated.minutes == 15);
    CHECK(treated.responses[1].chosen);
    document::selectLayer(document, map::LayerKind::Avoid);
    CHECK_FALSE(ui::makeDetailsModel(document).reasons.empty());
    CHECK_FALSE(ui::makeDetailsModel(document).hasNote);
}

TEST_CASE("a pin is named with its grade, and stands where the camera sees it") {
    test::RecordingContext context;
    document::Document& document = context.document();
    map::Pin pin;
    pin.grade = 2;
    CHECK(ui::pinText(pin) == "Trigger point, grade II");
    document::setPin(document, pin);
    document::selectTool(document, document::PaintTool::Pin);
    map::Stroke stroke = document::strokeHeader(document);
    stroke.points = test::dab(document, test::kChest).points;
    REQUIRE(document::paint(document, stroke));
    const auto marks = ui::pinMarks(document);
    REQUIRE(marks.size() == 1);
    CHECK(marks[0].grade == "II");
    const glm::vec2 wanted =
        document.camera.project(document.body->mesh().position(stroke.points[0]), document.viewportSize);
    CHECK(marks[0].x == doctest::Approx(wanted.x));
    CHECK(marks[0].y == doctest::Approx(wanted.y));
    document::viewFrom(document, body::StandardView::Back);
    CHECK(ui::pinMarks(document).empty());
}

TEST_CASE("a no-go area has no levels") {
    test::RecordingContext context;
    document::selectLayer(context.document(), map::LayerKind::Avoid);
    CHECK_FALSE(ui::makeBrushModel(context.document()).hasLevels);
    document::selectLayer(context.document(), map::LayerKind::Treated);
    CHECK(ui::makeBrushModel(context.document()).hasLevels);
}

TEST_CASE("words follow the layer, and depth belongs to pain") {
    test::RecordingContext context;
    document::Document& document = context.document();
    document::toggleWord(document, "burning");
    const ui::WordsModel pain = ui::makeWordsModel(document);
    CHECK(pain.hasDepth);
    CHECK(pain.words.size() == map::qualityWords().size());
    const auto burning = std::find_if(pain.words.begin(), pain.words.end(),
                                      [](const ui::WordsModel::Word& word) { return word.id == "burning"; });
    REQUIRE(burning != pain.words.end());
    CHECK(burning->chosen);
    CHECK(burning->text == "Burning");
    CHECK(std::count_if(pain.words.begin(), pain.words.end(), [](const auto& word) { return word.chosen; }) ==
          1);

    document::selectLayer(document, map::LayerKind::Tension);
    const ui::WordsModel tension = ui::makeWordsModel(document);
    CHECK_FALSE(tension.hasDepth);
    CHECK(tension.words.size() == map::tensionFindings().size());
    CHECK_FALSE(tension.title.empty());

    document::selectLayer(document, map::LayerKind::Avoid);
    CHECK(ui::makeWordsModel(document).title.empty());
}

TEST_CASE("an eraser carries no words") {
    test::RecordingContext context;
    document::selectTool(context.document(), document::PaintTool::Erase);
    CHECK_FALSE(ui::makeWordsModel(context.document()).enabled);
    CHECK(ui::makeBrushModel(context.document()).enabled);
    CHECK(ui::makeBrushModel(context.document()).erasing);
}

TEST_CASE("the client's map is locked for the therapist, with a way out") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    CHECK(ui::makeToolsModel(document, readings.of(document)).locked.empty());

    document::showMapOf(document, clinic::Author::Client);
    const ui::ToolsModel locked = ui::makeToolsModel(document, readings.of(document));
    CHECK_FALSE(locked.locked.empty());
    REQUIRE(locked.unlock.has_value());
    CHECK(locked.unlock->name == "show.therapist");
    CHECK(locked.unlock->enabled);
    CHECK_FALSE(locked.brush.enabled);
    CHECK_FALSE(locked.words.enabled);

    document::closeVisit(document);
    const ui::ToolsModel closed = ui::makeToolsModel(document, readings.of(document));
    CHECK_FALSE(closed.locked.empty());
    CHECK_FALSE(closed.unlock.has_value());
}

TEST_CASE("findings list the painted regions, worst first, with their area") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    CHECK_FALSE(ui::makeFindingsModel(document, readings.of(document)).empty.empty());

    document::toggleWord(document, "aching");
    REQUIRE(document::paint(document, test::dab(document, test::kThigh, 3)));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 8)));
    const ui::FindingsModel model = ui::makeFindingsModel(document, readings.of(document));
    CHECK(model.empty.empty());
    CHECK(model.title == "Painted: pain");
    REQUIRE(model.rows.size() >= 2);
    CHECK(model.rows[0].level == 8);
    CHECK(model.rows.back().level == 3);
    CHECK(model.rows[0].detail == "aching");
    CHECK(model.rows[0].extent.find(" cm\xC2\xB2") != std::string::npos);
    CHECK(model.summary.find("worst 8") != std::string::npos);
    for (std::size_t i = 1; i < model.rows.size(); ++i)
        CHECK(model.rows[i - 1].level >= model.rows[i].level);
}

TEST_CASE(
    "regions that hold no more than a place's rim are named together below the rows, and none is left out") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    const auto regionOf = document.body->atlas().regionOfVertices();
    const auto positions = document.body->mesh().positions();
    int edges = 0;
    for (std::uint32_t v = 0; v < positions.size() && edges < 3; ++v) {
        const auto near = document.body->mesh().neighbours(v);
        if (std::none_of(near.begin(), near.end(),
                         [&](std::uint32_t w) { return regionOf[w] != regionOf[v]; }))
            continue;
        // From a little inside of a region a dab of 4 cm reaches a little over its border.
        REQUIRE(document::paint(document,
                                test::dab(document,
                                          positions[v] + 0.016F * (positions[v] - positions[near[0]]) /
                                                             glm::distance(positions[v], positions[near[0]]),
                                          8, 4.0)));
        const ui::Reading& reading = readings.of(document);
        const ui::FindingsModel model = ui::makeFindingsModel(document, reading);
        REQUIRE_FALSE(model.rows.empty());
        for (const analysis::RegionMeasures& region : reading.measures->regions) {
            const bool isRow = std::any_of(model.rows.begin(), model.rows.end(),
                                           [&](const auto& row) { return row.region == region.region; });
            if (isRow) continue;
            ++edges;
            CHECK(region.extentCm2 < 2.0);
            const std::string& name = document.body->atlas().region(region.region).name;
            CHECK(model.edges.find(name.substr(1)) != std::string::npos);
        }
        document::undo(document);
    }
    CHECK(edges > 0);
}

TEST_CASE("small areas keep a decimal") {
    CHECK(ui::areaText(0.04) == "0.0 cm\xC2\xB2");
    CHECK(ui::areaText(9.94) == "9.9 cm\xC2\xB2");
    CHECK(ui::areaText(9.96) == "10 cm\xC2\xB2");
    CHECK(ui::areaText(312.4) == "312 cm\xC2\xB2");
}

TEST_CASE("banners neither come nor go while a stroke is made") {
    document::Document document;
    document::notify(document, document::Notice::Kind::Info, "before", "told before");
    document.noticesInStroke = document.notices;
    document::notify(document, document::Notice::Kind::Warning, "avoid", "told meanwhile");
    document::dismissTopic(document, "before");
    const ui::BannerModel during = ui::makeBannerModel(document);
    REQUIRE(during.notices.size() == 1);
    CHECK(during.notices[0].text == "told before");
    document.noticesInStroke.reset();
    CHECK(ui::makeBannerModel(document).notices[0].text == "told meanwhile");
}

TEST_CASE("banners put errors first and show three at most") {
    document::Document document;
    using NoticeKind = document::Notice::Kind;
    document::notify(document, NoticeKind::Error, "a", "first error");
    document::notify(document, NoticeKind::Info, "b", "an old remark");
    document::notify(document, NoticeKind::Warning, "c", "a warning");
    document::notify(document, NoticeKind::Info, "d", "a new remark");
    const ui::BannerModel model = ui::makeBannerModel(document);
    REQUIRE(model.notices.size() == 3);
    CHECK(model.notices[0].text == "first error");
    CHECK(model.notices[1].text == "a warning");
    CHECK(model.notices[2].text == "a new remark");
}
