#include "cli/client_options.h"

#include "core/text.h"

namespace palpate::cli {

using core::tr;

void ClientFields::applyTo(clinic::Client& client) const {
    const auto set = [](auto& field, const auto& stated) {
        if (stated) field = *stated;
    };
    set(client.name, name);
    set(client.figure, figure);
    set(client.goals, goals);
    set(client.contraindications, contraindications);
    set(client.areasToAvoid, areasToAvoid);
    set(client.yearOfBirth, yearOfBirth);
    set(client.heightCm, heightCm);
    set(client.weightKg, weightKg);
}

bool ClientFields::empty() const {
    return !name && !figure && !goals && !contraindications && !areasToAvoid && !yearOfBirth && !heightCm &&
           !weightKg;
}

void addClientFields(CLI::App& app, ClientFields& fields) {
    const auto text = [&app](const char* option, std::optional<std::string>& field, const char* help) {
        app.add_option(option, field, help)->type_name("TEXT");
    };
    text("--name", fields.name, tr("The name; may stay empty"));
    app.add_option("--year-of-birth", fields.yearOfBirth, tr("0: not stated"))->type_name("YEAR");
    text("--figure", fields.figure, tr("The figure of the body that is painted on (default neutral)"));
    app.add_option("--height-cm", fields.heightCm, tr("0: not stated"))->type_name("CM");
    app.add_option("--weight-kg", fields.weightKg, tr("0: not stated"))->type_name("KG");
    text("--goals", fields.goals, tr("What the client wants to reach"));
    text("--contraindications", fields.contraindications, tr("What speaks against some treatments"));
    text("--areas-to-avoid", fields.areasToAvoid, tr("Where not to touch, in the client's words"));
}

CLI::Option* addClientCode(CLI::App& app, std::string& code) {
    return app.add_option("--client", code, tr("The client's code, as client list shows it"))
        ->required()
        ->type_name("CODE");
}

}  // namespace palpate::cli
