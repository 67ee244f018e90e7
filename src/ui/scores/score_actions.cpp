#include "ui/scores/score_actions.h"

#include "document/edit.h"
#include "document/overlay.h"
#include "document/scores.h"

namespace palpate::ui {
namespace {

constexpr const char* kTopic = "scores";

template <typename T>
bool report(document::Document& document, const core::Result<T>& result) {
    if (result) {
        document::dismissTopic(document, kTopic);
        return true;
    }
    document::notify(document, document::Notice::Kind::Error, kTopic, result.error().message());
    return false;
}

}  // namespace

void carryOut(commands::CommandContext& context, UiState& state, const action::ShowTab& show) {
    document::Document& document = context.document();
    if (show.tab == ToolsTab::Scores) {
        if (!report(document, document::needLabels(document))) return;
    } else {
        report(document, document::showArea(document, std::nullopt));
    }
    state.scores.tab = show.tab;
    ++document.version;
}

void carryOut(commands::CommandContext& /*context*/, UiState& state, const action::UnfoldScore& unfold) {
    const bool folds = state.scores.open == unfold.score;
    state.scores.open = folds ? std::string() : unfold.score;
    state.scores.showsOthers = false;
}

void carryOut(commands::CommandContext& /*context*/, UiState& state, const action::ShowOtherAreas& show) {
    state.scores.showsOthers = show.shown;
}

void carryOut(commands::CommandContext& context, UiState& /*state*/, const action::ShowArea& show) {
    report(context.document(), document::showArea(context.document(), show.area));
}

void carryOut(commands::CommandContext& context, UiState& /*state*/, const action::CorrectArea& correct) {
    report(context.document(),
           document::correctArea(context.document(), correct.area, correct.hurts, context.now()));
}

void carryOut(commands::CommandContext& context, UiState& /*state*/, const action::SetAreaRule& set) {
    report(context.document(), document::setAreaRule(context.document(), set.rule));
}

void carryOut(commands::CommandContext& /*context*/, UiState& state, const action::AskRatings& ask) {
    state.scores.page = ask.page;
    state.dialog = Dialog::Ratings;
}

void carryOut(commands::CommandContext& context, UiState& /*state*/, const action::Rate& rate) {
    report(context.document(), document::rateVisit(context.document(), rate.rating, rate.answer));
}

}  // namespace palpate::ui
