#pragma once

#include "document/document.h"
#include "map/place.h"
#include "ui/action.h"
#include "ui/ui.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::ui {

// The words and the depth that the next stroke carries.
struct WordsModel {
    std::string title;  // empty: this layer has no words
    struct Word {
        std::string id;    // as maps keep it
        std::string text;  // as it is shown
        bool chosen = false;
    };
    std::vector<Word> words;
    bool hasDepth = false;  // pain lies in the skin, a muscle or a joint
    map::Depth depth = map::Depth::Unstated;
    bool enabled = true;
};
[[nodiscard]] WordsModel makeWordsModel(const document::Document& document);
std::optional<Action> drawWords(Ui& ui, const WordsModel& model);

}  // namespace palpate::ui
