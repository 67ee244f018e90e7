#include "document/figure.h"

#include "body/figures.h"
#include "core/check.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/saving.h"

#include <glm/geometric.hpp>

#include <array>
#include <utility>

namespace palpate::document {

namespace {

constexpr float kSkinReach = 1.0F;    // metres from the camera's target to the skin that it is about
constexpr float kSamePlace = 0.001F;  // metres

core::Error cannot(const char* what, const char* hint) {
    return {core::tr(what), "", core::tr(hint), core::Error::Kind::Usage};
}

core::Result<void> checkFree(Document& document) {
    core::check(!document.painting, "the figure is not changed while a stroke is being made");
    if (openClientOf(document) == nullptr) return cannot("No client is open", "Open one first.");
    if (document.compare)
        return cannot("Two visits are being compared", "Close the comparison to change the figure.");
    if (document.history)
        return cannot("The view over time is open", "Go back to painting to change the figure.");
    if (retryPending(document)) return {};
    return core::Error{core::tr("What was painted last is not written yet"),
                       document.practice->path().string(),
                       core::tr("Make room on the disk or plug it in again, then try again.")};
}

float wholeHeight(const Document& document, const body::BodyModel& body) {
    const float aspect = document.viewportSize.x / document.viewportSize.y;
    return body::standardCamera(body::StandardView::Front, wholeBounds(document, body), aspect).height;
}

// Of the maps that each of the two would paint on now.
std::array<std::size_t, 2> positionsOf(const Document& document) {
    std::array<std::size_t, 2> positions{};
    for (const auto author : {clinic::Author::Client, clinic::Author::Therapist}) {
        if (const OpenMap* map = openMapOf(document, author))
            positions[static_cast<std::size_t>(author)] = map->history.position();
    }
    return positions;
}

// The map of whoever paints is where it was when the figure was chosen: what was painted since comes first.
bool isNext(const Document& document, const std::vector<FigureStep>& steps) {
    const auto author = static_cast<std::size_t>(document.author);
    return !steps.empty() && steps.back().positions[author] == positionsOf(document)[author];
}

std::string labelOf(const std::string& figure) {
    return core::trf("Figure: {0}", {body::figureName(figure)});
}

core::Result<void> becomeFigure(Document& document, const std::string& figure) {
    if (auto free = checkFree(document); !free) return free;
    if (document.body->figure() == figure) return {};
    auto body = body::loadStandardBody(document.modelsFolder, figure);
    if (!body) return body.error();
    if ((*body)->mesh().topologyId() != document.body->mesh().topologyId()) {
        return core::Error{core::tr("That figure has another topology than the maps"), figure,
                           core::tr("Install Palpate again to get its standard body.")};
    }
    clinic::Client client = *openClientOf(document);
    client.figure = figure;
    if (auto kept = document.practice->updateClient(client); !kept) return kept;
    for (clinic::Client& listed : document.clients) {
        if (listed.id == client.id) listed = client;
    }
    const auto before = std::exchange(document.body, std::move(*body));
    if (document.part) {
        auto part = body::BodyPart::create(*document.body, document.part->name().id);
        document.part = part ? std::move(*part) : nullptr;
    }
    document.hover.reset();
    document.saved = core::now();
    ++document.version;
    refitCamera(document, *before);
    return {};
}

}  // namespace

core::Result<void> changeFigure(Document& document, const std::string& figure) {
    const std::string before = document.body->figure();
    if (auto changed = becomeFigure(document, figure); !changed) return changed;
    if (before == figure) return {};
    document.figuresUndone.clear();
    document.figuresDone.push_back({before, figure, positionsOf(document)});
    return {};
}

bool canUndoFigure(const Document& document) {
    return isNext(document, document.figuresDone);
}

bool canRedoFigure(const Document& document) {
    return isNext(document, document.figuresUndone);
}

core::Result<bool> undoFigure(Document& document) {
    if (!canUndoFigure(document)) return false;
    const FigureStep step = document.figuresDone.back();
    if (auto changed = becomeFigure(document, step.before); !changed) return changed.error();
    document.figuresDone.pop_back();
    document.figuresUndone.push_back(step);
    return true;
}

core::Result<bool> redoFigure(Document& document) {
    if (!canRedoFigure(document)) return false;
    const FigureStep step = document.figuresUndone.back();
    if (auto changed = becomeFigure(document, step.after); !changed) return changed.error();
    document.figuresUndone.pop_back();
    document.figuresDone.push_back(step);
    return true;
}

std::string figureUndoLabel(const Document& document) {
    return canUndoFigure(document) ? labelOf(document.figuresDone.back().after) : std::string();
}

std::string figureRedoLabel(const Document& document) {
    return canRedoFigure(document) ? labelOf(document.figuresUndone.back().after) : std::string();
}

void refitCamera(Document& document, const body::BodyModel& before) {
    const body::BodyModel& after = *document.body;
    body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    camera.height *= wholeHeight(document, after) / wholeHeight(document, before);
    const glm::vec3 middle = wholeBounds(document, before).centre();
    const bool sharesSkin = after.mesh().topologyId() == before.mesh().topologyId();
    const auto near = sharesSkin ? before.bvh().nearest(camera.target, kSkinReach) : std::nullopt;
    if (glm::distance(camera.target, middle) < kSamePlace || !near) {
        camera.target += wholeBounds(document, after).centre() - middle;
    } else {
        camera.target += after.mesh().position(near->point) - before.mesh().position(near->point);
    }
    setCamera(document, camera);
}

}  // namespace palpate::document
