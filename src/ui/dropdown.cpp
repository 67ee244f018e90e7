#include "ui/dropdown.h"

#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

constexpr float kMostRows = 9.0F;

// Which row Up and Down went to, kept by the list's window while it is open.
class KeyRow {
public:
    KeyRow(const Ui& ui, const Dropdown& look) : m_keys(ui.listKeys), m_follows(!ui.focus.inControls) {
        ImGuiStorage& kept = *ImGui::GetStateStorage();
        const ImGuiID id = ImGui::GetID("row");
        const auto chosen = std::find_if(look.entries.begin(), look.entries.end(),
                                         [](const Dropdown::Entry& entry) { return entry.chosen; });
        const auto first = static_cast<int>(chosen - look.entries.begin());
        const int last = static_cast<int>(look.entries.size()) - 1;
        m_row = ImGui::IsWindowAppearing() ? std::min(first, last) : kept.GetInt(id, 0);
        m_row = std::clamp(m_row + m_keys.steps, 0, last);
        kept.SetInt(id, m_row);
    }
    // Right after the row was asked about. While Tab goes through the controls the library knows where it is.
    [[nodiscard]] bool isAt(std::size_t row) const {
        return m_follows ? static_cast<int>(row) == m_row : ImGui::IsItemFocused();
    }
    [[nodiscard]] bool isEntered(std::size_t row) const {
        return m_keys.enter && !ImGui::IsWindowAppearing() && isAt(row);
    }
    [[nodiscard]] bool shows(std::size_t row) const { return m_follows && isAt(row); }
    [[nodiscard]] bool hasMoved() const { return m_follows && m_keys.steps != 0; }

private:
    Ui::ListKeys m_keys;
    bool m_follows = true;
    int m_row = 0;
};

std::optional<std::size_t> drawList(Ui& ui, const Rect& rect, const Dropdown& look) {
    std::optional<std::size_t> pressed;
    const float padding = ui.dp(6.0F);
    const auto rows = static_cast<float>(look.entries.size());
    const float height = ui.dp(size::kControl) * std::min(rows, kMostRows) + 2 * padding;
    ImGui::SetNextWindowPos({rect.x, rect.bottom() + ui.dp(4.0F)});
    ImGui::SetNextWindowSize({rect.width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    const bool open = ImGui::BeginPopup("list", ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (!open) return std::nullopt;
    const ImVec2 at = ImGui::GetWindowPos();
    const Rect window{at.x, at.y, rect.width, height};
    ui.rects.add({"list", window, window, false, ui.depth + 1});
    ui.depth += 2;
    const KeyRow keys(ui, look);
    for (std::size_t i = 0; i < look.entries.size(); ++i) {
        const Dropdown::Entry& entry = look.entries[i];
        Rect row = takeRow(ui.dp(size::kControl));
        if (listRow(ui, entry.name, row, entry.chosen).pressed || keys.isEntered(i)) {
            pressed = i;
            ImGui::CloseCurrentPopup();
        }
        if (keys.shows(i)) {
            outline(row.inset(ui.dp(1.0F)), ui.theme->accent, ui.dp(size::kFrameRounding), ui.dp(2.0F));
            if (keys.hasMoved()) ImGui::SetScrollHereY(0.5F);
        }
        cutLeft(row, ui.dp(12.0F));
        write(row, entry.chosen ? ui.fonts.strong : ui.fonts.body,
              entry.chosen ? ui.theme->onChosen : ui.theme->text, entry.text);
    }
    if (ui.listKeys.escape) ImGui::CloseCurrentPopup();
    ui.depth -= 2;
    ImGui::EndPopup();
    return pressed;
}

}  // namespace

std::optional<std::size_t> dropdown(Ui& ui, const std::string& name, const Rect& rect, const Dropdown& look) {
    const Theme& theme = *ui.theme;
    ImGui::PushID(name.c_str());
    const Press state = press(ui, name, rect, !look.entries.empty());
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, state.held ? theme.pressed : state.hovered ? theme.hovered : theme.control, rounding);
    outline(rect, theme.border, rounding, ui.dp(1.0F));
    Rect inside = rect;
    cutLeft(inside, ui.dp(size::kPaddingX));
    write(cutRight(inside, ui.dp(30.0F)), ui.fonts.small, theme.dim, icon::kChevronDown, 0.4F);
    const float caption = std::ceil(textWidth(ui.fonts.small, look.caption));
    if (caption > 0.0F) write(cutLeft(inside, caption, ui.dp(8.0F)), ui.fonts.small, theme.dim, look.caption);
    write(inside, ui.fonts.strong, theme.text, look.text);
    tip(ui, look.tip);
    if (state.pressed) ImGui::OpenPopup("list");
    const std::optional<std::size_t> pressed = drawList(ui, rect, look);
    ImGui::PopID();
    return pressed;
}

}  // namespace palpate::ui
