#include "ui/top_bar.h"

#include "core/text.h"
#include "document/practitioners.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using core::tr;

// The program's mark: a body seen from above, and the spot a finger found on it.
void drawMark(const Ui& ui, const Rect& box) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    fill(box, ui.theme->accent, ui.dp(8.0F));
    const ImVec2 middle{box.centreX(), box.centreY()};
    const ImU32 ink = toInk(ui.theme->onAccent);
    list->AddCircle(middle, box.width * 0.29F, ink, 0, ui.dp(2.0F));
    list->AddCircleFilled({middle.x + box.width * 0.08F, middle.y - box.width * 0.06F}, box.width * 0.11F,
                          ink);
}

void drawName(const Ui& ui, Rect& bar, bool withName) {
    Rect cell = cutLeft(bar, ui.dp(32.0F), ui.dp(10.0F));
    drawMark(ui, centred(cell, ui.dp(32.0F), ui.dp(32.0F)));
    if (!withName) return;
    const char* name = tr("Palpate");
    write(cutLeft(bar, std::ceil(textWidth(ui.fonts.heading, name)), ui.dp(18.0F)), ui.fonts.heading,
          ui.theme->text, name);
    const Rect rule = cutLeft(bar, ui.dp(1.0F), ui.dp(18.0F));
    fill({rule.x, bar.y + ui.dp(14.0F), rule.width, bar.height - 2 * ui.dp(14.0F)}, ui.theme->hairline);
}

// Of the first and the last word, letters of any length in UTF-8: "Ada B. Example" gives "AE".
std::string initialsOf(const std::string& name) {
    const auto letterAt = [&name](std::size_t at) {
        std::size_t end = at + 1;
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
            ++end;
        return name.substr(at, end - at);
    };
    if (name.empty()) return {};
    const std::size_t space = name.find_last_of(' ');
    return letterAt(0) + (space == std::string::npos ? std::string() : letterAt(space + 1));
}

void writeNext(const Ui& ui, Rect& bar, const Font& font, Colour colour, const std::string& text,
               float after) {
    if (text.empty() || bar.width < ui.dp(60.0F)) return;
    write(cutLeft(bar, std::min(std::ceil(textWidth(font, text)), bar.width), after), font, colour, text);
}

void drawBadge(const Ui& ui, Rect& bar, const std::string& text) {
    const float width = std::ceil(textWidth(ui.fonts.smallStrong, text)) + ui.dp(20.0F);
    Rect cell = cutRight(bar, width, ui.dp(12.0F));
    const Rect pill = centred(cell, width, ui.dp(26.0F));
    fill(pill, ui.theme->warning, pill.height / 2.0F);
    write(pill, ui.fonts.smallStrong, ui.theme->onWarning, text, 0.5F);
}

// Compare, export, theme and help, laid out from the right but met from the left.
void drawButtons(Ui& ui, Rect& bar, const TopBarModel& model, bool roomy, std::optional<Action>& asked) {
    const auto entry = [roomy](const CommandItem& item, const char* icon, const char* text,
                               Button::Kind kind) {
        return std::pair{&item, Button{.kind = kind,
                                       .icon = icon,
                                       .text = roomy ? std::string(text) : std::string(),
                                       .tip = item.title,
                                       .shortcut = item.shortcut,
                                       .enabled = item.enabled}};
    };
    const std::array entries{
        entry(model.checkIn, icon::kUser, tr("Check-in"), Button::Kind::Plain),
        entry(model.compare, model.comparing ? icon::kPencil : icon::kColumns,
              !model.comparing ? tr("Compare")
              : model.overTime ? tr("Back to over time")
                               : tr("Back to painting"),
              Button::Kind::Plain),
        entry(model.history, model.overTime ? icon::kPencil : icon::kHistory,
              model.overTime ? tr("Back to painting") : tr("Over time"), Button::Kind::Plain),
        entry(model.sheet, icon::kPicture, tr("Export"), Button::Kind::Plain),
        entry(model.practice, icon::kShield, "", Button::Kind::Ghost),
        entry(model.lock, icon::kLock, "", Button::Kind::Ghost),
        entry(model.look, model.isDark ? icon::kSun : icon::kMoon, "", Button::Kind::Ghost),
        entry(model.looks, icon::kContrast, "", Button::Kind::Ghost),
        entry(model.help, icon::kQuestion, "", Button::Kind::Ghost)};
    const float space = ui.dp(8.0F);
    float width = 0.0F;
    for (const auto& [item, look] : entries)
        width += buttonWidth(ui, look) + space;
    Rect row = cutRight(bar, width - space, space);
    for (const auto& [item, look] : entries) {
        const Rect cell = cutLeft(row, buttonWidth(ui, look), space);
        if (button(ui, item->name, centred(cell, cell.width, ui.dp(size::kControl)), look)) {
            keepFirst(asked, action::Run{item->name});
        }
    }
}

constexpr float kSavedRoom = 110.0F;  // dp, of "saved 14:02:11" and its sign

