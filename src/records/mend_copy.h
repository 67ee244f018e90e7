#pragma once

#include "core/result.h"
#include "records/open_vault.h"

namespace palpate::records {

// Makes a sound vault of `to`, which holds what opened of `from`, within a change of it. What leads to others
// is made anew: owners and lists of visits, codes, names of records, the number of steps of a map. A client
// or a visit whose own record is lost gets an empty one, so that the visits and maps are not lost with it; of
// a client whose key is lost a note is left. A step keeps its place and paints nothing; a lost row of the log
// is replaced by one that says so.
core::Result<void> mendCopy(OpenVault& from, OpenVault& to);

}  // namespace palpate::records
