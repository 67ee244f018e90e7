#include "report/legend.h"

#include "core/text.h"
#include "image/palette.h"
#include "report/paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace palpate::report {

namespace {

namespace palette = image::palette;

constexpr double kSwatchHeight = 6.4;
constexpr double kBaseline = 2.9;  // of a line of small type below its top

struct Band {
    const char* word;
    int first, last;  // levels
};

void drawBand(Canvas& canvas, double x, double y, double cell, const Band& band) {
    const double left = x + band.first * cell + 0.4;
    const double right = x + (band.last + 1) * cell - 0.4;
    canvas.line(left, y + 1.2, right, y + 1.2, paper::kFaint, paper::kHairline);
    canvas.text(0.5 * (left + right), y + 1.2 + kBaseline + 0.4, band.word,
                paper::aligned(paper::kSmall, Align::Centre));
}

// "Lines from" and a sample of each line with the level that it goes around.
void drawContourKeys(Canvas& canvas, double x, double y) {
    constexpr double kSample = 6.0;
    x += canvas.text(x, y, core::tr("Lines from"), paper::kSmall) + 2.4;
    const std::array<std::pair<const char*, double>, 3> lines{{{"0.5", 1.5}, {"3.5", 2.0}, {"6.5", 2.5}}};
    for (const auto& [level, widthDp] : lines) {
        canvas.line(x, y - 0.95, x + kSample, y - 0.95, palette::kContour,
                    widthDp * paper::kMillimetresPerDp);
        x += kSample + 1.2;
        x += canvas.text(x, y, level, paper::kSmall) + 3.0;
    }
}

// Parallel strokes at 45 degrees that fill `area`; crossed: in both directions.
void drawStripes(Canvas& canvas, const Rect& area, Colour colour, double pitch, double lineWidth,
                 bool crossed) {
    const Canvas::Clip clip(canvas, area);
    for (double at = area.x - area.height; at < area.right(); at += pitch) {
        canvas.line(at, area.bottom(), at + area.height, area.y, colour, lineWidth);
        if (crossed) canvas.line(at, area.y, at + area.height, area.bottom(), colour, lineWidth);
    }
}

// As the painted skin is hatched in black and white: 5, 9 and 14 lines a centimetre.
double hatchPitch(int level) {
    return 10.0 / (level <= 3 ? 5.0 : level <= 6 ? 9.0 : 14.0);
}

// Parallel strokes the other way round, thick ones: tension in black and white.
void drawBackStripes(Canvas& canvas, const Rect& area, double pitch) {
    const Canvas::Clip clip(canvas, area);
    for (double at = area.x - area.height; at < area.right(); at += pitch)
        canvas.line(at, area.y, at + area.height, area.bottom(), palette::kContour, 0.34);
}

void drawGrid(Canvas& canvas, const Rect& area) {
    const Canvas::Clip clip(canvas, area);
    for (double at = area.x + 0.7; at < area.right(); at += 1.4)
        canvas.line(at, area.y, at, area.bottom(), palette::kContour, 0.21);
    for (double at = area.y + 0.5; at < area.bottom(); at += 1.4)
        canvas.line(area.x, at, area.right(), at, palette::kContour, 0.21);
}

void drawTension(Canvas& canvas, double x, double y, double width, bool blackAndWhite) {
    constexpr std::array<const char*, 4> kRanges{"1\u20132", "3\u20134", "5\u20137", "8\u201310"};
    canvas.text(x, y + kBaseline, core::tr("Tension (therapist's rating)"),
                paper::coloured(paper::kSmall, paper::kInk));
    const double cell = width / 4.0;
    for (std::size_t i = 0; i < kRanges.size(); ++i) {
        const Rect swatch{x + static_cast<double>(i) * cell, y + 4.4, 6.6, 3.6};
        if (blackAndWhite) {
            constexpr std::array<double, 4> kPitches{1.96, 1.54, 1.19, 0.91};
            drawBackStripes(canvas, swatch, kPitches[i]);
        } else {
            canvas.fill(swatch, palette::kBody);
            drawStripes(canvas, swatch, palette::kTension[i], 1.5, 0.75, false);
        }
        canvas.outline(swatch, paper::kFaint, paper::kHairline);
        canvas.text(swatch.right() + 1.2, y + 7.2, kRanges[i], paper::kSmall);
    }
}

void drawTreated(Canvas& canvas, double x, double y, bool blackAndWhite) {
    const Rect swatch{x, y + 0.3, 8.0, 3.6};
    const Colour ink = blackAndWhite ? palette::kContour : palette::kTreated;
    if (!blackAndWhite) canvas.fill(swatch, palette::kBody);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 4; ++column) {
            canvas.disc(x + 1.0 + 2.0 * column, y + 1.2 + 1.8 * row, 0.45, ink);
        }
    }
    canvas.outline(swatch, ink, 0.4);
    canvas.text(swatch.right() + 1.6, y + kBaseline + 0.2, core::tr("Treated"),
                paper::coloured(paper::kSmall, paper::kInk));
}

