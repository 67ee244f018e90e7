#include "bodygen/figure.h"

#include "bodygen/units.h"
#include "core/atomic_file.h"

#include <array>
#include <charconv>
#include <sstream>

namespace palpate::bodygen {
namespace {

constexpr std::array<std::string_view, 10> kBodyJoints = {"c7",   "chin",  "vertex",   "eye",   "hip",
                                                          "knee", "ankle", "shoulder", "elbow", "wrist"};
constexpr std::array<std::string_view, 5> kFingerNames = {"thumb", "index", "middle", "ring", "little"};
constexpr std::array<std::string_view, 6> kTubeNames = {"torso", "neck", "leg", "foot", "arm", "palm"};

// One line of a table, read word by word.
class Words {
public:
    explicit Words(const std::string& line) : m_stream(line) {}

    bool word(std::string& out) { return static_cast<bool>(m_stream >> out); }
    bool literal(std::string_view wanted) {
        std::string got;
        return word(got) && got == wanted;
    }
    bool number(double& out) {
        std::string got;
        if (!word(got)) return false;
        const auto [end, error] = std::from_chars(got.data(), got.data() + got.size(), out);
        return error == std::errc() && end == got.data() + got.size();
    }
    bool millimetres(double& out) {
        if (!number(out)) return false;
        out *= kMillimetre;
        return true;
    }
    bool point(Vec3& out) { return millimetres(out.x) && millimetres(out.y) && millimetres(out.z); }
    bool atEnd() {
        std::string rest;
        return !word(rest);
    }

private:
    std::istringstream m_stream;
};

class FigureReader {
public:
    bool line(const std::string& text) {
        Words words(text);
        std::string keyword;
        if (!words.word(keyword) || keyword.front() == '#') return true;
        if (keyword == "figure") return words.word(m_figure.name) && words.atEnd();
        if (keyword == "joint") return joint(words);
        if (keyword == "tube") return tube(words);
        if (keyword == "station") return station(words);
        if (keyword == "head") return head(words);
        if (keyword == "harmonics") return harmonics(words);
        if (keyword == "relief") return relief(words);
        return false;
    }
    Figure take() { return std::move(m_figure); }

private:
    bool joint(Words& words) {
        std::string name;
        Vec3 at;
        if (!words.word(name) || !words.point(at) || !words.atEnd()) return false;
        return m_figure.joints.emplace(name, at).second;
    }
    bool tube(Words& words) {
        std::string name, kind, axis;
        double order = 0.0;
        TubeTable table;
        const bool read = words.word(name) && words.literal("order") && words.number(order) &&
                          words.word(kind) && words.literal("rounding") &&
                          words.millimetres(table.rounding) && words.literal("axis") && words.word(axis) &&
                          words.atEnd();
        if (!read || order < 1.0 || order > 12.0) return false;
        table.order = static_cast<int>(order);
        table.symmetric = kind == "symmetric";
        table.axis = axis == "bone" ? Axis::Bone : axis == "hand" ? Axis::Hand : Axis::World;
        m_tube = &m_figure.tubes[name];
        *m_tube = table;
        return true;
    }
    bool station(Words& words) {
        if (m_tube == nullptr) return false;
        Station row;
        if (!words.number(row.s) || !words.literal("|")) return false;
        if (m_tube->axis != Axis::Bone && (!words.point(row.centre) || !words.literal("|"))) return false;
        row.cosines.resize(static_cast<std::size_t>(m_tube->order) + 1);
        for (double& term : row.cosines)
            if (!words.millimetres(term)) return false;
        if (!m_tube->symmetric) {
            if (!words.literal("|")) return false;
            row.sines.resize(static_cast<std::size_t>(m_tube->order));
            for (double& term : row.sines)
                if (!words.millimetres(term)) return false;
        }
        m_tube->stations.push_back(std::move(row));
        return words.atEnd();
    }
    bool head(Words& words) {
        double degree = 0.0;
        if (!words.literal("centre") || !words.point(m_figure.head.centre) || !words.literal("degree") ||
            !words.number(degree))
            return false;
        m_figure.head.degree = static_cast<int>(degree);
        return words.atEnd() && degree >= 1.0 && degree <= 20.0;
    }
    bool harmonics(Words& words) {
        double degree = 0.0;
        if (!words.number(degree) || !words.literal("|") || degree < 0.0) return false;
        for (int order = 0; order <= static_cast<int>(degree); ++order) {
            double term = 0.0;
            if (!words.millimetres(term)) return false;
            m_figure.head.terms.push_back(term);
        }
        return words.atEnd();
    }
    bool relief(Words& words) {
        std::string name;
        double factor = 0.0;
        if (!words.word(name) || !words.number(factor) || !words.atEnd()) return false;
        m_figure.relief.emplace_back(name, factor);
        return true;
    }

