#include "ui/legend.h"

#include "commands/recording_context.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "ui/compare_panel.h"
#include "ui/headless_ui.h"
#include "ui/level_row.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace palpate;

namespace {

// The strongest colour of what was drawn: the difference of its highest and its lowest channel.
int strongestColour() {
    int strongest = 0;
    const ImDrawData* drawn = ImGui::GetDrawData();
    for (int list = 0; list < drawn->CmdListsCount; ++list) {
        for (const ImDrawVert& vertex : drawn->CmdLists[list]->VtxBuffer) {
            const int red = static_cast<int>(vertex.col & 0xFFU),
                      green = static_cast<int>((vertex.col >> 8U) & 0xFFU),
                      blue = static_cast<int>((vertex.col >> 16U) & 0xFFU);
            strongest = std::max(strongest, std::max({red, green, blue}) - std::min({red, green, blue}));
        }
    }
    return strongest;
}

// How many vertices are in the warm colours of the pain scale.
int warmVertices() {
    int warm = 0;
    const ImDrawData* drawn = ImGui::GetDrawData();
    for (int list = 0; list < drawn->CmdListsCount; ++list) {
        for (const ImDrawVert& vertex : drawn->CmdLists[list]->VtxBuffer) {
            const int red = static_cast<int>(vertex.col & 0xFFU),
                      blue = static_cast<int>((vertex.col >> 16U) & 0xFFU);
            if (red - blue > 60) ++warm;
        }
    }
    return warm;
}

int drawnVertices() {
    return ImGui::GetDrawData()->TotalVtxCount;
}

}  // namespace

TEST_CASE("in black and white the compared pictures have no coloured number, dot or level") {
    test::RecordingContext context;
    document::Document& document = context.document();
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 8)));
    REQUIRE(document::openTodaysVisit(document, test::kTuesday));
    REQUIRE(document::paint(document, test::dab(document, test::kChest, 5)));
    REQUIRE(document::openCompare(document));
    for (const auto mode : {document::CompareMode::SideBySide, document::CompareMode::Onion}) {
        document::setCompareMode(document, mode);
        const auto coloured = [&](bool blackAndWhite) {
            document.appearance.blackAndWhite = blackAndWhite;
            ui::Readings readings;
            const ui::CompareModel model = ui::makeCompareModel(document, readings.ofCompare(document));
            CHECK_FALSE(model.from.badges.empty());
            test::HeadlessUi headless;
            headless.settle(test::HeadlessUi::inWindow([&](ui::Ui& with) {
                return ui::drawComparedPictures(with, {0.0F, 0.0F, 1000.0F, 800.0F}, model);
            }));
            return warmVertices();
        };
        // The legend, the numbers and the dots of the views are what is painted in the layer's colours.
        CHECK(coloured(false) > 50);
        CHECK(coloured(true) == 0);
    }
}

TEST_CASE("in black and white changes, level buttons and discs have no colour, and denser lines for more") {
    const auto change = [](bool blackAndWhite, ui::ChangeSign sign, int bin) {
        return test::HeadlessUi::inWindow([=](ui::Ui& with) -> std::optional<ui::Action> {
            with.blackAndWhite = blackAndWhite;
            ui::drawChangeCell(with, {20.0F, 20.0F, 60.0F, 22.0F}, sign, bin);
            return std::nullopt;
        });
    };
    for (const ui::ChangeSign sign : {ui::ChangeSign::Less, ui::ChangeSign::More}) {
        int before = 0;
        for (int bin = 0; bin < 4; ++bin) {
            test::HeadlessUi headless;
            headless.settle(change(false, sign, bin));
            CHECK(strongestColour() > 40);
            headless.settle(change(true, sign, bin));
            CHECK(strongestColour() < 30);
            CHECK(drawnVertices() > before);
            before = drawnVertices();
        }
    }
    for (const map::LayerKind layer :
         {map::LayerKind::Pain, map::LayerKind::Tension, map::LayerKind::Treated}) {
        CAPTURE(map::layerId(layer));
        const auto row = [layer](bool blackAndWhite) {
            return test::HeadlessUi::inWindow([=](ui::Ui& with) -> std::optional<ui::Action> {
                with.blackAndWhite = blackAndWhite;
                ui::levelRow(with, {20.0F, 20.0F, 400.0F, 36.0F}, {layer, 2, true});
                ui::levelDisc(with, 40.0F, 100.0F, 22.0F, layer, 2);
                return std::nullopt;
            });
        };
        test::HeadlessUi headless;
        headless.settle(row(false));
        CHECK(strongestColour() > 60);
        headless.settle(row(true));
        CHECK(strongestColour() < 30);
    }
}

TEST_CASE("in black and white the legend has no colour, and a hatching for each level instead") {
    for (const map::LayerKind layer : map::kLayerKinds) {
        CAPTURE(map::layerId(layer));
        const auto legend = [layer](bool blackAndWhite) {
            return test::HeadlessUi::inWindow([=](ui::Ui& with) -> std::optional<ui::Action> {
                ui::drawLevelLegend(with, {20.0F, 20.0F, 200.0F, 400.0F}, layer, blackAndWhite);
                return std::nullopt;
            });
        };
        test::HeadlessUi headless;
        headless.settle(legend(false));
        const int plain = drawnVertices();
        const int coloured = strongestColour();
        headless.settle(legend(true));
        CHECK(strongestColour() < 30);                 // ink and greys are a little blue
        if (layer == map::LayerKind::Avoid) continue;  // drawn in ink anyway
        CHECK(coloured > 60);
        // Tension has stripes in colour, too.
        if (layer != map::LayerKind::Tension) CHECK(drawnVertices() > plain);
    }
}