void drawAvoid(Canvas& canvas, double x, double y, bool blackAndWhite) {
    const Rect swatch{x, y + 0.3, 8.0, 3.6};
    if (blackAndWhite) {
        drawGrid(canvas, swatch);
    } else {
        canvas.fill(swatch, palette::kBody);
        drawStripes(canvas, swatch, palette::kAvoid, 1.6, 0.25, true);
    }
    canvas.outline(swatch, palette::kAvoid, 0.4);
    canvas.text(swatch.right() + 1.6, y + kBaseline + 0.2, core::tr("Avoid"),
                paper::coloured(paper::kSmall, paper::kInk));
}

// A row of short marks, so that the steps differ without colour too.
void drawSigns(Canvas& canvas, const Rect& swatch, bool plus, Colour colour, double thickness) {
    for (int i = 0; i < 3; ++i) {
        const double x = swatch.x + swatch.width * (i + 0.5) / 3.0;
        const double y = swatch.y + 0.5 * swatch.height;
        const double reach = 0.45 + thickness;  // the white behind a sign stands out on all sides
        canvas.line(x - reach, y, x + reach, y, colour, thickness);
        if (plus) canvas.line(x, y - reach, x, y + reach, colour, thickness);
    }
}

// As the skin is hatched where something changed: 3, 5, 9 and 14 lines a centimetre, rising where it is more.
void drawChangeHatch(Canvas& canvas, const Rect& swatch, std::size_t bin, bool plus) {
    constexpr std::array<double, 4> kLinesPerCentimetre{3.0, 5.0, 9.0, 14.0};
    const double pitch = 10.0 / kLinesPerCentimetre[bin] * std::sqrt(2.0);
    const Canvas::Clip clip(canvas, swatch);
    for (double at = swatch.x - swatch.height; at < swatch.right(); at += pitch) {
        const double low = plus ? swatch.bottom() : swatch.y, high = plus ? swatch.y : swatch.bottom();
        canvas.line(at, low, at + swatch.height, high, palette::kContour, 0.2);
    }
}

void drawChangeStep(Canvas& canvas, const Rect& swatch, std::size_t bin, bool plus, const char* text,
                    bool blackAndWhite) {
    if (blackAndWhite) {
        drawChangeHatch(canvas, swatch, bin, plus);
        drawSigns(canvas, swatch, plus, paper::kWhite, 1.0);
        drawSigns(canvas, swatch, plus, palette::kContour, 0.35);
        canvas.outline(swatch, palette::kContour, paper::kHairline);
    } else {
        const Colour colour = (plus ? palette::kWorse : palette::kBetter)[bin];
        canvas.fill(swatch, colour);
        const bool dark = colour.r + colour.g + colour.b < 360;
        drawSigns(canvas, swatch, plus, dark ? paper::kWhite : paper::kInk, 0.35);
    }
    canvas.text(swatch.x + 0.5 * swatch.width, swatch.bottom() + kBaseline + 0.6, text,
                paper::aligned(paper::kSmall, Align::Centre));
}

// A sample of a line with gaps: how far from one dash to the next in millimetres, and what of it is ink.
void drawOutlineKey(Canvas& canvas, double x, double y, double dash, double share, const char* word) {
    constexpr double kSample = 7.0;
    for (double at = 0.0; at + dash * share <= kSample; at += dash)
        canvas.line(x + at, y - 0.95, x + at + dash * share, y - 0.95, palette::kContour, 0.35);
    canvas.text(x + kSample + 1.2, y, word, paper::kSmall);
}

std::size_t binOf(std::span<const double> lowest, double level) {
    std::size_t bin = 0;
    while (bin + 1 < lowest.size() && level >= lowest[bin + 1])
        ++bin;
    return bin;
}

}  // namespace

Colour levelColour(map::LayerKind layer, double level, bool blackAndWhite) {
    if (blackAndWhite) return paper::kWhite;
    switch (layer) {
        case map::LayerKind::Pain:
            return palette::kPain[static_cast<std::size_t>(std::clamp(std::lround(level), 0L, 10L))];
        case map::LayerKind::Tension:
            return palette::kTension[binOf(palette::kTensionFrom, level)];
        case map::LayerKind::Treated:
            return palette::kTreated;
        case map::LayerKind::Avoid:
            break;
    }
    return palette::kAvoid;
}

Colour digitColour(map::LayerKind layer, double level, bool blackAndWhite) {
    if (blackAndWhite) return {0, 0, 0, 255};
    const bool dark = layer == map::LayerKind::Pain
                          ? palette::isDigitWhiteOnPain(static_cast<int>(std::lround(level)))
                      : layer == map::LayerKind::Tension ? level >= palette::kTensionFrom[2]
                                                         : true;
    return dark ? paper::kWhite : Colour{0, 0, 0, 255};
}

