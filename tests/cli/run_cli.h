#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// Runs the real program, as a person or a script would.
namespace palpate::test {

using Json = nlohmann::json;
namespace fs = std::filesystem;

struct Ran {
    int status = -1;  // exit status; 128 + signal if a signal ended it
    std::string out, err;

    // What --json printed; fails the test if it is not one JSON document.
    [[nodiscard]] Json json() const;
    // Whether the message on standard error holds all of these.
    [[nodiscard]] bool says(const std::vector<std::string>& parts) const;
};

struct RunOptions {
    std::map<std::string, std::string> environment{};  // set beside what is there; DISPLAY is always unset
    fs::path folder{};                                 // to run in; empty: the test's own
    std::string input{};                               // standard input
    fs::path output{};                                 // standard output goes there instead of into Ran::out
};

[[nodiscard]] Ran runCli(const std::vector<std::string>& arguments, const RunOptions& options = {});

// Starts the program without waiting for it; `options.output` must be set, and what it says on standard error
// is dropped.
[[nodiscard]] int startCli(const std::vector<std::string>& arguments, const RunOptions& options);
// Waits for its end; the status as in Ran.
[[nodiscard]] int finishCli(int process);

// All of a file; fails the test that cannot read it.
[[nodiscard]] std::string bytesOf(const fs::path& file);

// A folder that is gone when the test ends.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] fs::path operator/(const fs::path& name) const { return m_path / name; }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

// A practice with two clients and three visits each, copied from one that was made once; and what is in it.
struct DemoVault {
    TemporaryFolder folder;
    std::string file;
    std::vector<int> visits;  // of the first client, oldest first

    DemoVault();
    [[nodiscard]] int first() const { return visits.front(); }
    [[nodiscard]] int last() const { return visits.back(); }
    // Writes `lines` to a file and paints them onto the last visit's client map.
    [[nodiscard]] Ran paint(const std::vector<std::string>& lines) const;
    // map measure --json of a visit, the "layers" part.
    [[nodiscard]] Json layers(int visit, const std::string& author = "client") const;
};

void writeText(const fs::path& file, const std::string& text);

}  // namespace palpate::test
