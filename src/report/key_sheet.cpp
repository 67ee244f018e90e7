#include "report/key_sheet.h"

#include "core/text.h"
#include "report/canvas.h"

#include <cstddef>

namespace palpate::report {

namespace {

using core::tr;

// Millimetres on A4 upright.
constexpr double kWidth = 210.0, kMargin = 25.0;
constexpr int kPixelsWide = 2480, kPixelsHigh = 3508;
constexpr double kCellWidth = 36.0, kCellHeight = 15.0, kCellGap = 5.0;
constexpr std::size_t kColumns = 4;

const char* explanation() {
    return tr(
        "This key opens the practice if its passphrase is forgotten. Whoever has it can read every "
        "client's record, so keep it locked away, apart from the machine. It is needed letter by letter; "
        "small letters and missing dashes do not matter.");
}

double paragraph(Canvas& canvas, double y, const std::string& text, const TextStyle& style, double step) {
    for (const std::string& line : canvas.wrapped(text, style, kWidth - 2 * kMargin, 8)) {
        canvas.text(kMargin, y, line, style);
        y += step;
    }
    return y;
}

double drawGroups(Canvas& canvas, double y, std::string_view key) {
    const TextStyle style{.points = 20.0, .weight = Weight::SemiBold, .align = Align::Centre};
    std::size_t column = 0;
    while (!key.empty()) {
        const std::size_t end = key.find_first_of("- \n");
        const std::string_view group = key.substr(0, end);
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
        if (group.empty()) continue;
        const Rect cell{kMargin + static_cast<double>(column) * (kCellWidth + kCellGap), y, kCellWidth,
                        kCellHeight};
        canvas.outline(cell, {120, 128, 138}, 0.3, 1.5);
        canvas.text(cell.x + cell.width / 2, cell.y + (cell.height + Canvas::capHeight(style)) / 2, group,
                    style);
        if (++column < kColumns) continue;
        column = 0;
        y += kCellHeight + kCellGap;
    }
    return column == 0 ? y : y + kCellHeight + kCellGap;
}

}  // namespace

core::Result<image::Image> drawKeySheet(const KeySheetModel& model,
                                        const std::filesystem::path& resourceFolder) {
    const auto fonts = Fonts::load(resourceFolder);
    if (!fonts) return fonts.error();
    Canvas canvas(kPixelsWide, kPixelsHigh, kPixelsWide / kWidth, *fonts);
    double y = 40.0;
    canvas.text(kMargin, y, tr("Recovery key"), {.points = 26.0, .weight = Weight::SemiBold});
    y += 14.0;
    canvas.text(kMargin, y, core::trf("of the practice \"{0}\"", {model.practice}), {.points = 14.0});
    y = drawGroups(canvas, y + 12.0, model.key) + 8.0;
    y = paragraph(canvas, y, explanation(), {.points = 11.0}, 6.0) + 4.0;
    y = paragraph(canvas, y, core::trf("File: {0}", {model.file}), {.points = 10.0}, 5.5);
    paragraph(canvas, y, core::trf("Made on {0} with Palpate.", {model.date}), {.points = 10.0}, 5.5);
    return canvas.image();
}

std::string keySheetText(const KeySheetModel& model) {
    return core::trf("Recovery key of the practice \"{0}\"", {model.practice}) + "\n\n    " +
           std::string(model.key) + "\n\n" + explanation() + "\n\n" + core::trf("File: {0}", {model.file}) +
           "\n" + core::trf("Made on {0} with Palpate.", {model.date}) + "\n";
}

}  // namespace palpate::report
