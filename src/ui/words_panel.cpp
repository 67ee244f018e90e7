#include "ui/words_panel.h"

#include "core/text.h"
#include "document/edit.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>
#include <string_view>

namespace palpate::ui {
namespace {

using core::tr;
using map::Depth;
using map::LayerKind;

std::span<const std::string_view> vocabulary(LayerKind layer) {
    if (layer == LayerKind::Pain) return map::qualityWords();
    if (layer == LayerKind::Tension) return map::tensionFindings();
    return {};
}

std::string titleFor(LayerKind layer, clinic::Author author) {
    if (layer == LayerKind::Tension) return tr("What the hands find");
    if (layer != LayerKind::Pain) return {};
    return author == clinic::Author::Client ? tr("How does it feel?") : tr("Pain words");
}

void drawDepth(Ui& ui, const WordsModel& model, std::optional<Action>& asked) {
    static constexpr std::array kDepths{Depth::Skin, Depth::Muscle, Depth::Joint};
    std::vector<Segment> segments;
    for (const Depth depth : kDepths) {
        segments.push_back({.name = std::string("depth.") + map::depthId(depth),
                            .icon = "",
                            .text = core::capitalised(tr(map::depthId(depth))),
                            .tip = tr("How deep it lies. Press again for \"not stated\"."),
                            .shortcut = {},
                            .chosen = model.depth == depth,
                            .enabled = model.enabled});
    }
    const auto pressed = segmented(ui, takeRow(ui.dp(size::kControl)), segments);
    if (!pressed) return;
    const Depth asksFor = kDepths[*pressed];
    keepFirst(asked, action::SetDepth{asksFor == model.depth ? Depth::Unstated : asksFor});
}

}  // namespace

WordsModel makeWordsModel(const document::Document& document) {
    WordsModel model;
    const LayerKind layer = document.tool.layer;
    const map::Place& place = document::placeInHand(document);
    model.title = titleFor(layer, document.author);
    for (const std::string_view word : vocabulary(layer)) {
        const std::string id(word);
        const bool chosen = std::find(place.words.begin(), place.words.end(), id) != place.words.end();
        model.words.push_back({id, core::capitalised(tr(id.c_str())), chosen});
    }
    model.hasDepth = layer == LayerKind::Pain;
    model.depth = place.depth;
    const auto tool = document.tool.tool;
    const bool carriesWords = document::laysPaint(tool) || tool == document::PaintTool::Edit;
    model.enabled = document::canPaint(document) && carriesWords;
    return model;
}

std::optional<Action> drawWords(Ui& ui, const WordsModel& model) {
    std::optional<Action> asked;
    if (model.title.empty()) return asked;
    caption(ui, model.title);
    std::vector<Chip> all;
    for (const WordsModel::Word& word : model.words)
        all.push_back({"word." + word.id, word.text, word.chosen});
    if (const auto pressed = chips(ui, all, model.enabled)) {
        keepFirst(asked, action::ToggleWord{model.words[*pressed].id});
    }
    if (model.hasDepth) {
        gap(ui.dp(8.0F));
        drawDepth(ui, model, asked);
    }
    return asked;
}

}  // namespace palpate::ui
