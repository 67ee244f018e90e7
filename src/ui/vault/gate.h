#pragma once

#include "ui/ui.h"
#include "ui/vault/folder_choice.h"
#include "ui/vault/secret_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The pages that stand before a practice: the first start, making one, its recovery key, unlocking. They know
// nothing of vaults: what was asked for goes to the program, and what came of it comes back in the model.
namespace palpate::ui {

enum class GatePage : std::uint8_t { Welcome, Create, Open, RecoveryKey, Unlock };

// What is typed and chosen on the pages; they change it in place. Goes, wiped, when a practice is open.
struct GateState {
    GatePage page = GatePage::Welcome;
    std::string practiceName;
    std::string yourName;  // who works in a new practice; may stay empty
    FolderChoice folder;   // where a new practice goes, or where one is looked for
    SecretText passphrase, again;
    bool byRecoveryKey = false;
    SecretText typedKey;    // to unlock with
    SecretText newKey;      // to be kept: in groups of letters and digits
    SecretText typedGroup;  // one of them, to show that it is kept
    bool kept = false;      // ticked instead
    bool focus = true;      // the page's first field gets the keyboard in this frame

    void wipeSecrets();
};

struct GateModel {
    struct Recent {
        std::string name, folder, path;  // the folder to be read
        bool here = true;                // the file is there
    };
    std::string practice;  // Unlock: the file's name without its end
    std::string file;      // to be read: of the practice; Create: what it will be
    bool isDemo = false;   // Unlock: opens with a published passphrase
    std::vector<Recent> recent;
    std::string problem;  // what went wrong, to be read
    std::string note;     // "Locked after 5 minutes without use."; "The key is in FILE"
    std::string working;  // what is being done; then nothing can be pressed
    int waitSeconds = 0;  // until another passphrase may be tried
};

struct GateAsk {
    enum class Kind : std::uint8_t {
        Go,        // to `page`
        Demo,      // open the demo practice
        Make,      // the practice that is described
        Choose,    // the practice at `path`
        LookInto,  // the folder `path`
        Unlock,
        OtherWay,  // with the recovery key, or with the passphrase again
        SaveKey,
        PrintKey,
        Done,  // the recovery key is kept
    };
    Kind kind = Kind::Go;
    GatePage page = GatePage::Welcome;
    std::string path = {};
};

// Why the practice that is described cannot be made yet; empty if it can.
[[nodiscard]] std::string whyNotMade(const GateState& state, const GateModel& model);
// A group of the key was typed, or it was ticked that it is kept.
[[nodiscard]] bool isKeyKept(const SecretText& key, const SecretText& typedGroup, bool ticked);
[[nodiscard]] inline bool isKeyKept(const GateState& state) {
    return isKeyKept(state.newKey, state.typedGroup, state.kept);
}

// The page over the whole window, between ImGui::NewFrame() and ImGui::Render().
std::optional<GateAsk> drawGate(Ui& ui, float width, float height, GateState& state, const GateModel& model);

}  // namespace palpate::ui