// Who is working, where several do: pressed when another one takes over.
void drawWhoButton(Ui& ui, Rect& bar, const TopBarModel& model, std::optional<Action>& asked) {
    if (model.who.empty()) return;
    Button look{
        .icon = icon::kUser, .text = model.who, .tip = model.sayWho.title, .shortcut = model.sayWho.shortcut};
    // A long name would push out whose map this is, and whether it is saved.
    const float others = textWidth(ui.fonts.heading, model.client) + textWidth(ui.fonts.body, model.visit) +
                         ui.dp(14.0F + 18.0F + kSavedRoom + (model.isDemo ? 140.0F : 0.0F));
    if (bar.width - buttonWidth(ui, look) - ui.dp(16.0F) < others) {
        look.text = model.whoShort;
        look.tip = model.who + ". " + look.tip;
    }
    const Rect cell = cutRight(bar, buttonWidth(ui, look), ui.dp(8.0F));
    if (button(ui, model.sayWho.name, centred(cell, cell.width, ui.dp(size::kControl)), look))
        keepFirst(asked, action::Run{model.sayWho.name});
}

void addWho(TopBarModel& model, const document::Document& document) {
    model.sayWho = commandItem(document, "practice.who");
    if (!model.sayWho.enabled) return;
    model.who = document::nameOf(document, document::atWork(document));
    model.whoShort = initialsOf(model.who);
    if (model.who.empty()) model.who = tr("Who is working?");
    if (model.whoShort.empty()) model.whoShort = tr("Who?");
}

void drawDrawerButton(Ui& ui, Rect& bar, bool wanted, Drawer drawer, const TopBarModel& model,
                      std::optional<Action>& asked) {
    if (!wanted) return;
    const bool open = model.drawer == drawer;
    const bool people = drawer == Drawer::People;
    const Button look{.kind = Button::Kind::Plain,
                      .icon = people ? icon::kUsers : icon::kSliders,
                      .text = {},
                      .tip = people ? tr("Clients and visits") : tr("Painting tools"),
                      .chosen = open};
    Rect cell = people ? cutLeft(bar, ui.dp(size::kControl), ui.dp(12.0F))
                       : cutRight(bar, ui.dp(size::kControl), ui.dp(8.0F));
    if (button(ui, people ? "drawer.people" : "drawer.tools", centred(cell, cell.width, cell.width), look)) {
        keepFirst(asked, action::ShowDrawer{open ? Drawer::None : drawer});
    }
}

}  // namespace

TopBarModel makeTopBarModel(const document::Document& document) {
    TopBarModel model;
    if (const clinic::Client* client = document::openClientOf(document)) model.client = client->code;
    if (const clinic::Visit* visit = document::openVisitOf(document)) {
        model.visit =
            core::trf("Visit {0} \xC2\xB7 {1}", {std::to_string(visit->number), friendlyDate(visit->at)});
    }
    model.notSaved = !document.pending.empty();
    if (model.notSaved) {
        model.saved = tr("not saved yet");
    } else if (document.saved) {
        model.saved = core::trf("saved {0}", {core::localClock(*document.saved)});
    }
    model.isDemo = document.practice && document.practice->info().isDemo;
    model.isDark = document.appearance.dark;
    model.comparing = document.compare.has_value();
    model.checkIn = commandItem(document, "checkin.open");
    model.overTime = document.history.has_value();
    model.history = commandItem(document, model.overTime ? "history.close" : "history.open");
    model.compare = commandItem(document, model.comparing ? "compare.close" : "compare.open");
    model.sheet = commandItem(document, "export.sheet");
    model.practice = commandItem(document, "practice.open");
    model.lock = commandItem(document, "practice.lock");
    model.look = commandItem(document, "look.dark");
    model.looks = commandItem(document, "look.options");
    model.help = commandItem(document, "help.keys");
    addWho(model, document);
    return model;
}

std::optional<Action> drawTopBar(Ui& ui, const Rect& rect, const TopBarModel& model) {
    std::optional<Action> asked;
    const Theme& theme = *ui.theme;
    fill(rect, theme.panel);
    fill({rect.x, rect.bottom() - ui.dp(1.0F), rect.width, ui.dp(1.0F)}, theme.hairline);
    Rect bar{rect.x + ui.dp(14.0F), rect.y, rect.width - 2 * ui.dp(14.0F), rect.height};
    const float room = rect.width / ui.scale;
    drawDrawerButton(ui, bar, model.peopleButton, Drawer::People, model, asked);
    drawName(ui, bar, room >= 1000.0F);
    Rect end = bar;
    if (model.toolsButton) bar.width -= ui.dp(size::kControl + 8.0F);
    drawButtons(ui, bar, model, room >= 900.0F, asked);
    drawWhoButton(ui, bar, model, asked);
    drawDrawerButton(ui, end, model.toolsButton, Drawer::Tools, model, asked);
    bar.width -= ui.dp(8.0F);
    if (model.isDemo && room >= 760.0F) drawBadge(ui, bar, tr("Demo practice"));
    writeNext(ui, bar, ui.fonts.heading, theme.text, model.client, ui.dp(14.0F));
    writeNext(ui, bar, ui.fonts.body, theme.text, model.visit, ui.dp(18.0F));
    if (!model.saved.empty() && bar.width > ui.dp(kSavedRoom)) {
        const Colour ink = model.notSaved ? theme.onError : theme.good;
        writeNext(ui, bar, ui.fonts.body, ink, model.notSaved ? icon::kWarning : icon::kSaved, ui.dp(6.0F));
        writeNext(ui, bar, ui.fonts.small, model.notSaved ? theme.onError : theme.dim, model.saved, 0.0F);
    }
    return asked;
}

}  // namespace palpate::ui
