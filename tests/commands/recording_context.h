#pragma once

#include "commands/command.h"
#include "document/test_documents.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::test {

// A document on a fake vault, and a count of what a command asked of the window.
class RecordingContext : public commands::CommandContext {
public:
    document::Document& document() override { return m_document; }
    core::Timestamp now() const override { return kTuesday; }
    void chooseFigure() override { ++figures; }
    core::Result<commands::SheetPlan> planSheet() override {
        return commands::SheetPlan{"the sheet", "/tmp/sheets"};
    }
    void exportSheet(const std::filesystem::path& folder) override {
        ++sheets;
        sheetFolder = folder;
    }
    void showFolder(const std::filesystem::path& folder) override { shownFolder = folder; }
    void saveHistory(commands::HistoryFile file) override { historyFiles.push_back(file); }
    void setAside() override { ++setsAside; }
    void lockPractice() override { ++locks; }
    core::Result<commands::PracticeOutcome> doTask(const commands::PracticeTask& task) override {
        tasks.push_back(task.kind);
        taskPassphrase = std::string(task.passphrase.text());
        taskPresent = std::string(task.present.text());
        taskBackup = task.backup;
        if (failing) return core::Error{"The disk is full", "", "Make room."};
        commands::PracticeOutcome outcome{"done", {}, {}};
        if (task.kind == commands::PracticeTask::Kind::RenewRecoveryKey ||
            task.kind == commands::PracticeTask::Kind::RotateKeys) {
            outcome.recoveryKey = core::Secret::copyOf(std::string_view("ABCD-EFGH-JKLM"));
        }
        if (task.kind == commands::PracticeTask::Kind::Check) outcome.problems = problems;
        return outcome;
    }
    std::vector<commands::PracticeBackup> backups() override {
        return {{"/backups/C-20261120-120000.palpate", kTuesday}};
    }
    void quit() override { ++quits; }

    std::shared_ptr<FakeVault> vault = makeVault();
    int sheets = 0;
    int figures = 0;
    int quits = 0;
    int setsAside = 0;
    int locks = 0;
    bool failing = false;
    std::vector<commands::PracticeTask::Kind> tasks;
    std::vector<std::string> problems;
    std::string taskPassphrase, taskPresent;
    std::filesystem::path taskBackup;
    std::vector<commands::HistoryFile> historyFiles;
    std::filesystem::path sheetFolder, shownFolder;

private:
    document::Document m_document = openVault(vault);
};

}  // namespace palpate::test
