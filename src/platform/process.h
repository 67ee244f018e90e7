#pragma once

namespace palpate::platform {

// What every program that may hold a practice's keys does first: no core dump is ever written and no other
// program of the same person may look into this one's memory.
void keepMemoryPrivate();

}  // namespace palpate::platform
