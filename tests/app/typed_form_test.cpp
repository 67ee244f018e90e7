#include "app/vault/typed_form.h"

#include "document/open.h"
#include "document/test_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace palpate;

namespace {

records::VaultKey keyOf(char letter) {
    return records::VaultKey(core::Secret::copyOf(std::string(32, letter)));
}

ui::NewClientDraft draft() {
    return {"C-0007",   "Ada Example", "1968",         "170,5",
            "68",       "female",      "walk the dog", "blood thinners\n\xC3\xA4",
            "left calf"};
}

}  // namespace

TEST_CASE("what was typed into a client's form comes back after a lock, with the practice's key only") {
    for (const ui::Dialog dialog : {ui::Dialog::NewClient, ui::Dialog::EditClient}) {
        const auto vault = test::makeVault();
        document::Document document = test::openVault(vault);
        ui::UiState before;
        before.dialog = dialog;
        before.newClient = before.edited.draft = draft();
        before.edited.client = {1};
        const auto form = app::typedForm(before);
        REQUIRE(form);
        const auto sealed = app::sealTyped(*form, keyOf('a'));
        const std::string bytes(reinterpret_cast<const char*>(sealed.data()), sealed.size());
        for (const char* part : {"C-0007", "Ada", "blood", "calf", "1968"})
            CHECK(bytes.find(part) == std::string::npos);
        CHECK_FALSE(app::openTyped(sealed, keyOf('b')));
        const auto opened = app::openTyped(sealed, keyOf('a'));
        REQUIRE(opened);
        CHECK(*opened == *form);
        ui::UiState after;
        app::openTypedForm(document, after, *opened);
        CHECK(after.dialog == dialog);
        const bool isNew = dialog == ui::Dialog::NewClient;
        CHECK((isNew ? after.newClient : after.edited.draft) == draft());
        if (!isNew) CHECK(after.edited.client == core::ClientId{1});
    }
}

TEST_CASE("no form is kept where none is open, and none is opened for a client that is gone") {
    ui::UiState state;
    for (const ui::Dialog dialog : {ui::Dialog::None, ui::Dialog::Practice, ui::Dialog::Looks}) {
        state.dialog = dialog;
        CHECK_FALSE(app::typedForm(state));
    }
    const auto vault = test::makeVault();
    const document::Document document = test::openVault(vault);
    state.dialog = ui::Dialog::None;
    app::openTypedForm(document, state, {ui::Dialog::EditClient, {77}, draft()});
    CHECK(state.dialog == ui::Dialog::None);
}
