#include "clinic/client.h"
#include "clinic/practitioner.h"
#include "clinic/visit.h"

#include <doctest/doctest.h>

#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace palpate;
using clinic::Author;
using clinic::Client;
using clinic::Moment;

namespace {

Client plausible() {
    Client client;
    client.code = "C-0142";
    return client;
}

}  // namespace

TEST_CASE("authors and moments are found again by their names and other names are refused") {
    std::set<std::string> names;
    for (const Author author : {Author::Client, Author::Therapist}) {
        CHECK(clinic::authorFromId(clinic::authorId(author)) == author);
        names.insert(clinic::authorId(author));
    }
    for (const Moment moment : {Moment::Before, Moment::After}) {
        CHECK(clinic::momentFromId(clinic::momentId(moment)) == moment);
        names.insert(clinic::momentId(moment));
    }
    CHECK(names.size() == 4);
    for (const char* other : {"", "Client", "client ", "both"}) {
        CHECK_FALSE(clinic::authorFromId(other).has_value());
        CHECK_FALSE(clinic::momentFromId(other).has_value());
    }
}

TEST_CASE("a client with a code and nothing else stated is kept") {
    CHECK(clinic::validate(plausible()).has_value());
}

TEST_CASE("a client without a code, or with a code that breaks a line, is refused") {
    for (const char* code : {"", "C-1\n", "C\t1", "\x7f"}) {
        Client client = plausible();
        client.code = code;
        CHECK_FALSE(clinic::validate(client).has_value());
    }
}

TEST_CASE("impossible years, heights and weights are refused and the client is named") {
    const auto refusesEach = [](auto Client::*field, auto... values) {
        for (const auto value : {values...}) {
            Client client = plausible();
            client.*field = value;
            const auto result = clinic::validate(client);
            REQUIRE_FALSE(result.has_value());
            CHECK(result.error().where.find("C-0142") != std::string::npos);
        }
    };
    refusesEach(&Client::yearOfBirth, -1, 19, 1899, 3000);
    refusesEach(&Client::heightCm, -170.0, 1.7, 1700.0, std::numeric_limits<double>::quiet_NaN());
    refusesEach(&Client::weightKg, -1.0, 0.07, 70000.0, std::numeric_limits<double>::infinity());
}

TEST_CASE("of several practitioners none is the only one, and of those who left none counts") {
    using clinic::Practitioner;
    std::vector<Practitioner> all;
    CHECK_FALSE(clinic::onlyOneOf(all));
    all.push_back({{1}, "Ada Example", true});
    CHECK_FALSE(clinic::onlyOneOf(all));
    all.push_back({{2}, "Bo Muster"});
    CHECK(clinic::onlyOneOf(all) == core::PractitionerId{2});
    all.push_back({{3}, "Cleo"});
    CHECK_FALSE(clinic::onlyOneOf(all));
    CHECK(clinic::nameOf(all, {1}) == "Ada Example");
    CHECK(clinic::nameOf(all, {9}) == "practitioner 9");
    CHECK(clinic::nameOf(all, {}).empty());
}
