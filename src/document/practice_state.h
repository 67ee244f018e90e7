#pragma once

#include "clinic/practitioner.h"
#include "clinic/visit.h"
#include "core/ids.h"

#include <filesystem>
#include <map>
#include <vector>

namespace palpate::document {

inline constexpr int kUsualLockMinutes = 5;
inline constexpr int kMostLockMinutes = 240;

// What was painted on a visit, as far as a list tells it.
struct VisitMarks {
    bool client = false, therapist = false;  // has a map with something in its journal
    std::vector<clinic::MapKey> finished;    // those that were said to be finished and not changed since
    bool clockWentBack = false;              // noted at an earlier time than a visit made before it
};

// What the practice decided for itself, and what is known of it beyond its records.
struct PracticeState {
    int lockMinutes = kUsualLockMinutes;  // without use, until it locks itself; 0 = never
    bool backUpOnClose = true;
    std::vector<clinic::Practitioner> practitioners;  // with those who do not work here any more
    std::filesystem::path backupFolder;               // never empty while a practice is open
    std::map<core::VisitId, VisitMarks> visitMarks;   // of the open client's visits, as they were when opened
                                                      // or left; of the open one see marksOf()
};

}  // namespace palpate::document
