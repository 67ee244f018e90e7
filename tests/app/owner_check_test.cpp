#include "app/vault/owner_check.h"

#include "records/vault.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

using namespace palpate;

namespace {

core::Secret secret(std::string_view text) {
    return core::Secret::copyOf(text);
}

// A practice that is open, as it is behind a window that was left alone.
struct Left {
    test::TemporaryFolder folder;
    core::Secret recoveryKey;
    std::unique_ptr<records::Practice> practice = open();
    app::MissedTries missed;
    double now = 1000.0;

    std::unique_ptr<records::Practice> open() {
        records::NewVault wanted;
        wanted.isDemo = true;  // opens with "demo", which takes no time
        auto made = records::createVault(folder / "p.palpate", wanted);
        REQUIRE(made.has_value());
        recoveryKey = std::move(made->recoveryKey);
        auto opened = records::openVault(folder / "p.palpate", std::move(made->key));
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }
    core::Result<void> check(std::string_view typed) {
        return app::checkOwner(*practice, secret(typed), missed, now);
    }
    [[nodiscard]] int failedInLog() const {
        int failed = 0;
        const auto rows = practice->auditLog(1, 1000);
        for (const records::AuditRow& row : *rows)
            failed += row.kind == records::AuditKind::FailedUnlock ? 1 : 0;
        return failed;
    }
};

}  // namespace

TEST_CASE("who knows the passphrase or the recovery key may change the keys") {
    Left left;
    CHECK(left.check(records::kDemoPassphrase).has_value());
    CHECK(left.check(left.recoveryKey.text()).has_value());
    CHECK(left.failedInLog() == 0);
}

TEST_CASE(
    "wrong tries are said, stand in the log and wait longer and longer, and nothing is tried too early") {
    Left left;
    int before = 0;
    for (int miss = 1; miss <= 5; ++miss) {
        const auto refused = left.check("wrong");
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().what.find("neither") != std::string::npos);
        CHECK(left.failedInLog() == miss);
        const int wait = left.missed.waitSeconds(left.practice->path(), left.now);
        CHECK((miss <= 2 ? wait == 0 : wait > before));
        before = wait;
        if (wait == 0) continue;
        const auto early = left.check(records::kDemoPassphrase);
        REQUIRE_FALSE(early.has_value());
        CHECK(early.error().what.find(std::to_string(wait) + " s") != std::string::npos);
        CHECK(left.failedInLog() == miss);
        left.now += wait;
    }
    CHECK(left.check(records::kDemoPassphrase).has_value());
    CHECK_FALSE(left.check("wrong").has_value());
    CHECK(left.missed.waitSeconds(left.practice->path(), left.now) == 0);  // counted from the start again
}
