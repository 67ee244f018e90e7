#include "ui/scores/score_actions.h"

#include "core/text.h"
#include "document/edit.h"
#include "document/motions.h"
#include "document/overlay.h"
#include "document/scores.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

namespace palpate::ui {
namespace {

constexpr const char* kTopic = "scores";

std::optional<int> wholeNumber(const std::string& text) {
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

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
    state.scores.showsMotion = false;
    state.scores.typedMotion.reset();
    state.dialog = Dialog::Ratings;
}

void carryOut(commands::CommandContext& context, UiState& /*state*/, const action::Rate& rate) {
    report(context.document(), document::rateVisit(context.document(), rate.rating, rate.answer));
}

void carryOut(commands::CommandContext& /*context*/, UiState& state, const action::AskMotion& ask) {
    state.scores.motion = ask;
    state.scores.showsMotion = true;
    state.scores.typedMotion.reset();
    state.dialog = Dialog::Ratings;
}

void carryOut(commands::CommandContext& context, UiState& state, const action::NoteMotion& note) {
    state.scores.typedMotion.reset();
    report(context.document(), document::noteMotion(context.document(), note.key, note.degrees));
}

void carryOut(commands::CommandContext& context, UiState& state, const action::TypeMotion& typed) {
    document::Document& document = context.document();
    const std::string text = core::trimmed(typed.text);
    const auto& last = state.scores.typedMotion;
    const bool goesOn = last && last->key == typed.key;
    UiState::Scores::TypedMotion draft{
        typed.key, typed.text, {}, goesOn ? last->kept : document.motions.measured[typed.key]};
    const auto degrees = wholeNumber(text);
    if (!text.empty() && !degrees) {
        draft.wrong = core::trf("\"{0}\" is no whole number of degrees.", {text});
    } else if (degrees) {
        if (const auto valid = clinic::validate(typed.key, *degrees); !valid)
            draft.wrong = valid.error().what + ". " + valid.error().hint;
    }
    // The beginning of a number that cannot be must not stay behind as one that can, and a slip of the hand
    // takes nothing away that stood there before.
    const auto noted = document::noteMotion(document, typed.key, draft.wrong.empty() ? degrees : draft.kept);
    if (!noted && draft.wrong.empty()) draft.wrong = noted.error().message();
    report(document, noted);
    state.scores.typedMotion = std::move(draft);
}

}  // namespace palpate::ui
