#include "records/sample_practice.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <utility>

namespace palpate::test {

namespace {

void need(const core::Result<void>& result) {
    if (!result) throw std::runtime_error(result.error().message());
}

template <typename T>
T need(core::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return std::move(result).value();
}

void fillOrThrow(records::Practice& practice) {
    using clinic::Author;
    using clinic::Moment;
    const auto ada = need(practice.addClient(sampleClient("C-0001")));
    const auto bob = need(practice.addClient(sampleClient("C-0002")));
    const auto first = need(practice.addVisit(ada.id, {1795000000000, 60}));
    const auto second = need(practice.addVisit(bob.id, {1795100000000, 60}));
    auto third = need(practice.addVisit(ada.id, {1795183000000, 60}));
    third.note = "Slept better";
    need(practice.updateVisit(third));
    for (const auto& visit : {first, second, third}) {
        const clinic::MapKey key{visit.id, Author::Client, Moment::Before};
        for (int i = 0; i < 5; ++i)
            need(practice.append(key,
                                 strokeEntry("{\"tool\":\"brush\",\"level\":" + std::to_string(i) + "}")));
        need(practice.append(key, {records::JournalEntry::Kind::Undo, {}}));
        need(practice.saveSnapshot(key, bytesOf("the map after three strokes"), 3));
    }
    need(practice.complete({first.id, Author::Client, Moment::Before}));
}

}  // namespace

std::vector<std::byte> bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    return {bytes.begin(), bytes.end()};
}

records::JournalEntry strokeEntry(std::string_view text) {
    return {records::JournalEntry::Kind::Stroke, bytesOf(text)};
}

clinic::Client sampleClient(const std::string& code) {
    clinic::Client client;
    client.code = code;
    client.name = "Ada Example";
    client.yearOfBirth = 1968;
    client.figure = "female";
    client.heightCm = 168.5;
    client.weightKg = 64.0;
    client.goals = "Sleep through the night";
    client.contraindications = "Blood thinners";
    return client;
}

records::Clock steadyClock() {
    return [now = core::Timestamp{1795183331000, 60}]() mutable {
        now.utcMilliseconds += 1000;
        return now;
    };
}

core::Result<void> fillSample(records::Practice& practice) {
    fillOrThrow(practice);
    return {};
}

core::Result<void> createFilledPractice(const std::filesystem::path& vault, const std::string& name,
                                        const std::function<core::Result<void>(records::Practice&)>& fill,
                                        records::Clock clock) {
    records::NewVault wanted;
    wanted.name = name;
    wanted.isDemo = true;
    const auto made = records::createVault(vault, wanted, fill, std::move(clock));
    if (!made) return made.error();
    return {};
}

core::Result<std::unique_ptr<records::Practice>> openPractice(const std::filesystem::path& vault,
                                                              records::Clock clock) {
    auto key = records::unlockDemo(vault);
    if (!key) return key.error();
    return records::openVault(vault, std::move(*key), std::move(clock));
}

core::Result<std::unique_ptr<records::Practice>> createPractice(const std::filesystem::path& vault,
                                                                const std::string& name,
                                                                records::Clock clock) {
    if (auto made = createFilledPractice(vault, name, {}, clock); !made) return made.error();
    return openPractice(vault, std::move(clock));
}

void makeSampleVault(const std::filesystem::path& vault) {
    // In one commit, which is much quicker than one for each record.
    need(createFilledPractice(vault, "Sample practice", fillSample, steadyClock()));
}

std::unique_ptr<records::Practice> openOrThrow(const std::filesystem::path& vault) {
    return need(openPractice(vault, steadyClock()));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeContent(const std::filesystem::path& file, std::string_view content) {
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    stream.flush();
    if (!stream) throw std::runtime_error("cannot write " + file.string());
}

std::vector<std::pair<std::string, std::string>> filesIn(const std::filesystem::path& folder) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.emplace_back(entry.path().filename().string(), contentOf(entry.path()));
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace palpate::test
