#include "commands/command_lists.h"
#include "core/text.h"
#include "document/compare.h"

#include <string>

namespace palpate::commands {

namespace {

using core::tr;
using document::CompareMode;
using document::ComparePair;

constexpr double kShareStep = 0.05;

// There is a line to move, or a map to fade.
bool hasShare(const Document& document) {
    if (!document.compare) return false;
    const CompareMode mode = document.compare->mode;
    return mode == CompareMode::Wipe || mode == CompareMode::Onion;
}

bool standsSideBySide(const Document& document) {
    return document.compare && document.compare->mode == CompareMode::SideBySide;
}

void moveShare(CommandContext& context, double by) {
    document::setCompareShare(context.document(), document::compareShare(*context.document().compare) + by);
}

void addModes(Commands& commands) {
    struct Row {
        const char* name;
        const char* title;
        std::string_view key;
        CompareMode mode;
    };
    for (const Row& row :
         {Row{"compare.side", tr("Side by side"), "S", CompareMode::SideBySide},
          Row{"compare.difference", tr("Difference"), "D", CompareMode::Difference},
          Row{"compare.wipe", tr("Wipe: a line to move between both maps"), "W", CompareMode::Wipe},
          Row{"compare.onion", tr("Onion skin: one map laid over the other"), "N", CompareMode::Onion}}) {
        commands.push_back(
            {row.name, row.title, keys({row.key}), Mode::Compare, always,
             [mode = row.mode](CommandContext& c) { document::setCompareMode(c.document(), mode); }});
    }
    commands.push_back({"compare.less", tr("Wipe and onion skin: less of the first map"), keys({"Ctrl+Left"}),
                        Mode::Compare, hasShare, [](CommandContext& c) { moveShare(c, -kShareStep); }});
    commands.push_back({"compare.more", tr("Wipe and onion skin: more of the first map"),
                        keys({"Ctrl+Right"}), Mode::Compare, hasShare,
                        [](CommandContext& c) { moveShare(c, kShareStep); }});
    commands.push_back({"compare.link", tr("Turn all pictures together, or each on its own"), keys({"L"}),
                        Mode::Compare, standsSideBySide, [](CommandContext& c) {
                            document::linkCameras(c.document(), !c.document().compare->linked);
                        }});
}

void addPairs(Commands& commands) {
    struct Row {
        const char* name;
        const char* title;
        ComparePair pair;
    };
    for (const Row& row :
         {Row{"compare.visits", tr("Compare visits"), ComparePair::Visits},
          Row{"compare.authors", tr("Compare the client's map with the therapist's"), ComparePair::Authors},
          Row{"compare.moments", tr("Compare before with after treatment"), ComparePair::Moments}}) {
        commands.push_back(
            {row.name, row.title, {}, Mode::Compare, always, [pair = row.pair](CommandContext& c) {
                 report(c.document(), "compare", document::comparePair(c.document(), pair));
             }});
    }
}

}  // namespace

void addCompareCommands(Commands& commands) {
    commands.push_back({"compare.open", tr("Compare with the visit before"), keys({"C"}), Mode::Consult,
                        document::canCompare, [](CommandContext& c) {
                            report(c.document(), "compare", document::openCompare(c.document()));
                        }});
    commands.push_back({"compare.close", tr("Back to painting"), keys({"Escape", "C"}), Mode::Compare, always,
                        [](CommandContext& c) { document::closeCompare(c.document()); }});
    addModes(commands);
    addPairs(commands);
    commands.push_back({"compare.swap", tr("Swap the two maps"), keys({"X"}), Mode::Compare, always,
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
