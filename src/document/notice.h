#pragma once

#include <cstdint>
#include <string>

namespace palpate::document {

// Something a person should know, shown as a banner until it is put away or no longer true.
struct Notice {
    enum class Kind : std::uint8_t { Info, Warning, Error };

    std::uint64_t id = 0;  // unique within a run of the program
    Kind kind = Kind::Info;
    std::string topic;  // a newer notice on the same topic takes its place: "saving", "export", ...
    std::string text;
    std::string folder = {};   // shown by a button of its own; empty: none
    std::string command = {};  // of the registry, offered by a button with its title; empty: none
    bool standing = false;     // of the visit as it was opened, not of what was just done
};

}  // namespace palpate::document
