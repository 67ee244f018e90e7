#include "cli/long_work.h"

#include <unistd.h>

#include <iostream>
#include <memory>
#include <string>

namespace palpate::cli {

records::Progress progressOnTerminal() {
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [shown = std::make_shared<int>(-1)](double done) {
        const int percent = static_cast<int>(done * 100.0);
        if (percent == *shown) return true;
        *shown = percent;
        std::cerr << '\r' << std::string(static_cast<std::size_t>(percent / 4), '#')
                  << std::string(static_cast<std::size_t>(25 - percent / 4), '.') << ' ' << percent << " %"
                  << (percent >= 100 ? "\r                                 \r" : "") << std::flush;
        return true;
    };
}

}  // namespace palpate::cli
