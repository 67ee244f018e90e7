#include "body/figures.h"
#include "body/overlay_kind.h"
#include "commands/command_lists.h"
#include "core/text.h"
#include "document/figure.h"
#include "document/overlay.h"

#include <string>

namespace palpate::commands {

namespace {

using core::tr;
using Overlay = std::optional<body::OverlayKind>;

void show(CommandContext& context, Overlay overlay) {
    report(context.document(), "overlay", document::showOverlay(context.document(), overlay));
}

void addOverlays(Commands& commands) {
    commands.push_back({"overlay.next", tr("Regions, muscles, dermatomes or nothing on the body"),
                        keys({"O"}), Mode::Any, always,
                        [](CommandContext& c) { show(c, document::overlayAfter(c.document().overlay)); }});
    commands.push_back(
        {"overlay.none", tr("Show the body bare"), {}, Mode::Any, always, [](CommandContext& c) {
             show(c, std::nullopt);
         }});
    for (const body::OverlayKind kind : body::kOverlayKinds) {
        commands.push_back({std::string("overlay.") + body::overlayId(kind),
                            core::trf("Show on the body: {0}", {body::overlayName(kind)}),
                            {},
                            Mode::Any,
                            always,
                            [kind](CommandContext& c) { show(c, kind); }});
    }
}

void addFigures(Commands& commands) {
    commands.push_back({"figure.choose", tr("Choose the body's figure"), keys({"Ctrl+B"}), Mode::Consult,
                        hasClient, [](CommandContext& c) { c.chooseFigure(); }});
    for (const char* const figure : body::kFigures) {
        commands.push_back({std::string("figure.") + figure,
                            core::trf("The client's figure: {0}", {body::figureName(figure)}),
                            {},
                            Mode::Consult,
                            hasClient,
                            [figure](CommandContext& c) {
                                report(c.document(), "figure", document::changeFigure(c.document(), figure));
                            }});
    }
}

}  // namespace

void addBodyCommands(Commands& commands) {
    addOverlays(commands);
    addFigures(commands);
}

}  // namespace palpate::commands
