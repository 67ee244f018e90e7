#include "cli/run_cli.h"
#include "core/time.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

using namespace palpate::test;

namespace {

// A practice with a passphrase, made as a person would. Each unlocking takes a third of a second on purpose,
// so few tests need one.
struct SecretVault {
    TemporaryFolder folder;
    std::string file = (folder / "practice.palpate").string();
    std::string passphrase = (folder / "passphrase").string();
    std::string recoveryKey;

    SecretVault() {
        writeText(passphrase, "correct horse battery\n");
        const Ran made = runCli({"vault", "create", "--vault", file, "--name", "Practice Example",
                                 "--passphrase-file", passphrase, "--json"});
        INFO(made.err);
        REQUIRE(made.status == 0);
        recoveryKey = made.json().at("recovery_key");
    }
    [[nodiscard]] Ran run(std::vector<std::string> words, const RunOptions& options = {}) const {
        words.insert(words.end(), {"--vault", file, "--passphrase-file", passphrase});
        return runCli(words, options);
    }
};

}  // namespace

TEST_CASE("a vault opens with a passphrase from a file or the environment, and says so if there is none") {
    const SecretVault vault;
    CHECK(vault.run({"client", "list"}).status == 0);
    const std::vector<std::string> list{"client", "list", "--vault", vault.file};
    CHECK(runCli(list, {.environment = {{"PALPATE_PASSPHRASE", "correct horse battery"}}}).status == 0);
    const Ran wrong = runCli(list, {.environment = {{"PALPATE_PASSPHRASE", "wrong"}}});
    CHECK(wrong.status == 1);
    CHECK(wrong.says({"passphrase is wrong"}));
    writeText(vault.folder / "empty", "\n");
    const Ran empty = runCli(
        {"client", "list", "--vault", vault.file, "--passphrase-file", (vault.folder / "empty").string()});
    CHECK(empty.status == 1);
    CHECK(empty.says({"first line", "empty"}));
    const Ran missing = runCli(
        {"client", "list", "--vault", vault.file, "--passphrase-file", (vault.folder / "none").string()});
    CHECK(missing.status == 1);
    CHECK(missing.says({"none"}));
    const Json log = vault.run({"vault", "audit", "--json"}).json().at("log");
    bool noticed = false;
    for (const Json& row : log)
        noticed = noticed || row.at("kind") == "failed unlock";
    CHECK(noticed);
}

TEST_CASE("a practice from the first client to the last backup, by command line alone") {
    const SecretVault vault;
    CHECK(vault
              .run({"client", "add", "--code", "C-0142", "--name", "Zelda Quixote", "--year-of-birth", "1968",
                    "--height-cm", "168", "--goals", "Sleep without zopiclone"})
              .status == 0);
    CHECK(vault.run({"client", "add", "--json"}).json().at("code") == "C-0143");
    CHECK(vault.run({"client", "add", "--code", "C-0142"}).says({"C-0142"}));
    CHECK(vault.run({"client", "add", "--figure", "robot"}).status == 2);
    CHECK(vault.run({"client", "edit", "--client", "C-0142"}).status == 2);
    CHECK(vault.run({"client", "edit", "--client", "C-0142", "--weight-kg", "64"}).status == 0);
    const Json shown = vault.run({"client", "show", "--client", "C-0142", "--json"}).json();
    CHECK(shown.at("weight_kg") == 64.0);
    CHECK(shown.at("goals") == "Sleep without zopiclone");
    CHECK_FALSE(shown.contains("name"));
    CHECK(vault.run({"client", "archive", "--client", "C-0143"}).status == 0);
    CHECK(vault.run({"client", "list", "--json"}).json().at("clients").size() == 1);
    CHECK(vault.run({"client", "list", "--json", "--archived"}).json().at("clients").size() == 2);

    const Ran added = vault.run({"visit", "add", "--client", "C-0142", "--at", "2026-11-20T14:00:00+01:00",
                                 "--note", "Slept badly", "--json"});
    const std::string visit = std::to_string(added.json().at("id").get<int>());
    CHECK(vault.run({"visit", "add", "--client", "C-0142", "--at", "yesterday"}).status == 2);
    CHECK(vault.run({"map", "complete", "--visit", visit, "--author", "client"}).status == 0);
    const Json read = vault.run({"visit", "show", "--visit", visit, "--json"}).json();
    CHECK(read.at("note") == "Slept badly");
    CHECK(read.at("maps").at(0).at("completed") == true);

    const Json checked = vault.run({"vault", "check", "--json"}).json();
    CHECK(checked.at("sound") == true);
    CHECK(checked.at("clients") == 2);
    const Json backup = vault.run({"vault", "backup", "--json"}).json();
    CHECK(fs::exists(backup.at("file").get<std::string>()));
    CHECK(vault.run({"client", "erase", "--client", "C-0142"}).status == 2);
    const Json erased = vault.run({"client", "erase", "--client", "C-0142", "--yes", "--json"}).json();
    CHECK(erased.at("backups_rewritten").size() == 1);
    CHECK(erased.at("copies_elsewhere").get<std::string>().find("elsewhere") != std::string::npos);
    const Ran restored =
        vault.run({"vault", "restore", "--backup", backup.at("file").get<std::string>(), "--json"});
    INFO(restored.err);
    CHECK(fs::exists(restored.json().at("before").get<std::string>()));
    CHECK(vault.run({"client", "show", "--client", "C-0142"}).status == 1);
    CHECK(vault.run({"client", "show", "--client", "C-0143"}).status == 0);
}

