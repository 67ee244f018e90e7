#pragma once

#include "commands/command.h"
#include "document/test_documents.h"

#include <memory>

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
    void setAside() override { ++setsAside; }
    void quit() override { ++quits; }

    std::shared_ptr<FakeVault> vault = makeVault();
    int sheets = 0;
    int figures = 0;
    int quits = 0;
    int setsAside = 0;
    std::filesystem::path sheetFolder, shownFolder;

private:
    document::Document m_document = openVault(vault);
};

}  // namespace palpate::test
