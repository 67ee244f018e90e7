#include "ui/history/history_panel.h"

#include "core/text.h"
#include "ui/history/history_pages.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/viewport_panel.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::ui {
namespace {

using core::tr;
using document::HistoryPage;

// The pages on the left, files of them on the right.
std::optional<Action> drawHead(Ui& ui, const Rect& bar, const HistoryModel& model) {
    std::optional<Action> asked;
    fill(bar, ui.theme->panel);
    fill({bar.x, bar.bottom() - ui.dp(1.0F), bar.width, ui.dp(1.0F)}, ui.theme->hairline);
    Rect head = centred(bar, bar.width - 2 * ui.dp(14.0F), ui.dp(size::kControl));
    const auto file = [&](const CommandItem& item, const char* icon, const char* text) {
        const Button look{.icon = icon,
                          .text = text,
                          .tip = item.title,
                          .shortcut = item.shortcut,
                          .enabled = item.enabled};
        if (button(ui, item.name, cutRight(head, buttonWidth(ui, look), ui.dp(8.0F)), look))
            keepFirst(asked, action::Run{item.name});
    };
    file(model.saveTable, icon::kList, tr("Table"));
    file(model.savePicture, icon::kPicture, tr("Picture"));
    const auto page = [&](const CommandItem& item, const char* icon, const char* text, HistoryPage which) {
        return Segment{.name = item.name,
                       .icon = icon,
                       .text = text,
                       .tip = item.title,
                       .shortcut = item.shortcut,
                       .chosen = model.page == which,
                       .enabled = item.enabled};
    };
    const std::array pages{page(model.timeline, icon::kHistory, tr("Over time"), HistoryPage::Timeline),
                           page(model.frequency, icon::kLayers, tr("How often"), HistoryPage::Frequency),
                           page(model.treatment, icon::kHand, tr("Treatment"), HistoryPage::Treatment)};
    const auto pressed = segmented(ui, cutLeft(head, std::min(head.width, ui.dp(440.0F))), pages);
    if (pressed) keepFirst(asked, action::Run{pages[*pressed].name});
    return asked;
}

}  // namespace

void drawBodyPair(Ui& ui, const Rect& rect, const HistoryModel& model, const std::string& bare) {
    const std::array halves{columnOf(rect, 0, 2, 0.0F), columnOf(rect, 1, 2, 0.0F)};
    const std::array<std::uint64_t, 2> textures{model.frontTexture, model.backTexture};
    const std::array<const char*, 2> names{"history.front", "history.back"};
    const std::array<const char*, 2> titles{tr("Front"), tr("Back")};
    for (std::size_t i = 0; i < halves.size(); ++i) {
        const Rect& half = halves[i];
        drawPicture(ui, half, textures[i]);
        Rect upon = half.inset(ui.dp(6.0F));
        const Rect top = cutTop(upon, ui.dp(20.0F));
        write(top, ui.fonts.smallStrong, ui.theme->dim, i == 0 ? "R" : "L", 0.0F);
        write(top, ui.fonts.small, ui.theme->dim, titles[i], 0.5F);
        write(top, ui.fonts.smallStrong, ui.theme->dim, i == 0 ? "L" : "R", 1.0F);
        pointerArea(ui, names[i], half);
    }
    if (bare.empty()) return;
    const float width = std::min(std::ceil(textWidth(ui.fonts.small, bare)) + ui.dp(30.0F), rect.width);
    const Rect pill = centred(rect, width, ui.dp(30.0F));
    fill(pill, ui.theme->panel, pill.height / 2.0F);
    outline(pill, ui.theme->border, pill.height / 2.0F, ui.dp(1.0F));
    write(pill, ui.fonts.small, ui.theme->text, bare, 0.5F);
}

void drawCells(const Ui& ui, Rect row, const std::vector<std::string>& cells,
               const std::vector<float>& shares, bool isHead) {
    const Font& font = isHead ? ui.fonts.smallStrong : ui.fonts.small;
    const float whole = row.width;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Rect cell = cutLeft(row, std::floor(whole * shares[i]));
        Rect text{cell.x, cell.y, cell.width - ui.dp(8.0F), cell.height};
        const Colour ink = isHead ? ui.theme->dim : ui.theme->text;
        if (i == 0) {
            write(text, font, ink, fittedRegion(font, cells[i], text.width));
        } else {
            write(text, font, ink, cells[i], 1.0F);
        }
    }
}

std::optional<Action> drawHistory(Ui& ui, const Rect& rect, const HistoryModel& model) {
    std::optional<Action> asked;
    Rect rest = rect;
    fill(rect, ui.theme->panel);
    keepFirst(asked, drawHead(ui, cutTop(rest, ui.dp(56.0F)), model));
    switch (model.page) {
        case HistoryPage::Timeline:
            keepFirst(asked, drawTimelinePage(ui, rest, model));
            break;
        case HistoryPage::Frequency:
            keepFirst(asked, drawFrequencyPage(ui, rest, model));
            break;
        case HistoryPage::Treatment:
            keepFirst(asked, drawTreatmentPage(ui, rest, model));
            break;
    }
    return asked;
}

}  // namespace palpate::ui