    Figure m_figure;
    TubeTable* m_tube = nullptr;
};

std::string missingFrom(const Figure& figure) {
    for (const std::string_view name : kBodyJoints)
        if (!figure.joints.contains(name)) return "joint " + std::string(name);
    for (std::size_t finger = 0; finger < kFingerNames.size(); ++finger) {
        for (int k = 1; k <= 4; ++k) {
            const std::string hand = std::string(kFingerNames[finger]) + "-" + std::to_string(k);
            if (!figure.joints.contains(hand)) return "joint " + hand;
            const std::string toe = "toe" + std::to_string(finger + 1) + "-" + std::to_string(k);
            if (!(finger == 0 && k == 4) && !figure.joints.contains(toe)) return "joint " + toe;
        }
    }
    for (const std::string_view name : kTubeNames) {
        const auto found = figure.tubes.find(name);
        if (found == figure.tubes.end() || found->second.stations.size() < 4)
            return "tube " + std::string(name);
    }
    const auto degree = static_cast<std::size_t>(figure.head.degree);
    if (figure.head.terms.size() != (degree + 1) * (degree + 2) / 2) return "harmonics of the head";
    return {};
}

}  // namespace

const Vec3& Figure::joint(std::string_view wanted) const {
    const auto found = joints.find(wanted);
    core::check(found != joints.end(), "a figure has every joint");
    return found->second;
}

double Figure::reliefFactor(std::string_view landmark) const {
    double factor = 1.0;
    for (const auto& [start, value] : relief)
        if (start == "*" || landmark.starts_with(start)) factor = value;
    return factor;
}

core::Result<Figure> readFigure(const std::filesystem::path& path) {
    const auto text = core::readTextFile(path);
    if (!text) return text.error();
    FigureReader reader;
    std::istringstream lines(*text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (!reader.line(line))
            return core::Error{"A line of the figure table cannot be read",
                               path.string() + ", line " + std::to_string(number),
                               "The keywords and their values are listed in tools/bodygen/README.md."};
    }
    Figure figure = reader.take();
    const std::string missing = missingFrom(figure);
    if (!missing.empty())
        return core::Error{"The figure table lacks " + missing, path.string(),
                           "Compare it with models/figures/neutral.txt."};
    return figure;
}

core::Result<Figure> mixFigures(const Figure& a, const Figure& b, double share) {
    const core::Error differs{"The two figures have different layouts", a.name + ", " + b.name, ""};
    const auto mixed = [share](double x, double y) { return x + (y - x) * share; };
    const auto mixedAll = [&](std::vector<double>& to, const std::vector<double>& from) {
        for (std::size_t i = 0; i < to.size(); ++i)
            to[i] = mixed(to[i], from[i]);
    };
    Figure out = a;
    for (auto& [key, at] : out.joints)
        at += (b.joint(key) - at) * share;
    for (auto& [key, tube] : out.tubes) {
        const auto other = b.tubes.find(key);
        if (other == b.tubes.end() || other->second.stations.size() != tube.stations.size()) return differs;
        for (std::size_t i = 0; i < tube.stations.size(); ++i) {
            Station& to = tube.stations[i];
            const Station& from = other->second.stations[i];
            if (to.cosines.size() != from.cosines.size() || to.sines.size() != from.sines.size())
                return differs;
            to.s = mixed(to.s, from.s);
            to.centre += (from.centre - to.centre) * share;
            mixedAll(to.cosines, from.cosines);
            mixedAll(to.sines, from.sines);
        }
    }
    if (a.head.degree != b.head.degree) return differs;
    out.head.centre += (b.head.centre - a.head.centre) * share;
    mixedAll(out.head.terms, b.head.terms);
    for (auto& [key, factor] : out.relief)
        factor = mixed(factor, b.reliefFactor(key));
    return out;
}

}  // namespace palpate::bodygen
