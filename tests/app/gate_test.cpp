#include "app/vault/gate.h"

#include "app/vault/idle_clock.h"
#include "document/fake_practice.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

using namespace palpate;
using Kind = ui::GateAsk::Kind;

namespace {

// Vaults of which all open with the same passphrase or recovery key.
class FakeDoor : public app::VaultDoor {
public:
    core::Result<records::VaultFace> look(const std::filesystem::path& vault) override {
        if (missing) return core::Error{"There is no such file", vault.string(), "Plug it in."};
        records::VaultFace face;
        face.isDemo = isDemo;
        face.unsealed = unsealed;
        return face;
    }
    core::Result<records::VaultKey> unlock(const std::filesystem::path&, const core::Secret& typed) override {
        ++tries;
        if (typed.text() != "right one") return wrong();
        return key();
    }
    core::Result<records::VaultKey> unlockWithRecoveryKey(const std::filesystem::path&,
                                                          std::string_view typed) override {
        ++tries;
        if (typed != "AAAA-BBBB") return wrong();
        return key();
    }
    core::Result<records::VaultKey> unlockDemo(const std::filesystem::path&) override { return key(); }
    core::Result<records::CreatedVault> create(const std::filesystem::path& vault,
                                               const records::NewVault& made) override {
        createdAt = vault;
        createdWith = std::string(made.passphrase->text());
        createdBy = made.practitioner;
        return records::CreatedVault{key(), core::Secret::copyOf(std::string_view("AAAA-BBBB"))};
    }
    core::Result<std::unique_ptr<records::Practice>> open(const std::filesystem::path&,
                                                          records::VaultKey) override {
        if (taken)
            return core::Error{"The practice is already open in another window", "", "Close it there."};
        return std::unique_ptr<records::Practice>(std::make_unique<test::FakePractice>(kept));
    }
    core::Result<std::filesystem::path> demo() override { return std::filesystem::path("demo.palpate"); }

    bool missing = false, isDemo = false, unsealed = false, taken = false;
    std::shared_ptr<test::FakeVault> kept = std::make_shared<test::FakeVault>();
    std::atomic<int> tries = 0;
    std::filesystem::path createdAt;
    std::string createdWith, createdBy;

private:
    static core::Error wrong() { return {"The passphrase does not fit", "", "Try again."}; }
    static records::VaultKey key() { return records::VaultKey(core::Secret(32)); }
};

struct Gated {
    FakeDoor door;
    std::mutex mutex;
    std::condition_variable woken;
    bool isDone = false;
    test::TemporaryFolder folder;
    std::string savedKey;
    bool keeping = true;
    app::Gate gate{door, surroundings()};
    double now = 1000.0;

    app::Gate::Surroundings surroundings() {
        app::Gate::Surroundings around;
        around.usualFolder = folder.path();
        around.wake = [this] {
            const std::lock_guard lock(mutex);
            isDone = true;
            woken.notify_all();
        };
        const auto keep = [this](const ui::SecretText& key,
                                 const std::filesystem::path&) -> core::Result<std::string> {
            if (!keeping) return core::Error{"The disk is full", "", "Make room."};
            savedKey = std::string(key.text());
            return std::string("kept");
        };
        around.saveKey = around.printKey = keep;
        return around;
    }
    void ask(Kind kind, const std::string& path = {}) {
        gate.apply({kind, ui::GatePage::Welcome, path}, now);
    }
    // Until the work on the other thread is taken up.
    void finish() {
        std::unique_lock lock(mutex);
        woken.wait(lock, [this] { return isDone; });
        isDone = false;
        lock.unlock();
        while (!gate.step(now)) {
        }
    }
    // The new practice's recovery key is on the page then.
    void makePractice() {
        gate.apply({Kind::Go, ui::GatePage::Create, {}}, now);
        gate.state().practiceName = "Hands";
        gate.state().passphrase.set("umbrella copper winter");
        ask(Kind::Make);
        finish();
    }
    [[nodiscard]] std::vector<records::AuditKind> logged() const {
        std::vector<records::AuditKind> kinds;
        for (const records::AuditRow& row : door.kept->audit) {
            CHECK(row.subject == "recovery key");
            kinds.push_back(row.kind);
        }
        return kinds;
    }
    void tryPassphrase(const char* text) {
        gate.state().passphrase.set(text);
        ask(Kind::Unlock);
        finish();
    }
};

}  // namespace

