#include "clinic/visit.h"
#include "commands/command_lists.h"
#include "core/text.h"
#include "document/history.h"

#include <string>

namespace palpate::commands {

namespace {

using clinic::Author;
using core::tr;
using document::FrequencyScope;
using document::HistoryPage;

template <typename Change>
std::function<void(CommandContext&)> changing(Change change) {
    return [change](CommandContext& c) { change(c.document()); };
}

bool hasVisits(const Document& document) {
    return document.history && !document.history->visits.empty();
}

bool hasTwoVisits(const Document& document) {
    return hasVisits(document) && document.history->shown != document.history->from;
}

// A file holds all visits or none of it.
bool isRead(const Document& document) {
    if (!hasVisits(document) || document.history->isReading()) return false;
    const document::HistoryState& history = *document.history;
    return history.page != HistoryPage::Frequency || (history.frequency && history.frequency->result);
}

bool isCounting(const Document& document) {
    return document.history && document.history->frequency && document.history->frequency->isRunning();
}

bool mayCount(const Document& document) {
    return document.history && document.history->page == HistoryPage::Frequency && !isCounting(document);
}

void addChoices(Commands& commands) {
    const auto add = [&commands](std::string name, std::string title, auto change) {
        commands.push_back({std::move(name), std::move(title), {}, Mode::History, always, changing(change)});
    };
    add("history.timeline", tr("Show the course over time"),
        [](Document& d) { document::setHistoryPage(d, HistoryPage::Timeline); });
    add("history.frequency", tr("Show how often each place was painted"),
        [](Document& d) { document::setHistoryPage(d, HistoryPage::Frequency); });
    add("history.treatment", tr("Show treatment beside change"),
        [](Document& d) { document::setHistoryPage(d, HistoryPage::Treatment); });
    add("history.client", tr("The client's maps over time"),
        [](Document& d) { document::setHistoryAuthor(d, Author::Client); });
    add("history.therapist", tr("The therapist's maps over time"),
        [](Document& d) { document::setHistoryAuthor(d, Author::Therapist); });
    for (const map::LayerKind layer : map::kLayerKinds) {
        add(std::string("history.layer_") + map::layerId(layer),
            core::trf("{0} over time", {map::layerName(layer)}),
            [layer](Document& d) { document::setHistoryLayer(d, layer); });
    }
    add("history.whole_body", tr("The whole body over time"),
        [](Document& d) { document::setHistoryRegion(d, std::nullopt); });
    add("history.count_client", tr("Count the maps of this client"),
        [](Document& d) { document::setFrequencyScope(d, FrequencyScope::Client); });
    add("history.count_everybody", tr("Count the maps of all clients"),
        [](Document& d) { document::setFrequencyScope(d, FrequencyScope::Everybody); });
}

}  // namespace

void addHistoryCommands(Commands& commands) {
    commands.push_back({"history.open", tr("Over time: all visits of this client"), keys({"Ctrl+H"}),
                        Mode::Consult, hasClient, [](CommandContext& c) {
                            report(c.document(), "history", document::openHistory(c.document()));
                        }});
    commands.push_back({"history.close", tr("Leave the view over time"), keys({"Escape", "Ctrl+H"}),
                        Mode::History, always, changing([](Document& d) { document::closeHistory(d); })});
    commands.push_back({"history.earlier", tr("The visit before on the body"), keys({"["}), Mode::History,
                        [](const Document& d) { return hasVisits(d) && d.history->shown > 0; },
                        changing([](Document& d) { document::showHistoryVisit(d, d.history->shown - 1); })});
    commands.push_back(
        {"history.later", tr("The next visit on the body"), keys({"]"}), Mode::History,
         [](const Document& d) { return hasVisits(d) && d.history->shown + 1 < d.history->visits.size(); },
         changing([](Document& d) { document::showHistoryVisit(d, d.history->shown + 1); })});
    commands.push_back({"history.compare", tr("Compare the two visits"), keys({"C"}), Mode::History,
                        hasTwoVisits, [](CommandContext& c) {
                            Document& d = c.document();
                            report(d, "compare",
                                   document::compareInHistory(d, d.history->from, d.history->shown));
                        }});
    addChoices(commands);
    commands.push_back(
        {"history.count_again", tr("Count again"), {}, Mode::History, mayCount, changing([](Document& d) {
             document::startFrequency(d);
         })});
    commands.push_back({"history.stop_counting",
                        tr("Stop counting"),
                        {},
                        Mode::History,
                        isCounting,
                        changing([](Document& d) { document::stopFrequency(d); })});
    commands.push_back({"history.save_picture", tr("Save what is shown as a picture"), keys({"Ctrl+P"}),
                        Mode::History, isRead,
                        [](CommandContext& c) { c.saveHistory(HistoryFile::Picture); }});
    commands.push_back({"history.save_table", tr("Save what is shown as a table (CSV)"),
                        keys({"Ctrl+Shift+E"}), Mode::History, isRead,
                        [](CommandContext& c) { c.saveHistory(HistoryFile::Table); }});
}

}  // namespace palpate::commands
