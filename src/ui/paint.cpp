#include "ui/paint.h"

#include <algorithm>
#include <cmath>

namespace palpate::ui {
namespace {

constexpr const char* kEllipsis = "\xE2\x80\xA6";

// The number of leading bytes of `text` that hold whole letters and fit into `width`.
std::size_t bytesThatFit(const Font& font, std::string_view text, float width) {
    std::size_t fits = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        const bool insideLetter =
            end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;
        if (insideLetter) continue;
        if (textWidth(font, text.substr(0, end)) > width) break;
        fits = end;
    }
    return fits;
}

}  // namespace

ImVec4 toVec4(Colour colour) {
    return {static_cast<float>(colour.red) / 255.0F, static_cast<float>(colour.green) / 255.0F,
            static_cast<float>(colour.blue) / 255.0F, static_cast<float>(colour.alpha) / 255.0F};
}

void fill(const Rect& rect, Colour colour, float rounding) {
    ImGui::GetWindowDrawList()->AddRectFilled(minOf(rect), maxOf(rect), toInk(colour), rounding);
}

void outline(const Rect& rect, Colour colour, float rounding, float thickness) {
    // The line lies inside the rectangle, so that neighbours keep their distance.
    const Rect middle = rect.inset(thickness / 2.0F);
    ImGui::GetWindowDrawList()->AddRect(minOf(middle), maxOf(middle), toInk(colour),
                                        std::max(rounding - thickness / 2.0F, 0.0F), 0, thickness);
}

void line(ImVec2 from, ImVec2 to, Colour colour, float thickness) {
    ImGui::GetWindowDrawList()->AddLine(from, to, toInk(colour), thickness);
}

void shadow(const Ui& ui, const Rect& rect, float rounding) {
    constexpr int kLayers = 8;
    const Colour ink =
        withAlpha(ui.theme->shadow, static_cast<std::uint8_t>(ui.theme->shadow.alpha / kLayers));
    for (int layer = kLayers; layer >= 1; --layer) {
        const float spread = ui.scale * static_cast<float>(layer);
        const Rect wide = rect.inset(-spread);
        fill({wide.x, wide.y + ui.dp(3.0F), wide.width, wide.height}, ink, rounding + spread);
    }
}

float textWidth(const Font& font, std::string_view text) {
    if (text.empty()) return 0.0F;
    return font.face->CalcTextSizeA(font.pixels, 1.0e9F, 0.0F, text.data(), text.data() + text.size()).x;
}

std::string fitted(const Font& font, std::string_view text, float width) {
    if (textWidth(font, text) <= width) return std::string(text);
    const float room = width - textWidth(font, kEllipsis);
    return std::string(text.substr(0, bytesThatFit(font, text, room))) + kEllipsis;
}

std::string fittedRegion(const Font& font, std::string_view name, float width) {
    const std::size_t comma = name.rfind(',');
    if (comma == std::string_view::npos || textWidth(font, name) <= width) return fitted(font, name, width);
    const std::string_view side = name.substr(comma);
    return fitted(font, name.substr(0, comma), width - textWidth(font, side)) + std::string(side);
}

float regionHeight(const Font& font, std::string_view name, float width) {
    const bool fitsOnTwo = wrappedHeight(font, name, width) < 2.5F * font.pixels;
    return textWidth(font, name) > width && fitsOnTwo ? 2.0F * font.pixels : font.pixels;
}

bool isRegionCut(const Font& font, std::string_view name, float width) {
    return textWidth(font, name) > width && regionHeight(font, name, width) < 2.0F * font.pixels;
}

void writeRegion(const Rect& rect, const Font& font, Colour colour, std::string_view name) {
    const float height = regionHeight(font, name, rect.width);
    if (height <= font.pixels) return write(rect, font, colour, fittedRegion(font, name, rect.width));
    const float top = std::floor(rect.y + (rect.height - height) / 2.0F);
    writeWrapped({std::floor(rect.x), top, rect.width, height}, font, colour, name);
}

void write(const Rect& rect, const Font& font, Colour colour, std::string_view text, float align) {
    const std::string shown = fitted(font, text, rect.width);
    const float free = rect.width - textWidth(font, shown);
    const ImVec2 at{std::floor(rect.x + std::max(free, 0.0F) * align),
                    std::floor(rect.y + (rect.height - font.pixels) / 2.0F)};
    ImGui::GetWindowDrawList()->AddText(font.face, font.pixels, at, toInk(colour), shown.data(),
                                        shown.data() + shown.size());
}

float wrappedHeight(const Font& font, std::string_view text, float width) {
    return font.face->CalcTextSizeA(font.pixels, 1.0e9F, width, text.data(), text.data() + text.size()).y;
}

float writeWrapped(const Rect& rect, const Font& font, Colour colour, std::string_view text) {
    ImGui::GetWindowDrawList()->AddText(font.face, font.pixels, minOf(rect), toInk(colour), text.data(),
                                        text.data() + text.size(), rect.width);
    return wrappedHeight(font, text, rect.width);
}

float writeCentred(const Rect& rect, const Font& font, Colour colour, std::string_view text) {
    Rect rest = rect;
    std::string row;
    const auto flush = [&] {
        write(cutTop(rest, font.pixels), font, colour, row, 0.5F);
        row.clear();
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string longer = row + (row.empty() ? "" : " ") + std::string(text.substr(0, end));
        if (!row.empty() && textWidth(font, longer) > rect.width) {
            flush();
            continue;
        }
        row = longer;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
    return rect.height - rest.height;
}

Rect takeRow(float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, height});
    return {at.x, at.y, width, height};
}

void gap(float height) {
    ImGui::Dummy({1.0F, height});
}

}  // namespace palpate::ui
