#include "ui/apply_action.h"

#include "commands/registry.h"
#include "document/compare.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/region_paint.h"
#include "document/selection.h"
#include "ui/checkin_actions.h"
#include "ui/history/history_actions.h"
#include "ui/imgui_compat.h"
#include "ui/new_client.h"
#include "ui/scores/score_actions.h"
#include "ui/vault/client_dialog.h"
#include "ui/vault/folder_choice.h"
#include "ui/vault/practice_dialog.h"

#include <string>
#include <utility>
#include <variant>

namespace palpate::ui {
namespace {

using document::Document;

// Says what went wrong, or puts away what was said about it before.
template <typename T>
bool report(Document& document, const char* topic, const core::Result<T>& result) {
    if (result) {
        document::dismissTopic(document, topic);
        return true;
    }
    document::notify(document, document::Notice::Kind::Error, topic, result.error().message());
    return false;
}

document::EditPace paceOf(bool typed) {
    return typed ? document::EditPace::Typed : document::EditPace::Whole;
}

// What of the file system the dialog shows of a folder.
void lookInto(UiState::Sheet& sheet) {
    FolderChoice found = lookIntoFolder(sheet.folder, FolderHolds::Folders);
    sheet.subfolders = std::move(found.folders);
    sheet.isFolder = found.isFolder;
}

struct Applier {
    commands::CommandContext& context;
    UiState& state;
    Document& document = context.document();

