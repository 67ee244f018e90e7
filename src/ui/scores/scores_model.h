#pragma once

#include "analysis/scores.h"
#include "clinic/ratings.h"
#include "document/document.h"
#include "ui/command_item.h"
#include "ui/ui_state.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The scores of the map on view and the answers of the visit, as the column of tools shows them.
struct ScoresModel {
    bool open = false;    // shown instead of the painting tools
    std::string summary;  // for the strip below the tools: "WPI 5 · CHOIR 9"
    CommandItem show, rate;
    std::string label;       // that no score is a diagnosis: stands wherever scores do
    std::string from;        // "From the therapist's map"
    std::string trouble;     // why nothing can be answered or corrected; empty if it can
    std::string empty;       // why there are no scores
    std::string unrecorded;  // why those of the paint are not known; empty if they are

    // One area of a form.
    struct Area {
        document::ScoreArea area;
        std::string name;      // of controls: "wpi_2016.neck"
        std::string text;      // "Neck"
        std::string extent;    // "34 cm²"; empty where nothing is painted
        std::string note;      // "by hand: therapist, 20 Nov 2026"; empty if nobody said anything
        bool counts = false;   // as the score counts it
        bool isShown = false;  // on the body
        // What the tick asks for; the paint's own verdict again where it is the same.
        std::optional<bool> wanted;
    };
    struct Score {
        std::string id = {}, title = {}, value = {}, detail = {};
        bool isOpen = false;
        bool canTick = false;          // its areas are counted, not weighed
        std::vector<Area> areas = {};  // painted, counted or spoken of
        std::vector<Area> others = {};
        std::optional<clinic::RatingGroup> asks = {};  // opens the questions that feed it instead
    };
    std::vector<Score> scores;
    bool showsOthers = false;

    analysis::EndorsementRule rule;
    std::string cm2Text, percentText;  // "10 cm²", "10 %"
    std::string ruleTrouble;           // why it is not the practice's own; empty if it is
};
[[nodiscard]] ScoresModel makeScoresModel(const document::Document& document, const UiState& state,
                                          const std::optional<analysis::Scores>& scores);

// The next larger or smaller step of the rule.
[[nodiscard]] double stepOf(double value, bool up, double most);

}  // namespace palpate::ui
