#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace palpate::bodygen {

// Calls work(i) for every i in 0..count - 1 on all cores. Each i must write only to its own place: the result
// is then the same whatever the threads do.
template <typename Work>
void parallelFor(std::size_t count, const Work& work) {
    const std::size_t batch = std::max<std::size_t>(1, count / 512);
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t first = next.fetch_add(batch); first < count; first = next.fetch_add(batch))
            for (std::size_t i = first; i < std::min(first + batch, count); ++i)
                work(i);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(run);
    run();
}

}  // namespace palpate::bodygen
