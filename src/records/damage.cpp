#include "records/damage.h"

#include "core/text.h"

#include <algorithm>
#include <utility>

namespace palpate::records {

core::Error damagedRecord(const std::string& record, const std::string& vault) {
    return {core::tr("A record is damaged and cannot be read; the others are not affected"),
            core::trf("{0} in {1}", {record, vault}),
            core::tr("Keep this file as it is; the latest backup may still have the record.")};
}

void Damage::note(const std::string& record, const std::string& vault) {
    note(damagedRecord(record, vault));
}

void Damage::note(core::Error error) {
    const bool known = std::any_of(m_all.begin(), m_all.end(), [&](const core::Error& other) {
        return other.where == error.where && other.what == error.what;
    });
    if (!known) m_all.push_back(std::move(error));
}

}  // namespace palpate::records
