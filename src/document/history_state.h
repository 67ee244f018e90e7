#pragma once

#include "analysis/frequency.h"
#include "analysis/timeline.h"
#include "body/body_model.h"
#include "clinic/range_of_motion.h"
#include "clinic/visit.h"
#include "document/map_store.h"
#include "map/body_map.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace palpate::document {

// One map of a visit as the view over time keeps it: its measures, and the map itself in a few kilobytes.
struct HistoryMap {
    bool stored = false;  // something was painted or completed under that key
    bool completed = false;
    std::string damage;            // why it cannot be read; empty if it can
    std::vector<std::byte> bytes;  // map::encodeMap(); empty if nothing is painted on it
    std::array<analysis::LayerSample, map::kLayerCount> layers;
};

struct HistoryVisit {
    clinic::Visit visit = {};
    bool read = false;                    // what follows is known
    std::array<HistoryMap, 2> maps = {};  // before treatment, by clinic::Author
    // Of the therapist's two maps; where both are painted that of after the treatment counts.
    std::vector<analysis::TreatedRegion> treated = {};
    bool treatedUnreadable = false;  // one of them is damaged
    std::optional<double> painNow = {}, painAverage = {}, painWorst = {};
    clinic::RangeOfMotion motions = {};

    [[nodiscard]] const HistoryMap& map(clinic::Author author) const {
        return maps[static_cast<std::size_t>(author)];
    }
};

enum class HistoryPage : std::uint8_t { Timeline, Frequency, Treatment };
enum class FrequencyScope : std::uint8_t { Client, Everybody };

// Counting how often each place was painted, going on from frame to frame.
struct FrequencyRun {
    std::vector<core::VisitId> visits;  // to be counted
    std::size_t next = 0;               // of those
    int without = 0;                    // had no map of that layer
    int unreadable = 0;
    std::unique_ptr<analysis::FrequencyCount> count;
    std::optional<analysis::Frequency> result;  // set when all are counted
    std::optional<map::BodyMap> picture;        // its pain layer: the share of maps, 10 = all of them
    std::string stopped;                        // why it ended early; empty if it did not

    [[nodiscard]] bool isRunning() const { return !result && stopped.empty(); }
};

// The view over time of the open client, while it is open.
struct HistoryState {
    std::shared_ptr<const body::BodyModel> body;  // the client's figure, of which all areas are
    double areaScale = 1.0;
    FigureSource figures;              // that maps were painted on
    std::vector<HistoryVisit> visits;  // by time, oldest first
    std::size_t read = 0;              // the first so many are known

    HistoryPage page = HistoryPage::Timeline;
    clinic::Author author = clinic::Author::Client;
    bool authorChosen = false;  // by the person; until then it is whoever recorded something
    map::LayerKind layer = map::LayerKind::Pain;
    std::optional<body::RegionIndex> region;       // empty: the whole body
    std::optional<analysis::MotionChoice> motion;  // drawn beside the levels; empty: none

    std::size_t shown = 0;               // the visit on the body; < visits.size() unless there are none
    std::size_t from = 0;                // what it is compared with
    std::optional<map::BodyMap> replay;  // the map shown; empty until that visit is read

    FrequencyScope scope = FrequencyScope::Client;
    std::set<core::VisitId> leftOut;  // of the client's visits, from counting
    std::optional<FrequencyRun> frequency;

    // Goes up with every change of what is drawn; no two states of whatever views over time have the same.
    std::uint64_t version = 0;

    [[nodiscard]] bool isReading() const { return read < visits.size(); }
};

}  // namespace palpate::document
