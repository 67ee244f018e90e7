#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Charts as plain data: what is drawn where, in pixels from the top left, without saying with what. The
// window and the pictures for files draw the same.
namespace palpate::analysis {

// What a stroke or sign stands for; whoever draws chooses the colours. Each series also has a sign and a line
// pattern of its own, so that nothing is told by colour alone.
enum class ChartInk : std::uint8_t {
    Text,
    Dim,   // second in rank
    Rule,  // grid lines
    Axis,
    Worst,
    Mean,
    Extent,
    Load,
    Treated,
    Rating,
    Left,  // of the person's sides
    Right,
    Chosen,  // the visit that is looked at
    Better,
    Worse,
};

enum class ChartSign : std::uint8_t { Disc, Ring, Square, Triangle, Diamond, Cross, Plus, Minus };

struct ChartPoint {
    double x = 0.0, y = 0.0;
};
struct ChartLine {
    ChartPoint from, to;
    ChartInk ink = ChartInk::Axis;
    double width = 1.0;
};
struct ChartBox {
    double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
    ChartInk ink = ChartInk::Rule;
    double strength = 1.0;  // opacity, 0..1
};
struct ChartMark {
    ChartPoint at;
    ChartSign sign = ChartSign::Disc;
    double radius = 4.0;
    ChartInk ink = ChartInk::Text;
};
struct ChartText {
    ChartPoint at;  // y: the middle of the line's height
    std::string text;
    ChartInk ink = ChartInk::Dim;
    double align = 0.0;  // 0: begins at x, 0.5: in its middle, 1: ends there
    bool strong = false;
};
// Where the pointer means an item.
struct ChartTarget {
    double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
    std::size_t item = 0;
};

// Drawn in this order: boxes, lines, marks, texts.
struct Chart {
    double width = 0.0, height = 0.0;
    std::vector<ChartBox> boxes;
    std::vector<ChartLine> lines;  // broken lines are cut into pieces already
    std::vector<ChartMark> marks;
    std::vector<ChartText> texts;
    std::vector<ChartTarget> targets;
};

struct ChartSize {
    double width = 800.0, height = 320.0;
    double em = 14.0;  // height of the text in the same pixels; everything else follows from it
};

enum class LinePattern : std::uint8_t { Solid, Dashed, Dotted };
// Adds a line in pieces of whole dashes. `em` sets their length.
void addLine(Chart& chart, ChartPoint from, ChartPoint to, ChartInk ink, double width, LinePattern pattern,
             double em);

// The room a text may need: wider than it is in any typeface that is used.
[[nodiscard]] double estimatedWidth(const std::string& text, double em);

// A scale from 0 to at least `most` in steps of 1, 2 or 5 times a power of ten.
struct Scale {
    double step = 1.0, most = 1.0;
    int decimals = 0;  // that the steps need
};
// `steps`: about how many, at least 1. A `most` of 0 or less gives 0..1.
[[nodiscard]] Scale niceScale(double most, int steps);

}  // namespace palpate::analysis
