#include "cli/options.h"

#include "core/text.h"

#include <CLI/Validators.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate::cli {

namespace {

using core::tr;
using core::trf;

// All of `text` as a number, or empty.
std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

[[noreturn]] void refuse(const std::string& option, const std::string& why) {
    throw CLI::ValidationError(option, why);
}

core::VisitId visitFrom(const std::string& option, std::string_view text) {
    const auto number = wholeNumber(text);
    if (!number || *number <= 0) refuse(option, trf("\"{0}\" is not the number of a visit", {text}));
    return {*number};
}

clinic::Author authorFrom(const std::string& option, std::string_view text) {
    const auto author = clinic::authorFromId(text);
    if (!author) refuse(option, trf("\"{0}\" is no author: use client or therapist", {text}));
    return *author;
}

clinic::Moment momentFrom(const std::string& option, std::string_view text) {
    const auto moment = clinic::momentFromId(text);
    if (!moment) refuse(option, trf("\"{0}\" is no moment: use before or after", {text}));
    return *moment;
}

MapReference mapReferenceFrom(const std::string& option, std::string_view text) {
    const auto parts = split(text, ':');
    if (parts.size() > 3) refuse(option, trf("\"{0}\" is not VISIT[:author[:moment]]", {text}));
    MapReference map;
    map.visit = visitFrom(option, parts[0]);
    if (parts.size() > 1) map.author = authorFrom(option, parts[1]);
    if (parts.size() > 2) map.moment = momentFrom(option, parts[2]);
    return map;
}

PixelSize sizeFrom(const std::string& option, std::string_view text) {
    const auto parts = split(text, 'x');
    const auto width = parts.size() == 2 ? wholeNumber(parts[0]) : std::nullopt;
    const auto height = parts.size() == 2 ? wholeNumber(parts[1]) : std::nullopt;
    if (!width || !height) refuse(option, trf("\"{0}\" is not a size: write it like 1600x900", {text}));
    const auto fits = [](std::int64_t side) { return side >= kSmallestSide && side <= kLargestSide; };
    if (!fits(*width) || !fits(*height)) {
        refuse(option, trf("{0} is too small or too large: each side has {1} to {2} pixels",
                           {text, std::to_string(kSmallestSide), std::to_string(kLargestSide)}));
    }
    return {static_cast<int>(*width), static_cast<int>(*height)};
}

// An option whose text `read(name, text)` turns into a value, or throws.
template <typename Read>
CLI::Option* addText(CLI::App& app, const std::string& name, const std::string& type, const std::string& help,
                     Read read) {
    return app
        .add_option_function<std::string>(
            name, [name, read](const std::string& text) { read(name, text); }, help)
        ->type_name(type);
}

}  // namespace

CLI::Option* addJson(CLI::App& app, bool& json) {
    return app.add_flag("--json", json, tr("Answer as one JSON document"));
}

CLI::Option* addVisit(CLI::App& app, MapReference& map) {
    const auto read = [&map](const std::string& name, const std::string& text) {
        map.visit = visitFrom(name, text);
    };
    return addText(app, "--visit", "ID", tr("The visit's number, as visit list shows it"), read)->required();
}

CLI::Option* addAuthor(CLI::App& app, MapReference& map) {
    const auto read = [&map](const std::string& name, const std::string& text) {
        map.author = authorFrom(name, text);
    };
    return addText(app, "--author", "client|therapist", tr("Whose map"), read);
}

CLI::Option* addMoment(CLI::App& app, MapReference& map) {
    const auto read = [&map](const std::string& name, const std::string& text) {
        map.moment = momentFrom(name, text);
    };
    return addText(app, "--moment", "before|after", tr("The map before or after treatment (default before)"),
                   read);
}

CLI::Option* addMapReference(CLI::App& app, const std::string& option, MapReference& map,
                             const std::string& help) {
    const auto read = [&map](const std::string& name, const std::string& text) {
        map = mapReferenceFrom(name, text);
    };
    return addText(app, option, "VISIT[:author[:moment]]", help, read)->required();
}

CLI::Option* addLayer(CLI::App& app, map::LayerKind& layer) {
    const auto read = [&layer](const std::string& name, const std::string& text) {
        const auto kind = map::layerFromId(text);
        if (!kind) refuse(name, trf("\"{0}\" is no layer: use pain, tension, treated or avoid", {text}));
        layer = *kind;
    };
    return addText(app, "--layer", "LAYER", tr("pain, tension, treated or avoid (default pain)"), read);
}

CLI::Option* addView(CLI::App& app, std::optional<body::StandardView>& view) {
    const auto read = [&view](const std::string& name, const std::string& text) {
        view = body::standardViewFromId(text);
        if (!view)
            refuse(name, trf("\"{0}\" is no view: use front, back, left, right, top or soles", {text}));
    };
    return addText(app, "--view", "VIEW",
                   tr("front, back, left, right, top or soles; left shows the person's own left side"), read);
}

CLI::Option* addOverlay(CLI::App& app, std::optional<body::OverlayKind>& overlay) {
    const auto read = [&overlay](const std::string& name, const std::string& text) {
        overlay = body::overlayFromId(text);
        if (!overlay) refuse(name, trf("\"{0}\" is no overlay: use regions, muscles or dermatomes", {text}));
    };
    return addText(app, "--overlay", "OVERLAY",
                   tr("Places to show on the skin: regions, muscles or dermatomes (default none)"), read);
}

CLI::Option* addSize(CLI::App& app, std::optional<PixelSize>& size) {
    const auto read = [&size](const std::string& name, const std::string& text) {
        size = sizeFrom(name, text);
    };
    return addText(app, "--size", "WxH", tr("Pixels, such as 1600x900"), read);
}

CLI::Option* addOutput(CLI::App& app, std::filesystem::path& output, const std::string& ending) {
    const auto read = [&output, ending](const std::string& name, const std::string& text) {
        output = text;
        if (output.extension() != ending)
            refuse(name, trf("\"{0}\" must end in {1}: no other kind of file is written", {text, ending}));
    };
    return addText(app, "--output", "FILE", trf("The file to write, ending in {0}", {ending}), read);
}

void addChangeRules(CLI::App& app, analysis::ChangeRules& rules) {
    using namespace analysis;
    app.add_option("--level-limit", rules.limits.levels, tr("Points of 0-10 that are a clear change"))
        ->check(CLI::Range(kLeastLevelLimit, kMostLevelLimit))
        ->type_name("POINTS");
    app.add_option_function<double>(
           "--area-limit",
           [&rules](double percent) {
               rules.limits.onePlaceExtentShare = percent / 100.0;
               rules.limits.extentShare = std::min(rules.limits.extentShare, percent / 100.0);
           },
           tr("Percent of the mean of both areas that are a clear change of one place"))
        ->check(CLI::Range(100.0 * kLeastExtentLimit, 100.0 * kMostExtentLimit))
        ->type_name("PERCENT");
    app.add_option("--border-mm", rules.tolerance.borderMm,
                   tr("How far a border may have moved without being new or gone"))
        ->check(CLI::Range(kLeastBorderMm, kMostBorderMm))
        ->type_name("MM");
}

}  // namespace palpate::cli
