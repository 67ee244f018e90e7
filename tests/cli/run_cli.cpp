#include "cli/run_cli.h"

#include "core/atomic_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <system_error>

extern char** environ;

namespace palpate::test {

namespace {

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& changes) {
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        const std::string name = text.substr(0, text.find('='));
        const bool isDropped = name == "DISPLAY" || name == "WAYLAND_DISPLAY" || name == "PALPATE_RESOURCES";
        if (!isDropped && !changes.contains(name)) environment.push_back(text);
    }
    for (const auto& [name, value] : changes)
        environment.push_back(name + "=" + value);
    return environment;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

std::string contents(const fs::path& file) {
    auto text = core::readTextFile(file);
    return text ? *text : "";
}

struct Streams {
    fs::path in, out, err, folder;
};

pid_t start(const std::vector<std::string>& arguments, const RunOptions& options, const Streams& streams) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, streams.in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, streams.out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, streams.err.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, streams.folder.c_str());
    std::vector<std::string> words{PALPATE_CLI};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environmentWith(options.environment);
    pid_t child = 0;
    const int failed = ::posix_spawn(&child, PALPATE_CLI, &actions, nullptr, pointers(words).data(),
                                     pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    REQUIRE(failed == 0);
    return child;
}

// Made once a run: copying it is quicker than making it again.
const fs::path& demoOriginal() {
    static const TemporaryFolder folder;
    static const fs::path file = [] {
        const fs::path vault = folder / "original.palpate";
        const Ran ran =
            runCli({"demo", "create", "--vault", vault.string(), "--clients", "2", "--visits", "3"});
        INFO(ran.err);
        REQUIRE(ran.status == 0);
        return vault;
    }();
    return file;
}

}  // namespace

Json Ran::json() const {
    INFO("standard output: " << out << "standard error: " << err);
    Json document = Json::parse(out, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

bool Ran::says(const std::vector<std::string>& parts) const {
    for (const std::string& part : parts) {
        if (err.find(part) == std::string::npos) return false;
    }
    return true;
}

Ran runCli(const std::vector<std::string>& arguments, const RunOptions& options) {
    const TemporaryFolder folder;
    writeText(folder / "in", options.input);
    const fs::path out = options.output.empty() ? folder / "out" : options.output;
    const fs::path work = options.folder.empty() ? folder.path() : options.folder;
    const pid_t child = start(arguments, options, {folder / "in", out, folder / "err", work});
    Ran ran;
    ran.status = finishCli(child);
    ran.out = options.output.empty() ? contents(out) : "";
    ran.err = contents(folder / "err");
    return ran;
}

int startCli(const std::vector<std::string>& arguments, const RunOptions& options) {
    return start(arguments, options, {"/dev/null", options.output, "/dev/null", fs::temp_directory_path()});
}

int finishCli(int process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string bytesOf(const fs::path& file) {
    const auto text = core::readTextFile(file);
    REQUIRE_MESSAGE(text.has_value(), (text ? std::string() : text.error().message()));
    return *text;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "palpate-cli-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code code;
    fs::permissions(m_path, fs::perms::owner_all, code);
    fs::remove_all(m_path, code);
}

DemoVault::DemoVault() : file((folder / "practice.palpate").string()) {
    fs::copy_file(demoOriginal(), file);
    const Json clients = runCli({"client", "list", "--vault", file, "--json"}).json();
    const std::string code = clients.at("clients").at(0).at("code");
    const Json list =
        runCli({"visit", "list", "--vault", file, "--client", code, "--json"}).json().at("visits");
    for (const Json& visit : list)
        visits.push_back(visit.at("id"));
    REQUIRE(visits.size() == 3);
}

Ran DemoVault::paint(const std::vector<std::string>& lines) const {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    const fs::path strokes = folder / "strokes.jsonl";
    writeText(strokes, text);
    return runCli({"map", "paint", "--vault", file, "--visit", std::to_string(last()), "--author", "client",
                   "--strokes", strokes.string()});
}

Json DemoVault::layers(int visit, const std::string& author) const {
    return runCli({"map", "measure", "--vault", file, "--visit", std::to_string(visit), "--author", author,
                   "--json"})
        .json()
        .at("layers");
}

void writeText(const fs::path& file, const std::string& text) {
    REQUIRE(core::writeFileAtomically(file, text).has_value());
}

}  // namespace palpate::test
