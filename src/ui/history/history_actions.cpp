#include "ui/history/history_actions.h"

#include "document/edit.h"
#include "document/history.h"
#include "document/open.h"

namespace palpate::ui {
namespace {

using document::Document;
using HistoryAsk = action::History::Ask;

void report(Document& document, const char* topic, const core::Result<void>& result) {
    if (result) {
        document::dismissTopic(document, topic);
    } else {
        document::notify(document, document::Notice::Kind::Error, topic, result.error().message());
    }
}

// With the visit that was chosen, or with a neighbour where that is the same one.
void compareWith(Document& document, std::size_t visit) {
    std::size_t from = document.history->from;
    if (from == visit) from = visit == 0 ? 1 : visit - 1;
    document::showHistoryVisit(document, visit);
    report(document, "compare", document::compareInHistory(document, from, visit));
}

}  // namespace

void applyToHistory(Document& document, const action::History& wanted) {
    if (wanted.ask == HistoryAsk::Region) {
        if (wanted.number < 0) {
            document::setHistoryRegion(document, std::nullopt);
        } else {
            document::setHistoryRegion(document, static_cast<body::RegionIndex>(wanted.number));
        }
        return;
    }
    if (wanted.ask == HistoryAsk::Motion) {
        const auto measured = document::motionsMeasured(*document.history);
        const auto chosen = static_cast<std::size_t>(wanted.number);
        const bool any = wanted.number >= 0 && chosen < measured.size();
        document::setHistoryMotion(document, any ? std::optional(measured[chosen]) : std::nullopt);
        return;
    }
    const auto& visits = document.history->visits;
    const auto index = static_cast<std::size_t>(wanted.number);
    if (wanted.number < 0 || index >= visits.size()) return;
    const core::VisitId visit = visits[index].visit.id;
    switch (wanted.ask) {
        case HistoryAsk::Open:
            report(document, "opening", document::openVisit(document, visit));
            break;
        case HistoryAsk::Compare:
            compareWith(document, index);
            break;
        case HistoryAsk::Show:
            document::showHistoryVisit(document, index);
            break;
        case HistoryAsk::From:
            document::setHistoryFrom(document, index);
            break;
        case HistoryAsk::Count:
            document::countVisit(document, visit, document.history->leftOut.contains(visit));
            break;
        case HistoryAsk::Region:
        case HistoryAsk::Motion:
            break;
    }
}

}  // namespace palpate::ui
