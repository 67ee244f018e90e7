#include "gesture/event_stream.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace palpate::gesture {

namespace {

using core::Error;
using core::Result;
using core::tr;
using core::trf;
using platform::PointerButton;
using platform::PointerEvent;
using platform::PointerKind;
using platform::PointerPhase;

constexpr std::string_view kTitle = "palpate-pointer-stream";
constexpr int kVersion = 1;

template <typename Value>
struct Word {
    std::string_view text;
    Value value;
};

constexpr std::array kKinds{
    Word<PointerKind>{"mouse", PointerKind::Mouse}, Word<PointerKind>{"touch", PointerKind::Touch},
    Word<PointerKind>{"pen", PointerKind::Pen}, Word<PointerKind>{"eraser", PointerKind::Eraser}};
constexpr std::array kPhases{
    Word<PointerPhase>{"hover", PointerPhase::Hover},   Word<PointerPhase>{"press", PointerPhase::Press},
    Word<PointerPhase>{"drag", PointerPhase::Drag},     Word<PointerPhase>{"release", PointerPhase::Release},
    Word<PointerPhase>{"cancel", PointerPhase::Cancel}, Word<PointerPhase>{"leave", PointerPhase::Leave}};
constexpr std::array kButtons{Word<PointerButton>{"-", PointerButton::None},
                              Word<PointerButton>{"primary", PointerButton::Primary},
                              Word<PointerButton>{"middle", PointerButton::Middle},
                              Word<PointerButton>{"secondary", PointerButton::Secondary}};

template <typename Words, typename Value>
std::string_view textOf(const Words& words, Value value) {
    for (const auto& word : words) {
        if (word.value == value) return word.text;
    }
    return "";
}

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::size_t start = line.find_first_not_of(" \t\r");
        if (start == std::string_view::npos || line[start] == '#') break;
        const std::size_t end = std::min(line.find_first_of(" \t\r", start), line.size());
        words.push_back(line.substr(start, end - start));
        line.remove_prefix(end);
    }
    return words;
}

std::optional<double> numberFrom(std::string_view text) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number > -1.0e6 && number < 1.0e6))
        return std::nullopt;
    return number;
}

// Reads one line after the other; the first thing that is wrong stays.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    Result<EventStream> read();

private:
    void readLine(const std::vector<std::string_view>& words);
    void readEvent(const std::vector<std::string_view>& words);
    void readModifiers(PointerEvent& event, const std::vector<std::string_view>& words);
    double number(std::string_view text);
    template <typename Words>
    auto word(const Words& words, std::string_view text);
    void fail(std::string what);

    std::string_view m_text;
    int m_line = 0;
    bool m_titled = false;
    EventStream m_stream;
    std::optional<Error> m_error;
};

void Reader::fail(std::string what) {
    if (m_error) return;
    m_error = Error{std::move(what), trf("line {0}", {std::to_string(m_line)}),
                    tr("docs/pointer-streams.md says what a line holds.")};
}

double Reader::number(std::string_view text) {
    const auto number = numberFrom(text);
    if (!number) fail(trf("\"{0}\" is not a number", {std::string(text)}));
    return number.value_or(0.0);
}

template <typename Words>
auto Reader::word(const Words& words, std::string_view text) {
    for (const auto& known : words) {
        if (known.text == text) return known.value;
    }
    fail(trf("\"{0}\" is not known", {std::string(text)}));
    return words.front().value;
}

Result<EventStream> Reader::read() {
    while (!m_text.empty() && !m_error) {
        const std::size_t end = std::min(m_text.find('\n'), m_text.size());
        ++m_line;
        const auto words = split(m_text.substr(0, end));
        m_text.remove_prefix(std::min(end + 1, m_text.size()));
        if (!words.empty()) readLine(words);
    }
    if (!m_titled) fail(tr("This is no recording of a pointer"));
    if (m_error) return *m_error;
    return std::move(m_stream);
}

void Reader::readLine(const std::vector<std::string_view>& words) {
    if (!m_titled) {
        m_titled = words.size() == 2 && words[0] == kTitle;
        if (!m_titled) return fail(tr("This is no recording of a pointer"));
        if (number(words[1]) > kVersion)
            fail(tr("This recording was made by a newer version of the program"));
    } else if (words[0] == "picture" && words.size() == 4) {
        m_stream.size = {static_cast<int>(number(words[1])), static_cast<int>(number(words[2]))};
        m_stream.pixelsPerDp = number(words[3]);
        if (m_stream.size.x < 1 || m_stream.size.y < 1 || m_stream.pixelsPerDp <= 0.0)
            fail(tr("A picture is wider and higher than nothing"));
    } else if (words[0] == "author" && words.size() == 2) {
        constexpr std::array kAuthors{Word<bool>{"therapist", false}, Word<bool>{"client", true}};
        m_stream.forClient = word(kAuthors, words[1]);
    } else {
        readEvent(words);
    }
}

void Reader::readEvent(const std::vector<std::string_view>& words) {
    constexpr std::size_t kFields = 8;
    if (words.size() < kFields)
        return fail(
            tr("An event has a time, a pointer, its number, what it did, a button, a place and a pressure"));
    PointerEvent event;
    event.seconds = number(words[0]);
    event.kind = word(kKinds, words[1]);
    event.id = static_cast<std::uint32_t>(number(words[2]));
    event.phase = word(kPhases, words[3]);
    event.button = word(kButtons, words[4]);
    event.position = {number(words[5]), number(words[6])};
    event.pixels = event.position * m_stream.pixelsPerDp;
    event.pressure = static_cast<float>(number(words[7]));
    for (std::size_t i = kFields; i < words.size(); ++i)
        readModifiers(event, {words[i]});
    if (!m_stream.events.empty() && event.seconds < m_stream.events.back().seconds)
        fail(tr("This happened before what stands above it"));
    m_stream.events.push_back(event);
}

void Reader::readModifiers(PointerEvent& event, const std::vector<std::string_view>& words) {
    for (const std::string_view text : words) {
        if (text == "ctrl") {
            event.modifiers.control = true;
        } else if (text == "shift") {
            event.modifiers.shift = true;
        } else {
            fail(trf("\"{0}\" is not known", {std::string(text)}));
        }
    }
}

}  // namespace

std::string toText(const PointerEvent& event) {
    std::string line = core::decimal(event.seconds, 6);
    const auto add = [&line](std::string_view word) { (line += ' ') += word; };
    add(textOf(kKinds, event.kind));
    add(std::to_string(event.id));
    add(textOf(kPhases, event.phase));
    add(textOf(kButtons, event.button));
    add(core::decimal(event.position.x, 2));
    add(core::decimal(event.position.y, 2));
    add(core::decimal(static_cast<double>(event.pressure), 3));
    if (event.modifiers.control) add("ctrl");
    if (event.modifiers.shift) add("shift");
    return line;
}

std::string toText(const EventStream& stream) {
    std::string text = std::string(kTitle) + ' ' + std::to_string(kVersion) + "\npicture " +
                       std::to_string(stream.size.x) + ' ' + std::to_string(stream.size.y) + ' ' +
                       core::decimal(stream.pixelsPerDp, 4) + "\nauthor " +
                       (stream.forClient ? "client\n" : "therapist\n");
    for (const PointerEvent& event : stream.events)
        text += toText(event) + '\n';
    return text;
}

Result<EventStream> parseEventStream(std::string_view text) {
    return Reader(text).read();
}

}  // namespace palpate::gesture
