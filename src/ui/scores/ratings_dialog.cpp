#include "ui/scores/ratings_dialog.h"

#include "core/text.h"
#include "ui/icons.h"
#include "ui/metrics.h"
#include "ui/paint.h"
#include "ui/scores/answer_scores.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace palpate::ui {
namespace {

using clinic::RatingGroup;
using clinic::RatingInfo;
using core::tr;
using core::trf;

// A finger needs 60 x 34 (Gao & Sun 2015, doi 10.1177/0018720815581293): eleven of these stand in the dialog.
constexpr float kNumber = 46.0F, kSpace = 6.0F, kNumberLabel = 24.0F, kBetweenNumbers = 8.0F;  // dp

struct Page {
    RatingGroup group;
    const char* id;
    const char* title;
    const char* when;
};
constexpr std::array kPages{
    Page{RatingGroup::Pain, "pain", "Pain", "0 no pain, 10 the worst there can be"},
    Page{RatingGroup::Wellbeing, "wellbeing", "Well-being", "These days. Plain scales, not a questionnaire"},
    Page{RatingGroup::Peg, "peg", "PEG", "Over the past week"},
    Page{RatingGroup::Symptoms, "symptoms", "Symptoms",
         "Scales over the past week; yes or no over the past 6 months"},
    Page{RatingGroup::Phq4, "phq4", "PHQ-4", "Over the past two weeks: how often"},
    Page{RatingGroup::Gcps, "gcps", "Pain grade", "Over the past 30 days"}};

// Questions whose answers are too many for one row: those that are common, and steps of one.
constexpr std::array kMonthChoices{0, 1, 2, 3, 6, 12, 24, 60, 120};
constexpr std::array kDays{0, 1, 2, 3, 5, 6, 10, 20, 30};

bool isCount(const RatingInfo& info) {
    return info.most > 10;
}

std::string nameOf(const RatingInfo& info, const std::string& what) {
    return std::string("rate.") + info.id + "." + what;
}

// One answer to press; pressing the one that stands takes it back.
void drawAnswer(Ui& ui, const RatingsModel& model, const RatingsModel::Question& question, const Rect& rect,
                int answer, const std::string& text, std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const RatingInfo& info = *question.info;
    const bool enabled = model.trouble.empty();
    const bool chosen = question.answer == answer;
    const Press state = press(ui, nameOf(info, std::to_string(answer)), rect, enabled);
    const Colour face = chosen          ? theme.accent
                        : state.held    ? theme.pressed
                        : state.hovered ? theme.hovered
                                        : theme.control;
    const float rounding = ui.dp(size::kFrameRounding);
    fill(rect, face, rounding);
    outline(rect,
            chosen    ? theme.accent
            : enabled ? theme.border
                      : theme.hairline,
            rounding, ui.dp(size::kHairline));
    const Colour ink = chosen ? theme.onAccent : enabled ? theme.text : theme.disabled;
    write(rect.inset(ui.dp(3.0F)), chosen ? ui.fonts.strong : ui.fonts.body, ink, text, 0.5F);
    if (!state.pressed) return;
    keepFirst(asked, action::Rate{info.rating, chosen ? std::nullopt : std::optional(answer)});
}

void drawScale(Ui& ui, const RatingsModel& model, const RatingsModel::Question& question, const Rect& row,
               std::optional<Action>& asked) {
    const auto count = static_cast<std::size_t>(question.info->most) + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const int answer = static_cast<int>(i);
        std::string text = std::to_string(answer);
        // Where there is room the ends say themselves what they mean.
        if (question.info->isYesOrNo) text = answer == 0 ? tr("No") : tr("Yes");
        if (count == 4 && answer == 0) text += std::string("  ") + tr(question.info->least);
        if (count == 4 && answer == 3) text += std::string("  ") + tr(question.info->highest);
        drawAnswer(ui, model, question, columnOf(row, i, count, ui.dp(kSpace)), answer, text, asked);
    }
}

void drawCount(Ui& ui, const RatingsModel& model, const RatingsModel::Question& question, const Rect& row,
               std::optional<Action>& asked) {
    const bool months = question.info->rating == clinic::Rating::SymptomMonths;
    const std::span<const int> common =
        months ? std::span<const int>(kMonthChoices) : std::span<const int>(kDays);
    const std::size_t cells = common.size() + 2;
    for (std::size_t i = 0; i < common.size(); ++i)
        drawAnswer(ui, model, question, columnOf(row, i, cells, ui.dp(kSpace)), common[i],
                   std::to_string(common[i]), asked);
    const auto step = [&](std::size_t cell, const char* name, const char* icon, int by) {
        const int next = question.answer.value_or(0) + by;
        const Button look{.kind = Button::Kind::Plain,
                          .icon = icon,
                          .tip = by > 0 ? tr("One more") : tr("One less"),
                          .enabled = model.trouble.empty() && next >= 0 && next <= question.info->most};
        if (button(ui, nameOf(*question.info, name), columnOf(row, cell, cells, ui.dp(kSpace)), look))
            keepFirst(asked, action::Rate{question.info->rating, next});
    };
    step(common.size(), "less", icon::kMinus, -1);
    step(common.size() + 1, "more", icon::kPlus, 1);
}

