#include "cli/exported.h"

#include "core/text.h"
#include "records/audit_notes.h"

#include <iostream>

namespace palpate::cli {

void logExport(records::Practice& practice, const std::string& subject, const std::filesystem::path& file) {
    const auto noted = records::noteExported(practice, subject, file);
    if (noted) return;
    std::cerr << "palpate-cli: "
              << core::trf("{0} is written, but the practice's log does not say so: {1}",
                           {file.string(), noted.error().message()})
              << '\n';
}

}  // namespace palpate::cli
