#pragma once

#include "clinic/client.h"

#include <CLI/App.hpp>

#include <cstddef>
#include <optional>
#include <string>

// What the commands about clients share.
namespace palpate::cli {

// What of a client was stated on the command line.
struct ClientFields {
    std::optional<std::string> name, figure, goals, contraindications, areasToAvoid;
    std::optional<int> yearOfBirth;
    std::optional<double> heightCm, weightKg;

    void applyTo(clinic::Client& client) const;
    [[nodiscard]] bool empty() const;
};
void addClientFields(CLI::App& app, ClientFields& fields);

// --client CODE, which must be given.
CLI::Option* addClientCode(CLI::App& app, std::string& code);

// As `client list --json` shows one; with the fields of text if `whole`.
template <typename Json>
[[nodiscard]] Json clientJson(const clinic::Client& client, std::size_t visits, bool withName, bool whole) {
    Json json{{"id", client.id.value}, {"code", client.code}};
    if (withName) json["name"] = client.name;
    json["figure"] = client.figure;
    json["year_of_birth"] = client.yearOfBirth == 0 ? Json(nullptr) : Json(client.yearOfBirth);
    json["height_cm"] = client.heightCm == 0.0 ? Json(nullptr) : Json(client.heightCm);
    json["weight_kg"] = client.weightKg == 0.0 ? Json(nullptr) : Json(client.weightKg);
    json["visits"] = visits;
    json["archived"] = client.archived;
    if (!whole) return json;
    json["goals"] = client.goals;
    json["contraindications"] = client.contraindications;
    json["areas_to_avoid"] = client.areasToAvoid;
    return json;
}

}  // namespace palpate::cli
