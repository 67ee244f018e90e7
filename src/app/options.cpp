#include "app/options.h"

#include "core/text.h"
#include "core/version.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <string_view>

namespace palpate::app {

namespace {

using core::tr;

constexpr int kWrongUsage = 2;

std::optional<glm::ivec2> sizeFromText(std::string_view text) {
    glm::ivec2 size{0};
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.x);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.y);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    const bool sensible = size.x >= 320 && size.y >= 240 && size.x <= 8192 && size.y <= 8192;
    return sensible ? std::optional(size) : std::nullopt;
}

struct Raw {
    std::string vault, file, uiRects, size;
    std::vector<std::string> run;
    bool demo = false;
    double lockAfterSeconds = 0.0;
};

void declare(CLI::App& parser, Raw& raw) {
    parser.add_option("--vault", raw.vault, tr("The practice to open; without it the one used last"))
        ->type_name("FILE");
    parser.add_option("file", raw.file, tr("The same"))->type_name("FILE");
    parser.add_flag("--demo", raw.demo, tr("Open the demo practice; it is made if it is not there"));
    parser.add_option("--lock-after", raw.lockAfterSeconds)->group("");
    parser.add_option("--dump-ui-rects", raw.uiRects)->group("");
    parser.add_option("--size", raw.size)->group("");
    parser.add_option("--run", raw.run)->group("");
    parser.set_version_flag("--version", std::string("palpate ") + core::version(),
                            tr("Say which version this is"));
    parser.set_help_flag("--help", tr("Say what can be asked for"));
}

CommandLine wrong(const std::string& what) {
    return {{}, kWrongUsage, what + " " + tr("See palpate --help.")};
}

// In our own words: those of the parser cannot be translated.
std::string whatIsWrong(const CLI::ParseError& error, const std::vector<std::string>& extra) {
    if (!extra.empty()) return core::trf("\"{0}\" is not understood.", {extra.front()});
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
        return tr("An option has no value, or more than one.");
    return core::trf("The command line is not understood ({0}).", {error.what()});
}

}  // namespace

CommandLine parseCommandLine(int argc, const char* const* argv) {
    CLI::App parser(tr("Palpate: a 3D body map for pain tracking"), "palpate");
    Raw raw;
    declare(parser, raw);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {{}, 0, parser.help()};
    } catch (const CLI::CallForVersion& version) {
        return {{}, 0, std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        return wrong(whatIsWrong(error, parser.remaining()));
    }
    CommandLine line;
    if ((raw.demo ? 1 : 0) + (raw.vault.empty() ? 0 : 1) + (raw.file.empty() ? 0 : 1) > 1)
        return wrong(tr("Only one practice can be opened at a time."));
    line.options.vault = raw.vault.empty() ? raw.file : raw.vault;
    line.options.demo = raw.demo;
    line.options.lockAfterSeconds = raw.lockAfterSeconds;
    line.options.uiRects = raw.uiRects;
    line.options.run = raw.run;
    if (!raw.size.empty()) {
        const auto size = sizeFromText(raw.size);
        if (!size) return wrong(core::trf("\"{0}\" is not a size such as 1280x800.", {raw.size}));
        line.options.size = *size;
    }
    return line;
}

}  // namespace palpate::app