TEST_CASE("changing the passphrase and rotating the keys are two things, and each says which it was") {
    const SecretVault vault;
    const std::string next = (vault.folder / "next").string();
    writeText(next, "another passphrase");
    const Ran changed = vault.run({"vault", "rekey", "--new-passphrase-file", next});
    CHECK(changed.status == 0);
    CHECK(changed.out.find("passphrase is changed; the keys are the same") != std::string::npos);
    CHECK(changed.out.find("still open with the old passphrase") != std::string::npos);
    CHECK(vault.run({"vault", "check"}).status == 1);

    writeText(vault.folder / "recovery", vault.recoveryKey);
    const Ran rotated =
        runCli({"vault", "rekey", "--rotate-keys", "--vault", vault.file, "--recovery-key-file",
                (vault.folder / "recovery").string(), "--new-passphrase-file", vault.passphrase,
                "--recovery-key-output", (vault.folder / "new key").string()});
    INFO(rotated.err);
    CHECK(rotated.status == 0);
    CHECK(rotated.out.find("keys are rotated") != std::string::npos);
    CHECK(vault.run({"vault", "check"}).status == 0);
    const Ran old = runCli({"vault", "rekey", "--new-recovery-key", "--vault", vault.file,
                            "--recovery-key-file", (vault.folder / "recovery").string()});
    CHECK(old.status == 1);
    const Ran renewed = runCli({"vault", "rekey", "--new-recovery-key", "--vault", vault.file,
                                "--recovery-key-file", (vault.folder / "new key").string()});
    CHECK(renewed.status == 0);
    CHECK(renewed.out.find("old one no longer opens") != std::string::npos);
}

TEST_CASE("a recovery key that goes into a file is in the log, one that is only shown is not") {
    const SecretVault vault;  // whose key was shown
    const auto saved = [&] {
        int found = 0;
        const Json log = vault.run({"vault", "audit", "--json"}).json().at("log");
        for (const Json& row : log)
            found += row.at("kind") == "exported" && row.at("subject") == "recovery key" ? 1 : 0;
        return found;
    };
    CHECK(saved() == 0);
    CHECK(vault.run({"vault", "rekey", "--new-recovery-key"}).status == 0);
    CHECK(saved() == 0);
    const std::string key = (vault.folder / "key").string();
    CHECK(vault.run({"vault", "rekey", "--new-recovery-key", "--recovery-key-output", key}).status == 0);
    CHECK(saved() == 1);
    CHECK(vault.run({"vault", "rekey", "--new-recovery-key", "--recovery-key-output", key}).status == 1);
    CHECK(saved() == 1);
    const std::string other = (vault.folder / "other.palpate").string();
    CHECK(runCli({"vault", "create", "--vault", other, "--passphrase-file", vault.passphrase,
                  "--recovery-key-output", (vault.folder / "other key").string()})
              .status == 0);
    const Json log =
        runCli({"vault", "audit", "--vault", other, "--passphrase-file", vault.passphrase, "--json"})
            .json()
            .at("log");
    CHECK(std::any_of(log.begin(), log.end(),
                      [](const Json& row) { return row.at("subject") == "recovery key"; }));
}

TEST_CASE("what is known of a vault without its passphrase, and of one that is none") {
    const SecretVault vault;
    const Json outside = runCli({"vault", "info", "--vault", vault.file, "--json"}).json();
    CHECK(outside.at("format") == 1);
    CHECK(outside.at("sealed") == true);
    CHECK(outside.at("demo") == false);
    CHECK_FALSE(outside.contains("name"));
    CHECK(vault.run({"vault", "info", "--json"}).json().at("name") == "Practice Example");
    writeText(vault.folder / "notes", "nothing");
    CHECK(runCli({"vault", "info", "--vault", (vault.folder / "notes").string()}).status == 1);
    CHECK(runCli({"vault", "create", "--vault", vault.file, "--passphrase-file", vault.passphrase}).status ==
          1);
    const Ran nobody = runCli({"vault", "salvage", "--vault", (vault.folder / "none").string(), "--output",
                               (vault.folder / "out.palpate").string()});
    CHECK(nobody.status == 1);
}

