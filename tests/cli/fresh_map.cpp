#include "cli/fresh_map.h"

#include <doctest/doctest.h>

namespace palpate::test {

std::vector<std::string> freshMap(const DemoVault& demo) {
    return {"--vault",  demo.file,   "--visit",  std::to_string(demo.first()),
            "--author", "therapist", "--moment", "after"};
}

Ran call(std::vector<std::string> words, const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
    return runCli(words);
}

Ran paintFresh(const DemoVault& demo, const std::string& strokes) {
    std::vector<std::string> words{"map", "paint"};
    for (const std::string& word : freshMap(demo))
        words.push_back(word);
    words.insert(words.end(), {"--strokes", "-"});
    return runCli(words, {.input = strokes});
}

Json measureFresh(const DemoVault& demo) {
    return call({"map", "measure", "--json"}, freshMap(demo)).json();
}

void checkKeys(const Json& object, const std::vector<std::string>& keys) {
    for (const std::string& key : keys)
        CHECK_MESSAGE(object.contains(key), key);
}

}  // namespace palpate::test
