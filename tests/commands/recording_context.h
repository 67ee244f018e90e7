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
    void exportSheet() override { ++sheets; }
    void chooseFigure() override { ++figures; }
    void quit() override { ++quits; }

    std::shared_ptr<FakeVault> vault = makeVault();
    int sheets = 0;
    int figures = 0;
    int quits = 0;

private:
    document::Document m_document = openVault(vault);
};

}  // namespace palpate::test