    void operator()(const action::Run& run) const {
        // A new client is asked for by name and birth before there is one.
        if (run.command == "client.add") return (*this)(action::ShowDialog{Dialog::NewClient});
        // Where a sheet goes is asked before it is made.
        if (run.command == "export.sheet") return askForSheet();
        // What the choices are is shown by the window alone.
        if (run.command == "look.options") return (*this)(action::ShowDialog{Dialog::Looks});
        if (run.command == "visit.rate") return askRatings();
        if (run.command == "scores.show") return showScores();
        if (openVaultDialog(context, state, run.command)) return;
        commands::run(run.command, context);
        if (run.command != "regions.list") return;
        state.regionSearch.clear();
        state.focusRegionSearch = document.regions.open;
        state.drawer = Drawer::None;
    }
    // The window alone shows questions and scores.
    [[nodiscard]] bool canRun(const char* command) const {
        return commands::isEnabled(*commands::findCommand(command), document);
    }
    void askRatings() const {
        if (!canRun("visit.rate")) return;
        if (state.scores.showsMotion) {
            carryOut(context, state, state.scores.motion);
        } else {
            carryOut(context, state, action::AskRatings{state.scores.page});
        }
    }
    void showScores() const {
        if (!canRun("scores.show")) return;
        const bool shown = state.scores.tab == ToolsTab::Scores;
        carryOut(context, state, action::ShowTab{shown ? ToolsTab::Paint : ToolsTab::Scores});
    }
    template <typename ScoreAction>
    requires requires(commands::CommandContext& c, UiState& s, const ScoreAction& a) { carryOut(c, s, a); }
    void operator()(const ScoreAction& action) const { carryOut(context, state, action); }
    void operator()(const action::OpenClient& open) const {
        if (report(document, "opening", document::openClient(document, open.client))) {
            state.drawer = Drawer::None;
        }
    }
    void operator()(const action::OpenVisit& open) const {
        if (report(document, "opening", document::openVisit(document, open.visit)))
            state.drawer = Drawer::None;
    }
    void operator()(const action::SetDiameter& set) const {
        document::setDiameter(document, set.centimetres);
    }
    void operator()(const action::ToggleWord& toggle) const { document::toggleWord(document, toggle.word); }
    void operator()(const action::SetDepth& set) const { document::setDepth(document, set.depth); }
    void operator()(const action::ChangePlace& change) const {
        document::changePlace(document, change.edit, paceOf(change.typed));
    }
    void operator()(const action::SetPin& set) const {
        if (document::selectedPin(document) == nullptr) {
            document::setPin(document, set.pin);
        } else {
            report(document, "painting", document::editSelectedPin(document, set.pin, paceOf(set.typed)));
        }
    }
    void operator()(const action::TakeUpPlace& wanted) const {
        document::takeUp(document, {wanted.layer, wanted.place});
    }
    void operator()(const action::Deselect&) const { document::select(document, std::nullopt); }
    void operator()(const action::GoToRegion& go) const {
        document::goToRegion(document, go.region);
        state.focusRegionSearch = true;
    }
    void operator()(const action::PickRegion& pick) const {
        document::pickRegion(document, pick.region, pick.picked);
        document::goToRegion(document, pick.region);
    }
    void operator()(const action::PaintRegions&) const {
        const auto chosen = document::chosenRegions(document);
        if (report(document, "painting", document::fillRegions(document, chosen))) afterRegions();
    }
    void operator()(const action::ClearRegions&) const {
        const auto chosen = document::chosenRegions(document);
        if (report(document, "painting", document::clearRegions(document, chosen))) afterRegions();
    }
    void operator()(const action::EditRegion&) const {
        const auto chosen = document::withMirrored(document, document::chosenRegions(document));
        for (const body::RegionIndex region : chosen) {
            if (document::selectPlaceIn(document, region)) return;
        }
    }
    void operator()(const action::OpenFinding& open) const { document::openFinding(document, open.region); }
    void afterRegions() const {
        document::dropPicked(document);
        state.focusRegionSearch = true;
    }
    void operator()(const action::Compare& wanted) const {
        const clinic::MapKey from{wanted.from, wanted.author, clinic::Moment::Before};
        const clinic::MapKey to{wanted.to, wanted.author, clinic::Moment::Before};
        (*this)(action::CompareMaps{from, to});
    }
    void operator()(const action::CompareMaps& wanted) const {
        if (!document.compare) return;
        const document::CompareState& now = *document.compare;
        if (now.from.key == wanted.from && now.to.key == wanted.to && now.between.empty()) return;
        report(document, "compare", document::compareMaps(document, wanted.from, wanted.to));
    }
    void operator()(const action::CompareVisits& wanted) const {
        if (!document.compare || wanted.visits.size() < 2 || wanted.visits.size() > document::kMostCompared)
            return;
        report(document, "compare", document::compareVisits(document, wanted.visits));
    }
    void operator()(const action::SetCompareShare& set) const {
        document::setCompareShare(document, set.share);
    }
    void operator()(const action::PointAtRow& point) const { document::pointAtRow(document, point.region); }
    void operator()(const action::SortRegions& sort) const { document::sortRegions(document, sort.column); }
    void operator()(const action::SetChangeRules& set) const {
        document::setChangeRules(document, set.rules);
    }
    void operator()(const action::DismissNotice& dismiss) const {
        document::dismissNotice(document, dismiss.id);
    }
    void operator()(const action::AddClient&) const {
        const core::Result<clinic::Client> client = clientFrom(state.newClient);
        if (!client) {
            report(document, "opening", client);
        } else if (report(document, "opening", document::addClient(document, *client))) {
            state.dialog = Dialog::None;
            state.clientSearch.clear();
        }
    }
    void askForSheet() const {
        const auto plan = context.planSheet();
        if (!report(document, "export", plan)) return;
        state.sheet.what = plan->what;
        state.sheet.folder = plan->folder.string();
        lookInto(state.sheet);
        state.dialog = Dialog::Export;
    }
    void operator()(const action::EditSheetFolder& edit) const {
        state.sheet.folder = edit.folder;
        lookInto(state.sheet);
    }
    void operator()(const action::ExportSheet&) const {
        if (!state.sheet.isFolder) return;
        state.dialog = Dialog::None;
        context.exportSheet(state.sheet.folder);
    }
    void operator()(const action::ShowFolder& show) const { context.showFolder(show.folder); }
    void operator()(const action::SearchClients& search) const { state.clientSearch = search.text; }
    void operator()(const action::SearchRegions& search) const { state.regionSearch = search.text; }
    void operator()(const action::EditNewClient& edit) const { state.newClient = edit.draft; }
    void operator()(const action::EditClient& edit) const { state.edited.draft = edit.draft; }
    void operator()(const action::ClientTask& task) const { applyClientTask(context, state, task); }
    void operator()(const action::Practice& asked) const { applyPractice(context, state, asked); }
    void operator()(const action::ShowDialog& show) const {
        // Where nobody is said, nobody is named; what lay below comes back.
        if (state.dialog == Dialog::WhoWorks && show.dialog == Dialog::None) {
            state.dialog = std::exchange(state.afterWho, Dialog::None);
            return;
        }
        // A new recovery key is shown once: it is kept before the page goes.
        if (state.dialog == Dialog::Practice && !state.practice.mayClose()) return;
        if (state.dialog == Dialog::Practice) {
            state.practice.wipe();
            compat::forgetTyping();
        }
        if (state.dialog == Dialog::EditClient) state.edited = {};
        state.scores.typedMotion.reset();
        state.dialog = show.dialog;
        if (show.dialog == Dialog::NewClient) {
            state.newClient = {};
            state.newClient.code = document::nextClientCode(document);
        }
    }
    void operator()(const action::ShowDrawer& show) const { state.drawer = show.drawer; }
    // Only while the client has the window.
    void operator()(const action::CheckIn&) const {}
    void operator()(const action::CheckInRegion&) const {}
    void operator()(const action::SearchHistory& search) const { state.historySearch = search.text; }
    void operator()(const action::History& wanted) const {
        if (document.history) applyToHistory(document, wanted);
    }
    void operator()(const action::ResizeColumns& resize) const {
        state.leftWidth = resize.left;
        state.rightWidth = resize.right;
    }
};

}  // namespace

void applyAction(commands::CommandContext& context, UiState& state, const Action& action) {
    // A stroke that is being made owns the maps; the pointer is on the body then and on no control.
    if (context.document().painting) return;
    if (context.document().checkIn) return applyToCheckIn(context, action);
    std::visit(Applier{context, state}, action);
    if (!context.document().checkIn) return;
    // The client's pages are free of what the therapist was doing.
    if (state.scores.tab == ToolsTab::Scores) carryOut(context, state, action::ShowTab{ToolsTab::Paint});
    state.dialog = Dialog::None;
    state.drawer = Drawer::None;
    state.clientSearch.clear();
}

}  // namespace palpate::ui
