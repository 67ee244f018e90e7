#include "commands/command_lists.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "map/stroke.h"

#include <array>
#include <functional>
#include <string>
#include <utility>

namespace palpate::commands {

namespace {

using clinic::Author;
using core::tr;
using document::PaintTool;
using map::LayerKind;

constexpr double kLarger = 1.15;
constexpr double kSmaller = 0.87;

struct Size {
    const char* name;
    const char* title;
    double centimetres;
};

struct Tool {
    const char* name;
    const char* title;
    const char* key;
    PaintTool tool;
};

bool mayPin(const Document& document) {
    return hasVisit(document) && document::canPin(document.author);
}

bool maySoften(const Document& document) {
    return hasVisit(document) && map::highestLevel(document.tool.layer) > 1;
}

std::function<bool(const Document&)> ruleOf(PaintTool tool) {
    if (tool == PaintTool::Pin) return mayPin;
    return tool == PaintTool::Soften ? maySoften : hasVisit;
}

bool hasSelection(const Document& document) {
    const bool any =
        document::selectedPlace(document) != nullptr || document::selectedPin(document) != nullptr;
    return any && document::canPaint(document);
}

void addTools(Commands& commands) {
    const std::array tools{
        Tool{"tool.brush", tr("Brush"), "B", PaintTool::Brush},
        Tool{"tool.soften", tr("Soften: even out the levels"), "S", PaintTool::Soften},
        Tool{"tool.band", tr("Band: all round a limb"), "W", PaintTool::Band},
        Tool{"tool.fill", tr("Fill a whole region"), "G", PaintTool::Fill},
        Tool{"tool.pin", tr("Pin: trigger point, scar, tender point"), "N", PaintTool::Pin},
        Tool{"tool.edit", tr("Edit a place or a pin"), "A", PaintTool::Edit}};
    for (const Tool& tool : tools) {
        commands.push_back(
            {tool.name, tool.title, keys({tool.key}), Mode::Consult, ruleOf(tool.tool),
             [which = tool.tool](CommandContext& c) { document::selectTool(c.document(), which); }});
    }
    commands.push_back({"place.remove", tr("Take away what is being edited"), keys({"Delete"}), Mode::Consult,
                        hasSelection, [](CommandContext& c) {
                            const auto removed = document::removeSelected(c.document());
                            report(c.document(), "painting",
                                   removed ? core::Result<void>() : removed.error());
                        }});
    commands.push_back({"regions.list", tr("List of regions: paint without the pointer"), keys({"L"}),
                        Mode::Consult, hasVisit, [](CommandContext& c) {
                            document::openRegions(c.document(), !c.document().regions.open);
                        }});
    commands.push_back(
        {"tool.erase", tr("Eraser on or off"), keys({"E"}), Mode::Consult, hasVisit, [](CommandContext& c) {
             const bool erases = c.document().tool.tool == PaintTool::Erase;
             document::selectTool(c.document(), erases ? PaintTool::Brush : PaintTool::Erase);
         }});
    commands.push_back({"tool.mirror", tr("Mirror: paint both sides of the body at once, on or off"),
                        keys({"X"}), Mode::Consult, hasVisit, [](CommandContext& c) {
                            document::setMirror(c.document(), !c.document().tool.mirror);
                        }});
}

void addSizes(Commands& commands) {
    commands.push_back({"brush.pen_sizes",
                        tr("How hard a pen presses sets the size, from half to the whole brush, on or off"),
                        {},
                        Mode::Consult,
                        always,
                        [](CommandContext& c) {
                            document::Appearance look = c.document().appearance;
                            look.penSizes = !look.penSizes;
                            document::setAppearance(c.document(), look);
                        }});
    const auto scaled = [](double factor) {
        return [factor](CommandContext& c) {
            document::setDiameter(c.document(), document::brushDiameterCm(c.document()) * factor);
        };
    };
    commands.push_back(
        {"brush.smaller", tr("Smaller brush"), keys({"["}), Mode::Consult,
         [](const Document& d) { return document::brushDiameterCm(d) > map::kSmallestDiameterCm; },
         scaled(kSmaller)});
    commands.push_back(
        {"brush.larger", tr("Larger brush"), keys({"]"}), Mode::Consult,
         [](const Document& d) { return document::brushDiameterCm(d) < map::kLargestDiameterCm; },
         scaled(kLarger)});
    for (const Size& size :
         {Size{"brush.fingertip", tr("Fingertip, 2 cm"), 2.0}, Size{"brush.palm", tr("Palm, 8 cm"), 8.0},
          Size{"brush.hand", tr("Hand, 16 cm"), 16.0}}) {
        commands.push_back({size.name, size.title, {}, Mode::Consult, always, [size](CommandContext& c) {
                                document::setDiameter(c.document(), size.centimetres);
                            }});
    }
}

void addLevels(Commands& commands) {
    for (int level = 1; level <= 10; ++level) {
        const std::string digit = std::to_string(level % 10);
        commands.push_back({"level." + std::to_string(level), core::trf("Level {0}", {std::to_string(level)}),
                            keys({digit}), Mode::Consult,
                            [level](const Document& d) { return level <= map::highestLevel(d.tool.layer); },
                            [level](CommandContext& c) { document::setLevel(c.document(), level); }});
    }
}

void addLayers(Commands& commands) {
    using Named = std::pair<LayerKind, const char*>;
    const std::array layers{Named{LayerKind::Pain, "P"}, Named{LayerKind::Tension, "T"},
                            Named{LayerKind::Treated, "R"}, Named{LayerKind::Avoid, "V"}};
    for (const auto& [layer, key] : layers) {
        const std::string id = map::layerId(layer);
        commands.push_back(
            {"layer." + id, core::trf("Paint {0}", {map::layerName(layer)}), keys({key}), Mode::Consult,
             [kind = layer](const Document& d) { return document::canPaintLayer(d.author, kind); },
             [kind = layer](CommandContext& c) { document::selectLayer(c.document(), kind); }});
        commands.push_back({"layer.show_" + id, core::trf("Show or hide {0}", {map::layerName(layer)}),
                            keys({"Shift+" + std::string(key)}), Mode::Consult, always,
                            [kind = layer](CommandContext& c) {
                                const bool shown = c.document().layersShown[static_cast<std::size_t>(kind)];
                                document::showLayer(c.document(), kind, !shown);
                            }});
    }
}

void addAuthors(Commands& commands) {
    const auto paintsTwice = [](const Document& document) {
        return hasVisit(document) && document.author == Author::Therapist;
    };
    commands.push_back(
        {"moment.before",
         tr("Show and paint what was there before the treatment"),
         {},
         Mode::Consult,
         paintsTwice,
         [](CommandContext& c) { document::setMoment(c.document(), clinic::Moment::Before); }});
    commands.push_back({"moment.after",
                        tr("Show and paint what is there after the treatment"),
                        {},
                        Mode::Consult,
                        paintsTwice,
                        [](CommandContext& c) { document::setMoment(c.document(), clinic::Moment::After); }});
    for (const Author author : {Author::Client, Author::Therapist}) {
        const bool client = author == Author::Client;
        const std::string id = clinic::authorId(author);
        commands.push_back({"author." + id,
                            client ? tr("Paint as the client") : tr("Paint as the therapist"),
                            {},
                            Mode::Consult,
                            hasVisit,
                            [author](CommandContext& c) { document::paintAs(c.document(), author); }});
        commands.push_back({"show." + id,
                            client ? tr("Show the client's map") : tr("Show the therapist's map"),
                            {},
                            Mode::Consult,
                            hasVisit,
                            [author](CommandContext& c) { document::showMapOf(c.document(), author); }});
    }
}

}  // namespace

void addToolCommands(Commands& commands) {
    addTools(commands);
    addSizes(commands);
    addLevels(commands);
    addLayers(commands);
    addAuthors(commands);
}

}  // namespace palpate::commands
