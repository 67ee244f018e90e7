#pragma once

#include "analysis/timeline_chart.h"
#include "document/document.h"
#include "ui/command_item.h"
#include "ui/readings.h"
#include "ui/ui_state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palpate::ui {

// The view over time as plain data.
struct HistoryModel {
    // A small picture, front and back together, in dp
    static constexpr float kSmallWidth = 144.0F, kSmallHeight = 84.0F;

    document::HistoryPage page = document::HistoryPage::Timeline;
    CommandItem timeline, frequency, treatment;  // the pages
    CommandItem client, therapist, compare, earlier, later, savePicture, saveTable;
    clinic::Author author = clinic::Author::Client;
    map::LayerKind layer = map::LayerKind::Pain;
    struct LayerChoice {
        CommandItem command;
        std::string name;
    };
    std::vector<LayerChoice> layers;
    bool plain = false;      // one ink only
    std::string reading;     // "Reading visit 3 of 8"; empty when all is known
    double readShare = 1.0;  // 0..1

    std::vector<analysis::TimelineVisit> visits;  // those read, as on the chart
    analysis::TimelineLook look;
    std::string title;  // "Pain, whole body, the client's maps"
    struct Visit {
        std::string title, date;  // "Visit 3", "2 Oct 2026"
        std::string bare;         // why there is no paint to see; empty if there is
        std::uint64_t texture = 0;
        bool counted = true;
    };
    std::vector<Visit> entries;  // all of them, by time
    std::size_t shown = 0, from = 0;
    std::uint64_t frontTexture = 0, backTexture = 0;

    std::vector<std::string> motions;  // what can be drawn beside the levels: "Neck: rotation"
    int motion = -1;                   // the one that is, of those; -1: none

    CommandItem wholeBody;
    std::string regionName, search;
    bool isWholeBody = true;
    struct RegionRow {
        int region = -1;
        std::string id, name;
        std::string detail;  // "4 of 8 visits"
        bool chosen = false;
    };
    std::vector<RegionRow> regions;

    document::FrequencyScope scope = document::FrequencyScope::Client;
    CommandItem countClient, countEverybody, countAgain, stopCounting;
    bool counting = false;
    double countedShare = 0.0;
    std::string counted;  // "8 maps of 10 visits; 2 have none"
    struct FrequencyRow {
        std::string name, maps, share, worst, mean;
    };
    // Every region with any paint, the most often painted first; at the end, with 0 maps, those of which
    // every map painted too little to count.
    std::vector<FrequencyRow> frequencyRows;
    bool hasUncounted = false;

    std::vector<analysis::DosePoint> points;
    struct DoseRow {
        std::string region, visits, treated, dose, before, after, change;
    };
    std::vector<DoseRow> doseRows;
    std::string doseNote;
};

// Only while document.history is set. Pictures are not known yet.
[[nodiscard]] HistoryModel makeHistoryModel(const document::Document& document, const UiState& state,
                                            Readings& readings);

// What the pointer reads at a visit of the chart.
[[nodiscard]] std::vector<std::string> visitTip(const HistoryModel& model, std::size_t visit);

}  // namespace palpate::ui
