#include "commands/command_lists.h"
#include "core/text.h"
#include "document/compare.h"

#include <string>

namespace palpate::commands {

namespace {

using core::tr;
using document::CompareMode;

bool hasEarlierVisit(const Document& document) {
    return document.visit && !document.visits.empty() && document.visits.front().id != document.visit;
}

}  // namespace

void addCompareCommands(Commands& commands) {
    commands.push_back(
        {"compare.open", tr("Compare with the visit before"), keys({"C"}), Mode::Consult, hasEarlierVisit,
         [](CommandContext& c) { report(c.document(), "compare", document::openCompare(c.document())); }});
    commands.push_back({"compare.close", tr("Back to painting"), keys({"Escape", "C"}), Mode::Compare, always,
                        [](CommandContext& c) { document::closeCompare(c.document()); }});
    commands.push_back(
        {"compare.side", tr("Side by side"), keys({"S"}), Mode::Compare, always,
         [](CommandContext& c) { document::setCompareMode(c.document(), CompareMode::SideBySide); }});
    commands.push_back(
        {"compare.difference", tr("Difference"), keys({"D"}), Mode::Compare, always,
         [](CommandContext& c) { document::setCompareMode(c.document(), CompareMode::Difference); }});
    commands.push_back({"compare.swap", tr("Swap the two visits"), keys({"X"}), Mode::Compare, always,
                        [](CommandContext& c) { document::swapCompared(c.document()); }});
    for (const map::LayerKind layer : map::kLayerKinds) {
        const std::string id = map::layerId(layer);
        commands.push_back({"compare.layer_" + id,
                            core::trf("Compare {0}", {map::layerName(layer)}),
                            {},
                            Mode::Compare,
                            always,
                            [layer](CommandContext& c) { document::setCompareLayer(c.document(), layer); }});
    }
}

}  // namespace palpate::commands
