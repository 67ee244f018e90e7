#include "report/canvas.h"

#include "core/check.h"

#include <algorithm>
#include <cstddef>
#include <numbers>

namespace palpate::report {

namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72.0;
constexpr double kInterCapHeight = 0.727;  // of the size, from the font's OS/2 table
constexpr std::string_view kEllipsis = "\u2026";

// Where a byte begins a character of UTF-8.
bool beginsCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
}

double channel(std::uint8_t value) {
    return value / 255.0;
}

std::uint32_t premultiplied(const std::uint8_t* rgba) {
    const std::uint32_t alpha = rgba[3];
    const auto times = [alpha](std::uint32_t value) { return (value * alpha + 127U) / 255U; };
    return alpha << 24U | times(rgba[0]) << 16U | times(rgba[1]) << 8U | times(rgba[2]);
}

std::shared_ptr<cairo_surface_t> makeSurface(int width, int height) {
    return {cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height), cairo_surface_destroy};
}

std::uint32_t* rowOf(cairo_surface_t* surface, int y) {
    const std::ptrdiff_t offset = std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface);
    // cairo aligns the rows of an image surface for 32-bit access.
    return static_cast<std::uint32_t*>(static_cast<void*>(cairo_image_surface_get_data(surface) + offset));
}

std::vector<std::string> splitWords(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter == ' ') {
            words.emplace_back();
        } else {
            words.back() += letter;
        }
    }
    return words;
}

}  // namespace

Canvas::Canvas(int widthPixels, int heightPixels, double pixelsPerMillimetre, const Fonts& fonts)
    : m_fonts(fonts),
      m_surface(makeSurface(widthPixels, heightPixels)),
      m_context(cairo_create(m_surface.get()), cairo_destroy) {
    core::check(cairo_status(m_context.get()) == CAIRO_STATUS_SUCCESS,
                "a canvas has a size that fits into memory");
    use(Colour{255, 255, 255});
    cairo_paint(m_context.get());
    cairo_scale(m_context.get(), pixelsPerMillimetre, pixelsPerMillimetre);
    const std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    // Greys, not colour fringes: the page is printed and scaled.
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(m_context.get(), options.get());
}

void Canvas::use(Colour colour) {
    cairo_set_source_rgb(m_context.get(), channel(colour.r), channel(colour.g), channel(colour.b));
}

void Canvas::use(const TextStyle& style) {
    cairo_set_font_face(m_context.get(), m_fonts.face(style.weight));
    cairo_set_font_size(m_context.get(), style.points * kMillimetresPerPoint);
    use(style.colour);
}

void Canvas::path(const Rect& area, double cornerRadius) {
    cairo_t* context = m_context.get();
    if (cornerRadius <= 0.0) {
        cairo_rectangle(context, area.x, area.y, area.width, area.height);
        return;
    }
    constexpr double kQuarter = std::numbers::pi / 2.0;
    cairo_new_sub_path(context);
    cairo_arc(context, area.right() - cornerRadius, area.y + cornerRadius, cornerRadius, -kQuarter, 0.0);
    cairo_arc(context, area.right() - cornerRadius, area.bottom() - cornerRadius, cornerRadius, 0.0,
              kQuarter);
    cairo_arc(context, area.x + cornerRadius, area.bottom() - cornerRadius, cornerRadius, kQuarter,
              2.0 * kQuarter);
    cairo_arc(context, area.x + cornerRadius, area.y + cornerRadius, cornerRadius, 2.0 * kQuarter,
              3.0 * kQuarter);
    cairo_close_path(context);
}

void Canvas::fill(const Rect& area, Colour colour, double cornerRadius) {
    use(colour);
    path(area, cornerRadius);
    cairo_fill(m_context.get());
}

void Canvas::outline(const Rect& area, Colour colour, double lineWidth, double cornerRadius) {
    use(colour);
    path(area, cornerRadius);
    cairo_set_line_width(m_context.get(), lineWidth);
    cairo_stroke(m_context.get());
}

void Canvas::line(double x0, double y0, double x1, double y1, Colour colour, double lineWidth) {
    use(colour);
    cairo_move_to(m_context.get(), x0, y0);
    cairo_line_to(m_context.get(), x1, y1);
    cairo_set_line_width(m_context.get(), lineWidth);
    cairo_stroke(m_context.get());
}

void Canvas::polygon(const std::vector<std::array<double, 2>>& corners, Colour colour) {
    use(colour);
    cairo_new_path(m_context.get());
    for (const auto& corner : corners)
        cairo_line_to(m_context.get(), corner[0], corner[1]);
    cairo_close_path(m_context.get());
    cairo_fill(m_context.get());
}

void Canvas::disc(double x, double y, double radius, Colour colour) {
    use(colour);
    cairo_arc(m_context.get(), x, y, radius, 0.0, 2.0 * std::numbers::pi);
    cairo_fill(m_context.get());
}

