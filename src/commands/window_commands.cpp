#include "commands/command_lists.h"
#include "core/text.h"
#include "document/edit.h"

#include <string>

namespace palpate::commands {

namespace {

using core::tr;
using document::Appearance;

constexpr double kSmallestScale = 1.0, kLargestScale = 3.0, kScaleStep = 0.25;

template <typename Change>
std::function<void(CommandContext&)> changingLooks(Change change) {
    return [change](CommandContext& c) {
        Appearance appearance = c.document().appearance;
        change(appearance);
        document::setAppearance(c.document(), appearance);
    };
}

}  // namespace

void addWindowCommands(Commands& commands) {
    commands.push_back({"help.keys", tr("Help: keys and pointer"), keys({"F1", "?"}), Mode::Any, always,
                        changingLooks([](Appearance& a) { a.helpShown = !a.helpShown; })});
    commands.push_back({"look.dark", tr("Dark or light"), keys({"Ctrl+Shift+D"}), Mode::Any, always,
                        changingLooks([](Appearance& a) { a.dark = !a.dark; })});
    commands.push_back({"look.options", tr("Looks: brightness, contrast, size, colours"),
                        keys({"Ctrl+Shift+L"}), Mode::Any, always,
                        // The window shows the choices; without one there is nothing to choose.
                        [](CommandContext&) {}});
    commands.push_back({"look.contrast",
                        tr("High contrast on or off"),
                        {},
                        Mode::Any,
                        always,
                        changingLooks([](Appearance& a) { a.highContrast = !a.highContrast; })});
    commands.push_back({"look.black_and_white",
                        tr("Body in black and white, on or off"),
                        {},
                        Mode::Any,
                        always,
                        changingLooks([](Appearance& a) { a.blackAndWhite = !a.blackAndWhite; })});
    for (const image::Vision vision : image::kVisions) {
        commands.push_back({std::string("look.vision_") + image::visionId(vision),
                            core::trf("Seen as by: {0}", {image::visionName(vision)}),
                            {},
                            Mode::Any,
                            always,
                            changingLooks([vision](Appearance& a) { a.vision = vision; })});
    }
    commands.push_back(
        {"look.motion", tr("Less motion on or off"), {}, Mode::Any, always, changingLooks([](Appearance& a) {
             a.reduceMotion = !a.reduceMotion;
         })});
    commands.push_back({"look.larger", tr("Larger text"), keys({"Ctrl+="}), Mode::Any,
                        [](const Document& d) { return d.appearance.scale < kLargestScale; },
                        changingLooks([](Appearance& a) { a.scale += kScaleStep; })});
    commands.push_back({"look.smaller", tr("Smaller text"), keys({"Ctrl+-"}), Mode::Any,
                        [](const Document& d) { return d.appearance.scale > kSmallestScale; },
                        changingLooks([](Appearance& a) { a.scale -= kScaleStep; })});
    commands.push_back(
        {"app.quit", tr("Quit"), keys({"Ctrl+Q"}), Mode::Any, always, [](CommandContext& c) { c.quit(); }});
}

}  // namespace palpate::commands
