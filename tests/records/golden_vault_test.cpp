#include "records/sample_practice.h"
#include "records/vault.h"
#include "support/practice_dump.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace palpate;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

// Published: written beside the vaults, too.
constexpr const char* kPassphrase = "correct horse battery staple";

fs::path folderOfVaults() {
    return fs::path(PALPATE_TEST_DATA) / "vaults";
}

std::string everything(const records::Practice& practice) {
    return test::dumpPractice(practice) + "ratings " +
           test::detail::hashOf(*practice.visitRecord({1}, "ratings")) + "\nlock.minutes " +
           *practice.setting("lock.minutes") + "\n";
}

}  // namespace

TEST_CASE("the vault of format 1 that was kept opens and holds what it held") {
    const TemporaryFolder folder;
    const fs::path vault = folder / "format-1.palpate";
    fs::copy_file(folderOfVaults() / "format-1.palpate", vault);
    const std::string expected = test::contentOf(folderOfVaults() / "format-1.txt");
    REQUIRE_FALSE(expected.empty());
    for (const bool byRecoveryKey : {false, true}) {
        auto key = byRecoveryKey ? records::unlockWithRecoveryKey(
                                       vault, test::contentOf(folderOfVaults() / "format-1.recovery-key"))
                                 : records::unlock(vault, core::Secret::copyOf(kPassphrase));
        REQUIRE_MESSAGE(key.has_value(), (key ? std::string() : key.error().message()));
        const auto practice = records::openVault(vault, std::move(*key));
        REQUIRE(practice.has_value());
        CHECK((*practice)->damagedRecords().empty());
        CHECK(everything(**practice) == expected);
        // Made before anybody was recorded.
        CHECK((*practice)->practitioners()->empty());
        CHECK_FALSE((*practice)->atWork());
    }
}

// PALPATE_MAKE_VAULT=FOLDER records_test --no-skip --test-case='make the vault*' makes such a vault anew,
// with what it holds and its recovery key beside it. The one that is kept is never replaced.
TEST_CASE("make the vault that is kept" * doctest::skip()) {
    const char* folder = std::getenv("PALPATE_MAKE_VAULT");
    REQUIRE(folder != nullptr);
    const core::Secret passphrase = core::Secret::copyOf(kPassphrase);
    records::NewVault wanted;
    wanted.name = "Kept practice";
    wanted.passphrase = &passphrase;
    wanted.cost = records::kSmallestKeyCost;
    const fs::path vault = fs::path(folder) / "format-1.palpate";
    const auto made = records::createVault(
        vault, wanted, [](records::Practice& practice) { return test::fillSample(practice); },
        test::steadyClock());
    REQUIRE(made.has_value());
    const auto practice = *records::openVault(vault, made->key.clone(), test::steadyClock());
    REQUIRE(practice->saveVisitRecord({1}, "ratings", test::bytesOf("pain 7 of 10")).has_value());
    REQUIRE(practice->saveSetting("lock.minutes", "5").has_value());
    test::writeContent(fs::path(folder) / "format-1.txt", everything(*practice));
    test::writeContent(fs::path(folder) / "format-1.recovery-key", made->recoveryKey.text());
}
