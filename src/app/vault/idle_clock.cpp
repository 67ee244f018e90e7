#include "app/vault/idle_clock.h"

#include <ctime>

namespace palpate::app {

double bootSeconds() {
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1.0e-9;
}

}  // namespace palpate::app
