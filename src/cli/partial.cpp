#include "cli/partial.h"

#include "core/plural.h"
#include "core/text.h"

#include <iostream>
#include <set>
#include <string>

namespace palpate::cli {

std::vector<core::Error> Unreadable::all() const {
    std::vector<core::Error> every = m_all;
    const auto& damaged = m_practice.damagedRecords();
    for (std::size_t i = m_before; i < damaged.size(); ++i)
        every.push_back(damaged[i]);
    std::set<std::string> known;
    std::erase_if(every,
                  [&known](const core::Error& error) { return !known.insert(error.message()).second; });
    return every;
}

core::Result<void> tellUnreadable(const std::vector<core::Error>& unreadable,
                                  const std::filesystem::path& vault) {
    if (unreadable.empty()) return {};
    for (const core::Error& error : unreadable)
        std::cerr << "palpate-cli: " << error.message() << '\n';
    return core::Error{core::trn("Not everything could be read: {0} record is damaged, and the answer is "
                                 "without what is on it",
                                 "Not everything could be read: {0} records are damaged, and the answer is "
                                 "without what is on them",
                                 unreadable.size()),
                       vault.string(),
                       core::tr("Go on with the latest backup (vault restore), or rescue what opens (vault "
                                "salvage).")};
}

}  // namespace palpate::cli
