#pragma once

#include "core/result.h"

#include <string>
#include <vector>

namespace palpate::records {

// The records found to be damaged since the vault was opened, each once.
class Damage {
public:
    // `record` names it to a person: "client 3".
    void note(const std::string& record, const std::string& vault);
    void note(core::Error error);
    [[nodiscard]] const std::vector<core::Error>& all() const { return m_all; }

private:
    std::vector<core::Error> m_all;
};

// The error of asking for one damaged record.
[[nodiscard]] core::Error damagedRecord(const std::string& record, const std::string& vault);

}  // namespace palpate::records
