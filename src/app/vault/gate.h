#pragma once

#include "app/vault/missed_tries.h"
#include "app/vault/vault_door.h"
#include "ui/vault/gate.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

// A practice that was let through.
struct OpenedPractice {
    std::unique_ptr<records::Practice> practice;
    records::VaultKey key;
    bool byRecoveryKey = false;  // not by the passphrase
};

// What stands before a practice, without a window: which page is shown, what was typed, the work that is done
// on a thread of its own meanwhile, and what came of it.
class Gate {
public:
    // Puts the recovery key of a vault into a file; gives the sentence that says where.
    using KeyKeeper = std::function<core::Result<std::string>(const ui::SecretText& key,
                                                              const std::filesystem::path& vault)>;
    struct Surroundings {
        std::filesystem::path usualFolder;  // where a new practice goes unless another is chosen
        std::function<void()> wake;         // called from another thread when work is done
        KeyKeeper saveKey;
        KeyKeeper printKey;
    };
    Gate(VaultDoor& door, Surroundings surroundings);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    void setRecent(std::vector<std::filesystem::path> recent) { m_recent = std::move(recent); }
    // The three choices, with what went wrong before, if anything did.
    void welcome(const std::string& problem = {});
    // The page of a vault; `note` says why it is locked.
    void askFor(const std::filesystem::path& vault, bool isDemo, const std::string& note = {});

    // Why a vault of the format without encryption is not opened.
    [[nodiscard]] static core::Error unsealed();

    // Of every vault, also while one is open: who tries keys there waits here as well.
    [[nodiscard]] MissedTries& missedTries() { return m_missed; }
    [[nodiscard]] ui::GateState& state() { return m_state; }
    [[nodiscard]] ui::GateModel model(double now) const;
    // `now` in seconds of a clock that does not jump.
    void apply(const ui::GateAsk& ask, double now);
    // Takes up work that is done. True if a frame is wanted.
    bool step(double now);
    // When to look again though nothing happens: while work is done and while seconds are counted down.
    [[nodiscard]] std::optional<double> wantsFrameAt(double now) const;
    // False once while a new recovery key is shown and not kept: the page then says what would be lost.
    [[nodiscard]] bool mayLeave();
    // Once, after a practice was let through. All that was typed is wiped by then.
    [[nodiscard]] std::optional<OpenedPractice> take();

private:
    struct Done {
        core::Result<records::VaultKey> key;
        core::Result<std::unique_ptr<records::Practice>> practice;
        core::Secret recoveryKey;
    };
    // A recovery key that was put into a file or onto a page, which the log does not say yet.
    struct KeptKey {
        std::filesystem::path vault;
        records::AuditKind how;
    };
    void go(ui::GatePage page);
    void choose(const std::filesystem::path& vault);
    void startUnlocking();
    void startMaking();
    void startDemo();
    void startWork(std::string what, std::function<Done()> work);
    void finish(Done done, double now);
    void keep(const KeyKeeper& how, records::AuditKind kind);
    void logKeptKeys();
    void showNewKey(const core::Secret& key);
    void keyIsKept();
    [[nodiscard]] std::filesystem::path plannedFile() const;
    [[nodiscard]] std::string missedText(const core::Error& error) const;

    VaultDoor& m_door;
    Surroundings m_around;
    ui::GateState m_state;
    std::vector<std::filesystem::path> m_recent;
    std::filesystem::path m_vault;  // of the Unlock and RecoveryKey pages
    bool m_isDemo = false;
    std::string m_problem, m_note, m_working;
    MissedTries m_missed;
    bool m_warnedOfLeaving = false;
    bool m_tried = false;  // the work that is under way is a try with something typed
    std::future<Done> m_work;
    std::optional<OpenedPractice> m_opened;
    std::vector<KeptKey> m_keptKeys;
};

}  // namespace palpate::app
