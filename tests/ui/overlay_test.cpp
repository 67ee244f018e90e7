#include "document/overlay.h"
#include "commands/recording_context.h"
#include "document/edit.h"
#include "document/figure.h"
#include "ui/dialogs.h"
#include "ui/figure_choice.h"
#include "ui/headless_ui.h"
#include "ui/overlay_view.h"
#include "ui/readings.h"
#include "ui/screen.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace palpate;
using body::OverlayKind;

namespace {

bool isSeen(const ui::OverlayReading& reading, const std::string& base) {
    return std::any_of(reading.seen.begin(), reading.seen.end(),
                       [&](const ui::SeenArea& seen) { return reading.areas[seen.area].base == base; });
}

// The standard body in place of the little man, who has no muscles.
struct StandardDocument {
    StandardDocument() {
        document().modelsFolder = PALPATE_TEST_RESOURCES "/models";
        auto body = body::loadStandardBody(document().modelsFolder);
        REQUIRE(body.has_value());
        document().body = *body;
        document().camera = document::standardView(document(), body::StandardView::Front);
    }
    document::Document& document() { return context.document(); }

    void hoverOver(std::uint32_t vertex) {
        const std::uint32_t triangle = document().body->mesh().trianglesAround(vertex).front();
        document::Hover hover;
        hover.point.triangle = triangle;
        hover.point.barycentric = {0.0F, 0.0F, 0.0F};
        const body::Triangle corners = document().body->mesh().triangles()[triangle];
        const auto corner = std::find(corners.begin(), corners.end(), vertex) - corners.begin();
        hover.point.barycentric[static_cast<int>(corner)] = 1.0F;
        hover.region = document().body->atlas().regionOf(vertex);
        document::setHover(document(), hover);
    }

    test::RecordingContext context;
    ui::Readings readings;
};

}  // namespace

TEST_CASE("names on the body are short and leave the side to the picture") {
    CHECK(ui::shortName("Top of the shoulder (upper trapezius), left", true) == "Top of the shoulder");
    CHECK(ui::shortName("Breastbone", false) == "Breastbone");
    CHECK(ui::shortName("Fibularis (peroneus) longus", false) == "Fibularis longus");
    CHECK(ui::shortName("Open (bracket", false) == "Open (bracket");
}

TEST_CASE("only areas that face the viewer are named") {
    test::RecordingContext context;
    document::Document& document = context.document();
    ui::Readings readings;
    CHECK(readings.ofOverlay(document).seen.empty());
    REQUIRE(document::showOverlay(document, OverlayKind::Regions));
    CHECK(isSeen(readings.ofOverlay(document), "chest"));
    CHECK_FALSE(isSeen(readings.ofOverlay(document), "midback"));
    document::viewFrom(document, body::StandardView::Back);
    CHECK(isSeen(readings.ofOverlay(document), "midback"));
    CHECK_FALSE(isSeen(readings.ofOverlay(document), "chest"));
    REQUIRE(document::showOverlay(document, std::nullopt));
    CHECK(readings.ofOverlay(document).areas.empty());
}

TEST_CASE("a name's place lies on its own area, as deep as its room says") {
    StandardDocument standard;
    const body::BodyModel& body = *standard.document().body;
    for (const ui::OverlayArea& area : ui::overlayAreas(body, OverlayKind::Regions, nullptr, false)) {
        CAPTURE(area.name);
        REQUIRE_FALSE(area.samples.empty());
        CHECK(area.size > 0.0F);
        for (const ui::AreaSample& sample : area.samples) {
            const auto nearest = body.bvh().nearest(sample.anchor.position, 0.01F);
            REQUIRE(nearest.has_value());
            const auto vertex = body.mesh().nearestVertex(nearest->point);
            CHECK(body.atlas().region(body.atlas().regionOf(vertex)).base == area.base);
            CHECK(sample.room <= area.samples.front().room);
        }
    }
}

TEST_CASE("dermatomes are said to be usual, above the body and under the pointer") {
    StandardDocument standard;
    document::Document& document = standard.document();
    REQUIRE(document::showOverlay(document, OverlayKind::Dermatomes));
    const auto dermatomes = document.labels->dermatomeOfVertices();
    const auto c5 = std::find_if(dermatomes.begin(), dermatomes.end(), [&](std::uint16_t number) {
        return document.labels->dermatomes()[number].names.id == "C5_L";
    });
    standard.hoverOver(static_cast<std::uint32_t>(c5 - dermatomes.begin()));
    const auto model = ui::makeOverlayModel(document, standard.readings.ofOverlay(document));
    CHECK(model.note.find("Usual") != std::string::npos);
    REQUIRE(model.under.size() == 1);
    CHECK(model.under.front().name == "Usually C5");
    CHECK(model.under.front().clinical.find("Cervical segment 5") == 0);
    CHECK(model.names.size() > 20);
    CHECK(std::all_of(model.names.begin(), model.names.end(),
                      [](const ui::NameRequest& name) { return name.text.size() <= 3; }));
}

