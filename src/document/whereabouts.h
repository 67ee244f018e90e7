#pragma once

#include "core/result.h"
#include "document/document.h"

#include <memory>

// What has to outlive the closing of a visit or a lock, so that whoever comes back paints where they painted.
namespace palpate::document {

// Where somebody is in a practice: numbers that say nothing without it.
struct Whereabouts {
    core::ClientId client;
    core::VisitId visit;
    clinic::Author author = clinic::Author::Therapist;
    clinic::Author shown = clinic::Author::Therapist;
    clinic::Moment moment = clinic::Moment::Before;
    map::LayerKind layer = map::LayerKind::Pain;
};
[[nodiscard]] Whereabouts whereaboutsOf(const Document& document);

// Opens that client and that visit, and takes up the map and the layer that were painted. As far as they are
// still there: a client or a visit that is gone is left out. Errors: those of openClient() and openVisit().
core::Result<void> returnTo(Document& document, const Whereabouts& where);

// Forgets the practice and all that is known through it. How the program looks and what counts as change
// stay: they are nobody's. `body` is shown then, no client's.
void forgetPractice(Document& document, std::shared_ptr<const body::BodyModel> body);

}  // namespace palpate::document