TEST_CASE("the right passphrase lets through, and nothing that was typed stays") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    gated.gate.state().passphrase.set("right one");
    gated.ask(Kind::Unlock);
    CHECK_FALSE(gated.gate.model(gated.now).working.empty());
    CHECK_FALSE(gated.gate.take());
    gated.finish();
    auto opened = gated.gate.take();
    REQUIRE(opened);
    CHECK(opened->practice != nullptr);
    CHECK_FALSE(opened->key.empty());
    CHECK_FALSE(opened->byRecoveryKey);
    CHECK(gated.gate.state().passphrase.empty());
    CHECK_FALSE(gated.gate.take());
}

TEST_CASE("a wrong passphrase is said kindly, and after two slips each next try waits longer") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    int before = 0;
    for (int miss = 1; miss <= 6; ++miss) {
        gated.tryPassphrase("wrong");
        const auto model = gated.gate.model(gated.now);
        CHECK(model.problem.find("does not fit") != std::string::npos);
        CHECK(gated.gate.state().passphrase.empty());
        CHECK((miss <= 2 ? model.waitSeconds == 0 : model.waitSeconds > before));
        before = model.waitSeconds;
        if (before == 0) continue;
        // Too early: nothing is tried.
        const int tries = gated.door.tries;
        gated.gate.state().passphrase.set("right one");
        gated.ask(Kind::Unlock);
        CHECK(gated.door.tries == tries);
        gated.now += before;
        CHECK(gated.gate.model(gated.now).waitSeconds == 0);
    }
    gated.tryPassphrase("right one");
    CHECK(gated.gate.take());
}

TEST_CASE("the wait never exceeds a minute and belongs to one vault") {
    app::MissedTries missed;
    for (int i = 0; i < 30; ++i)
        missed.note("a", 0.0);
    CHECK(missed.waitSeconds("a", 0.0) == 60);
    CHECK(missed.waitSeconds("b", 0.0) == 0);
    missed.forget("a");
    CHECK(missed.waitSeconds("a", 0.0) == 0);
}

TEST_CASE("a stick that was pulled out is no wrong try") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    gated.door.missing = true;
    for (int i = 0; i < 4; ++i)
        gated.tryPassphrase("wrong");
    CHECK(gated.gate.model(gated.now).waitSeconds == 0);
}

TEST_CASE("the recovery key opens too") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    gated.ask(Kind::OtherWay);
    CHECK(gated.gate.state().byRecoveryKey);
    gated.gate.state().typedKey.set("AAAA-BBBB");
    gated.ask(Kind::Unlock);
    gated.finish();
    const auto opened = gated.gate.take();
    REQUIRE(opened);
    CHECK(opened->byRecoveryKey);
}

TEST_CASE("a new practice is let through once its recovery key is kept") {
    Gated gated;
    gated.gate.apply({Kind::Go, ui::GatePage::Create, {}}, gated.now);
    ui::GateState& state = gated.gate.state();
    state.practiceName = "Hands / on: ";
    state.yourName = " Ada Example ";
    CHECK(gated.gate.model(gated.now).file == (gated.folder / "Hands   on.palpate").string());
    state.passphrase.set("umbrella copper winter");
    state.again.set("umbrella copper winter");
    gated.ask(Kind::Make);
    gated.finish();
    CHECK(gated.door.createdAt == gated.folder / "Hands   on.palpate");
    CHECK(gated.door.createdWith == "umbrella copper winter");
    CHECK(gated.door.createdBy == "Ada Example");
    CHECK(state.yourName.empty());
    CHECK(state.page == ui::GatePage::RecoveryKey);
    CHECK(state.newKey.text() == "AAAA-BBBB");
    CHECK(state.passphrase.empty());
    CHECK_FALSE(gated.gate.take());
    gated.ask(Kind::Done);
    CHECK_FALSE(gated.gate.take());
    gated.ask(Kind::SaveKey);
    CHECK(gated.savedKey == "AAAA-BBBB");
    state.typedGroup.set("bbbb");
    gated.ask(Kind::Done);
    CHECK(gated.gate.take());
    CHECK(state.newKey.empty());
}