TEST_CASE("muscles under the pointer are named, the therapist sees clinical names upon the body") {
    StandardDocument standard;
    document::Document& document = standard.document();
    REQUIRE(document::showOverlay(document, OverlayKind::Muscles));
    const auto& muscles = document.labels->muscles();
    const auto biceps = std::find_if(muscles.begin(), muscles.end(), [](const body::Muscle& muscle) {
        return muscle.names.id == "biceps_brachii_L";
    });
    REQUIRE(biceps != muscles.end());
    const auto inside = std::find_if(biceps->weights.begin(), biceps->weights.end(),
                                     [](const body::VertexWeight& weight) { return weight.weight == 1.0F; });
    standard.hoverOver(inside->vertex);
    const auto hasName = [&](const char* text) {
        const auto model = ui::makeOverlayModel(document, standard.readings.ofOverlay(document));
        CHECK_FALSE(model.under.empty());
        return std::any_of(model.names.begin(), model.names.end(),
                           [&](const ui::NameRequest& name) { return name.text == text; });
    };
    const auto model = ui::makeOverlayModel(document, standard.readings.ofOverlay(document));
    CHECK(std::any_of(model.under.begin(), model.under.end(),
                      [](const auto& under) { return under.clinical == "Biceps brachii"; }));
    CHECK(hasName("Biceps brachii"));
    document::paintAs(document, clinic::Author::Client);
    CHECK(hasName("Biceps"));
    CHECK_FALSE(hasName("Biceps brachii"));
}

TEST_CASE("the choice of what the body shows opens a list that asks for a command") {
    test::RecordingContext context;
    test::HeadlessUi headless;
    ui::UiState state;
    ui::Readings readings;
    const auto draw = [model = ui::makeScreenModel(context.document(), state, readings,
                                                   {1280.0F, 800.0F, 1.0F, test::kTuesday})](ui::Ui& ui) {
        return ui::drawScreen(ui, model);
    };
    headless.settle(draw);
    CHECK(test::commandIn(headless.press("figure.choose", draw)) == "figure.choose");
    CHECK(headless.press("overlay.pick", draw).empty());
    headless.settle(draw);
    CHECK(test::commandIn(headless.press("overlay.muscles", draw)) == "overlay.muscles");
}

TEST_CASE("each figure is offered once, the client's is marked, and pressing one asks for it") {
    test::RecordingContext context;
    test::HeadlessUi headless({1.0F}, {1000.0F, 500.0F});
    const auto model = ui::makeFigureDialogModel(context.document());
    REQUIRE(model.choice.entries.size() == 6);
    CHECK(model.choice.entries.front().chosen);
    CHECK(std::count_if(model.choice.entries.begin(), model.choice.entries.end(),
                        [](const auto& entry) { return entry.chosen; }) == 1);
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& ui) { return ui::drawFigureDialog(ui, model); });
    headless.settle(draw);
    for (const auto& entry : model.choice.entries)
        CHECK(test::commandIn(headless.press("figure." + entry.id, draw)) == "figure." + entry.id);
}

TEST_CASE("a new client gets the figure that was chosen in the form") {
    test::RecordingContext context;
    test::HeadlessUi headless({1.0F}, {560.0F, 500.0F});
    ui::UiState state;
    state.newClient.code = "C-0002";
    const auto model = ui::makeNewClientModel(context.document(), state);
    const auto draw = test::HeadlessUi::inWindow([&](ui::Ui& ui) { return ui::drawNewClient(ui, model); });
    headless.settle(draw);
    const auto asked = headless.press("client.figure_child", draw);
    const auto* edit = test::as<ui::action::EditNewClient>(asked);
    REQUIRE(edit != nullptr);
    CHECK(edit->draft.figure == "child");
    CHECK(edit->draft.code == "C-0002");
    const auto client = ui::clientFrom(edit->draft);
    REQUIRE(client.has_value());
    CHECK(client->figure == "child");
}
