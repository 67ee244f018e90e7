#include "document/figure.h"

#include "core/check.h"
#include "core/text.h"
#include "document/edit.h"
#include "document/saving.h"

#include <glm/geometric.hpp>

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
    if (retryPending(document)) return {};
    return core::Error{core::tr("What was painted last is not written yet"),
                       document.practice->path().string(),
                       core::tr("Make room on the disk or plug it in again, then try again.")};
}

float wholeHeight(const body::BodyModel& body, float aspect) {
    return body::standardCamera(body::StandardView::Front, body.mesh().bounds(), aspect).height;
}

}  // namespace

core::Result<void> changeFigure(Document& document, const std::string& figure) {
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

void refitCamera(Document& document, const body::BodyModel& before) {
    const body::BodyModel& after = *document.body;
    const float aspect = document.viewportSize.x / document.viewportSize.y;
    body::Camera camera = document.cameraMove ? document.cameraMove->to : document.camera;
    camera.height *= wholeHeight(after, aspect) / wholeHeight(before, aspect);
    const glm::vec3 middle = before.mesh().bounds().centre();
    const bool sharesSkin = after.mesh().topologyId() == before.mesh().topologyId();
    const auto near = sharesSkin ? before.bvh().nearest(camera.target, kSkinReach) : std::nullopt;
    if (glm::distance(camera.target, middle) < kSamePlace || !near) {
        camera.target += after.mesh().bounds().centre() - middle;
    } else {
        camera.target += after.mesh().position(near->point) - before.mesh().position(near->point);
    }
    setCamera(document, camera);
}

}  // namespace palpate::document
