#include "app/leaving.h"

#include "core/atomic_file.h"
#include "core/check.h"
#include "document/edit.h"
#include "document/test_documents.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace fs = std::filesystem;
using namespace palpate;
using clinic::Author;

namespace {

// Somebody painted on both maps of a visit while nothing could be written.
struct UnwrittenWork {
    UnwrittenWork() {
        vault->failing = true;
        REQUIRE(*document::paint(document, test::dab(document, test::kChest)));
        document::paintAs(document, Author::Client);
        REQUIRE(*document::paint(document, test::dab(document, test::kThigh)));
        REQUIRE_FALSE(document.pending.empty());
    }
    test::TemporaryFolder folder;
    std::shared_ptr<test::FakeVault> vault = test::makeVault();
    document::Document document = test::openVault(vault);
};

}  // namespace

TEST_CASE_FIXTURE(UnwrittenWork,
                  "strokes that could not be written go into files that only their owner can read") {
    const auto rescue = app::rescueStrokes(document, {folder / "missing", folder.path()});
    CHECK(rescue.complete);
    REQUIRE(rescue.files.size() == 2);
    for (const app::RescueFile& file : rescue.files) {
        CHECK(fs::status(file.path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        CHECK(core::readTextFile(file.path)->find("\"brush\"") != std::string::npos);
    }
    const auto again = app::rescueStrokes(document, {folder.path()});
    REQUIRE(again.files.size() == 2);
    CHECK(again.files[0].path != rescue.files[0].path);
    CHECK(fs::exists(rescue.files[0].path));
    app::withdraw(again);
    CHECK_FALSE(fs::exists(again.files[0].path));
}

TEST_CASE_FIXTURE(UnwrittenWork,
                  "where no folder can be written to the rescue says that it is not complete") {
    const auto rescue = app::rescueStrokes(document, {folder / "missing", folder / "neither"});
    CHECK_FALSE(rescue.complete);
    CHECK(rescue.files.empty());
}

TEST_CASE("the command that brings strokes back is complete and quoted for a shell") {
    const app::RescueFile file{{{12}, Author::Therapist, clinic::Moment::Before}, "/srv/my files/a.jsonl"};
    CHECK(app::recoveryCommand("/srv/Anna's.palpate", file) ==
          "palpate-cli map paint --vault '/srv/Anna'\\''s.palpate' --visit 12 --author therapist "
          "--strokes '/srv/my files/a.jsonl'");
}

TEST_CASE_FIXTURE(UnwrittenWork, "a mistake in our own code still puts unwritten strokes into files") {
    fs::create_directories(folder / "Documents");
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::setenv("HOME", folder.path().c_str(), 1);
        ::unsetenv("XDG_CONFIG_HOME");
        std::signal(SIGABRT, SIG_DFL);
        const app::RescueOnFailure rescue(document);
        core::checkFailed("this test keeps its promises", __FILE__, __LINE__);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(fs::exists(folder / "Documents" / "unwritten_visit-1_client.jsonl"));
    CHECK(fs::exists(folder / "Documents" / "unwritten_visit-1_therapist.jsonl"));
}
