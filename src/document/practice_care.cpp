#include "document/practice_care.h"

#include "core/check.h"
#include "core/plural.h"
#include "core/text.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/history.h"
#include "document/open.h"
#include "document/practitioners.h"
#include "document/saving.h"
#include "document/whereabouts.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace palpate::document {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLockSetting = "lock.minutes";
constexpr const char* kFolderSetting = "backup.folder";
constexpr const char* kOnCloseSetting = "backup.on_close";

std::string settingOf(const Document& document, const char* name) {
    auto value = document.practice->setting(name);
    return value ? std::move(*value) : std::string();
}

std::optional<int> minutesFrom(const std::string& text) {
    int minutes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return minutes < 0 || minutes > kMostLockMinutes ? std::nullopt : std::optional(minutes);
}

core::Result<void> listClients(Document& document) {
    auto clients = document.practice->clients();
    if (!clients) return clients.error();
    document.clients = std::move(*clients);
    document.saved = core::now();
    ++document.version;
    return {};
}

core::Result<void> checkCode(const Document& document, const clinic::Client& client) {
    for (const clinic::Client& other : document.clients) {
        if (other.id != client.id && other.code == client.code)
            return core::Error{core::tr("Another client has this code already"), client.code,
                               core::tr("Choose another one."), core::Error::Kind::Usage};
    }
    return {};
}

}  // namespace

fs::path usualBackupFolder(const fs::path& vault) {
    return vault.parent_path() / (vault.stem().string() + " backups");
}

void readPracticeState(Document& document) {
    PracticeState& state = document.practiceState;
    const bool isDemo = document.practice->info().isDemo;
    state = {};
    state.lockMinutes =
        minutesFrom(settingOf(document, kLockSetting)).value_or(isDemo ? 0 : kUsualLockMinutes);
    const std::string onClose = settingOf(document, kOnCloseSetting);
    state.backUpOnClose = onClose.empty() ? !isDemo : onClose == "yes";
    state.backupFolder = settingOf(document, kFolderSetting);
    if (state.backupFolder.empty()) state.backupFolder = usualBackupFolder(document.practice->path());
    readPractitioners(document);
}

void readVisitMarks(Document& document) {
    auto& marks = document.practiceState.visitMarks;
    marks.clear();
    for (const clinic::Visit& visit : document.visits) {
        VisitMarks& mark = marks[visit.id];
        mark.clockWentBack =
            visit.clockWentBack ||
            std::any_of(document.visits.begin(), document.visits.end(), [&visit](const clinic::Visit& other) {
                return other.number < visit.number && other.at.utcMilliseconds > visit.at.utcMilliseconds;
            });
        const auto maps = document.practice->maps(visit.id);
        if (!maps) continue;
        for (const records::MapInfo& map : *maps) {
            bool& painted = map.key.author == clinic::Author::Client ? mark.client : mark.therapist;
            painted = painted || map.entries > 0 || map.completed;
            if (map.completed) mark.finished.push_back(map.key);
        }
    }
    ++document.version;
}

VisitMarks marksOf(const Document& document, core::VisitId visit) {
    VisitMarks marks;
    const auto known = document.practiceState.visitMarks.find(visit);
    if (known != document.practiceState.visitMarks.end()) marks = known->second;
    for (const OpenMap& map : document.maps) {
        if (map.key.visit != visit) continue;
        bool& painted = map.key.author == clinic::Author::Client ? marks.client : marks.therapist;
        painted = painted || map.stored;
        if (!map.damage.empty()) continue;
        std::erase(marks.finished, map.key);
        if (map.completed) marks.finished.push_back(map.key);
    }
    return marks;
}

std::string whyReadOnly(const Document& document) {
    return document.practice == nullptr ? std::string() : document.practice->info().readOnly;
}

core::Result<void> setLockMinutes(Document& document, int minutes) {
    if (minutes < 0 || minutes > kMostLockMinutes)
        return core::Error{core::tr("That is not a number of minutes"), std::to_string(minutes),
                           core::tr("Choose one of the list."), core::Error::Kind::Usage};
    if (auto kept = document.practice->saveSetting(kLockSetting, std::to_string(minutes)); !kept) return kept;
    document.practiceState.lockMinutes = minutes;
    ++document.version;
    return {};
}

core::Result<void> setBackups(Document& document, const fs::path& folder, bool onClose) {
    const auto changes = [&]() -> core::Result<void> {
        if (auto kept = document.practice->saveSetting(kFolderSetting, folder.string()); !kept) return kept;
        return document.practice->saveSetting(kOnCloseSetting, onClose ? "yes" : "no");
    };
    if (auto kept = document.practice->asOneChange(changes); !kept) return kept;
    document.practiceState.backupFolder =
        folder.empty() ? usualBackupFolder(document.practice->path()) : folder;
    document.practiceState.backUpOnClose = onClose;
    ++document.version;
    return {};
}

core::Result<void> updateClient(Document& document, const clinic::Client& client) {
    core::check(!document.painting, "a client is not changed while a stroke is being made");
    if (auto valid = clinic::validate(client); !valid) return valid;
    if (auto free = checkCode(document, client); !free) return free;
    if (auto finished = finishWriting(document); !finished) return finished;
    const clinic::Client* before = nullptr;
    for (const clinic::Client& listed : document.clients) {
        if (listed.id == client.id) before = &listed;
    }
    const bool otherFigure = before != nullptr && before->figure != client.figure;
    if (auto kept = document.practice->updateClient(client); !kept) return kept;
    if (auto listed = listClients(document); !listed) return listed;
    if (document.client != client.id) return {};
    if (!otherFigure) {
        measureAnew(document);
        readHistoryAnew(document);
        return {};
    }
    const Whereabouts where = whereaboutsOf(document);
    if (auto opened = openClient(document, client.id); !opened) return opened;
    return returnTo(document, where);
}

core::Result<records::ErasedClient> eraseClient(Document& document, core::ClientId client) {
    core::check(!document.painting, "a client is not erased while a stroke is being made");
    if (auto finished = finishWriting(document); !finished) return finished.error();
    if (document.client == client) {
        closeVisit(document);
        document.client = {};
        document.visits.clear();
        document.practiceState.visitMarks.clear();
    }
    auto erased = document.practice->eraseClient(client, {document.practiceState.backupFolder});
    if (!erased) return erased;
    if (auto listed = listClients(document); !listed) return listed.error();
    return erased;
}

std::string erasedWords(const records::ErasedClient& erased) {
    std::string text = core::trf("Client {0} is erased, with {1}.",
                                 {erased.code, core::trn("{0} visit", "{0} visits", erased.visits)});
    if (!erased.backupsRewritten.empty())
        text +=
            " " + core::trn("{0} backup was rewritten without the client.",
                            "{0} backups were rewritten without the client.", erased.backupsRewritten.size());
    for (const fs::path& left : erased.backupsLeft)
        text +=
            " " + core::trf("This backup could not be rewritten and keeps the client: {0}.", {left.string()});
    return text + " " + core::tr("Copies elsewhere keep the client.");
}

}  // namespace palpate::document
