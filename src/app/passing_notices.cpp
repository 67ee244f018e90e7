#include "app/passing_notices.h"

#include "document/edit.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

std::optional<double> PassingNotices::step(document::Document& document, double now) {
    std::map<std::uint64_t, double> seen;
    for (const document::Notice& notice : document.notices) {
        if (notice.kind != document::Notice::Kind::Info) continue;
        const auto known = m_firstSeen.find(notice.id);
        seen[notice.id] = known == m_firstSeen.end() ? now : known->second;
    }
    m_firstSeen = std::move(seen);
    std::optional<double> next;
    for (auto it = m_firstSeen.begin(); it != m_firstSeen.end();) {
        const double end = it->second + kSeconds;
        if (end <= now) {
            document::dismissNotice(document, it->first);
            it = m_firstSeen.erase(it);
        } else {
            next = std::min(next.value_or(end), end);
            ++it;
        }
    }
    return next;
}

}  // namespace palpate::app