void drawQuestion(Ui& ui, const RatingsModel& model, const RatingsModel::Question& question,
                  std::optional<Action>& asked) {
    const Theme& theme = *ui.theme;
    const RatingInfo& info = *question.info;
    Rect label = takeRow(ui.dp(kNumberLabel));
    std::string ends;
    if (info.most == 10) ends = trf("0 {0}, 10 {1}", {tr(info.least), tr(info.highest)});
    if (isCount(info) && question.answer) ends = std::to_string(*question.answer);
    const Font& endsFont = isCount(info) ? ui.fonts.strong : ui.fonts.small;
    write(cutRight(label, std::ceil(textWidth(endsFont, ends)), ui.dp(12.0F)), endsFont,
          isCount(info) ? theme.text : theme.dim, ends);
    const std::string name = tr(info.name);
    write(cutLeft(label, std::min(std::ceil(textWidth(ui.fonts.strong, name)) + 1.0F, label.width),
                  ui.dp(12.0F)),
          ui.fonts.strong, theme.text, name);
    write(label, ui.fonts.small, theme.dim, question.before);
    const Rect row = takeRow(ui.dp(kNumber));
    if (isCount(info)) {
        drawCount(ui, model, question, row, asked);
    } else {
        drawScale(ui, model, question, row, asked);
    }
    gap(ui.dp(kBetweenNumbers));
}

void drawPages(Ui& ui, const RatingsModel& model, std::optional<Action>& asked) {
    std::array<Segment, kPages.size() + 1> segments;
    for (std::size_t i = 0; i < kPages.size(); ++i) {
        segments[i].name = std::string("ratings.") + kPages[i].id;
        segments[i].icon = model.answered[i] ? icon::kCheck : "";
        segments[i].text = tr(kPages[i].title);
        segments[i].chosen = !model.motion && model.page == kPages[i].group;
    }
    Segment& motion = segments.back();
    motion.name = "ratings.motion";
    motion.icon = model.isMeasured ? icon::kCheck : "";
    motion.text = tr("Motion");
    motion.tip = tr("How far the joints move");
    motion.chosen = model.motion.has_value();
    if (const auto pressed = segmented(ui, takeRow(ui.dp(44.0F)), segments))
        keepFirst(asked, *pressed < kPages.size() ? Action(action::AskRatings{kPages[*pressed].group})
                                                  : Action(model.motionPage));
    gap(ui.dp(8.0F));
}

void drawTrouble(Ui& ui, const std::string& trouble) {
    const float width = ImGui::GetContentRegionAvail().x - ui.dp(16.0F);
    const Rect card = takeRow(wrappedHeight(ui.fonts.body, trouble, width) + ui.dp(16.0F));
    fill(card, ui.theme->warning, ui.dp(size::kFrameRounding));
    writeWrapped(card.inset(ui.dp(8.0F)), ui.fonts.body, ui.theme->onWarning, trouble);
    gap(ui.dp(6.0F));
}

}  // namespace

RatingsModel makeRatingsModel(const document::Document& document, const UiState& state) {
    RatingsModel model;
    const document::ScoreState& scores = document.scores;
    model.page = state.scores.page;
    model.when = tr(kPages[static_cast<std::size_t>(model.page)].when);
    model.sum = sumText(scores, model.page);
    model.trouble = document.visit ? scores.trouble : tr("No visit is open.");
    model.isMeasured = !document.motions.measured.degrees.empty();
    model.motionPage = state.scores.motion;
    if (state.scores.showsMotion) model.motion = makeMotionModel(document, state);
    for (const RatingInfo& info : clinic::ratingInfos()) {
        const auto answer = scores.ratings[info.rating];
        if (answer) model.answered[static_cast<std::size_t>(info.group)] = true;
        if (info.group != model.page) continue;
        RatingsModel::Question question{&info, answer, changeText(scores, info.rating)};
        const auto before = scores.before ? scores.before->ratings[info.rating] : std::nullopt;
        const bool isChange = info.group == RatingGroup::Pain && answer;
        if (before && !isChange)
            question.before =
                trf("visit {0}: {1}", {std::to_string(scores.before->visit), std::to_string(*before)});
        model.questions.push_back(std::move(question));
    }
    return model;
}

std::optional<Action> drawRatings(Ui& ui, const RatingsModel& model) {
    std::optional<Action> asked;
    drawPages(ui, model, asked);
    const std::string& trouble = model.motion ? model.motion->trouble : model.trouble;
    if (!trouble.empty()) drawTrouble(ui, trouble);
    if (model.motion) {
        keepFirst(asked, drawMotionPage(ui, *model.motion));
        return asked;
    }
    write(takeRow(ui.dp(22.0F)), ui.fonts.small, ui.theme->dim, model.when);
    gap(ui.dp(4.0F));
    for (const RatingsModel::Question& question : model.questions)
        drawQuestion(ui, model, question, asked);
    if (!model.sum.empty()) write(takeRow(ui.dp(26.0F)), ui.fonts.strong, ui.theme->text, model.sum);
    write(takeRow(ui.dp(20.0F)), ui.fonts.small, ui.theme->dim,
          tr("Leave out what is not to be asked; press an answer again to take it back. Kept at once. "
             "Screening "
             "aid, not a diagnosis."));
    return asked;
}

}  // namespace palpate::ui
