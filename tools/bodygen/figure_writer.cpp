#include "bodygen/figure_writer.h"

#include <cstdio>

namespace palpate::bodygen {
namespace {

std::string number(double metres, int decimals) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", decimals, metres * 1000.0);
    return std::string(text) == "-0" ? "0" : text;
}

std::string point(const Vec3& p) {
    return number(p.x, 0) + " " + number(p.y, 0) + " " + number(p.z, 0);
}

std::string terms(const std::vector<double>& values, int decimals) {
    std::string out;
    for (const double value : values)
        out += " " + number(value, decimals);
    return out;
}

std::string tubeText(const std::string& name, const TubeTable& tube) {
    const char* axis = tube.axis == Axis::Bone ? "bone" : tube.axis == Axis::Hand ? "hand" : "world";
    std::string out = "\ntube " + name + " order " + std::to_string(tube.order) +
                      (tube.symmetric ? " symmetric" : " general") + " rounding " + number(tube.rounding, 0) +
                      " axis " + axis + "\n# station s" + (tube.axis == Axis::Bone ? "" : " | centre") +
                      " | cosine terms" + (tube.symmetric ? "" : " | sine terms") + "\n";
    for (const Station& station : tube.stations) {
        char s[32];
        std::snprintf(s, sizeof s, "%.3f", station.s);
        out += std::string("station ") + s;
        if (tube.axis != Axis::Bone) out += " | " + point(station.centre);
        out += " |" + terms(station.cosines, 0);
        if (!tube.symmetric) out += " |" + terms(station.sines, 0);
        out += "\n";
    }
    return out;
}

}  // namespace

std::string figureText(const Figure& figure) {
    std::string out =
        "# Shape table of the figure \"" + figure.name +
        "\". Millimetres; the left half of the body. tools/bodygen/README.md explains the words.\nfigure " +
        figure.name + "\n\n";
    for (const auto& [name, at] : figure.joints)
        out += "joint " + name + " " + point(at) + "\n";
    for (const auto& [name, tube] : figure.tubes)
        out += tubeText(name, tube);
    out +=
        "\nhead centre " + point(figure.head.centre) + " degree " + std::to_string(figure.head.degree) + "\n";
    std::size_t first = 0;
    for (int l = 0; l <= figure.head.degree; ++l) {
        const auto begin = figure.head.terms.begin() + static_cast<std::ptrdiff_t>(first);
        out += "harmonics " + std::to_string(l) + " |" + terms({begin, begin + l + 1}, 1) + "\n";
        first += static_cast<std::size_t>(l) + 1;
    }
    out += "\n";
    for (const auto& [name, factor] : figure.relief) {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", factor);
        out += "relief " + name + " " + text + "\n";
    }
    return out;
}

}  // namespace palpate::bodygen
