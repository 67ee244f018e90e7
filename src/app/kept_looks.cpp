#include "app/kept_looks.h"

#include "core/atomic_file.h"
#include "core/text.h"
#include "ui/layout.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <sstream>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

constexpr double kSmallestScale = 1.0, kLargestScale = 3.0;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::map<std::string, std::string> settingsOf(std::string_view text) {
    std::map<std::string, std::string> settings;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        const auto equal = line.find('=');
        if (equal == std::string::npos) continue;
        settings[std::string(trimmed(std::string_view(line).substr(0, equal)))] =
            trimmed(std::string_view(line).substr(equal + 1));
    }
    return settings;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_settings(settingsOf(text)) {}

    [[nodiscard]] bool flag(const char* name) const { return text(name) == "1"; }
    [[nodiscard]] std::string text(const char* name) const {
        const auto found = m_settings.find(name);
        return found == m_settings.end() ? std::string() : found->second;
    }
    [[nodiscard]] double number(const char* name, double usual, double least, double most) const {
        const std::string digits = text(name);
        double value = 0.0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool isNumber =
            read.ec == std::errc() && read.ptr == digits.data() + digits.size() && !digits.empty();
        // A number that is none compares false.
        return isNumber && value >= least && value <= most ? value : usual;
    }

private:
    std::map<std::string, std::string> m_settings;
};

}  // namespace

std::string toText(const KeptLooks& looks) {
    const document::Appearance& look = looks.appearance;
    std::string text;
    const auto add = [&text](const char* name, const std::string& value) {
        text += std::string(name) + " = " + value + "\n";
    };
    const auto flag = [](bool isOn) { return std::string(isOn ? "1" : "0"); };
    add("dark", flag(look.dark));
    add("high_contrast", flag(look.highContrast));
    add("reduce_motion", flag(look.reduceMotion));
    add("scale", core::decimal(look.scale, 2));
    add("black_and_white", flag(look.blackAndWhite));
    add("vision", image::visionId(look.vision));
    add("pen_sizes", flag(look.penSizes));
    add("left_column", core::decimal(static_cast<double>(looks.leftWidth), 0));
    add("right_column", core::decimal(static_cast<double>(looks.rightWidth), 0));
    const analysis::ChangeRules& rules = looks.changeRules;
    add("change_levels", core::decimal(rules.limits.levels, 2));
    add("change_one_place", core::decimal(rules.limits.onePlaceExtentShare, 2));
    add("change_extent", core::decimal(rules.limits.extentShare, 2));
    add("change_border_mm", core::decimal(rules.tolerance.borderMm, 1));
    return text;
}

KeptLooks looksFromText(std::string_view text) {
    const Reader in(text);
    KeptLooks looks;
    document::Appearance& look = looks.appearance;
    look.dark = in.flag("dark");
    look.highContrast = in.flag("high_contrast");
    look.reduceMotion = in.flag("reduce_motion");
    look.scale = in.number("scale", look.scale, kSmallestScale, kLargestScale);
    look.blackAndWhite = in.flag("black_and_white");
    look.vision = image::visionFromId(in.text("vision")).value_or(image::Vision::Full);
    look.penSizes = in.flag("pen_sizes");
    const auto width = [&in](const char* name, float usual, float least, float most) {
        return static_cast<float>(in.number(name, static_cast<double>(usual), static_cast<double>(least),
                                            static_cast<double>(most)));
    };
    looks.leftWidth = width("left_column", looks.leftWidth, ui::kSmallestLeft, ui::kLargestLeft);
    looks.rightWidth = width("right_column", looks.rightWidth, ui::kSmallestRight, ui::kLargestRight);
    using namespace analysis;
    ChangeRules& rules = looks.changeRules;
    double& one = rules.limits.onePlaceExtentShare;
    rules.limits.levels = in.number("change_levels", rules.limits.levels, kLeastLevelLimit, kMostLevelLimit);
    one = in.number("change_one_place", one, kLeastExtentLimit, kMostExtentLimit);
    rules.limits.extentShare =
        in.number("change_extent", std::min(rules.limits.extentShare, one), kLeastExtentLimit, one);
    rules.tolerance.borderMm =
        in.number("change_border_mm", rules.tolerance.borderMm, kLeastBorderMm, kMostBorderMm);
    return looks;
}

fs::path looksFile() {
    const auto absolute = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && fs::path(value).is_absolute() ? fs::path(value) : fs::path();
    };
    const fs::path config = absolute("XDG_CONFIG_HOME"), home = absolute("HOME");
    if (!config.empty()) return config / "palpate" / "looks";
    return home.empty() ? fs::path() : home / ".config" / "palpate" / "looks";
}

KeptLooks readLooks(const fs::path& file) {
    const auto text = core::readTextFile(file);
    return text ? looksFromText(*text) : KeptLooks();
}

core::Result<void> writeLooks(const fs::path& file, const KeptLooks& looks) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) {
        return core::Error{core::trf("The folder for settings cannot be made: {0}", {error.message()}),
                           file.parent_path().string(), core::tr("Make room, or make the folder yourself.")};
    }
    return core::writeFileAtomically(file, toText(looks));
}

}  // namespace palpate::app
