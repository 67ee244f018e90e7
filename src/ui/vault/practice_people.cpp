#include "core/text.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/vault/practice_parts.h"
#include "ui/widgets.h"

namespace palpate::ui {
namespace {

using core::tr;
using PracticeAsk = action::Practice::Ask;
using Person = PracticeDialogModel::Person;

void drawAdding(Ui& ui, Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    Rect row = labelled(ui, room, tr("Somebody who works here"));
    const Button add{.icon = icon::kPlus, .text = tr("Add"), .enabled = model.mayAddPerson};
    const Rect cell = cutRight(row, buttonWidth(ui, add), ui.dp(10.0F));
    const Field name{.text = model.newPerson, .hint = tr("A name, as the log is to show it"), .most = 120};
    const auto typed = field(ui, "people.name", row, name);
    if (typed) keepFirst(asked, action::Practice{PracticeAsk::TypePerson, 0, *typed});
    const bool isHere = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
    const bool entered = isHere && !typed && isEntered(ui);
    if (button(ui, "people.add", cell, add) || (entered && add.enabled))
        keepFirst(asked, action::Practice{PracticeAsk::AddPerson});
}

void drawRenaming(Ui& ui, Rect row, const PracticeDialogModel& model, std::optional<Action>& asked) {
    const Button keep{
        .kind = Button::Kind::Primary, .icon = icon::kCheck, .text = tr("Keep"), .enabled = model.mayRename};
    const Button cancel{.text = tr("Cancel")};
    const Rect keepCell = cutRight(row, buttonWidth(ui, keep), ui.dp(8.0F));
    const Rect cancelCell = cutRight(row, buttonWidth(ui, cancel), ui.dp(8.0F));
    const Field name{.text = model.renamed, .takeFocus = model.renameStarts, .most = 120};
    const auto typed = field(ui, "people.rename", row, name);
    const bool isHere = ImGui::IsItemActive() || ImGui::IsItemDeactivated();
    if (typed) keepFirst(asked, action::Practice{PracticeAsk::TypeName, 0, *typed});
    if (button(ui, "people.cancel", cancelCell, cancel))
        keepFirst(asked, action::Practice{PracticeAsk::Rename, 0});
    if (button(ui, "people.keep", keepCell, keep) || (isHere && !typed && keep.enabled && isEntered(ui)))
        keepFirst(asked, action::Practice{PracticeAsk::KeepName});
}

void drawPerson(Ui& ui, Rect row, const Person& person, const PracticeDialogModel& model,
                std::optional<Action>& asked) {
    const std::string number = "." + std::to_string(person.id);
    const bool changeable = model.readOnly.empty();
    const Button leave{.text = person.retired ? tr("Works here again") : tr("Leaves"),
                       .tip = person.retired ? "" : tr("Is not offered any more; the log keeps the name"),
                       .enabled = changeable};
    if (button(ui, "people.leave" + number, cutRight(row, ui.dp(150.0F), ui.dp(8.0F)), leave))
        keepFirst(asked,
                  action::Practice{person.retired ? PracticeAsk::BringBack : PracticeAsk::Retire, person.id});
    const Button pencil{
        .kind = Button::Kind::Ghost, .icon = icon::kPencil, .tip = tr("Rename"), .enabled = changeable};
    if (button(ui, "people.pencil" + number, cutRight(row, ui.dp(size::kControl), ui.dp(8.0F)), pencil))
        keepFirst(asked, action::Practice{PracticeAsk::Rename, person.id});
    if (!person.retired && model.canChooseWho) {
        const Button now{.icon = person.atWork ? icon::kCheck : icon::kUser,
                         .text = person.atWork ? tr("Working now") : tr("Works now"),
                         .chosen = person.atWork};
        if (button(ui, "people.now" + number, cutRight(row, ui.dp(140.0F), ui.dp(8.0F)), now))
            keepFirst(asked, action::Practice{PracticeAsk::AtWork, person.id});
    }
    cutLeft(row, ui.dp(8.0F));
    if (person.retired) write(cutRight(row, ui.dp(130.0F)), ui.fonts.small, ui.theme->dim, tr("left"), 1.0F);
    write(row, person.atWork ? ui.fonts.strong : ui.fonts.body,
          person.retired ? ui.theme->dim : ui.theme->text, person.name);
}

void drawList(Ui& ui, const Rect& room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    outline(room, ui.theme->border, ui.dp(size::kFrameRounding), ui.dp(size::kHairline));
    const Rect inside = room.inset(ui.dp(6.0F));
    if (model.people.empty())
        return emptyState(ui, inside, icon::kUsers,
                          tr("Nobody is recorded: the log shows a dash for who it was."));
    ImGui::SetCursorScreenPos(minOf(inside));
    compat::beginChild("people", {inside.width, inside.height}, ImGuiWindowFlags_NoBackground);
    for (const Person& person : model.people) {
        const Rect row = takeRow(ui.dp(size::kControl));
        if (person.id == model.renaming) {
            drawRenaming(ui, row, model, asked);
        } else {
            drawPerson(ui, row, person, model, asked);
        }
        gap(ui.dp(6.0F));
    }
    ImGui::EndChild();
}

}  // namespace

void drawPeopleTab(Ui& ui, Rect room, const PracticeDialogModel& model, std::optional<Action>& asked) {
    paragraph(ui, room, ui.fonts.body, ui.theme->text,
              tr("The log and new visits name who was working. With one name that is always the one; with "
                 "several it is asked after unlocking and stands in the top bar, where it is changed. This "
                 "is no login: one passphrase opens the practice for all of them."));
    drawAdding(ui, room, model, asked);
    drawList(ui, room, model, asked);
}

}  // namespace palpate::ui
