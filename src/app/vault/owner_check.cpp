#include "app/vault/owner_check.h"

#include "core/text.h"
#include "records/maintenance.h"

#include <string>

namespace palpate::app {

core::Result<void> checkOwner(records::Practice& practice, const core::Secret& typed, MissedTries& missed,
                              double now) {
    const auto& vault = practice.path();
    if (const int wait = missed.waitSeconds(vault, now); wait > 0) {
        return core::Error{core::trf("It is too early for another try: wait {0} s", {std::to_string(wait)}),
                           "", core::tr("The wait grows with every wrong passphrase."),
                           core::Error::Kind::Usage};
    }
    const auto fits = records::opensWith(practice, typed);
    if (!fits) return fits.error();
    if (*fits) {
        missed.forget(vault);
        return {};
    }
    missed.note(vault, now);
    return core::Error{
        core::tr("This is neither today's passphrase nor the recovery key, so nothing was changed"), "",
        core::tr("Check capital letters and the keyboard layout. The try stands in the log."),
        core::Error::Kind::Usage};
}

}  // namespace palpate::app
