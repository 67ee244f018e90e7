#include "app/practice_start.h"

#include "app/user_folders.h"
#include "core/time.h"
#include "document/demo_practice.h"
#include "document/open.h"
#include "records/vault.h"

#include <chrono>
#include <utility>

namespace palpate::app {

namespace {

namespace fs = std::filesystem;

std::chrono::sys_days localDay(core::Timestamp time) {
    using namespace std::chrono;
    const milliseconds local = milliseconds{time.utcMilliseconds} + minutes{time.offsetMinutes};
    return sys_days{floor<days>(local)};
}

// A demo of the trial format without sealing is put aside, so that a new one can be made.
void setTrialDemoAside(const fs::path& vault) {
    const auto face = records::lookAtVault(vault);
    if (!face || !face->unsealed) return;
    std::error_code ignored;
    fs::rename(vault, vault.string() + ".format-0", ignored);
}

core::Result<fs::path> demoVault(const body::BodyModel& body, core::Timestamp now) {
    const auto folder = dataFolder();
    if (!folder) return folder.error();
    const fs::path vault = *folder / "demo.palpate";
    setTrialDemoAside(vault);
    std::error_code ignored;
    if (!fs::exists(vault, ignored)) {
        document::DemoOptions options;
        options.lastDay = localDay(now);  // so that today's visit is there, begun
        if (auto made = document::makeDemoPractice(vault, body, options); !made) return made.error();
    }
    return vault;
}

}  // namespace

core::Result<document::Document> startPractice(const fs::path& vault, const fs::path& resources,
                                               core::Timestamp now) {
    document::Document document;
    document.modelsFolder = resources / "models";
    auto body = body::loadStandardBody(document.modelsFolder);
    if (!body) return body.error();
    document.body = std::move(*body);
    const auto path = vault.empty() ? demoVault(*document.body, now) : core::Result<fs::path>(vault);
    if (!path) return path.error();
    auto key = records::unlockDemo(*path);
    if (!key) return key.error();
    auto practice = records::openVault(*path, std::move(*key));
    if (!practice) return practice.error();
    if (auto opened = document::openPractice(document, std::move(*practice)); !opened) return opened.error();
    return document;
}

}  // namespace palpate::app
