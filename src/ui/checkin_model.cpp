#include "ui/checkin_model.h"

#include "analysis/words.h"
#include "core/text.h"
#include "document/check_in.h"
#include "document/edit.h"
#include "map/stroke_target.h"
#include "ui/checkin_widgets.h"
#include "ui/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using core::tr;
using document::CheckIn;
using document::CheckInPage;
using map::Depth;

// Without what is said in brackets for those who know anatomy: "Top of the shoulder".
std::string plain(std::string name) {
    const std::size_t open = name.find(" (");
    const std::size_t close = name.find(')', open == std::string::npos ? 0 : open);
    if (open != std::string::npos && close != std::string::npos) name.erase(open, close + 1 - open);
    return name;
}

// A side is said by a button of its own.
std::string withoutSide(const body::Region& region) {
    const std::string name = plain(region.name);
    const std::size_t comma = name.rfind(", ");
    return region.side == body::Side::Middle || comma == std::string::npos ? name : name.substr(0, comma);
}

const map::Layer& painOf(const document::Document& document) {
    return document::openMapOf(document, clinic::Author::Client)->map.layer(map::LayerKind::Pain);
}

CheckInModel::Row rowOf(const document::Document& document, const analysis::PlaceMeasures& place) {
    const std::string line = analysis::describePlace(*document.body, painOf(document), place);
    const std::string level = analysis::describeLevel(map::LayerKind::Pain, place.peak);
    const std::size_t at = line.find(", " + level);
    CheckInModel::Row row;
    row.place = place.number;
    row.level = static_cast<int>(std::lround(place.peak));
    row.where = plain(line.substr(0, at));
    if (at != std::string::npos) row.words = line.substr(at + 2);
    return row;
}

void addViews(CheckInModel& model, const document::Document& document) {
    const body::Box& bounds = document.body->mesh().bounds();
    const body::Camera& camera = document.cameraMove ? document.cameraMove->to : document.camera;
    for (const auto view : {body::StandardView::Front, body::StandardView::Back, body::StandardView::Left,
                            body::StandardView::Right}) {
        const float yaw = body::standardCamera(view, bounds, 1.0F).yawDegrees;
        const bool active = !model.isCloseUp && std::abs(camera.pitchDegrees) < 1.0F &&
                            std::abs(std::remainder(camera.yawDegrees - yaw, 360.0F)) < 1.0F;
        model.views.push_back(
            {commandItem(document, std::string("checkin.view_") + body::standardViewId(view)),
             body::standardViewName(view), active});
    }
}

void addSizes(CheckInModel& model, const document::Document& document) {
    const double size = document::brushDiameterCm(document);
    for (const auto& [centimetres, id, text] : {std::tuple{2.0, "fingertip", tr("Fingertip")},
                                                {8.0, "palm", tr("Palm")},
                                                {16.0, "hand", tr("Hand")}}) {
        model.sizes.push_back({centimetres, id, text, std::abs(size - centimetres) < 0.01});
    }
}

void addChoices(CheckInModel& model, const document::Document& document) {
    const map::Place& place = document.tool.brush().place;
    for (const std::string& word : offeredFeelings()) {
        const bool on = std::find(place.words.begin(), place.words.end(), word) != place.words.end();
        model.feelings.push_back({word, core::capitalised(tr(word.c_str())), model.hasTouched && on});
    }
    for (const auto& [depth, text] :
         {std::pair{Depth::Skin, tr("Skin")}, {Depth::Muscle, tr("Muscle")}, {Depth::Joint, tr("Joint")}})
        model.depths.push_back({map::depthId(depth), text, model.hasTouched && place.depth == depth});
}

std::string headingOf(const CheckInModel& model, const CheckIn& checkIn) {
    switch (model.page) {
        case CheckInPage::Regions:
            return checkIn.part ? model.part : tr("Where does it hurt?");
        case CheckInPage::HardToSee:
            return tr("What would you like to see?");
        case CheckInPage::ReadBack:
            return checkIn.fromLast && checkIn.removed == 0 ? tr("Is it the same today?")
                                                            : tr("Is this right?");
        case CheckInPage::Nothing:
            return checkIn.saidNothing ? tr("You said: nothing hurts today.") : tr("Nothing hurts today.");
        case CheckInPage::StartAgain:
            return tr("Start again?");
        case CheckInPage::Thanks:
            return tr("Thank you.");
        case CheckInPage::Mark:
            break;
    }
    return tr("Where does it hurt today?");
}

std::string hintOf(const CheckInModel& model, const CheckIn& checkIn) {
    if (model.page == CheckInPage::ReadBack && checkIn.fromLast && checkIn.removed == 0)
        return tr("This is what you marked last time.");
    if (model.page == CheckInPage::Regions && model.asksSide) return tr("First choose the side.");
    if (model.page != CheckInPage::Mark) return "";
    if (model.erasing) return tr("Touch what should go.");
    if (checkIn.hidden) return core::trf("{0}. Touch it.", {document::hiddenSkin()[*checkIn.hidden].title});
    if (!model.hasPlaces) return tr("Touch the body.");
    return checkIn.another ? tr("Touch the next place.") : tr("Touch the body to mark more.");
}

std::string lastTimeText(const document::Document& document) {
    if (!document.checkIn->last) return "";
    const clinic::Visit* visit = document::findVisit(document, document.checkIn->last->visit);
    return visit == nullptr ? "" : core::trf("Same as last time ({0}), show it", {friendlyDate(visit->at)});
}

