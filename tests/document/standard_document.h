#pragma once

#include "body/body_model.h"
#include "document/edit.h"
#include "document/open.h"
#include "document/test_documents.h"
#include "support/standard_body.h"

#include <doctest/doctest.h>

#include <memory>

namespace palpate::test {

// The program as it starts on a vault with the standard body, seen from the front in a picture of 800 x 800.
inline document::Document standardDocument(const std::shared_ptr<FakeVault>& vault) {
    document::Document document;
    document.modelsFolder = PALPATE_TEST_RESOURCES "/models";
    document.body = standardBody();
    document.appearance.reduceMotion = true;
    document::setViewport(document, {800.0F, 800.0F});
    document::viewFrom(document, body::StandardView::Front);
    REQUIRE(document::openPractice(document, std::make_unique<FakePractice>(vault)));
    REQUIRE(document::openClient(document, document.clients.front().id));
    return document;
}

}  // namespace palpate::test
