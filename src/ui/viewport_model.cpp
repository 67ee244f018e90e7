#include "core/text.h"
#include "document/edit.h"
#include "ui/selection_panel.h"
#include "ui/viewport_panel.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::ui {
namespace {

using clinic::Author;
using core::tr;

// Below this share the person's left and right lie one behind the other, and the picture shows one side.
constexpr float kSideways = 0.35F;

// How much a spot must turn to a view to be seen well from there: the cosine of 60 degrees.
constexpr float kFacing = 0.5F;

bool looksFrom(const body::Camera& camera, body::StandardView view, const body::Box& bounds) {
    const body::Camera standard = body::standardCamera(view, bounds, 1.0F);
    const float turn = std::remainder(camera.yawDegrees - standard.yawDegrees, 360.0F);
    return std::abs(turn) < 1.0F && std::abs(camera.pitchDegrees - standard.pitchDegrees) < 1.5F;
}

// Whether any part of the patch looks towards that camera and has nothing before it: an inner thigh looks to
// the side, where the other leg hides it.
bool isSeenWell(const Spot& spot, const document::Document& document, const body::Camera& camera) {
    const glm::vec3 eye = camera.towardsEye();
    const auto seen = [&](const SpotAnchor& anchor) {
        return glm::dot(anchor.normal, eye) >= kFacing &&
               seenAt(anchor, *document.body, camera, document.viewportSize, document.part.get());
    };
    return seen(spot.middle) || std::any_of(spot.others.begin(), spot.others.end(), seen);
}

std::string hint(const document::Document& document) {
    if (document.clients.empty()) return tr("Add a client to begin.");
    if (!document.client) return tr("Choose a client on the left to begin.");
    return tr("Open today's visit to paint the first map, or choose an earlier visit to look at it.");
}

}  // namespace

SideLabels sideLabels(const body::Camera& camera, bool speaksToClient) {
    const std::string left = speaksToClient ? tr("YOUR LEFT") : tr("CLIENT'S LEFT");
    const std::string right = speaksToClient ? tr("YOUR RIGHT") : tr("CLIENT'S RIGHT");
    const float yaw = camera.yawDegrees * 3.14159265F / 180.0F;
    // How far the person's left (+X) points to the right of the picture: 1 from the front, -1 from the back.
    const float across = std::cos(yaw);
    if (across > kSideways) return {right, left, {}};
    if (across < -kSideways) return {left, right, {}};
    const bool seesLeft = std::sin(yaw) > 0.0F;
    if (speaksToClient) return {{}, {}, seesLeft ? tr("YOUR LEFT SIDE") : tr("YOUR RIGHT SIDE")};
    return {{}, {}, seesLeft ? tr("CLIENT'S LEFT SIDE") : tr("CLIENT'S RIGHT SIDE")};
}

std::vector<ViewButton> viewButtons(const document::Document& document, const std::vector<Spot>& spots,
                                    const std::vector<Spot>& avoided) {
    std::vector<ViewButton> buttons;
    const body::Box& bounds = document.body->mesh().bounds();
    for (const body::StandardView view : body::kStandardViews) {
        ViewButton button{commandItem(document, std::string("view.") + body::standardViewId(view)),
                          body::standardViewName(view), looksFrom(document.camera, view, bounds)};
        const body::Camera from = document::standardView(document, view);
        for (const Spot& spot : spots) {
            if (spot.level <= button.worst || !isSeenWell(spot, document, from)) continue;
            // A pressure is no match for a pain.
            if (spot.layer == map::LayerKind::Treated && button.worst > 0 && button.layer != spot.layer)
                continue;
            button.worst = spot.level;
            button.layer = spot.layer;
        }
        if (button.worst > 0) {
            button.painted = core::trf("{0} up to {1} is painted there.",
                                       {map::layerName(button.layer), std::to_string(button.worst)});
        }
        button.avoid = std::any_of(avoided.begin(), avoided.end(),
                                   [&](const Spot& spot) { return isSeenWell(spot, document, from); });
        if (button.avoid) {
            if (!button.painted.empty()) button.painted += '\n';
            button.painted += tr("Something there is to be avoided.");
        }
        buttons.push_back(std::move(button));
    }
    return buttons;
}

ViewportModel makeViewportModel(const document::Document& document, const Reading& reading) {
    ViewportModel model;
    const bool speaksToClient = document.author == Author::Client;
    model.flat = document.flat;
    const body::Camera front =
        model.flat ? document::flatCamera(document, body::StandardView::Front) : document.camera;
    const body::Camera back = document::flatCamera(document, body::StandardView::Back);
    model.sides = sideLabels(front, speaksToClient);
    model.backSides = sideLabels(back, speaksToClient);
    model.views = viewButtons(document, reading.spots, reading.avoided);
    model.fit = commandItem(document, "view.fit");
    model.pad = makeViewPadModel(document);
    model.showClient = commandItem(document, "show.client");
    model.showTherapist = commandItem(document, "show.therapist");
    model.hasMap = document::shownMap(document) != nullptr;
    model.shown = document.shown;
    model.moment = document.moment;
    if (!model.hasMap) {
        model.empty = hint(document);
        if (document.clients.empty()) {
            model.begin = commandItem(document, "client.add");
            model.beginText = tr("Add a client");
        } else if (document.client) {
            model.begin = commandItem(document, "visit.today");
            model.beginText = tr("Open today's visit");
        }
        return model;
    }
    model.locked = document::whyNoPainting(document);
    model.mirror = document.tool.mirror && model.locked.empty();
    model.erasing = document::toolInHand(document) == document::PaintTool::Erase && model.locked.empty();
    // The eraser, the softener and pins are for the skin below a number.
    const document::PaintTool inHand = document::toolInHand(document);
    model.canTakeUp =
        model.locked.empty() && (document::laysPaint(inHand) || inHand == document::PaintTool::Edit);
    model.legend = document.tool.layer;
    model.blackAndWhite = document.appearance.blackAndWhite;
    model.badges = badgesFor(document, reading.spots, front);
    model.pins = pinMarks(document, front);
    if (model.flat) {
        model.backBadges = badgesFor(document, reading.spots, back);
        model.backPins = pinMarks(document, back);
    }
    if (document.hover) {
        const body::Region& region = document.body->atlas().region(document.hover->region);
        model.region = region.name;
        model.clinical = region.clinical;
        const auto number =
            document::pinUnder(*document::shownMap(document), document, document.hover->point);
        if (number != map::kNoPin) {
            const map::Pin& pin = *document::shownMap(document)->map.pins().find(number);
            model.region = pinText(pin);
            model.clinical = pin.note.empty() ? region.name : pin.note;
        }
    }
    return model;
}

}  // namespace palpate::ui
