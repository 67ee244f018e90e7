#pragma once

#include <doctest/doctest.h>

#include <string>

namespace palpate::test {

// Whether a text has that part; a check that fails shows the text.
inline bool contains(const std::string& text, const char* part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

}  // namespace palpate::test
