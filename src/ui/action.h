#pragma once

#include "analysis/change_verdict.h"
#include "body/atlas.h"
#include "clinic/range_of_motion.h"
#include "clinic/ratings.h"
#include "clinic/visit.h"
#include "core/ids.h"
#include "document/compare_state.h"
#include "document/score_state.h"
#include "map/pin.h"
#include "map/place.h"
#include "map/stroke.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What a person asked for in one frame. Panels hand these back and change nothing; applyAction() carries them
// out after the frame.
namespace palpate::ui {

enum class Dialog : std::uint8_t {
    None,
    NewClient,
    Figures,
    Export,
    About,
    Looks,
    Ratings,
    EditClient,
    Practice,
    WhoWorks
};
enum class PracticeTab : std::uint8_t { Backup, Keys, Lock, People, Check, Log };
enum class Drawer : std::uint8_t { None, People, Tools };
// What the column of tools shows.
enum class ToolsTab : std::uint8_t { Paint, Scores };

// A client as typed so far: numbers are text until they are taken over.
struct NewClientDraft {
    std::string code = {}, name = {}, yearOfBirth = {}, heightCm = {}, weightKg = {};
    std::string figure = "neutral";
    std::string goals = {}, contraindications = {}, areasToAvoid = {};

    friend bool operator==(const NewClientDraft&, const NewClientDraft&) = default;
};

namespace action {

// A command of the registry, by name.
struct Run {
    std::string command;
    friend bool operator==(const Run&, const Run&) = default;
};
struct OpenClient {
    core::ClientId client;
    friend bool operator==(const OpenClient&, const OpenClient&) = default;
};
struct OpenVisit {
    core::VisitId visit;
    friend bool operator==(const OpenVisit&, const OpenVisit&) = default;
};
struct SetDiameter {
    double centimetres = 0.0;
    friend bool operator==(const SetDiameter&, const SetDiameter&) = default;
};
struct ToggleWord {
    std::string word;
    friend bool operator==(const ToggleWord&, const ToggleWord&) = default;
};
struct SetDepth {
    map::Depth depth = map::Depth::Unstated;
    friend bool operator==(const SetDepth&, const SetDepth&) = default;
};
// Of the place that is being edited, else of the next stroke.
struct ChangePlace {
    map::PlaceEdit edit;
    bool typed = false;  // goes on with what was typed before
    friend bool operator==(const ChangePlace&, const ChangePlace&) = default;
};
// What a number on the body belongs to is to be changed.
struct TakeUpPlace {
    map::LayerKind layer = map::LayerKind::Pain;
    map::PlaceNumber place = map::kNoPlace;
    friend bool operator==(const TakeUpPlace&, const TakeUpPlace&) = default;
};
// The pin that is being edited, else the next one.
struct SetPin {
    map::Pin pin;
    bool typed = false;
    friend bool operator==(const SetPin&, const SetPin&) = default;
};
struct Deselect {
    friend bool operator==(const Deselect&, const Deselect&) = default;
};
// The list of regions
struct GoToRegion {
    body::RegionIndex region = 0;
    friend bool operator==(const GoToRegion&, const GoToRegion&) = default;
};
struct PickRegion {
    body::RegionIndex region = 0;
    bool picked = true;
    friend bool operator==(const PickRegion&, const PickRegion&) = default;
};
struct PaintRegions {
    friend bool operator==(const PaintRegions&, const PaintRegions&) = default;
};
struct ClearRegions {
    friend bool operator==(const ClearRegions&, const ClearRegions&) = default;
};
// The place that covers most of the region that the list's cursor is on.
struct EditRegion {
    friend bool operator==(const EditRegion&, const EditRegion&) = default;
};
// A row of the findings: turns to the region and takes up its place.
struct OpenFinding {
    body::RegionIndex region = 0;
    friend bool operator==(const OpenFinding&, const OpenFinding&) = default;
};
// The visits and the author that the compare view shows.
struct Compare {
    core::VisitId from, to;
    clinic::Author author = clinic::Author::Client;
    friend bool operator==(const Compare&, const Compare&) = default;
};
// Two to four visits, by the author shown.
struct CompareVisits {
    std::vector<core::VisitId> visits;
    friend bool operator==(const CompareVisits&, const CompareVisits&) = default;
};
// Any two maps of the open client.
struct CompareMaps {
    clinic::MapKey from, to;
    friend bool operator==(const CompareMaps&, const CompareMaps&) = default;
};
// 0..1: where the line of the wipe stands, or how much of the earlier map is laid over the later one.
struct SetCompareShare {
    double share = 0.0;
    friend bool operator==(const SetCompareShare&, const SetCompareShare&) = default;
};
// The row of the table of regions that the pointer is on.
struct PointAtRow {
    std::optional<body::RegionIndex> region;
    friend bool operator==(const PointAtRow&, const PointAtRow&) = default;
};
struct SortRegions {
    document::RegionColumn column = document::RegionColumn::Change;
    friend bool operator==(const SortRegions&, const SortRegions&) = default;
};
// What counts as change.
struct SetChangeRules {
    analysis::ChangeRules rules;
    friend bool operator==(const SetChangeRules&, const SetChangeRules&) = default;
};
struct DismissNotice {
    std::uint64_t id = 0;
    friend bool operator==(const DismissNotice&, const DismissNotice&) = default;
};
// Adds the client that the dialog's draft describes.
struct AddClient {
    friend bool operator==(const AddClient&, const AddClient&) = default;
};
// Makes the sheet that the dialog describes, in the folder that stands there.
struct ExportSheet {
    friend bool operator==(const ExportSheet&, const ExportSheet&) = default;
};
// Opens a folder in the desktop's file manager.
struct ShowFolder {
    std::string folder;
    friend bool operator==(const ShowFolder&, const ShowFolder&) = default;
};
// What only the window knows
struct EditSheetFolder {
    std::string folder;
    friend bool operator==(const EditSheetFolder&, const EditSheetFolder&) = default;
};
struct SearchClients {
    std::string text;
    friend bool operator==(const SearchClients&, const SearchClients&) = default;
};
struct SearchRegions {
    std::string text;
    friend bool operator==(const SearchRegions&, const SearchRegions&) = default;
};
struct EditNewClient {
    NewClientDraft draft;
    friend bool operator==(const EditNewClient&, const EditNewClient&) = default;
};
// The dialog of the open client's record.
struct EditClient {
    NewClientDraft draft;
    friend bool operator==(const EditClient&, const EditClient&) = default;
};
struct ClientTask {
    enum class Ask : std::uint8_t {
        Save,
        Archive,
        BringBack,  // from the archive
        AskErase,   // what would be gone, before the code is typed
        StayErase,  // back to the record
        TypeCode,   // `text`, typed so far
        Erase,
    };
    Ask ask = Ask::Save;
    std::string text = {};
    friend bool operator==(const ClientTask&, const ClientTask&) = default;
};
// The dialog of the practice as a whole.
struct Practice {
    enum class Ask : std::uint8_t {
        Tab,         // `number`, a PracticeTab
        Folder,      // of backups: `text`, typed so far
        KeepFolder,  // the one that was typed
        OnClose,     // back up on closing: `number` 0 or 1
        Minutes,     // until it locks itself: `number`, 0 = never
        BackUp,
        AskRestore,  // from the file `text`; empty: no longer
        Restore,     // from the file that was asked for
        ChangePassphrase,
        AskNewKey,  // what it means is said first; so it is before the keys are rotated
        AskRotate,
        StayKeys,  // neither of them
        NewKey,
        RotateKeys,
        SaveKey,  // the new recovery key, as a file
        PrintKey,
        KeyKept,
        Check,
        LogKind,   // only rows of the kind `number`; -1: all
        LogOlder,  // the next page
        LogNewest,
        AtWork,      // the practitioner `number` works from now on; 0: nobody in particular
        TypePerson,  // the name `text` of somebody to add, typed so far
        AddPerson,
        Rename,    // begins it for the practitioner `number`; 0: no longer
        TypeName,  // `text`, typed so far
        KeepName,
        Retire,  // the practitioner `number`
        BringBack,
    };
    Ask ask = Ask::Tab;
    int number = 0;
    std::string text = {};
    friend bool operator==(const Practice&, const Practice&) = default;
};
struct ShowDialog {
    Dialog dialog = Dialog::None;  // None closes the one that is open
    friend bool operator==(const ShowDialog&, const ShowDialog&) = default;
};
struct ShowDrawer {
    Drawer drawer = Drawer::None;
    friend bool operator==(const ShowDrawer&, const ShowDrawer&) = default;
};
struct ResizeColumns {
    float left = 0.0F, right = 0.0F;  // dp
    friend bool operator==(const ResizeColumns&, const ResizeColumns&) = default;
};

// Scores
struct ShowTab {
    ToolsTab tab = ToolsTab::Paint;
    friend bool operator==(const ShowTab&, const ShowTab&) = default;
};
// Lists the areas that fed a score, or folds them.
struct UnfoldScore {
    std::string score;
    friend bool operator==(const UnfoldScore&, const UnfoldScore&) = default;
};
struct ShowOtherAreas {
    bool shown = false;
    friend bool operator==(const ShowOtherAreas&, const ShowOtherAreas&) = default;
};
// Marks an area on the body and turns to it; empty: no longer.
struct ShowArea {
    std::optional<document::ScoreArea> area;
    friend bool operator==(const ShowArea&, const ShowArea&) = default;
};
// Says whether an area hurts; empty: what is painted counts.
struct CorrectArea {
    document::ScoreArea area;
    std::optional<bool> hurts;
    friend bool operator==(const CorrectArea&, const CorrectArea&) = default;
};
struct SetAreaRule {
    analysis::EndorsementRule rule;
    friend bool operator==(const SetAreaRule&, const SetAreaRule&) = default;
};
// Opens the questions of the visit at a page.
struct AskRatings {
    clinic::RatingGroup page = clinic::RatingGroup::Pain;
    friend bool operator==(const AskRatings&, const AskRatings&) = default;
};
struct Rate {
    clinic::Rating rating = clinic::Rating::PainNow;
    std::optional<int> answer;  // empty takes it back
    friend bool operator==(const Rate&, const Rate&) = default;
};

// Opens the questions at the page of a joint.
struct AskMotion {
    clinic::Joint joint = clinic::Joint::Neck;
    clinic::MotionMode mode = clinic::MotionMode::Active;
    clinic::MotionMoment moment = clinic::MotionMoment::Before;
    friend bool operator==(const AskMotion&, const AskMotion&) = default;
};
struct NoteMotion {
    clinic::MotionKey key;
    std::optional<int> degrees;  // empty takes it back
    friend bool operator==(const NoteMotion&, const NoteMotion&) = default;
};
// What stands in the field of a measurement: kept as soon as it is a number that can be.
struct TypeMotion {
    clinic::MotionKey key;
    std::string text;
    friend bool operator==(const TypeMotion&, const TypeMotion&) = default;
};

// What the client asks for that is no command because it says which one.
struct CheckIn {
    enum class Ask : std::uint8_t {
        Hold,    // 1: the therapist's key is held, 0: it was let go
        Change,  // the place of that number
        Remove,  // the place of that number
        Row,     // read back from that row on
        Part,    // of the body: its number in the list
        Side,    // a body::Side
    };
    Ask ask = Ask::Hold;
    int number = 0;
    friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

// In the view over time; visits by their place in its list.
struct History {
    enum class Ask : std::uint8_t {
        Open,     // the visit, to paint
        Compare,  // the visit with the one that is chosen for it, or, where that is itself, its neighbour
        Show,     // the visit on the body
        From,     // choose the visit to compare with
        Count,    // the visit, or no longer
        Region,   // of the atlas; -1: the whole body
        Motion,   // of document::motionsMeasured(); -1: none
    };
    Ask ask = Ask::Show;
    int number = 0;
    friend bool operator==(const History&, const History&) = default;
};
struct SearchHistory {
    std::string text;
    friend bool operator==(const SearchHistory&, const SearchHistory&) = default;
};

// A region of the list, to be marked on the side that is chosen there.
struct CheckInRegion {
    std::string region;  // atlas id
    friend bool operator==(const CheckInRegion&, const CheckInRegion&) = default;
};

}  // namespace action

using AnyAction = std::variant<
    action::Run, action::OpenClient, action::OpenVisit, action::SetDiameter, action::ToggleWord,
    action::SetDepth, action::ChangePlace, action::SetPin, action::Deselect, action::GoToRegion,
    action::PickRegion, action::PaintRegions, action::ClearRegions, action::EditRegion, action::OpenFinding,
    action::Compare, action::CompareVisits, action::CompareMaps, action::SetCompareShare, action::PointAtRow,
    action::SortRegions, action::SetChangeRules, action::DismissNotice, action::AddClient,
    action::ExportSheet, action::ShowFolder, action::EditSheetFolder, action::SearchClients,
    action::SearchRegions, action::EditNewClient, action::ShowDialog, action::ShowDrawer,
    action::ResizeColumns, action::ShowTab, action::UnfoldScore, action::ShowOtherAreas, action::ShowArea,
    action::CorrectArea, action::SetAreaRule, action::AskRatings, action::Rate, action::AskMotion,
    action::NoteMotion, action::TypeMotion, action::CheckIn, action::CheckInRegion, action::EditClient,
    action::ClientTask, action::Practice, action::History, action::SearchHistory, action::TakeUpPlace>;

// One of them. Its copying and moving are compiled once, in action.cpp: for a variant of so many that takes
// longer than the rest of most sources that hand one on. std::visit(), std::get_if() and the like take it as
// they take a variant.
struct Action : AnyAction {
    using AnyAction::AnyAction;
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();
};

// A frame has at most one action: the first.
void keepFirst(std::optional<Action>& kept, std::optional<Action> next);

}  // namespace palpate::ui
