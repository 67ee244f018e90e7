#pragma once

#include "core/ids.h"
#include "document/document.h"
#include "records/vault.h"
#include "ui/ui_state.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace palpate::app {

// What was typed into a client's form and not kept yet.
struct TypedForm {
    ui::Dialog dialog = ui::Dialog::None;  // NewClient or EditClient
    core::ClientId client;                 // EditClient: whose record
    ui::NewClientDraft draft;

    friend bool operator==(const TypedForm&, const TypedForm&) = default;
};

// The form that is open; empty if none is.
[[nodiscard]] std::optional<TypedForm> typedForm(const ui::UiState& state);
// Opens it again with what was typed. Does nothing for a client that `document` does not list any more.
void openTypedForm(const document::Document& document, ui::UiState& state, const TypedForm& form);

// While the practice is locked what was typed is kept in memory, sealed with the practice's own key: whoever
// does not unlock it cannot read it, and it is gone when the program ends.
[[nodiscard]] std::vector<std::byte> sealTyped(const TypedForm& form, const records::VaultKey& key);
// Empty: it was sealed with another key.
[[nodiscard]] std::optional<TypedForm> openTyped(std::span<const std::byte> sealed,
                                                 const records::VaultKey& key);

}  // namespace palpate::app
