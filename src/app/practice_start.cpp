#include "app/practice_start.h"

#include "app/user_folders.h"
#include "core/time.h"
#include "document/demo_practice.h"
#include "document/open.h"
#include "records/practice.h"

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

core::Result<fs::path> demoVault(const body::BodyModel& body, core::Timestamp now) {
    const auto folder = dataFolder();
    if (!folder) return folder.error();
    const fs::path vault = *folder / "demo.palpate";
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
    auto practice = records::openPractice(*path);
    if (!practice) return practice.error();
    if (auto opened = document::openPractice(document, std::move(*practice)); !opened) return opened.error();
    return document;
}

}  // namespace palpate::app