// A new place begins without the words of the one before: that they are not lost is said.
std::string keptOf(const CheckInModel& model, const CheckIn& checkIn) {
    if (!checkIn.begun || checkIn.placeBefore == checkIn.place) return "";
    for (const CheckInModel::Row& row : model.rows) {
        if (row.place == checkIn.placeBefore) return core::trf("{0} is kept: {1}.", {row.where, row.words});
    }
    return "";
}

// What is marked there goes by the name that it has everywhere else on the page.
std::string nameUnder(const CheckInModel& model, const document::Document& document,
                      const document::Hover& hover) {
    const auto place = map::placeUnder(painOf(document), document.body->mesh(), hover.point);
    for (const CheckInModel::Row& row : model.rows) {
        if (row.place == place) return row.where;
    }
    return plain(analysis::describeRegion(document.body->atlas().region(hover.region)));
}

// Beside their marks, which are no larger than they are.
void addBadges(CheckInModel& model, const document::Document& document, const Reading& reading) {
    model.badges = badgesFor(document, reading.spots);
    for (Badge& badge : model.badges)
        badge.chosen = model.hasTouched && badge.place == document.checkIn->place;
    const glm::vec2 size = document.viewportSize;
    const glm::vec2 middle = document.camera.project(document.body->mesh().bounds().centre(), size);
    layBeside(model.badges, client::kBadgeTarget / 2.0F * document.pixelsPerDp, middle.x, size.x, size.y);
}

void addMark(CheckInModel& model, const document::Document& document, const Reading& reading) {
    model.sides = sideLabels(document.camera, true);
    if (document.hover) model.underFinger = nameUnder(model, document, *document.hover);
    addBadges(model, document, reading);
    model.same = model.hasPlaces ? "" : lastTimeText(document);
    model.canUndo = commandItem(document, "checkin.undo").enabled;
    model.canNearer = commandItem(document, "checkin.nearer").enabled;
    model.canFarther = commandItem(document, "checkin.farther").enabled;
    model.canUp = commandItem(document, "checkin.up").enabled;
    model.canDown = commandItem(document, "checkin.down").enabled;
    model.isCloseUp = document.checkIn->hidden.has_value();
    // From the side of another leg "your left side" would be taken for the name of the right one.
    if (model.isCloseUp) model.sides.middle.clear();
    addViews(model, document);
    addSizes(model, document);
    addChoices(model, document);
}

void addHidden(CheckInModel& model, const document::Document& document) {
    for (const document::HiddenSkin& skin : document::hiddenSkin())
        model.hidden.push_back(
            {commandItem(document, std::string("checkin.see_") + skin.id), skin.title, false});
}

void addRegions(CheckInModel& model, const document::Document& document) {
    const CheckIn& checkIn = *document.checkIn;
    model.side = checkIn.side;
    const body::Atlas& atlas = document.body->atlas();
    for (const document::BodyPart& part : document::bodyParts())
        model.parts.emplace_back(tr(part.name));
    if (!checkIn.part) return;
    model.part = model.parts[*checkIn.part];
    for (const body::RegionIndex index : document::regionsOf(atlas, document::bodyParts()[*checkIn.part],
                                                             checkIn.side.value_or(body::Side::Middle))) {
        const bool enabled = document::canMarkRegion(document, index);
        model.regions.push_back({atlas.region(index).id, withoutSide(atlas.region(index)), enabled});
        model.asksSide = model.asksSide || !enabled;
    }
}

}  // namespace

const std::vector<std::string>& offeredFeelings() {
    static const std::vector<std::string> words{"aching", "sharp", "burning", "tingling", "numb", "stiff"};
    return words;
}

CheckInModel makeCheckInModel(const document::Document& document, const Reading& reading) {
    const CheckIn& checkIn = *document.checkIn;
    CheckInModel model;
    model.page = checkIn.page;
    model.held = checkIn.heldShare;
    model.isHeld = checkIn.held;
    model.trouble = checkIn.trouble;
    // Whoever looks at the last page sees nothing of who was there.
    if (model.page != CheckInPage::Thanks) {
        model.isDemo = document.practice && document.practice->info().isDemo;
        model.erasing = document.tool.tool == document::PaintTool::Erase;
        if (reading.measures) {
            for (const analysis::PlaceMeasures& place : reading.measures->places)
                model.rows.push_back(rowOf(document, place));
        }
        model.hasPlaces = !model.rows.empty();
        model.fromLast = checkIn.fromLast;
        model.canPutBack = checkIn.removed > 0;
        model.saidNothing = checkIn.saidNothing;
        model.firstRow = std::min(checkIn.firstRow, model.rows.empty() ? 0 : model.rows.size() - 1);
        const auto row = std::find_if(model.rows.begin(), model.rows.end(),
                                      [&](const CheckInModel::Row& r) { return r.place == checkIn.place; });
        model.hasTouched = row != model.rows.end();
        if (model.hasTouched) {
            model.place = row->where;
            model.kept = keptOf(model, checkIn);
            model.level = row->level;
        }
        if (model.page == CheckInPage::Mark) addMark(model, document, reading);
        if (model.page == CheckInPage::Regions) addRegions(model, document);
        if (model.page == CheckInPage::HardToSee) addHidden(model, document);
    }
    if (model.trouble.empty() && !document.pending.empty() && model.page != CheckInPage::Thanks)
        model.trouble = tr("This cannot be saved at the moment. Please call your therapist.");
    model.heading = headingOf(model, checkIn);
    model.hint = hintOf(model, checkIn);
    return model;
}

}  // namespace palpate::ui
