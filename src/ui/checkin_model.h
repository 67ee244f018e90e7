#pragma once

#include "body/atlas.h"
#include "document/check_in_state.h"
#include "document/document.h"
#include "ui/command_item.h"
#include "ui/readings.h"
#include "ui/viewport_panel.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The window while the client has it, as plain data. Holds nothing of anybody else and no code or name.
struct CheckInModel {
    document::CheckInPage page = document::CheckInPage::Mark;
    std::string heading, hint;  // at the top
    std::string trouble;        // empty if there is none
    double held = 0.0;          // how far the therapist's key was held, 0..1
    bool isHeld = false;
    bool isDemo = false;

    // Mark
    SideLabels sides;
    std::string underFinger;  // the region that is pointed at
    std::vector<Badge> badges;
    struct View {
        CommandItem command;
        std::string text;
        bool active = false;
    };
    std::vector<View> views;
    bool isCloseUp = false;  // hidden skin is looked at
    bool hasPlaces = false;
    bool hasTouched = false;  // level, words and depth speak of `place`
    bool erasing = false;
    std::string place;  // "Left shoulder blade"
    // Of the place before, while nothing was said of a new one: "Left chest is kept: 7 out of 10."
    std::string kept;
    int level = 0;
    struct Choice {
        std::string id, text;
        bool on = false;
    };
    std::vector<Choice> feelings;
    std::vector<Choice> depths;
    struct Size {
        double centimetres = 0.0;
        std::string id, text;
        bool on = false;
    };
    std::vector<Size> sizes;
    std::string same;  // "Same as last time, show it"; empty if there is no last time
    bool canUndo = false, canNearer = false, canFarther = false;
    bool canUp = false, canDown = false;  // there is more of the body than the picture shows

    // Regions: the parts of the body or, once one is chosen, its regions
    std::vector<std::string> parts;
    std::string part;
    std::optional<body::Side> side;  // none before it was asked for
    struct Region {
        std::string id, name;
        bool enabled = false;  // it is clear on which side
    };
    std::vector<Region> regions;
    bool asksSide = false;  // some of them wait for a side

    // HardToSee: in pairs, the person's right before the left, what has no side at the end
    std::vector<View> hidden;

    // ReadBack
    struct Row {
        map::PlaceNumber place = map::kNoPlace;
        int level = 0;
        std::string where, words;  // "Left shoulder blade", "7 out of 10, aching, in the muscle"
    };
    std::vector<Row> rows;
    std::size_t firstRow = 0;
    bool fromLast = false;     // last time's marks
    bool canPutBack = false;   // one was removed on this page
    bool saidNothing = false;  // Nothing: it is read back, not asked
};

// Only while document.checkIn is set.
[[nodiscard]] CheckInModel makeCheckInModel(const document::Document& document, const Reading& reading);

// The six words that the client is offered of map::qualityWords().
[[nodiscard]] const std::vector<std::string>& offeredFeelings();

}  // namespace palpate::ui
