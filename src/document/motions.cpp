#include "document/motions.h"

#include "core/text.h"
#include "document/visit_records.h"

#include <utility>

namespace palpate::document {

namespace {

// What earlier visits measured; of each measurement the newest stays.
void readEarlier(Document& document) {
    for (const clinic::Visit& visit : document.visits) {
        if (visit.id == document.visit) return;
        const auto motions = loadMotions(*document.practice, visit.id);
        if (!motions) continue;
        for (const auto& [key, degrees] : motions->degrees)
            document.motions.before[key] = {visit.number, degrees};
    }
}

}  // namespace

void readMotions(Document& document) {
    document.motions = {};
    if (document.practice == nullptr || !document.visit) return;
    auto motions = loadMotions(*document.practice, document.visit);
    if (!motions) {
        document.motions.trouble =
            core::trf("Range of motion cannot be kept or read here. {0}", {motions.error().message()});
        return;
    }
    document.motions.measured = std::move(*motions);
    readEarlier(document);
}

core::Result<bool> noteMotion(Document& document, const clinic::MotionKey& key, std::optional<int> degrees) {
    if (!document.visit)
        return core::Error{core::tr("No visit is open"), "", core::tr("Open one first."),
                           core::Error::Kind::Usage};
    if (!document.motions.trouble.empty()) return core::Error{document.motions.trouble, "", ""};
    if (document.motions.measured[key] == degrees) return false;
    if (degrees) {
        if (auto valid = clinic::validate(key, *degrees); !valid) return valid.error();
    }
    clinic::RangeOfMotion motions = document.motions.measured;
    motions.set(key, degrees);
    if (auto saved = saveMotions(*document.practice, document.visit, motions); !saved) return saved.error();
    document.motions.measured = std::move(motions);
    document.saved = core::now();
    ++document.version;
    return true;
}

}  // namespace palpate::document