void Canvas::ring(double x, double y, double radius, Colour colour, double lineWidth) {
    use(colour);
    cairo_arc(m_context.get(), x, y, radius, 0.0, 2.0 * std::numbers::pi);
    cairo_set_line_width(m_context.get(), lineWidth);
    cairo_stroke(m_context.get());
}

double Canvas::textWidth(std::string_view text, const TextStyle& style) {
    use(style);
    cairo_text_extents_t extents{};
    cairo_text_extents(m_context.get(), std::string(text).c_str(), &extents);
    return extents.x_advance;
}

double Canvas::capHeight(const TextStyle& style) {
    return style.points * kMillimetresPerPoint * kInterCapHeight;
}

double Canvas::text(double x, double y, std::string_view text, const TextStyle& style) {
    const double width = textWidth(text, style);
    const double start = style.align == Align::Left     ? x
                         : style.align == Align::Centre ? x - width / 2.0
                                                        : x - width;
    cairo_move_to(m_context.get(), start, y);
    cairo_show_text(m_context.get(), std::string(text).c_str());
    cairo_new_path(m_context.get());
    return width;
}

void Canvas::textWithHalo(double x, double y, std::string_view text, const TextStyle& style, Colour halo,
                          double haloWidth) {
    const double width = textWidth(text, style);
    const double shift = style.align == Align::Left     ? 0.0
                         : style.align == Align::Centre ? width / 2.0
                                                        : width;
    cairo_t* context = m_context.get();
    cairo_move_to(context, x - shift, y);
    cairo_text_path(context, std::string(text).c_str());
    use(halo);
    cairo_set_line_width(context, 2.0 * haloWidth);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke_preserve(context);
    use(style.colour);
    cairo_fill(context);
}

std::string Canvas::elided(std::string_view text, const TextStyle& style, double width) {
    if (textWidth(text, style) <= width) return std::string(text);
    std::string shortened(text);
    while (!shortened.empty()) {
        while (!shortened.empty() && !beginsCharacter(shortened.back()))
            shortened.pop_back();
        if (!shortened.empty()) shortened.pop_back();
        while (!shortened.empty() && (shortened.back() == ' ' || shortened.back() == ','))
            shortened.pop_back();
        const std::string candidate = shortened + std::string(kEllipsis);
        if (textWidth(candidate, style) <= width) return candidate;
    }
    return std::string(kEllipsis);
}

std::vector<std::string> Canvas::wrapped(std::string_view text, const TextStyle& style, double width,
                                         std::size_t mostLines) {
    std::vector<std::string> lines;
    for (const std::string& word : splitWords(text)) {
        const std::string longer = lines.empty() ? word : lines.back() + " " + word;
        const bool full = lines.size() == mostLines;
        if (!lines.empty() && (full || textWidth(longer, style) <= width)) {
            lines.back() = longer;
        } else {
            lines.push_back(word);
        }
    }
    for (std::string& line : lines)
        line = elided(line, style, width);
    return lines;
}

void Canvas::picture(const image::Image& picture, const Rect& area) {
    if (picture.isEmpty()) return;
    const int width = picture.width();
    const int height = picture.height();
    const auto surface = makeSurface(width, height);
    cairo_surface_flush(surface.get());
    const std::uint8_t* source = picture.bytes().data();
    for (int y = 0; y < height; ++y) {
        std::uint32_t* row = rowOf(surface.get(), y);
        for (int x = 0; x < width; ++x, source += 4)
            row[x] = premultiplied(source);
    }
    cairo_surface_mark_dirty(surface.get());
    cairo_t* context = m_context.get();
    cairo_save(context);
    cairo_translate(context, area.x, area.y);
    cairo_scale(context, area.width / width, area.height / height);
    cairo_set_source_surface(context, surface.get(), 0.0, 0.0);
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD);
    cairo_paint(context);
    cairo_restore(context);
}

Canvas::Clip::Clip(Canvas& canvas, const Rect& area) : m_context(canvas.m_context.get()) {
    cairo_save(m_context);
    cairo_rectangle(m_context, area.x, area.y, area.width, area.height);
    cairo_clip(m_context);
}

Canvas::Clip::~Clip() {
    cairo_restore(m_context);
}

image::Image Canvas::image() const {
    cairo_surface_flush(m_surface.get());
    const int width = cairo_image_surface_get_width(m_surface.get());
    const int height = cairo_image_surface_get_height(m_surface.get());
    image::Image drawn(width, height, {255, 255, 255, 255});
    std::uint8_t* target = drawn.bytes().data();
    for (int y = 0; y < height; ++y) {
        const std::uint32_t* row = rowOf(m_surface.get(), y);
        for (int x = 0; x < width; ++x, target += 4) {
            target[0] = static_cast<std::uint8_t>(row[x] >> 16U);
            target[1] = static_cast<std::uint8_t>(row[x] >> 8U);
            target[2] = static_cast<std::uint8_t>(row[x]);
        }
    }
    return drawn;
}

}  // namespace palpate::report
