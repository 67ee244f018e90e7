#include "app/vault/typed_form.h"

#include "core/secret.h"
#include "records/seal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace palpate::app {

namespace {

using FormJson = nlohmann::json;
using Draft = ui::NewClientDraft;

constexpr std::string_view kPurpose = "palpate typed form";

// Every part of a draft, in the order in which it is sealed.
constexpr std::array kParts{
    &Draft::code,   &Draft::name,  &Draft::yearOfBirth,       &Draft::heightCm,    &Draft::weightKg,
    &Draft::figure, &Draft::goals, &Draft::contraindications, &Draft::areasToAvoid};

std::string textOf(const TypedForm& form) {
    FormJson json{{"new", form.dialog == ui::Dialog::NewClient}, {"client", form.client.value}};
    for (const auto part : kParts)
        json["parts"].push_back(form.draft.*part);
    // A paste may hold any bytes.
    return json.dump(-1, ' ', false, FormJson::error_handler_t::replace);
}

}  // namespace

std::optional<TypedForm> typedForm(const ui::UiState& state) {
    if (state.dialog == ui::Dialog::NewClient) return TypedForm{state.dialog, {}, state.newClient};
    if (state.dialog == ui::Dialog::EditClient)
        return TypedForm{state.dialog, state.edited.client, state.edited.draft};
    return std::nullopt;
}

void openTypedForm(const document::Document& document, ui::UiState& state, const TypedForm& form) {
    if (form.dialog == ui::Dialog::NewClient) {
        state.newClient = form.draft;
    } else {
        const bool isListed =
            std::any_of(document.clients.begin(), document.clients.end(),
                        [&form](const clinic::Client& client) { return client.id == form.client; });
        if (!isListed) return;
        state.edited = {};
        state.edited.client = form.client;
        state.edited.draft = form.draft;
    }
    state.dialog = form.dialog;
}

std::vector<std::byte> sealTyped(const TypedForm& form, const records::VaultKey& key) {
    std::string text = textOf(form);
    auto sealed =
        records::sealWhole(records::viewOf(text), records::keyOf(key.secret()), records::viewOf(kPurpose));
    core::wipe(text);
    return sealed;
}

std::optional<TypedForm> openTyped(std::span<const std::byte> sealed, const records::VaultKey& key) {
    records::Bytes plain;
    if (!records::openWhole(sealed, records::keyOf(key.secret()), records::viewOf(kPurpose), plain))
        return std::nullopt;
    const FormJson json =
        FormJson::parse(reinterpret_cast<const char*>(plain.data()),
                        reinterpret_cast<const char*>(plain.data()) + plain.size(), nullptr, false);
    core::wipe({reinterpret_cast<char*>(plain.data()), plain.size()});
    if (!json.is_object() || json["parts"].size() != kParts.size()) return std::nullopt;
    TypedForm form;
    form.dialog = json["new"].get<bool>() ? ui::Dialog::NewClient : ui::Dialog::EditClient;
    form.client.value = json["client"].get<std::int64_t>();
    for (std::size_t i = 0; i < kParts.size(); ++i)
        form.draft.*kParts[i] = json["parts"][i].get<std::string>();
    return form;
}

}  // namespace palpate::app
