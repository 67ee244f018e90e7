#pragma once

namespace palpate::app {

// Seconds since the machine was started; goes on while it is suspended (CLOCK_BOOTTIME).
[[nodiscard]] double bootSeconds();

// How long nobody has touched the window.
class IdleClock {
public:
    void touch(double now = bootSeconds()) { m_touched = now; }
    [[nodiscard]] double idleSeconds(double now = bootSeconds()) const { return now - m_touched; }

private:
    double m_touched = bootSeconds();
};

}  // namespace palpate::app
