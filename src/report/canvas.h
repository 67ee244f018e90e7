#pragma once

#include "core/result.h"
#include "image/image.h"

#include <cairo.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

using Colour = image::Rgba;

// Millimetres from the top left.
struct Rect {
    double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

enum class Weight : std::uint8_t { Regular, SemiBold };
enum class Align : std::uint8_t { Left, Centre, Right };

struct TextStyle {
    double points = 9.0;  // 1/72 inch
    Weight weight = Weight::Regular;
    Colour colour{27, 31, 36};
    Align align = Align::Left;
};

// Inter in the weights that documents use, from a resource folder's fonts/.
class Fonts {
public:
    static core::Result<Fonts> load(const std::filesystem::path& resourceFolder);

    [[nodiscard]] cairo_font_face_t* face(Weight weight) const {
        return m_faces[static_cast<std::size_t>(weight)].get();
    }

private:
    Fonts() = default;
    std::array<std::shared_ptr<cairo_font_face_t>, 2> m_faces;
};

// Paper to draw on, white at first, measured in millimetres.
class Canvas {
public:
    Canvas(int widthPixels, int heightPixels, double pixelsPerMillimetre, const Fonts& fonts);

    void fill(const Rect& area, Colour colour, double cornerRadius = 0.0);
    void outline(const Rect& area, Colour colour, double lineWidth, double cornerRadius = 0.0);
    void line(double x0, double y0, double x1, double y1, Colour colour, double lineWidth);
    void disc(double x, double y, double radius, Colour colour);
    void ring(double x, double y, double radius, Colour colour, double lineWidth);

    void polygon(const std::vector<std::array<double, 2>>& corners, Colour colour);

    // `y` is the baseline. Returns the width drawn.
    double text(double x, double y, std::string_view text, const TextStyle& style);
    // Text with a halo of another colour around the letters, for use on a picture.
    void textWithHalo(double x, double y, std::string_view text, const TextStyle& style, Colour halo,
                      double haloWidth);
    [[nodiscard]] double textWidth(std::string_view text, const TextStyle& style);
    // Height of the digits and capitals.
    [[nodiscard]] static double capHeight(const TextStyle& style);
    // Cut with "..." so that it is at most `width` wide.
    [[nodiscard]] std::string elided(std::string_view text, const TextStyle& style, double width);
    // Broken between words into lines at most `width` wide; the last of `mostLines` is elided.
    [[nodiscard]] std::vector<std::string> wrapped(std::string_view text, const TextStyle& style,
                                                   double width, std::size_t mostLines);

    // Scaled to `area`.
    void picture(const image::Image& picture, const Rect& area);

    // All later drawing stays inside `area` until the guard dies.
    class Clip {
    public:
        Clip(Canvas& canvas, const Rect& area);
        Clip(const Clip&) = delete;
        Clip& operator=(const Clip&) = delete;
        ~Clip();

    private:
        cairo_t* m_context;
    };

    // What was drawn, opaque.
    [[nodiscard]] image::Image image() const;

private:
    void use(Colour colour);
    void use(const TextStyle& style);
    void path(const Rect& area, double cornerRadius);

    const Fonts& m_fonts;
    std::shared_ptr<cairo_surface_t> m_surface;
    std::shared_ptr<cairo_t> m_context;
};

}  // namespace palpate::report
