#include "body/distance_queue.h"

#include "core/random.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <utility>

using palpate::body::DistanceQueue;

namespace {

constexpr float kFarthest = 0.2F;

// Every number of the queue and of a sorted set, in turns, until both are empty.
void checkAgainstSet(DistanceQueue& queue, palpate::core::Random& random, int pushes,
                     int differentDistances) {
    std::multiset<std::pair<float, std::uint32_t>> plain;
    queue.clear(kFarthest);
    while (pushes > 0 || !plain.empty()) {
        const bool pushesNow = pushes > 0 && (plain.empty() || random.below(5) < 3);
        if (pushesNow) {
            --pushes;
            const auto step =
                static_cast<float>(random.below(static_cast<std::uint64_t>(differentDistances) + 1));
            const float distance = kFarthest * (step / static_cast<float>(differentDistances));
            const auto vertex = static_cast<std::uint32_t>(random.below(1000));
            queue.push({vertex, distance});
            plain.emplace(distance, vertex);
            continue;
        }
        const auto taken = queue.pop();
        REQUIRE(taken.has_value());
        REQUIRE(std::pair(taken->distance, taken->vertex) == *plain.begin());
        plain.erase(plain.begin());
    }
    CHECK_FALSE(queue.pop().has_value());
}

}  // namespace

TEST_CASE("the queue gives what a sorted set gives, nearer ones that come late and equal ones included") {
    palpate::core::Random random(20261201);
    DistanceQueue queue;
    CHECK_FALSE(queue.pop().has_value());
    for (const int differentDistances : {1, 7, 1000, 1000000}) {
        CAPTURE(differentDistances);
        checkAgainstSet(queue, random, 3000, differentDistances);
    }
}

TEST_CASE("what was left in the queue is gone after it was cleared for another reach") {
    DistanceQueue queue;
    queue.clear(1.0F);
    for (std::uint32_t vertex = 0; vertex < 100; ++vertex)
        queue.push({vertex, static_cast<float>(vertex) * 0.01F});
    CHECK(queue.pop()->vertex == 0);
    queue.clear(0.001F);
    CHECK_FALSE(queue.pop().has_value());
    queue.push({7, 0.0005F});
    queue.push({8, 0.5F});  // farther than it was told
    queue.push({9, 0.0004F});
    CHECK(queue.pop()->vertex == 9);
    CHECK(queue.pop()->vertex == 7);
    CHECK(queue.pop()->vertex == 8);
    CHECK_FALSE(queue.pop().has_value());
}
