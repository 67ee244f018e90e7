#pragma once

#include <iostream>

namespace palpate::cli {

// One JSON document (of nlohmann::ordered_json: keys stay in the order in which they were added) on standard
// output, and nothing else. Text that is not UTF-8 is shown with replacement characters.
template <typename Json>
void printJson(const Json& document) {
    constexpr int kIndent = 2;
    std::cout << document.dump(kIndent, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace palpate::cli
