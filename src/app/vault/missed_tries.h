#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace palpate::app {

// Slows down who tries one passphrase after another at this window: two slips are free, then the wait doubles
// from 2 s up to a minute. What stands against somebody with a copy of the file is the passphrase itself.
class MissedTries {
public:
    void note(const std::filesystem::path& vault, double now);
    void forget(const std::filesystem::path& vault) { m_tries.erase(vault.string()); }
    // Whole seconds until the next try, rounded up; 0 = now.
    [[nodiscard]] int waitSeconds(const std::filesystem::path& vault, double now) const;
    [[nodiscard]] int count(const std::filesystem::path& vault) const;

private:
    struct Tries {
        int missed = 0;
        double until = 0.0;
    };
    std::map<std::string, Tries> m_tries;
};

}  // namespace palpate::app
