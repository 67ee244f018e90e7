#include "document/history.h"

#include "core/check.h"
#include "core/text.h"
#include "document/compare.h"
#include "document/saving.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

namespace {

using clinic::Author;

void historyChanged(Document& document) {
    ++document.history->version;
    ++document.version;
}

// Changes a setting of the view; false if it is so already.
template <typename Value>
bool set(Document& document, Value HistoryState::*member, const Value& value) {
    if (!document.history || (*document.history).*member == value) return false;
    (*document.history).*member = value;
    historyChanged(document);
    return true;
}

void replay(HistoryState& history) {
    history.replay = mapOfVisit(history, history.shown);
}

// Where something is to be seen at first: the newest visit against the one before.
void showNewest(HistoryState& history) {
    history.shown = history.visits.empty() ? 0 : history.visits.size() - 1;
    history.from = history.shown == 0 ? 0 : history.shown - 1;
}

bool hasRecords(const HistoryState& history, Author author) {
    const auto layer = static_cast<std::size_t>(history.layer);
    return std::any_of(history.visits.begin(), history.visits.end(), [&](const HistoryVisit& visit) {
        return visit.map(author).layers[layer].record != analysis::LayerRecord::NotRecorded;
    });
}

// Where the author looked at recorded nothing on the layer and the other one did, that one is meant.
void settleAuthor(HistoryState& history) {
    const Author other = history.author == Author::Client ? Author::Therapist : Author::Client;
    if (history.authorChosen || hasRecords(history, history.author) || !hasRecords(history, other)) return;
    history.author = other;
    replay(history);
}

void readNext(Document& document) {
    HistoryState& history = *document.history;
    HistoryVisit& visit = history.visits[history.read];
    visit =
        readHistoryVisit(*document.practice, visit.visit, *history.body, history.areaScale, history.figures);
    ++history.read;
    if (!history.isReading()) settleAuthor(history);
    if (history.read == history.shown + 1) replay(history);
}

void countNext(Document& document) {
    HistoryState& history = *document.history;
    FrequencyRun& run = *history.frequency;
    if (run.next < run.visits.size()) {
        const auto runs = runsOfVisit(*document.practice, run.visits[run.next], history.layer, *history.body,
                                      history.figures);
        ++run.next;
        if (!runs) {
            ++run.unreadable;
        } else if (!runs->has_value()) {
            ++run.without;
        } else {
            run.count->add(**runs);
        }
    }
    if (run.next < run.visits.size()) return;
    run.result = run.count->result();
    const std::size_t count = history.body->mesh().vertexCount();
    map::BodyMap picture(history.body->mesh().topologyId(), count);
    picture.layer(map::LayerKind::Pain) =
        map::Layer(map::LayerKind::Pain, analysis::shareAsValues(*run.result),
                   std::vector<map::PlaceNumber>(count, map::kNoPlace), {});
    run.picture = std::move(picture);
}

// What was counted is of another layer, author or choice of visits.
void dropFrequency(Document& document) {
    document.history->frequency.reset();
    if (document.history->page == HistoryPage::Frequency) startFrequency(document);
}

}  // namespace

