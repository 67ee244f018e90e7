#pragma once

#include "document/document.h"

#include <cstdint>
#include <map>
#include <optional>

namespace palpate::app {

// Takes away notices that only inform once they have stood long enough to be read. Warnings and errors stay
// until somebody puts them away or they are no longer true.
class PassingNotices {
public:
    static constexpr double kSeconds = 12.0;

    // When this should be called again at the latest; empty if nothing is passing.
    std::optional<double> step(document::Document& document, double now);

private:
    std::map<std::uint64_t, double> m_firstSeen;  // by notice, seconds
};

}  // namespace palpate::app
