#include "commands/command_lists.h"
#include "core/text.h"
#include "document/edit.h"

#include <array>
#include <string>

namespace palpate::commands {

namespace {

using body::StandardView;
using core::tr;

struct View {
    StandardView view;
    const char* title;
    std::string_view numpad;
    std::string_view laptop;
};

struct Turn {
    const char* name;
    const char* title;
    std::string_view key;
    float yaw;
    float pitch;
};

constexpr float kZoomStep = 1.15F;

// The view over time shows bodies of its own, which these commands do not move; what lies below it must not
// move unseen.
bool hasPicture(const Document& document) {
    return !document.history || document.compare;
}

bool canTurn(const Document& document) {
    return hasPicture(document) && !document.flat;
}

bool canTilt(const Document& document) {
    return canTurn(document) && document::cameraLimits(document).pitchDegrees > 0.0F;
}

// The body's own sides: "right" shows the person's right side.
void addStandardViews(Commands& commands) {
    const std::array views{View{StandardView::Front, tr("Front view"), "Numpad 1", "Alt+1"},
                           View{StandardView::Back, tr("Back view"), "Ctrl+Numpad 1", "Alt+2"},
                           View{StandardView::Right, tr("View of the right side"), "Numpad 3", "Alt+3"},
                           View{StandardView::Left, tr("View of the left side"), "Ctrl+Numpad 3", "Alt+4"},
                           View{StandardView::Top, tr("View from the top"), "Numpad 7", "Alt+5"},
                           View{StandardView::Soles, tr("View of the soles"), "Ctrl+Numpad 7", "Alt+6"}};
    for (const View& view : views) {
        commands.push_back(
            {std::string("view.") + body::standardViewId(view.view), view.title,
             keys({view.numpad, view.laptop}), Mode::Any, hasPicture,
             [which = view.view](CommandContext& c) { document::viewFrom(c.document(), which); }});
    }
}

void addTurns(Commands& commands) {
    const std::array turns{
        Turn{"view.turn_left", tr("Turn left"), "Left", -15.0F, 0.0F},
        Turn{"view.turn_right", tr("Turn right"), "Right", 15.0F, 0.0F},
        Turn{"view.turn_up", tr("Look from higher up"), "Up", 0.0F, 15.0F},
        Turn{"view.turn_down", tr("Look from lower down"), "Down", 0.0F, -15.0F},
        Turn{"view.turn_left_far", tr("Turn left by 45 degrees"), "Shift+Left", -45.0F, 0.0F},
        Turn{"view.turn_right_far", tr("Turn right by 45 degrees"), "Shift+Right", 45.0F, 0.0F},
        Turn{"view.turn_up_far", tr("Look from far higher up"), "Shift+Up", 0.0F, 45.0F},
        Turn{"view.turn_down_far", tr("Look from far lower down"), "Shift+Down", 0.0F, -45.0F},
    };
    for (const Turn& turn : turns) {
        commands.push_back({turn.name, turn.title, keys({turn.key}), Mode::Any,
                            turn.pitch == 0.0F ? canTurn : canTilt,
                            [yaw = turn.yaw, pitch = turn.pitch](CommandContext& c) {
                                document::turn(c.document(), yaw, pitch);
                            }});
    }
}

// The part under the pointer alone; if a part is shown alone, everything again.
void showOnlyHovered(CommandContext& c) {
    Document& document = c.document();
    const std::string part =
        document.part ? "" : body::partOf(document.body->atlas().region(document.hover->region)).id;
    report(document, "part", document::showOnly(document, part));
}

void addParts(Commands& commands) {
    commands.push_back(
        {"view.only", tr("Show only this part, or everything again"), keys({"H"}), Mode::Any,
         [](const Document& d) { return hasPicture(d) && (d.part != nullptr || d.hover.has_value()); },
         showOnlyHovered});
    commands.push_back(
        {"view.everything",
         tr("Show the whole body again"),
         {},
         Mode::Any,
         [](const Document& d) { return hasPicture(d) && d.part != nullptr; },
         [](CommandContext& c) { report(c.document(), "part", document::showOnly(c.document(), "")); }});
    for (const body::PartName& part : body::bodyParts()) {
        commands.push_back({std::string("view.only_") + part.id,
                            core::trf("Show only: {0}", {part.name}),
                            {},
                            Mode::Any,
                            hasPicture,
                            [id = part.id](CommandContext& c) {
                                report(c.document(), "part", document::showOnly(c.document(), id));
                            }});
    }
    for (const document::HiddenSkin& skin : document::hiddenSkin()) {
        commands.push_back({std::string("view.hidden_") + skin.id,
                            core::trf("Hard to see: {0}", {skin.title}),
                            {},
                            Mode::Any,
                            hasPicture,
                            [&skin](CommandContext& c) {
                                report(c.document(), "part", document::viewHiddenSkin(c.document(), skin));
                            }});
    }
}

}  // namespace

void addViewCommands(Commands& commands) {
    addStandardViews(commands);
    addTurns(commands);
    addParts(commands);
    commands.push_back({"view.flat", tr("Flat: front and back side by side"), keys({"Shift+F"}),
                        Mode::Consult, always,
                        [](CommandContext& c) { document::setFlat(c.document(), !c.document().flat); }});
    commands.push_back({"view.fit", tr("Show all of it"), keys({"Home"}), Mode::Any, hasPicture,
                        [](CommandContext& c) { document::viewAll(c.document()); }});
    commands.push_back({"view.focus", tr("Come nearer to what is under the pointer"), keys({"F"}), Mode::Any,
                        [](const Document& d) { return hasPicture(d) && d.hover.has_value(); },
                        [](CommandContext& c) { document::viewHover(c.document()); }});
    commands.push_back({"view.nearer", tr("Zoom in"), keys({"="}), Mode::Any, hasPicture,
                        [](CommandContext& c) { document::zoomBy(c.document(), kZoomStep); }});
    commands.push_back({"view.farther", tr("Zoom out"), keys({"-"}), Mode::Any, hasPicture,
                        [](CommandContext& c) { document::zoomBy(c.document(), 1.0F / kZoomStep); }});
}

}  // namespace palpate::commands