core::Result<void> openHistory(Document& document) {
    if (openClientOf(document) == nullptr) {
        return core::Error{core::tr("No client is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    }
    if (auto finished = finishWriting(document); !finished) return finished;
    HistoryState history;
    history.body = document.body;
    history.figures = figuresFrom(document.modelsFolder);
    history.areaScale = areaScale(document);
    for (const clinic::Visit& visit : document.visits)
        history.visits.push_back({.visit = visit});
    std::stable_sort(history.visits.begin(), history.visits.end(), [](const auto& a, const auto& b) {
        return a.visit.at.utcMilliseconds < b.visit.at.utcMilliseconds;
    });
    history.author = document.shown;
    history.layer = document.tool.layer == map::LayerKind::Avoid ? map::LayerKind::Pain : document.tool.layer;
    showNewest(history);
    ++document.version;
    history.version = document.version;
    document.history = std::move(history);
    return {};
}

bool closeHistory(Document& document) {
    if (!document.history) return false;
    document.history.reset();
    ++document.version;
    return true;
}

void readHistoryAnew(Document& document) {
    if (!document.history || document.history->areaScale == areaScale(document)) return;
    HistoryState& history = *document.history;
    history.areaScale = areaScale(document);
    for (HistoryVisit& visit : history.visits)
        visit = {.visit = visit.visit};
    history.read = 0;
    historyChanged(document);
}

bool stepHistory(Document& document, const std::function<bool()>& mayGoOn) {
    if (!document.history || document.practice == nullptr) return false;
    HistoryState& history = *document.history;
    bool stepped = false;
    do {
        if (history.isReading()) {
            readNext(document);
        } else if (history.frequency && history.frequency->isRunning()) {
            countNext(document);
        } else {
            break;
        }
        stepped = true;
    } while (mayGoOn());
    if (stepped) historyChanged(document);
    return stepped;
}

bool setHistoryPage(Document& document, HistoryPage page) {
    if (!set(document, &HistoryState::page, page)) return false;
    if (page == HistoryPage::Frequency && !document.history->frequency) startFrequency(document);
    return true;
}

bool setHistoryAuthor(Document& document, Author author) {
    if (document.history) document.history->authorChosen = true;
    if (!set(document, &HistoryState::author, author)) return false;
    replay(*document.history);
    return true;
}

bool setHistoryLayer(Document& document, map::LayerKind layer) {
    if (!set(document, &HistoryState::layer, layer)) return false;
    if (!document.history->isReading()) settleAuthor(*document.history);
    dropFrequency(document);
    return true;
}

bool setHistoryRegion(Document& document, std::optional<body::RegionIndex> region) {
    return set(document, &HistoryState::region, region);
}

bool setHistoryMotion(Document& document, std::optional<analysis::MotionChoice> motion) {
    return set(document, &HistoryState::motion, motion);
}

bool showHistoryVisit(Document& document, std::size_t index) {
    if (!document.history || index >= document.history->visits.size()) return false;
    if (!set(document, &HistoryState::shown, index)) return false;
    replay(*document.history);
    return true;
}

bool setHistoryFrom(Document& document, std::size_t index) {
    if (!document.history || index >= document.history->visits.size()) return false;
    return set(document, &HistoryState::from, index);
}

bool setFrequencyScope(Document& document, FrequencyScope scope) {
    if (!set(document, &HistoryState::scope, scope)) return false;
    dropFrequency(document);
    return true;
}

bool countVisit(Document& document, core::VisitId visit, bool counted) {
    if (!document.history) return false;
    auto& leftOut = document.history->leftOut;
    const bool moved = counted ? leftOut.erase(visit) > 0 : leftOut.insert(visit).second;
    if (!moved) return false;
    historyChanged(document);
    dropFrequency(document);
    return true;
}

bool startFrequency(Document& document) {
    if (!document.history) return false;
    HistoryState& history = *document.history;
    FrequencyRun run;
    run.count = std::make_unique<analysis::FrequencyCount>(*history.body);
    if (history.scope == FrequencyScope::Everybody) {
        const auto visits = document.practice->visits(core::ClientId{});
        if (!visits) {
            run.stopped = visits.error().message();
        } else {
            for (const clinic::Visit& visit : *visits)
                run.visits.push_back(visit.id);
        }
    } else {
        for (const HistoryVisit& visit : history.visits) {
            if (!history.leftOut.contains(visit.visit.id)) run.visits.push_back(visit.visit.id);
        }
    }
    history.frequency = std::move(run);
    historyChanged(document);
    return true;
}

bool stopFrequency(Document& document) {
    if (!document.history || !document.history->frequency || !document.history->frequency->isRunning())
        return false;
    document.history->frequency->stopped = core::tr("Counting was stopped.");
    historyChanged(document);
    return true;
}

core::Result<void> compareInHistory(Document& document, std::size_t one, std::size_t other) {
    core::check(document.history.has_value(), "the view over time is open");
    const HistoryState& history = *document.history;
    if (one == other || std::max(one, other) >= history.visits.size()) {
        return core::Error{core::tr("There is no other visit to compare with"), "",
                           core::tr("Choose two different visits."), core::Error::Kind::Usage};
    }
    const core::VisitId from = history.visits[std::min(one, other)].visit.id;
    const core::VisitId to = history.visits[std::max(one, other)].visit.id;
    const Author author = history.author;
    // Whatever visit is open stays open, with its steps to take back.
    return openCompare(document, {from, author, clinic::Moment::Before}, {to, author, clinic::Moment::Before},
                       history.layer);
}

}  // namespace palpate::document
