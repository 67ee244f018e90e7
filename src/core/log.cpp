#include "core/log.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace palpate::core {

void log(Severity severity, std::string_view message) {
    if (severity == Severity::Info) {
        const char* wanted = std::getenv("PALPATE_LOG");
        if (wanted == nullptr || std::strcmp(wanted, "info") != 0) return;
    }
    const char* label = severity == Severity::Info      ? "info"
                        : severity == Severity::Warning ? "warning"
                                                        : "error";
    std::fprintf(stderr, "palpate: %s: %.*s\n", label, static_cast<int>(message.size()), message.data());
}

}  // namespace palpate::core
