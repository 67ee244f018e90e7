#include "records/practice.h"
#include "records/sample_practice.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>

using namespace palpate;
using test::TemporaryFolder;

namespace {

// A second program, started before this one opens anything, that tries to open a vault whenever it is asked.
class OtherProgram {
public:
    explicit OtherProgram(const std::filesystem::path& vault) {
        if (::pipe(m_question.data()) != 0 || ::pipe(m_answer.data()) != 0)
            throw std::runtime_error("no pipe");
        m_child = ::fork();
        if (m_child < 0) throw std::runtime_error("no child process");
        if (m_child == 0) answer(vault);
        ::close(m_question[0]);
        ::close(m_answer[1]);
    }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;
    ~OtherProgram() {
        ::close(m_question[1]);
        ::close(m_answer[0]);
        ::waitpid(m_child, nullptr, 0);
    }

    std::string triesToOpen() {
        if (::write(m_question[1], "?", 1) != 1) return "gone";
        std::array<char, 512> buffer{};
        const auto count = ::read(m_answer[0], buffer.data(), buffer.size());
        return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : "gone";
    }

private:
    static std::string openAndClose(const std::filesystem::path& vault) {
        const auto opened = test::openPractice(vault);
        return opened ? "opened" : opened.error().message();
    }

    [[noreturn]] void answer(const std::filesystem::path& vault) {
        ::close(m_question[1]);
        char asked = 0;
        while (::read(m_question[0], &asked, 1) == 1) {
            const std::string text = openAndClose(vault);
            if (::write(m_answer[1], text.data(), text.size()) < 0) break;
        }
        ::_exit(0);
    }

    std::array<int, 2> m_question{}, m_answer{};
    pid_t m_child = -1;
};

}  // namespace

TEST_CASE("a vault that another program has open is refused, and can be opened once it is closed there") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    OtherProgram other(folder / "p.palpate");
    CHECK(other.triesToOpen() == "opened");
    auto practice = test::openOrThrow(folder / "p.palpate");
    const std::string refused = other.triesToOpen();
    CHECK_MESSAGE(refused.find("already open in another window") != std::string::npos, refused);
    CHECK(refused.find("p.palpate") != std::string::npos);
    practice.reset();
    CHECK(other.triesToOpen() == "opened");
}

TEST_CASE("opening a vault twice in one program is refused and does not give up the first one's lock") {
    const TemporaryFolder folder;
    test::makeSampleVault(folder / "p.palpate");
    OtherProgram other(folder / "p.palpate");
    const auto practice = test::openOrThrow(folder / "p.palpate");
    const std::string before = test::dumpPractice(*practice);
    const auto second = test::openPractice(folder / "p.palpate");
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().what.find("already open in another window") != std::string::npos);
    CHECK(other.triesToOpen().find("already open in another window") != std::string::npos);
    CHECK(test::dumpPractice(*practice) == before);
    CHECK(practice->addClient(test::sampleClient("C-0003")).has_value());
}
