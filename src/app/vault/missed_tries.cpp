#include "app/vault/missed_tries.h"

#include <algorithm>
#include <cmath>

namespace palpate::app {

namespace {
constexpr int kFreeSlips = 2;
constexpr double kLongestWait = 60.0;
}  // namespace

void MissedTries::note(const std::filesystem::path& vault, double now) {
    Tries& tries = m_tries[vault.string()];
    ++tries.missed;
    if (tries.missed > kFreeSlips)
        tries.until = now + std::min(std::exp2(tries.missed - kFreeSlips), kLongestWait);
}

int MissedTries::waitSeconds(const std::filesystem::path& vault, double now) const {
    const auto known = m_tries.find(vault.string());
    if (known == m_tries.end() || known->second.until <= now) return 0;
    return static_cast<int>(std::ceil(known->second.until - now));
}

int MissedTries::count(const std::filesystem::path& vault) const {
    const auto known = m_tries.find(vault.string());
    return known == m_tries.end() ? 0 : known->second.missed;
}

}  // namespace palpate::app
