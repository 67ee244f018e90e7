#pragma once

#include "core/time.h"
#include "ui/action.h"
#include "ui/vault/secret_text.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palpate::ui {

// What the dialog of the practice knows: what is typed in it and what came of what was asked for.
struct PracticeDialogState {
    PracticeTab tab = PracticeTab::Backup;
    std::string told;        // what was done
    bool toldWarns = false;  // and it needs attention
    std::string problem;

    std::string folder;         // of backups, as typed so far
    bool folderIsThere = true;  // or it is the usual one, which a backup makes
    struct BackupRow {
        std::string file;
        core::Timestamp at;
    };
    std::vector<BackupRow> backups;
    std::string restoring;  // the file that was asked for; it happens once that is confirmed

    // Typed in place; shared so that a model can name it.
    struct Keys {
        SecretText present;  // today's passphrase or the recovery key, which every change of keys needs
        SecretText passphrase, again;
        SecretText newKey;      // to be kept before anything else
        SecretText typedGroup;  // one of its groups
        bool kept = false;
    };
    std::shared_ptr<Keys> keys;
    // What was asked for and waits for a second press.
    enum class KeyStep : std::uint8_t { None, NewKey, Rotate };
    KeyStep keyStep = KeyStep::None;
    std::string keyNote;  // where the key was saved

    bool checked = false;
    std::vector<std::string> found;  // by the check

    struct LogRow {
        std::int64_t number = 0;
        std::string when, who, what, subject;
    };
    std::vector<LogRow> log;    // newest first
    int logKind = -1;           // records::AuditKind, -1: all
    std::int64_t logTotal = 0;  // rows of every kind
    std::int64_t logNext = 0;   // the page after this begins below that number; 0: there is none
    bool logIsNewest = true;

    std::string newPerson;      // typed so far
    std::int64_t renaming = 0;  // the practitioner whose name is being typed; 0: nobody
    std::string renamed;        // so far
    bool renameStarts = false;  // the field gets the keyboard in the next frame

    // No new recovery key waits to be kept.
    [[nodiscard]] bool mayClose() const { return !keys || keys->newKey.empty(); }
    void wipe() { *this = PracticeDialogState{}; }
};

}  // namespace palpate::ui
