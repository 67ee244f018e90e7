#pragma once

#include "core/result.h"
#include "document/document.h"
#include "document/map_store.h"
#include "map/map_codec.h"

#include <functional>
#include <vector>

// The view over time: all visits of the open client. Maps are read a few at a time, so that the window is
// there at once and stays usable with any number of them.
namespace palpate::document {

// Opens it on what is looked at: the author shown and the active layer, or, where that is avoid, pain.
// Nothing is read yet. Errors: no client is open; something painted is not written yet.
core::Result<void> openHistory(Document& document);
bool closeHistory(Document& document);
// Reads and measures every visit once more if the client's size changed, by which areas are scaled. Nothing
// if the view is not open.
void readHistoryAnew(Document& document);

// Reads on, visit by visit or map by map, as long as `mayGoOn` says so; at least one. True if something was
// read or counted; false once there is nothing to do.
bool stepHistory(Document& document, const std::function<bool()>& mayGoOn);

// Each does nothing and answers false if the view is not open or it is so already.
bool setHistoryPage(Document& document, HistoryPage page);
bool setHistoryAuthor(Document& document, clinic::Author author);
bool setHistoryLayer(Document& document, map::LayerKind layer);
bool setHistoryRegion(Document& document, std::optional<body::RegionIndex> region);
// One of motionsMeasured(), or none.
bool setHistoryMotion(Document& document, std::optional<analysis::MotionChoice> motion);
bool showHistoryVisit(Document& document, std::size_t index);
bool setHistoryFrom(Document& document, std::size_t index);
bool setFrequencyScope(Document& document, FrequencyScope scope);
bool countVisit(Document& document, core::VisitId visit, bool counted);
// Counts anew, or ends the counting that is going on.
bool startFrequency(Document& document);
bool stopFrequency(Document& document);

// Opens the comparison of two visits, the earlier one first, of the author and layer looked at. The view over
// time stays open below it. The visit that is open stays so. Errors: those of openCompare().
core::Result<void> compareInHistory(Document& document, std::size_t one, std::size_t other);

// The visits as they are on the chart. Those that are not read yet are left out.
[[nodiscard]] std::vector<analysis::TimelineVisit> timelineOf(const HistoryState& history);
// What can be chosen: everything that was measured at a visit that is read, in the order of the table.
[[nodiscard]] std::vector<analysis::MotionChoice> motionsMeasured(const HistoryState& history);
[[nodiscard]] analysis::DoseTable doseTableOf(const HistoryState& history);
// The map of a visit that was read; empty if there is none, or it is damaged.
[[nodiscard]] std::optional<map::BodyMap> mapOfVisit(const HistoryState& history, std::size_t index);

// For the command line too: reads both maps of a visit and measures them. A damaged map is named in it and is
// no error. Errors: `figures` cannot give a figure.
[[nodiscard]] HistoryVisit readHistoryVisit(const records::Practice& practice, const clinic::Visit& visit,
                                            const body::BodyModel& body, double areaScale,
                                            const FigureSource& figures);
// One visit of a timeline out of it.
[[nodiscard]] analysis::TimelineVisit timelineVisit(const HistoryVisit& visit, clinic::Author author,
                                                    map::LayerKind layer,
                                                    std::optional<body::RegionIndex> region);

// The painted runs of one layer before treatment, of the client's map or else the therapist's; empty where
// neither says anything about it. A map whose snapshot is up to date is never laid out over the body.
// Errors: those of loadBodyMap().
using RunsOrNone = std::optional<std::vector<map::ValueRun>>;
[[nodiscard]] core::Result<RunsOrNone> runsOfVisit(const records::Practice& practice, core::VisitId visit,
                                                   map::LayerKind layer, const body::BodyModel& body,
                                                   const FigureSource& figures);

}  // namespace palpate::document