TEST_CASE("a recovery key that is not kept keeps the window open once, and says why") {
    Gated gated;
    CHECK(gated.gate.mayLeave());
    gated.gate.apply({Kind::Go, ui::GatePage::Create, {}}, gated.now);
    gated.gate.state().practiceName = "Hands";
    gated.gate.state().passphrase.set("umbrella copper winter");
    gated.ask(Kind::Make);
    gated.finish();
    CHECK_FALSE(gated.gate.mayLeave());
    CHECK(gated.gate.model(gated.now).problem.find("not kept yet") != std::string::npos);
    CHECK(gated.gate.state().newKey.text() == "AAAA-BBBB");
    CHECK(gated.gate.mayLeave());
}

TEST_CASE("the recovery key of a practice that was made but cannot be opened is shown all the same") {
    Gated gated;
    gated.gate.apply({Kind::Go, ui::GatePage::Create, {}}, gated.now);
    ui::GateState& state = gated.gate.state();
    state.practiceName = "Hands";
    state.passphrase.set("umbrella copper winter");
    gated.door.taken = true;
    gated.ask(Kind::Make);
    gated.finish();
    CHECK(state.page == ui::GatePage::RecoveryKey);
    CHECK(state.newKey.text() == "AAAA-BBBB");
    CHECK(gated.gate.model(gated.now).problem.find("another window") != std::string::npos);
    state.kept = true;
    gated.ask(Kind::Done);
    // It is asked for like any other.
    CHECK(state.page == ui::GatePage::Unlock);
    CHECK(state.newKey.empty());
    CHECK_FALSE(gated.gate.take());
    gated.door.taken = false;
    gated.tryPassphrase("right one");
    CHECK(gated.gate.take());
}

TEST_CASE("the log of a new practice says that its recovery key was saved and printed") {
    using records::AuditKind;
    Gated gated;
    gated.makePractice();
    CHECK(gated.logged().empty());
    gated.ask(Kind::SaveKey);
    gated.ask(Kind::PrintKey);
    CHECK(gated.logged() == std::vector{AuditKind::Exported, AuditKind::Printed});
    gated.keeping = false;
    gated.ask(Kind::SaveKey);
    CHECK(gated.logged().size() == 2);  // there is no file
    gated.gate.state().kept = true;
    gated.ask(Kind::Done);
    REQUIRE(gated.gate.take());
    CHECK(gated.logged().size() == 2);
}

TEST_CASE(
    "a recovery key that was saved before the practice could be opened is in its log, and in no other") {
    Gated gated;
    gated.door.taken = true;
    gated.makePractice();
    gated.ask(Kind::SaveKey);
    CHECK(gated.logged().empty());
    gated.gate.state().kept = true;
    gated.ask(Kind::Done);
    gated.door.taken = false;
    SUBCASE("it is unlocked") {
        gated.tryPassphrase("right one");
        CHECK(gated.logged() == std::vector{records::AuditKind::Exported});
    }
    SUBCASE("another practice is") {
        gated.gate.askFor("other.palpate", false);
        gated.tryPassphrase("right one");
        CHECK(gated.logged().empty());
    }
}

TEST_CASE("a practice that is open elsewhere says so and can be tried again") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    gated.door.taken = true;
    gated.tryPassphrase("right one");
    CHECK(gated.gate.model(gated.now).problem.find("another window") != std::string::npos);
    CHECK(gated.gate.model(gated.now).waitSeconds == 0);
    gated.door.taken = false;
    gated.ask(Kind::Unlock);
    gated.finish();
    CHECK(gated.gate.take());
}

TEST_CASE("a file of the unsealed format is not asked for a passphrase") {
    Gated gated;
    gated.gate.welcome();
    gated.door.unsealed = true;
    gated.ask(Kind::Choose, "old.palpate");
    CHECK(gated.gate.state().page == ui::GatePage::Welcome);
    CHECK(gated.gate.model(gated.now).problem.find("without encryption") != std::string::npos);
}

TEST_CASE("the demo opens without a passphrase") {
    Gated gated;
    gated.gate.welcome();
    gated.ask(Kind::Demo);
    gated.finish();
    CHECK(gated.gate.take());
}

TEST_CASE("going to another page wipes what was typed") {
    Gated gated;
    gated.gate.askFor("mine.palpate", false);
    gated.gate.state().passphrase.set("secret words");
    gated.gate.apply({Kind::Go, ui::GatePage::Welcome, {}}, gated.now);
    CHECK(gated.gate.state().passphrase.empty());
}

TEST_CASE("idle time counts from the last touch") {
    app::IdleClock idle;
    idle.touch(100.0);
    CHECK(idle.idleSeconds(400.0) == 300.0);
    CHECK(app::bootSeconds() > 0.0);
}