double drawPainLegend(Canvas& canvas, double x, double y, double width, bool blackAndWhite) {
    const std::array<Band, 3> bands{
        {{core::tr("mild"), 1, 3}, {core::tr("moderate"), 4, 6}, {core::tr("severe"), 7, 10}}};
    canvas.text(x, y + 3.2, core::tr("Pain"), paper::kHeading);
    canvas.text(x + width, y + 3.2, core::tr("0 none, 10 worst possible"),
                paper::aligned(paper::kSmall, Align::Right));
    const double top = y + 5.6;
    const double cell = width / 11.0;
    for (int level = 0; level <= 10; ++level) {
        const Rect swatch{x + level * cell, top, cell + 0.05, kSwatchHeight};
        const Colour face = levelColour(map::LayerKind::Pain, level, blackAndWhite);
        canvas.fill(swatch, face);
        if (blackAndWhite && level > 0)
            drawStripes(canvas, swatch, palette::kContour, hatchPitch(level) * std::sqrt(2.0), 0.16, false);
        const TextStyle digit{9.0, Weight::SemiBold, digitColour(map::LayerKind::Pain, level, blackAndWhite),
                              Align::Centre};
        const double baseline = top + 0.5 * (kSwatchHeight + Canvas::capHeight(digit));
        const std::string number = std::to_string(level);
        if (blackAndWhite) {
            canvas.textWithHalo(swatch.x + 0.5 * cell, baseline, number, digit, face, 0.8);
        } else {
            canvas.text(swatch.x + 0.5 * cell, baseline, number, digit);
        }
    }
    for (const Band& band : bands)
        drawBand(canvas, x, top + kSwatchHeight, cell, band);
    const double lines = top + kSwatchHeight + 9.6;
    drawContourKeys(canvas, x, lines);
    return lines - y + 1.0;
}

double drawLayerLegend(Canvas& canvas, double x, double y, double width,
                       std::span<const map::LayerKind> layers, bool blackAndWhite) {
    const auto has = [&](map::LayerKind kind) {
        return std::find(layers.begin(), layers.end(), kind) != layers.end();
    };
    double height = 0.0;
    if (has(map::LayerKind::Tension)) {
        drawTension(canvas, x, y + 3.0, width, blackAndWhite);
        height += 11.4;
    }
    const bool treated = has(map::LayerKind::Treated);
    const bool avoid = has(map::LayerKind::Avoid);
    if (treated) drawTreated(canvas, x, y + height + 2.6, blackAndWhite);
    if (avoid) drawAvoid(canvas, treated ? x + width / 2.0 : x, y + height + 2.6, blackAndWhite);
    return treated || avoid ? height + 6.8 : height;
}

double drawChangeLegend(Canvas& canvas, double x, double y, double width, map::LayerKind layer,
                        bool blackAndWhite) {
    const bool hasDirection = layer == map::LayerKind::Pain || layer == map::LayerKind::Tension;
    const std::array<const char*, 4> steps{"0.5\u20131", "1\u20132", "2\u20134", "\u2265 4"};
    const double cell = width / 9.0;
    const double top = y + 5.2;
    canvas.text(x, y + 3.2, hasDirection ? core::tr("\u2212 better") : core::tr("\u2212 lower"),
                paper::kHeading);
    canvas.text(x + width, y + 3.2, hasDirection ? core::tr("+ worse") : core::tr("+ higher"),
                paper::aligned(paper::kHeading, Align::Right));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double step = static_cast<double>(i);
        drawChangeStep(canvas, {x + (3.0 - step) * cell, top, cell - 0.3, kSwatchHeight}, i, false, steps[i],
                       blackAndWhite);
        drawChangeStep(canvas, {x + (5.0 + step) * cell + 0.3, top, cell - 0.3, kSwatchHeight}, i, true,
                       steps[i], blackAndWhite);
    }
    const Rect same{x + 4.0 * cell, top, cell, kSwatchHeight};
    canvas.fill(same, blackAndWhite ? paper::kWhite : palette::kBody);
    if (blackAndWhite) canvas.outline(same, palette::kContour, paper::kHairline);
    canvas.text(same.x + 0.5 * cell, same.bottom() + kBaseline + 0.6, "< 0.5",
                paper::aligned(paper::kSmall, Align::Centre));
    const double outlines = same.bottom() + kBaseline + 4.6;
    drawOutlineKey(canvas, x, outlines, 1.4, 0.6, core::tr("new"));
    drawOutlineKey(canvas, x + 0.3 * width, outlines, 0.84, 0.4, core::tr("gone"));
    return 5.2 + kSwatchHeight + 8.4;
}

}  // namespace palpate::report
