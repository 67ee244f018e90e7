#pragma once

#include "body/body_model.h"
#include "core/result.h"
#include "core/secret.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace palpate::document {

struct DemoOptions {
    std::uint64_t seed = 1;
    int clients = 3;  // 1..5000
    int visits = 8;   // of each client, 1..500; the last one is today's, with a map that was only begun
    std::chrono::sys_days lastDay{std::chrono::year{2026} / 11 / 20};  // the local date of the last visits
    const core::Secret* passphrase = nullptr;   // outlives the call; none: the published one, without asking
    std::function<void(double)> progress = {};  // told how far it is, 0 to 1
};

// Makes a vault with an invented practice, marked as a demo: clients without names, visits about a fortnight
// apart up to the last day, and on every visit what the client feels and what the therapist finds, treats and
// leaves alone, painted on `body` stroke by stroke as a person would. The same options on the same body give
// the same records. Errors: those of records::createVault(), options out of range, a body without the
// standard regions.
core::Result<void> makeDemoPractice(const std::filesystem::path& vault, const body::BodyModel& body,
                                    DemoOptions options = {});

}  // namespace palpate::document
