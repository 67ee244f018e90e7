#include "document/whereabouts.h"

#include "core/check.h"
#include "document/edit.h"
#include "document/open.h"

#include <algorithm>
#include <utility>

namespace palpate::document {

namespace {

bool isListed(const Document& document, core::ClientId id) {
    return std::any_of(document.clients.begin(), document.clients.end(),
                       [id](const clinic::Client& client) { return client.id == id; });
}

}  // namespace

Whereabouts whereaboutsOf(const Document& document) {
    return {document.client, document.visit,  document.author,
            document.shown,  document.moment, document.tool.layer};
}

core::Result<void> returnTo(Document& document, const Whereabouts& where) {
    if (!isListed(document, where.client)) return {};
    if (document.client != where.client) {
        if (auto opened = openClient(document, where.client); !opened) return opened;
    }
    if (document.visit != where.visit && findVisit(document, where.visit) != nullptr) {
        if (auto opened = openVisit(document, where.visit); !opened) return opened;
    }
    paintAs(document, where.author);
    selectLayer(document, where.layer);
    // "After" is a map of that visit, not of whichever is open instead.
    if (document.visit == where.visit) setMoment(document, where.moment);
    showMapOf(document, where.shown);
    return {};
}

void forgetPractice(Document& document, std::shared_ptr<const body::BodyModel> body) {
    core::check(!document.painting, "a practice is not left while a stroke is being made");
    Document fresh;
    fresh.modelsFolder = document.modelsFolder;
    fresh.body = std::move(body);
    fresh.appearance = document.appearance;
    fresh.appearance.helpShown = false;
    fresh.changeRules = document.changeRules;
    fresh.version = document.version + 1;
    fresh.nextNotice = document.nextNotice;
    document = std::move(fresh);
}

}  // namespace palpate::document
