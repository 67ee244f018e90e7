#include "commands/registry.h"
#include "core/text.h"
#include "ui/dialogs.h"

#include <array>

namespace palpate::ui {
namespace {

using core::tr;

struct Subject {
    const char* prefix;  // of the commands' names
    const char* title;
};
constexpr std::array kSubjects{
    Subject{"map.", "The map"},      Subject{"visit.", "The map"},     Subject{"client.", "The map"},
    Subject{"export.", "The map"},   Subject{"tool.", "Painting"},     Subject{"place.", "Painting"},
    Subject{"regions.", "Painting"}, Subject{"brush.", "Painting"},    Subject{"level.", "Painting"},
    Subject{"layer.", "Layers"},     Subject{"author.", "Layers"},     Subject{"show.", "Layers"},
    Subject{"view.", "The view"},    Subject{"compare.", "Comparing"}, Subject{"history.", "Over time"},
    Subject{"help.", "The window"},  Subject{"look.", "The window"},   Subject{"app.", "The window"},
    Subject{"checkin.", "The map"},  Subject{"scores.", "The map"},    Subject{"overlay.", "The view"},
    Subject{"figure.", "The view"},  Subject{"saving.", "The map"},    Subject{"practice.", "The practice"}};

const char* subjectOf(const std::string& name) {
    for (const Subject& subject : kSubjects) {
        if (name.rfind(subject.prefix, 0) == 0) return tr(subject.title);
    }
    return tr("More");
}

HelpModel::Group& groupOf(HelpModel& model, const std::string& title) {
    for (HelpModel::Group& group : model.groups) {
        if (group.title == title) return group;
    }
    return model.groups.emplace_back(HelpModel::Group{title, {}});
}

std::string keysOf(const commands::Command& command) {
    std::string text;
    for (const commands::Shortcut& shortcut : command.shortcuts) {
        text += (text.empty() ? "" : ", ") + commands::toText(shortcut);
    }
    return text;
}

void addPointer(HelpModel& model) {
    HelpModel::Group& group = groupOf(model, tr("The pointer"));
    group.lines = {{tr("Press on the body"), tr("paint, or erase")},
                   {tr("Press beside the body"), tr("turn it")},
                   {tr("Right button, or hold Space"), tr("turn it, wherever pressed")},
                   {tr("Middle button"), tr("move the picture")},
                   {tr("Wheel"), tr("nearer or farther")},
                   {tr("Shift + wheel"), tr("size of the brush")},
                   {tr("Hold Ctrl"), tr("erase meanwhile")},
                   {tr("Hold Shift"), tr("soften meanwhile")},
                   {tr("Double click on the body"), tr("come nearer")},
                   {tr("Double click beside the body"), tr("show all of it")},
                   {tr("Press a side of the cube"), tr("look from there")}};
}

}  // namespace

HelpModel makeHelpModel() {
    HelpModel model;
    addPointer(model);
    for (const commands::Command& command : commands::allCommands()) {
        // The client's pages say themselves what can be pressed.
        if (command.shortcuts.empty() || command.mode == commands::Mode::CheckIn) continue;
        // Ten levels are one line.
        if (command.name.rfind("level.", 0) == 0) {
            if (command.name != "level.1") continue;
            groupOf(model, subjectOf(command.name))
                .lines.push_back({"1 \xE2\x80\xA6 9, 0", tr("Level 1 to 9, and 10")});
            continue;
        }
        groupOf(model, subjectOf(command.name)).lines.push_back({keysOf(command), command.title});
    }
    return model;
}

FigureChoice* figuresShown(DialogModel& model) {
    if (model.open == Dialog::Figures) return &model.figures.choice;
    if (model.open == Dialog::NewClient) return &model.newClient.figures;
    if (model.open == Dialog::EditClient) return &model.client.form.figures;
    return nullptr;
}

DialogModel makeDialogModel(const document::Document& document, const UiState& state) {
    DialogModel model;
    model.open = state.dialog;
    model.help = document.appearance.helpShown && state.dialog != Dialog::About;
    if (model.help) {
        model.helpText = makeHelpModel();
    } else if (model.open == Dialog::NewClient) {
        model.newClient = makeNewClientModel(document, state);
    } else if (model.open == Dialog::Figures) {
        model.figures = makeFigureDialogModel(document);
    } else if (model.open == Dialog::Export) {
        model.sheet = makeExportModel(state);
    } else if (model.open == Dialog::EditClient) {
        model.client = makeClientDialogModel(document, state);
    } else if (model.open == Dialog::Practice) {
        model.practice = makePracticeDialogModel(document, state);
    } else if (model.open == Dialog::WhoWorks) {
        model.who = makeWhoModel(document, state);
    } else if (model.open == Dialog::Looks) {
        model.looks = makeLooksModel(document);
    } else if (model.open == Dialog::Ratings) {
        model.ratings = makeRatingsModel(document, state);
    }
    if (!model.help && model.open != Dialog::None) model.errors = makeErrorModel(document);
    return model;
}

}  // namespace palpate::ui
