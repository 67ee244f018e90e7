#include "cli/passphrase.h"

#include "core/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace palpate::cli {

namespace {

using core::Error;
using core::Result;
using core::Secret;
using core::tr;
using core::trf;

constexpr std::size_t kMostBytes = 1024;

class Descriptor {
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

enum class LineEnd { Complete, InputEnded, TooLong, Broken };

struct Line {
    Secret text;
    LineEnd end = LineEnd::Complete;
};

// Reads byte by byte, so that nothing of the secret stays in a buffer of the library.
Line readLine(int descriptor) {
    Secret buffer(kMostBytes);
    std::size_t length = 0;
    Line line;
    for (;;) {
        char byte = 0;
        const ssize_t count = ::read(descriptor, &byte, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) line.end = LineEnd::Broken;
        if (count == 0) line.end = LineEnd::InputEnded;
        if (count <= 0 || byte == '\n') break;
        if (length == kMostBytes) {
            line.end = LineEnd::TooLong;
            break;
        }
        buffer.bytes()[length++] = std::byte(byte);
    }
    if (length > 0 && buffer.text()[length - 1] == '\r') --length;
    line.text = Secret::copyOf(std::as_const(buffer).bytes().first(length));
    return line;
}

Error tooLong(const std::string& where) {
    return {trf("A passphrase has at most {0} bytes, and this one is longer", {std::to_string(kMostBytes)}),
            where, tr("Choose a shorter one.")};
}

// Switches the showing of typed characters off while it lives. A signal that would end the program meanwhile
// waits until they are shown again.
class HiddenTyping {
public:
    explicit HiddenTyping(int terminal) : m_terminal(terminal) {
        if (::tcgetattr(terminal, &m_before) != 0) return;
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : {SIGINT, SIGTERM, SIGQUIT, SIGTSTP, SIGHUP})
            sigaddset(&held, signal);
        ::sigprocmask(SIG_BLOCK, &held, &m_mask);
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        hidden.c_lflag |= ECHONL;
        m_works = ::tcsetattr(terminal, TCSAFLUSH, &hidden) == 0;
    }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;
    ~HiddenTyping() {
        if (m_works) ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        ::sigprocmask(SIG_SETMASK, &m_mask, nullptr);
    }
    [[nodiscard]] bool works() const { return m_works; }

private:
    int m_terminal;
    termios m_before{};
    sigset_t m_mask{};
    bool m_works = false;
};

// Ctrl+C and Ctrl+\ arrive as characters while signals from the keyboard are off.
bool isGivenUp(const Secret& typed) {
    return typed.text().find_first_of("\x03\x1c") != std::string_view::npos;
}

}  // namespace

Result<Secret> firstLineOf(const std::filesystem::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.number() < 0) {
        return Error{trf("The file with the passphrase could not be opened: {0}", {std::strerror(errno)}),
                     file.string(), tr("Check its name and that you may read it.")};
    }
    Line line = readLine(opened.number());
    if (line.end == LineEnd::Broken) {
        return Error{tr("The file with the passphrase could not be read"), file.string(),
                     tr("It must be a file of text whose first line is the passphrase.")};
    }
    if (line.end == LineEnd::TooLong) return tooLong(file.string());
    if (line.text.empty()) {
        return Error{tr("The first line of the file with the passphrase is empty"), file.string(),
                     tr("Write the passphrase into its first line.")};
    }
    return std::move(line.text);
}

std::optional<Secret> secretFromEnvironment(const char* variable) {
    char* const value = std::getenv(variable);
    if (value == nullptr || *value == '\0') return std::nullopt;
    Secret secret = Secret::copyOf(std::string_view(value));
    // The memory of the environment can be read from outside as long as the program runs.
    core::wipe({value, std::strlen(value)});
    ::unsetenv(variable);
    return secret;
}

Result<std::optional<Secret>> promptForSecret(const char* question) {
    using Answer = std::optional<Secret>;
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (terminal.number() < 0) return Answer();
    const HiddenTyping hidden(terminal.number());
    if (!hidden.works()) return Answer();
    const std::string shown = std::string(question) + " ";
    if (::write(terminal.number(), shown.data(), shown.size()) < 0) return Answer();
    Line line = readLine(terminal.number());
    const Error stopped{tr("Nothing was done: no passphrase was typed"), "", tr("Try again.")};
    if (line.end == LineEnd::TooLong) return tooLong("");
    if (line.end == LineEnd::Broken || line.text.empty() || isGivenUp(line.text)) return stopped;
    return Answer(std::move(line.text));
}

Result<Secret> newPassphrase(const std::filesystem::path& file, const char* fileOption,
                             const char* variable) {
    if (!file.empty()) return firstLineOf(file);
    if (auto given = secretFromEnvironment(variable)) return std::move(*given);
    auto first = promptForSecret(tr("New passphrase:"));
    if (!first) return first.error();
    if (!first->has_value()) {
        return Error{
            tr("No new passphrase was given, and there is no terminal to ask on"), "",
            trf("Give it with {0} FILE or in the environment variable {1}.", {fileOption, variable})};
    }
    auto second = promptForSecret(tr("The same again:"));
    if (!second) return second.error();
    if (!second->has_value() || (*second)->text() != (*first)->text()) {
        return Error{tr("The two passphrases differ; nothing was done"), "", tr("Try again.")};
    }
    return std::move(**first);
}

}  // namespace palpate::cli
