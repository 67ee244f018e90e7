#include "commands/command_lists.h"
#include "core/text.h"
#include "document/edit.h"

namespace palpate::commands {

namespace {

using core::tr;
using document::Appearance;

constexpr double kSmallestScale = 1.0, kLargestScale = 3.0, kScaleStep = 0.25;

template <typename Change>
std::function<void(CommandContext&)> changing(Change change) {
    return [change](CommandContext& c) {
        Appearance appearance = c.document().appearance;
        change(appearance);
        document::setAppearance(c.document(), appearance);
    };
}

}  // namespace

void addWindowCommands(Commands& commands) {
    commands.push_back({"help.keys", tr("Help: keys and pointer"), keys({"F1", "?"}), Mode::Any, always,
                        changing([](Appearance& a) { a.helpShown = !a.helpShown; })});
    commands.push_back({"look.dark", tr("Dark or light"), keys({"Ctrl+L"}), Mode::Any, always,
                        changing([](Appearance& a) { a.dark = !a.dark; })});
    commands.push_back(
        {"look.motion", tr("Less motion on or off"), {}, Mode::Any, always, changing([](Appearance& a) {
             a.reduceMotion = !a.reduceMotion;
         })});
    commands.push_back({"look.larger", tr("Larger text"), keys({"Ctrl+="}), Mode::Any,
                        [](const Document& d) { return d.appearance.scale < kLargestScale; },
                        changing([](Appearance& a) { a.scale += kScaleStep; })});
    commands.push_back({"look.smaller", tr("Smaller text"), keys({"Ctrl+-"}), Mode::Any,
                        [](const Document& d) { return d.appearance.scale > kSmallestScale; },
                        changing([](Appearance& a) { a.scale -= kScaleStep; })});
    commands.push_back(
        {"app.quit", tr("Quit"), keys({"Ctrl+Q"}), Mode::Any, always, [](CommandContext& c) { c.quit(); }});
}

}  // namespace palpate::commands
