#pragma once

#include "records/practice.h"

#include <filesystem>
#include <string>

namespace palpate::cli {

// Has the log say that a client's records are in a file, which was just written: `subject` as
// records::auditSubject() gives it. Where the log cannot be written, that is told on standard error.
void logExport(records::Practice& practice, const std::string& subject, const std::filesystem::path& file);

}  // namespace palpate::cli
