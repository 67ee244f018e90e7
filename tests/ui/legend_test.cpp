#include "ui/legend.h"

#include "ui/headless_ui.h"

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

int drawnVertices() {
    return ImGui::GetDrawData()->TotalVtxCount;
}

}  // namespace

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
        CHECK(drawnVertices() > plain);
    }
}
