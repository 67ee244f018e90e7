#include "ui/checkin_actions.h"

#include "commands/registry.h"
#include "document/check_in.h"

#include <variant>

namespace palpate::ui {
namespace {

struct CheckInApplier {
    commands::CommandContext& context;
    document::Document& document = context.document();

    // The registry knows which commands are the client's.
    void operator()(const action::Run& run) const { commands::run(run.command, context); }
    void operator()(const action::ToggleWord& toggle) const {
        document::toggleFeeling(document, toggle.word);
    }
    void operator()(const action::SetDepth& set) const { document::setHowDeep(document, set.depth); }
    void operator()(const action::SetDiameter& set) const { document::clientSize(document, set.centimetres); }
    void operator()(const action::TakeUpPlace& wanted) const {
        if (wanted.layer == map::LayerKind::Pain) document::takeUpPlace(document, wanted.place);
    }
    void operator()(const action::CheckInRegion& fill) const { document::markRegion(document, fill.region); }
    void operator()(const action::CheckIn& asked) const {
        const auto number = static_cast<std::size_t>(asked.number < 0 ? 0 : asked.number);
        switch (asked.ask) {
            case action::CheckIn::Ask::Hold:
                document::holdToLeave(document, asked.number != 0);
                break;
            case action::CheckIn::Ask::Change:
                document::changePlace(document, static_cast<map::PlaceNumber>(number));
                break;
            case action::CheckIn::Ask::Remove:
                document::removePlace(document, static_cast<map::PlaceNumber>(number));
                break;
            case action::CheckIn::Ask::Row:
                document::showRow(document, number);
                break;
            case action::CheckIn::Ask::Part:
                document::choosePart(document, number);
                break;
            case action::CheckIn::Ask::Side:
                document::chooseSide(document, static_cast<body::Side>(number));
                break;
        }
    }
    template <typename Other>
    void operator()(const Other&) const {}
};

}  // namespace

void applyToCheckIn(commands::CommandContext& context, const Action& action) {
    std::visit(CheckInApplier{context}, action);
}

}  // namespace palpate::ui