TEST_CASE("a demo opens without asking unless it was made with a passphrase, and is a demo either way") {
    const DemoVault demo;
    CHECK(runCli({"vault", "info", "--vault", demo.file, "--json"}).json().at("demo") == true);
    const TemporaryFolder folder;
    const std::string vault = (folder / "d.palpate").string();
    const RunOptions secret{.environment = {{"PALPATE_PASSPHRASE", "not published"}}};
    REQUIRE(runCli({"demo", "create", "--vault", vault, "--clients", "1", "--visits", "1"}, secret).status ==
            0);
    CHECK(runCli({"client", "list", "--vault", vault}, secret).status == 0);
    CHECK(runCli({"vault", "info", "--vault", vault, "--json"}).json().at("demo") == false);
}

TEST_CASE("a damaged vault is said to be, and what opens is rescued") {
    const DemoVault demo;
    std::string bytes = bytesOf(demo.file);
    // In the sealed records, which lie behind the tables' first pages.
    for (std::size_t part = 5; part < 12; ++part) {
        char& byte = bytes[bytes.size() * part / 12 + 100];
        byte = static_cast<char>(byte ^ 1);
    }
    const std::string damaged = (demo.folder / "damaged.palpate").string();
    writeText(damaged, bytes);
    const Ran checked = runCli({"vault", "check", "--vault", damaged, "--json"});
    CHECK(checked.status == 1);
    CHECK(checked.json().at("problems").size() >= 1);
    writeText(damaged, bytes);
    const std::string rescued = (demo.folder / "rescued.palpate").string();
    const Ran saved = runCli({"vault", "salvage", "--vault", damaged, "--output", rescued, "--json"});
    INFO(saved.err);
    CHECK(saved.status == 0);
    CHECK(saved.json().at("kept").get<int>() > 10);
    CHECK(bytesOf(damaged) == bytes);
    CHECK(runCli({"client", "list", "--vault", rescued, "--json"}).json().at("clients").size() >= 1);
}

TEST_CASE("nothing that was typed is in any file as it was typed, while a vault is open or after") {
    const SecretVault vault;
    const std::vector<std::string> typed{
        "Zelda Quixote", "C-77321",         "zopiclone",        "warfarin",
        "nape hurts",    "Tuesday evening", "Practice Example", "correct horse battery"};
    REQUIRE(vault
                .run({"client", "add", "--code", typed[1], "--name", typed[0], "--goals", typed[2],
                      "--contraindications", typed[3], "--areas-to-avoid", typed[4]})
                .status == 0);
    const std::string visit =
        std::to_string(vault.run({"visit", "add", "--client", typed[1], "--note", typed[5], "--json"})
                           .json()
                           .at("id")
                           .get<int>());
    std::string strokes;
    for (int i = 0; i < 300; ++i) {
        strokes +=
            R"({"tool":"brush","layer":"pain","diameter_cm":3,"level":5,"words":["aching"],"points":[[0.05,)" +
            std::to_string(1.0 + 0.0005 * i) + ",0.1]]}\n";
    }
    const fs::path file = vault.folder / "strokes";
    const fs::path out = vault.folder / "out";
    writeText(file, strokes);
    const int child = startCli({"map", "paint", "--vault", vault.file, "--passphrase-file", vault.passphrase,
                                "--visit", visit, "--author", "client", "--strokes", file.string()},
                               {.output = out});
    for (int i = 0; i < 20000 && bytesOf(out).find("committed 5") == std::string::npos; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    REQUIRE(bytesOf(out).find("committed 5") != std::string::npos);
    // It holds the vault open now, with its log beside it; no core may ever be written.
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(vault.folder.path())) {
        if (entry.path().filename().string().find("practice.palpate") != std::string::npos)
            all += bytesOf(entry.path());
    }
    std::ifstream process("/proc/" + std::to_string(child) + "/limits");
    const std::string limits{std::istreambuf_iterator<char>(process), {}};
    ::kill(child, SIGKILL);
    (void)finishCli(child);  // it was killed
    const std::size_t core = limits.find("Max core file size");
    REQUIRE(core != std::string::npos);
    CHECK(limits.substr(core, 40).find(" 0 ") != std::string::npos);
    REQUIRE(vault.run({"vault", "backup"}).status == 0);
    for (const auto& entry : fs::recursive_directory_iterator(vault.folder.path())) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && name != "passphrase" && name != "strokes" && name != "out")
            all += name + bytesOf(entry.path());
    }
    CHECK(all.size() > 100000);
    for (const std::string& words : typed)
        CHECK_MESSAGE(all.find(words) == std::string::npos, words);
    for (const char* word : {"aching", "brush", "diameter_cm", "\"pain\""})
        CHECK_MESSAGE(all.find(word) == std::string::npos, word);
}
