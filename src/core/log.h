#pragma once

#include <string_view>

namespace palpate::core {

enum class Severity { Info, Warning, Error };

// One line on standard error. Never pass health data, names, notes or codes of clients: a log may be sent to
// whoever helps with the computer. Info lines appear only if PALPATE_LOG=info is set.
void log(Severity severity, std::string_view message);

}  // namespace palpate::core
